/** What the certificateur delivers, the papers it makes of it, and how anybody checks that it is genuine. */
@Version("1.0.0")
package fr.parchemin.delivrance;

import org.osgi.annotation.versioning.Version;
