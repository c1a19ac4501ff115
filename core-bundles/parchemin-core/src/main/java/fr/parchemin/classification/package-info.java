/** The classification of a convention collective and what a certification does in it. */
@Version("1.0.0")
package fr.parchemin.classification;

import org.osgi.annotation.versioning.Version;
