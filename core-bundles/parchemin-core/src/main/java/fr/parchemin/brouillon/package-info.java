/** Drafts: what somebody began to write in a form and has not sent. */
@Version("1.0.0")
package fr.parchemin.brouillon;

import org.osgi.annotation.versioning.Version;
