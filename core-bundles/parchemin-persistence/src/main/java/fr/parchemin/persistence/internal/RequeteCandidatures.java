package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Atteinte;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Textes;
import fr.parchemin.candidature.Candidatures.Recherche;
import fr.parchemin.candidature.Filtre;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A search of the register as a query. */
final class RequeteCandidatures {

    private static final String ALIAS = "c";

    private final Conditions within;
    private final Conditions wanted;

    private RequeteCandidatures(Conditions within, Conditions wanted) {
        this.within = within;
        this.wanted = wanted;
    }

    /** Empty when nothing is within reach. */
    static Optional<RequeteCandidatures> of(Atteinte atteinte, Filtre filtre) {
        Conditions within = Conditions.ofCandidatures(ALIAS, atteinte, filtre.branche());
        return within.isNever()
                ? Optional.empty()
                : Optional.of(new RequeteCandidatures(
                        Conditions.ofCandidatures(ALIAS, atteinte, null), filtered(within, filtre)));
    }

    private static Conditions filtered(Conditions conditions, Filtre filtre) {
        conditions
                .andEqual("c.certification", "certification", filtre.certification())
                .andEqual("c.version", "version", filtre.version())
                .and("c.etat in :etats", "etats", filtre.etats().isEmpty() ? null : filtre.etats())
                .and("c.id in :choisis", "choisis", filtre.dossiers().isEmpty() ? null : filtre.dossiers())
                .and(Conditions.designated(ALIAS, "evaluateur"), "evaluateur", filtre.evaluateur())
                .andEqual("c.jury", "devant", filtre.jury())
                .and(
                        "c.deposeeLe >= :du",
                        "du",
                        filtre.du() == null
                                ? null
                                : filtre.du().atStartOfDay(HeureLegale.ZONE).toInstant())
                .and(
                        "c.deposeeLe < :au",
                        "au",
                        filtre.au() == null
                                ? null
                                : filtre.au()
                                        .plusDays(1)
                                        .atStartOfDay(HeureLegale.ZONE)
                                        .toInstant());
        words(conditions, "c.organismeTri", "organisme", filtre.organisme());
        words(conditions, "c.entrepriseTri", "employeur", filtre.employeur());
        if (filtre.texte() != null) {
            List<String> names = words("c.nomTri", "texte", filtre.texte(), conditions);
            conditions.with("numero", "%" + literal(filtre.texte().strip().toUpperCase(Locale.ROOT)) + "%");
            conditions.and("(" + (names.isEmpty() ? "" : "(" + String.join(" and ", names) + ") or ")
                    + "c.numero like :numero escape '!')");
        }
        return conditions;
    }

    /** That each word is in there; nothing is found for a text without a letter or a digit. */
    private static void words(Conditions conditions, String path, String parameter, String text) {
        if (text != null) {
            List<String> said = words(path, parameter, text, conditions);
            conditions.and(said.isEmpty() ? "1 = 0" : String.join(" and ", said));
        }
    }

    private static List<String> words(String path, String parameter, String text, Conditions conditions) {
        List<String> said = new ArrayList<>();
        for (String word : Textes.fold(text).split(" ")) {
            if (!word.isEmpty()) {
                String name = parameter + said.size();
                said.add(path + " like :" + name);
                conditions.with(name, "%" + word + "%");
            }
        }
        return said;
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    List<CandidatureEntity> page(EntityManager manager, Recherche recherche) {
        Conditions conditions = wanted.copy();
        boolean byName = recherche.tri() == Filtre.Tri.NOM;
        boolean up = recherche.remonte();
        boolean rising = (recherche.tri() == Filtre.Tri.ANCIENNES) != up;
        if (recherche.repere() != null) {
            // Within reach as well: where a file stands among the names would say how somebody is called.
            Optional<Object[]> mark = within.copy()
                    .and("c.numero = :repere", "repere", recherche.repere())
                    .query(manager, "select c.rang, c.nomTri from Candidature c", "", Object[].class)
                    .getResultStream()
                    .findFirst();
            if (mark.isEmpty()) {
                return List.of();
            }
            conditions.with("rang", mark.get()[0]);
            String next = "c.rang " + (rising ? ">" : "<") + " :rang";
            if (byName) {
                conditions.with("nom", mark.get()[1]);
                conditions.and("(c.nomTri " + (up ? "<" : ">") + " :nom or c.nomTri = :nom and " + next + ")");
            } else {
                conditions.and(next);
            }
        }
        String order = " order by " + (byName ? "c.nomTri " + (up ? "desc" : "asc") + ", " : "") + "c.rang "
                + (rising ? "asc" : "desc");
        List<CandidatureEntity> found = new ArrayList<>(conditions
                .query(manager, "select c from Candidature c", order, CandidatureEntity.class)
                .setMaxResults(recherche.limite())
                .getResultList());
        if (up) {
            Collections.reverse(found);
        }
        return found;
    }

    int count(EntityManager manager, int plafond) {
        return wanted.query(manager, "select c.rang from Candidature c", "", Long.class)
                .setMaxResults(plafond)
                .getResultList()
                .size();
    }
}
