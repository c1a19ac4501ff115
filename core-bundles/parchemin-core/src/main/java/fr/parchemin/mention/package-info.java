/** The mentions that a person may be granted beside a certificate. */
@Version("1.0.0")
package fr.parchemin.mention;

import org.osgi.annotation.versioning.Version;
