/** What holding one certification or bloc lets a person claim of another. */
@Version("1.0.0")
package fr.parchemin.equivalence;

import org.osgi.annotation.versioning.Version;
