/** What surrounds a file: what happened to it, and what those who follow it say to each other. */
@Version("1.0.0")
package fr.parchemin.echange;

import org.osgi.annotation.versioning.Version;
