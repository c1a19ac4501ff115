/** The juries: their composition by the rule of the branch, their votes, their decisions. */
@Version("1.0.0")
package fr.parchemin.jury;

import org.osgi.annotation.versioning.Version;
