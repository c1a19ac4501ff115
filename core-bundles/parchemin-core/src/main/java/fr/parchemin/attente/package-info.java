/** What awaits somebody: the acts that are theirs to do, why, and until when. */
@Version("1.0.0")
package fr.parchemin.attente;

import org.osgi.annotation.versioning.Version;
