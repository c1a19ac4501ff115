package fr.parchemin.web.internal.view;

import fr.parchemin.candidature.Candidature;
import fr.parchemin.jury.Decision;
import fr.parchemin.personne.MonParcours.Inscription;
import fr.parchemin.personne.MonParcours.Parcours;
import fr.parchemin.personne.MonParcours.PartageAccorde;
import fr.parchemin.personne.MonParcours.Question;
import fr.parchemin.personne.Partage;
import fr.parchemin.personne.TitreAilleurs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The way of a person, as they read it.
 *
 * @param branches names by code
 */
public record ParcoursView(Parcours parcours, Map<String, String> branches, LocalDate today) {
    /** Between the file and the number in what the form sends. */
    public static final String SEPARATOR = ":";

    /** What may be shared: all the titles that hang on a file, or one. */
    public record Offre(String value, String label) {}

    public List<Inscription> inscriptions() {
        return parcours.inscriptions();
    }

    public List<Question> questions() {
        return parcours.questions();
    }

    public List<TitreAilleurs> ailleurs() {
        return parcours.ailleurs();
    }

    public String branche(String code) {
        return branches.getOrDefault(code, code);
    }

    /** What the form offers: all at once, for each person that the files are of, then each title. */
    public List<Offre> offres() {
        Map<UUID, Candidature> persons = new LinkedHashMap<>();
        inscriptions().forEach(i -> persons.putIfAbsent(i.personne(), i.candidature()));
        List<Offre> offres = new ArrayList<>();
        for (Candidature file : persons.values()) {
            offres.add(new Offre(
                    file.id().toString(),
                    persons.size() == 1
                            ? "Tous mes titres, présents et à venir"
                            : "Tous les titres réunis au dossier " + file.numero()));
        }
        for (Inscription inscription : inscriptions()) {
            inscription
                    .certificat()
                    .ifPresent(certificat -> offres.add(new Offre(
                            inscription.candidature().id() + SEPARATOR + certificat.numero(),
                            certificat.document().intitule() + ", n° " + certificat.numero())));
        }
        return offres;
    }

    /** What is shared now. */
    public List<PartageAccorde> standing() {
        return parcours.partages().stream()
                .filter(p -> p.partage().standsOn(today))
                .toList();
    }

    /** What was shared and is no more. */
    public List<PartageAccorde> past() {
        return parcours.partages().stream()
                .filter(p -> !p.partage().standsOn(today))
                .toList();
    }

    /** What a share is about. */
    public String what(Partage partage) {
        return partage.certificat() == null ? "Tous mes titres" : "Le certificat n° " + partage.certificat();
    }

    /** What the file waits for and who sees to it, in one sentence to the person. */
    public String next(Inscription inscription) {
        Candidature file = inscription.candidature();
        return switch (file.etat().code()) {
            case "DEPOSEE" -> "Le secrétariat vérifie que les conditions d’accès sont réunies.";
            case "IRRECEVABLE" ->
                "Une condition d’accès n’est pas remplie. Voyez laquelle dans le dossier ; il repart dès qu’elle l’est.";
            case "RECEVABLE" -> "Votre dossier est accepté. Le secrétariat désigne maintenant vos évaluateurs.";
            case "EN_EVALUATION" -> "Vous passez vos épreuves ; vos évaluateurs remplissent leurs grilles.";
            case "PRESENTEE" -> "Votre dossier est devant le jury. Sa décision paraîtra ici.";
            case "AJOURNEE" -> "Le jury a remis sa décision : votre dossier lui sera présenté à nouveau.";
            case "DECIDEE" ->
                inscription.decision().map(Decision::opensCertificate).orElse(false)
                        ? "Le jury a tout validé. Le certificateur va délivrer votre certificat."
                        : "Le jury a décidé. Le secrétariat peut vous dire ce que vous pouvez entreprendre ensuite.";
            default -> "Votre certificat est délivré : ses papiers sont ci-dessous.";
        };
    }

    /** Whether there is a paper that says which blocs were validated, though there is no certificate. */
    public boolean hasOwnReleve(Inscription inscription) {
        return inscription.certificat().isEmpty()
                && inscription
                        .decision()
                        .map(d -> d.isFinal() && d.issue() != Decision.Issue.REFUS)
                        .orElse(false);
    }
}
