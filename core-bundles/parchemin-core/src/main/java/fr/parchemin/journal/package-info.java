/** The journal of acts as people use it: read by who may, verified by anybody, and forgetting whom it must forget. */
@Version("1.0.0")
package fr.parchemin.journal;

import org.osgi.annotation.versioning.Version;
