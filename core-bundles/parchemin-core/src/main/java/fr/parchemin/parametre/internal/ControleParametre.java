package fr.parchemin.parametre.internal;

import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.branche.Financement;
import fr.parchemin.branche.Logo;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.parametre.Cle;
import fr.parchemin.parametre.ParametresBranche.Demande;
import fr.parchemin.parametre.ParametresBranche.Saisie;
import fr.parchemin.parametre.Valeur;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a value of what was filled in, or says why not; a pure function. */
final class ControleParametre {

    private static final BigDecimal MONTANT_MAXIMAL = new BigDecimal("100000");
    private static final int CENTIMES = 2;
    /** Further away than that, a date is a slip of the keyboard. */
    private static final int ANNEES_MAXIMUM = 10;

    private static final Pattern COURRIEL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 .]{2,20}");
    private static final Pattern SITE = Pattern.compile("https?://[^\\s<>\"']+");

    private static final Map<Cle, Set<String>> CHAMPS = Map.of(
            Cle.SIGNATAIRE, Set.of("qualite", "nom"),
            Cle.CONTACT, Set.of("courriel", "telephone", "site", "adresse"),
            Cle.TARIF, Set.of("certification", "libelle", "montant", "unite"),
            Cle.LOGO, Set.of("fichier", "image"));

    private ControleParametre() {}

    static Outcome<Valeur> check(Demande demande, VueBranche vue, LocalDate today) {
        if (demande.cle() == null) {
            return missing("cle");
        }
        Optional<Cle> cle = Cle.of(demande.cle());
        if (cle.isEmpty()) {
            return Outcome.refused(CodeRefus.PARAMETRE_NON_REGLABLE, demande.cle());
        }
        if (demande.valeur() == null) {
            return missing("valeur");
        }
        return Outcome.unless(
                        dates(demande, today)
                                .or(() -> TransactionalParametres.reason(demande.motif()))
                                .or(() -> foreign(cle.get(), demande.valeur())),
                        demande.valeur())
                .then(saisie -> switch (cle.get()) {
                    case SIGNATAIRE -> signataire(saisie);
                    case CONTACT -> contact(saisie);
                    case TARIF -> tarif(saisie, vue);
                    case LOGO -> logo(saisie);
                });
    }

    private static Optional<Refus> dates(Demande demande, LocalDate today) {
        LocalDate du = demande.du();
        LocalDate au = demande.au();
        if (du == null) {
            return Optional.of(Refus.of(CodeRefus.CHAMP_MANQUANT, "du"));
        }
        if (du.isBefore(today.minusYears(ANNEES_MAXIMUM)) || du.isAfter(today.plusYears(ANNEES_MAXIMUM))) {
            return invalid("du", "il est à plus de " + ANNEES_MAXIMUM + " ans d’aujourd’hui");
        }
        if (au != null && au.isBefore(du)) {
            return invalid("au", "le dernier jour précède le premier");
        }
        return au != null && au.isAfter(du.plusYears(2L * ANNEES_MAXIMUM))
                ? invalid(
                        "au",
                        "il est à plus de " + 2 * ANNEES_MAXIMUM
                                + " ans du premier jour ; laissez-le vide s’il n’y en a pas")
                : Optional.empty();
    }

    /** A field of another key is a request that was not understood. */
    private static Optional<Refus> foreign(Cle cle, Saisie saisie) {
        Map<String, Object> filled = new LinkedHashMap<>();
        filled.put("qualite", saisie.qualite());
        filled.put("nom", saisie.nom());
        filled.put("courriel", saisie.courriel());
        filled.put("telephone", saisie.telephone());
        filled.put("site", saisie.site());
        filled.put("adresse", saisie.adresse());
        filled.put("certification", saisie.certification());
        filled.put("libelle", saisie.libelle());
        filled.put("montant", saisie.montant());
        filled.put("unite", saisie.unite());
        filled.put("fichier", saisie.fichier());
        filled.put("image", saisie.image());
        return filled.entrySet().stream()
                .filter(e -> e.getValue() != null && !CHAMPS.get(cle).contains(e.getKey()))
                .findFirst()
                .map(e -> Refus.of(
                        CodeRefus.CHAMP_INCONNU,
                        e.getKey(),
                        String.join(", ", CHAMPS.get(cle).stream().sorted().toList())));
    }

    private static Outcome<Valeur> signataire(Saisie s) {
        return Outcome.unless(
                Champs.requiredLine("qualite", s.qualite()).or(() -> Champs.line("nom", s.nom())),
                new Valeur.Signataire(Objects.requireNonNullElse(Textes.tidy(s.qualite()), ""), Textes.tidy(s.nom())));
    }

    private static Outcome<Valeur> contact(Saisie s) {
        Valeur.Contact contact = new Valeur.Contact(
                Textes.tidy(s.courriel()), Textes.tidy(s.telephone()), Textes.tidy(s.site()), Textes.tidy(s.adresse()));
        if (contact.equals(new Valeur.Contact(null, null, null, null))) {
            return missing("courriel");
        }
        return Outcome.unless(
                Champs.line("courriel", contact.courriel())
                        .or(() -> shaped(
                                "courriel", contact.courriel(), COURRIEL, "ce n’est pas une adresse électronique"))
                        .or(() -> shaped(
                                "telephone",
                                contact.telephone(),
                                TELEPHONE,
                                "des chiffres, par exemple 01 23 45 67 89"))
                        .or(() -> Champs.line("site", contact.site()))
                        .or(() -> shaped("site", contact.site(), SITE, "une adresse qui commence par https://"))
                        .or(() -> Champs.paragraph("adresse", contact.adresse())),
                contact);
    }

    private static Outcome<Valeur> tarif(Saisie s, VueBranche vue) {
        Optional<Refus> wrong = Champs.requiredLine("libelle", s.libelle())
                .or(() -> montant(s.montant()))
                .or(() -> s.unite() == null
                        ? Optional.of(Refus.of(CodeRefus.CHAMP_MANQUANT, "unite"))
                        : s.unite() == Financement.Unite.POURCENTAGE
                                ? invalid("unite", "un tarif est un montant en euros")
                                : Optional.empty());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        String certification = Textes.tidy(s.certification());
        if (certification != null && vue.referentiel(certification).isEmpty()) {
            return Outcome.refused(CodeRefus.CERTIFICATION_INCONNUE, vue.code(), certification);
        }
        return Outcome.done(new Valeur.Tarif(certification, Textes.tidy(s.libelle()), s.montant(), s.unite()));
    }

    private static Optional<Refus> montant(BigDecimal montant) {
        if (montant == null) {
            return Optional.of(Refus.of(CodeRefus.CHAMP_MANQUANT, "montant"));
        }
        // Compared before its digits are looked at: a number like 1e999999 is never written out.
        return montant.signum() < 0
                        || montant.compareTo(MONTANT_MAXIMAL) > 0
                        || montant.stripTrailingZeros().scale() > CENTIMES
                ? invalid("montant", "de 0 à 100 000 euros, au centime près")
                : Optional.empty();
    }

    private static Outcome<Valeur> logo(Saisie s) {
        if (s.fichier() == null || s.image() == null) {
            return missing(s.fichier() == null ? "fichier" : "image");
        }
        String fichier = s.fichier().toLowerCase(Locale.ROOT);
        if (!fichier.endsWith(".svg") && !fichier.endsWith(".png")) {
            return Outcome.refused(CodeRefus.CHAMP_INVALIDE, "fichier", "un logo est un fichier .svg ou .png");
        }
        return Outcome.unless(
                Logo.objection(fichier, s.image()).map(why -> Refus.of(CodeRefus.CHAMP_INVALIDE, "image", why)),
                new Valeur.Logo(Logo.address(fichier, s.image())));
    }

    private static Optional<Refus> shaped(String champ, String value, Pattern shape, String why) {
        return value == null || shape.matcher(value).matches() ? Optional.empty() : invalid(champ, why);
    }

    private static Optional<Refus> invalid(String champ, String why) {
        return Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, champ, why));
    }

    private static Outcome<Valeur> missing(String champ) {
        return Outcome.refused(CodeRefus.CHAMP_MANQUANT, champ);
    }
}
