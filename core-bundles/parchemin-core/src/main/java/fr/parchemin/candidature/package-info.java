/** The candidature: who applies to what, by which way in, and how far the file is. */
@Version("1.0.0")
package fr.parchemin.candidature;

import org.osgi.annotation.versioning.Version;
