/** What who runs the platform does with the branches it serves: dropping, verifying and taking out what brings them. */
@Version("1.0.0")
package fr.parchemin.administration;

import org.osgi.annotation.versioning.Version;
