/** Rules of branches written in code: named by the data, called at arm's length. */
@Version("1.0.0")
package fr.parchemin.regle;

import org.osgi.annotation.versioning.Version;
