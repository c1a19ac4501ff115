/** What people do with a list: views of it that they keep, acts on several of its files at once. */
@Version("1.0.0")
package fr.parchemin.liste;

import org.osgi.annotation.versioning.Version;
