/** The référentiels of a certification: activités, compétences, évaluation, and the rules that go with them. */
@Version("1.0.0")
package fr.parchemin.referentiel;

import org.osgi.annotation.versioning.Version;
