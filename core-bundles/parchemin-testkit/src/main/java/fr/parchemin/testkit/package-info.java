/** What an author of a branch proves it with at build time. Never deployed. */
@Version("1.0.0")
package fr.parchemin.testkit;

import org.osgi.annotation.versioning.Version;
