package fr.parchemin.echange.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Lectures;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Typographie;
import fr.parchemin.acte.Valeur;
import fr.parchemin.candidature.ActesVisibles;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.echange.Fil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the journal and says it in the words of who follows a file. */
@Component
public final class JournalFil implements Fil {

    private static final String EVALUATEURS = "evaluateurs";
    private static final String JURY = "jury/";
    private static final String LIEN = "lien/";

    /** Messages to others are left out after the query: more than so many rounds nobody waits for, the next page goes on. */
    private static final int ROUNDS = 5;

    private final Transactions transactions;
    private final Candidatures candidatures;
    private final Comptes comptes;
    private final Journal journal;
    private final Lectures lectures;

    @Activate
    public JournalFil(
            @Reference Transactions transactions,
            @Reference Candidatures candidatures,
            @Reference Comptes comptes,
            @Reference Journal journal,
            @Reference Lectures lectures) {
        this.transactions = transactions;
        this.candidatures = candidatures;
        this.comptes = comptes;
        this.journal = journal;
        this.lectures = lectures;
    }

    @Override
    public Outcome<Page> read(Acteur by, UUID id, Long avant, int limite) {
        int size = Math.max(1, Math.min(limite, LIMITE_MAXIMALE));
        return transactions
                .read(
                        by.perimetre(),
                        () -> Candidature.allowed(by, Droit.CANDIDATURE_JOURNAL_LIRE, candidatures.find(id), id))
                .map(file -> {
                    file.readBy(by).ifPresent(lecture -> lectures.tell(by.identifiant(), lecture));
                    return transactions.read(by.perimetre(), () -> page(by, file, avant, size));
                });
    }

    private Page page(Acteur by, Candidature file, Long avant, int size) {
        Set<Acte.Nature> natures = ActesVisibles.natures(by, file);
        List<Acte> seen = new ArrayList<>();
        Long from = avant;
        boolean more = true;
        for (int round = 0; round < ROUNDS && more && seen.size() < size; round++) {
            List<Acte> lines = journal.story(file.objet(), natures, from, size + 1);
            more = lines.size() > size;
            for (Acte line : lines) {
                if (seen.size() == size) {
                    more = true;
                    break;
                }
                from = line.rang();
                if (ActesVisibles.shows(by, file, line)) {
                    seen.add(line);
                }
            }
        }
        Map<String, String> noms =
                comptes.noms(seen.stream().flatMap(JournalFil::named).collect(Collectors.toSet()));
        return new Page(
                file,
                seen.stream().map(acte -> evenement(acte, noms)).toList(),
                more ? Optional.of(from) : Optional.empty());
    }

    /** The accounts that a line names. */
    private static Stream<String> named(Acte acte) {
        return Stream.concat(Stream.of(acte.acteur()), evaluateurs(acte).stream());
    }

    private static List<String> evaluateurs(Acte acte) {
        Valeur designated = acte.apres().champs().get(EVALUATEURS);
        return acte.nature() != Acte.Nature.EVALUATEURS_DESIGNES
                        || designated == null
                        || designated.texte().isEmpty()
                ? List.of()
                : Arrays.asList(designated.texte().split(", "));
    }

    private static Evenement evenement(Acte acte, Map<String, String> noms) {
        return new Evenement(
                acte.rang(),
                acte.le(),
                acte.nature(),
                Typographie.francaise(phrase(acte, noms)),
                acte.acteur(),
                nom(acte.acteur(), noms),
                Optional.ofNullable(acte.auNomDe()).map(JournalFil::auNomDe));
    }

    private static String phrase(Acte acte, Map<String, String> noms) {
        List<String> evaluateurs = evaluateurs(acte);
        if (!evaluateurs.isEmpty()) {
            return "Évaluateurs désignés : "
                    + evaluateurs.stream().map(e -> nom(e, noms)).collect(Collectors.joining(", "));
        }
        // Under which version and hash a jury decided is for the journal; here it is in the way.
        int technical =
                acte.nature() == Acte.Nature.DECISION_PRISE ? acte.detail().indexOf(" (référentiel ") : -1;
        return agreed(technical < 0 ? acte.detail() : acte.detail().substring(0, technical));
    }

    /** « 1 critère(s) noté(s) » as people write it. */
    private static String agreed(String phrase) {
        return phrase.replaceAll("\\b([01]) critère\\(s\\) noté\\(s\\)", "$1 critère noté")
                .replace("critère(s) noté(s)", "critères notés");
    }

    private static String nom(String identifiant, Map<String, String> noms) {
        if (identifiant.equals("plateforme")) {
            return "la plateforme";
        }
        return identifiant.startsWith(LIEN)
                ? "le porteur d’un lien personnel"
                : noms.getOrDefault(identifiant, identifiant);
    }

    private static String auNomDe(String whom) {
        return whom.startsWith(JURY) ? "du jury " + whom.substring(JURY.length()) : "de " + whom;
    }
}
