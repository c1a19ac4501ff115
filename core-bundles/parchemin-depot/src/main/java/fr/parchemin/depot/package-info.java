/** What is dropped for a branch, read without trusting it. */
@Version("1.0.0")
package fr.parchemin.depot;

import org.osgi.annotation.versioning.Version;
