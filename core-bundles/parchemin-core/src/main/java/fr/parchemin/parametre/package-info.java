/** What the secretariat of a branch may change on screen, dated and layered over the definition. */
@Version("1.0.0")
package fr.parchemin.parametre;

import org.osgi.annotation.versioning.Version;
