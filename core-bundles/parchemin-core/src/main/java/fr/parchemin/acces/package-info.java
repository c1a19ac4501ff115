/** Who is there and what they may do: accounts, roles per branch, opaque tokens. */
@Version("1.0.0")
package fr.parchemin.acces;

import org.osgi.annotation.versioning.Version;
