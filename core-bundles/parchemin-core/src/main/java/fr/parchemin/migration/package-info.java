/** The move of an open file from the version of the référentiel it started with to a newer one, and back. */
@Version("1.0.0")
package fr.parchemin.migration;

import org.osgi.annotation.versioning.Version;
