/** Golden cases: candidates and what the texts say they must get, run against a definition. */
@Version("1.0.0")
package fr.parchemin.golden;

import org.osgi.annotation.versioning.Version;
