/** The marks of the évaluateurs and the proposal that the rules of the branch draw from them. */
@Version("1.0.0")
package fr.parchemin.evaluation;

import org.osgi.annotation.versioning.Version;
