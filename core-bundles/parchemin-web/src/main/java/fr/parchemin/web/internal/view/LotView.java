package fr.parchemin.web.internal.view;

import fr.parchemin.candidature.Candidature;
import fr.parchemin.jury.Jury;
import java.util.List;
import java.util.Map;

/**
 * One act about to be done on several files.
 *
 * @param evaluateurs names by identifiant, to designate
 * @param jurys to put them before
 */
public record LotView(
        ActeEnLot acte, List<Candidature> dossiers, Map<String, String> evaluateurs, List<Jury> jurys, Form form) {}
