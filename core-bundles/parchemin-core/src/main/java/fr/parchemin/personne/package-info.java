/** Persons: their identity is theirs and the platform's; no branch sees another's part of them unless they say so. */
@Version("1.0.0")
package fr.parchemin.personne;

import org.osgi.annotation.versioning.Version;
