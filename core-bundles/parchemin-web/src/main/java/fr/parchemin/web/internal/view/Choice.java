package fr.parchemin.web.internal.view;

import fr.parchemin.branche.VueBranche;
import java.util.List;

/** The certifications of one branch among which to choose before a form. */
public record Choice(VueBranche branche, List<VueBranche.ReferentielCourant> certifications) {}
