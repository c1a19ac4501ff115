/** An act: who does what, in one transaction, journaled, accepted or refused with a reason. */
@Version("1.0.0")
package fr.parchemin.acte;

import org.osgi.annotation.versioning.Version;
