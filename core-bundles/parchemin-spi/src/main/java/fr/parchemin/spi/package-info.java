/** The contract between the platform and the plugin of a branche professionnelle. Uses the JDK only. */
@Version("1.2.0")
package fr.parchemin.spi;

import org.osgi.annotation.versioning.Version;
