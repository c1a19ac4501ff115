/** Mail that the platform sends: kept with the act that asks for it, sent after, tried again until it is gone. */
@Version("1.0.0")
package fr.parchemin.courriel;

import org.osgi.annotation.versioning.Version;
