/** The branches: their definition, their admission, their states, the catalogue they make together. */
@Version("1.0.0")
package fr.parchemin.branche;

import org.osgi.annotation.versioning.Version;
