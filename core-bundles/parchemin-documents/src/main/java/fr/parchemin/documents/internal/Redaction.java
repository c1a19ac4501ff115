package fr.parchemin.documents.internal;

import fr.parchemin.candidature.Candidat;
import fr.parchemin.delivrance.DocumentCertificat;
import fr.parchemin.delivrance.DocumentCertificat.Certificateur;
import fr.parchemin.delivrance.DocumentCertificat.EffetLigne;
import fr.parchemin.delivrance.DocumentCertificat.Enregistrement;
import fr.parchemin.delivrance.DocumentCertificat.LigneBloc;
import fr.parchemin.delivrance.DocumentCertificat.Statut;
import fr.parchemin.delivrance.DocumentImpossible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the papers. Each text that comes from outside goes through {@link #texte}. */
final class Redaction {

    private static final String INSECABLE = "\u00a0";
    private static final double MM = 72 / 25.4;

    private final DocumentCertificat d;
    private final Casse casse;

    Redaction(DocumentCertificat d, Casse casse) {
        this.d = d;
        this.casse = casse;
    }

    VueParchemin parchemin() {
        String titulaire = texte(d.titulaire());
        String intitule = texte(d.intitule());
        String numero = tel(d.numero());
        return new VueParchemin(
                new Entete(
                        numero + " – " + intitule + " – " + titulaire,
                        texte(d.natureCertificat()) + INSECABLE + ": " + intitule + ", délivré à " + titulaire,
                        certificateurs()),
                logo(62 * MM, 16 * MM),
                texte(d.branche()),
                sigle(),
                texte(d.natureCertificat()),
                intitule,
                mentions(),
                titulaire,
                naissance(),
                "au vu de la délibération du jury du " + Typographie.date(d.dateJury()),
                certificateurs(),
                preuve(),
                signature(),
                contact());
    }

    VueReleve releve() {
        String titulaire = texte(d.titulaire());
        String intitule = texte(d.intitule());
        boolean certifie = d.numero() != null;
        String objet = certifie ? "certificat n°" + INSECABLE + tel(d.numero()) : "sans certificat";
        return new VueReleve(
                new Entete(
                        "Relevé de blocs de compétences – " + intitule + " – " + titulaire,
                        "Relevé de blocs de compétences, " + objet + INSECABLE + ": " + intitule + ", " + titulaire,
                        certificateurs()),
                logo(46 * MM, 17 * MM),
                "Relevé de blocs de compétences – " + objet + " – " + titulaire,
                surtitre(),
                etendue(),
                texte(d.natureCertificat()),
                intitule,
                enregistrement(),
                titulaire,
                majuscule(naissance()),
                "Délibération du jury du " + Typographie.date(d.dateJury()),
                (d.certificateurs().size() == 1 ? "Certificateur" : "Certificateurs") + INSECABLE + ": "
                        + certificateurs(),
                d.blocs().stream().map(this::ligne).collect(Collectors.toUnmodifiableList()),
                certifie
                        ? "Ce relevé accompagne le certificat et n’en tient pas lieu."
                        : Typographie.soigne("Ce relevé ne porte que sur les blocs qu’il dit validés ;"
                                + " il ne tient pas lieu de certificat."),
                // a part of a certification has not the effect of the whole
                certifie && d.effet() != null ? effet(d.effet()) : null,
                d.adresseVerification() == null || d.codeVerification() == null ? null : preuve(),
                signature(),
                contact(),
                "Référentiel version " + tel(d.versionReferentiel()) + ", empreinte " + tel(d.empreinte()));
    }

    /** The short name, unless the full one says no more. */
    private String sigle() {
        return d.natureCertificat().equals(d.sigle()) ? null : optionnel(d.sigle());
    }

    private String surtitre() {
        String sigle = sigle();
        return sigle == null ? texte(d.branche()) : texte(d.branche()) + " – " + sigle;
    }

    private String etendue() {
        long valides = d.blocs().stream().filter(LigneBloc::valide).count();
        int total = d.blocs().size();
        if (valides == 0) {
            return "Aucun bloc validé sur " + total;
        }
        String compte = valides == 1 ? "1 bloc validé sur " + total : valides + " blocs validés sur " + total;
        if (d.numero() == null) {
            return valides < total ? "Validation partielle" + INSECABLE + ": " + compte : compte;
        }
        return valides < total ? compte : "Validation totale" + INSECABLE + ": " + compte;
    }

    private String naissance() {
        String ne = d.sexe() == null ? "né(e)" : d.sexe() == Candidat.Sexe.F ? "née" : "né";
        return ne + " le " + Typographie.date(d.dateNaissance()) + " " + Typographie.aLieu(texte(d.lieuNaissance()));
    }

    /** What the law lays down under a registration; otherwise what the branch adds to its certificate. */
    private List<String> mentions() {
        return d.enregistrement().statut() == Statut.TRANSMIS
                ? d.mentions().stream().map(this::texte).toList()
                : enregistrement();
    }

    /** The mandatory mentions of a registered certification; none for one that is only transmitted. */
    private List<String> enregistrement() {
        Enregistrement e = d.enregistrement();
        if (e.statut() == Statut.TRANSMIS) {
            return List.of();
        }
        String repertoire = e.statut() == Statut.RNCP
                ? "au répertoire national des certifications professionnelles (RNCP)"
                : "au répertoire spécifique (RS)";
        List<String> mentions = new ArrayList<>();
        mentions.add("Certification enregistrée " + repertoire + " sous le code " + tel(e.code()));
        mentions.add("par décision du directeur général de France compétences en date du "
                + Typographie.date(e.dateDecision()));
        if (e.statut() == Statut.RNCP) {
            mentions.add("Niveau " + e.niveau() + " du cadre national des certifications professionnelles, niveau "
                    + e.niveau() + " du cadre européen des certifications (CEC)");
        }
        mentions.add((e.nsf().size() == 1 ? "Code NSF" : "Codes NSF") + INSECABLE + ": "
                + e.nsf().stream().map(this::tel).collect(Collectors.joining(", ")));
        return List.copyOf(mentions);
    }

    private String certificateurs() {
        return Typographie.liste(
                d.certificateurs().stream().map(this::certificateur).collect(Collectors.toList()));
    }

    private String certificateur(Certificateur c) {
        String nomCommercial = optionnel(c.nomCommercial());
        return nomCommercial == null ? texte(c.nom()) : texte(c.nom()) + " (" + nomCommercial + ")";
    }

    private VueReleve.Ligne ligne(LigneBloc b) {
        String jusquAu = b.valideJusquAu() == null ? "sans limite" : Typographie.date(b.valideJusquAu());
        return new VueReleve.Ligne(
                tel(b.code()),
                texte(b.intitule()),
                b.competences().stream().map(this::texte).collect(Collectors.toUnmodifiableList()),
                b.valide() ? "Validé" : "Non validé",
                b.valide() ? "valide" : "nonvalide",
                b.valide() ? Typographie.date(b.acquisLe()) : "–",
                b.valide() ? jusquAu : "–");
    }

    private VueReleve.Effet effet(EffetLigne e) {
        String source = Stream.of(e.article(), e.reference())
                .filter(s -> s != null && !s.isBlank())
                .map(this::texte)
                .collect(Collectors.joining(" – "));
        return new VueReleve.Effet(texte(e.libelle()), source.isEmpty() ? null : majuscule(source));
    }

    private Preuve preuve() {
        String adresse = tel(d.adresseVerification());
        return new Preuve(
                CodeQr.dataUri(d.adresseVerification()),
                "Code QR menant à la page de vérification" + INSECABLE + ": " + adresse,
                d.numero() == null ? null : tel(d.numero()),
                tel(d.codeVerification()),
                adresse);
    }

    private Signature signature() {
        String fait = d.delivreLe() == null
                ? "Délibéré le " + Typographie.date(d.dateJury())
                : "Fait " + (d.lieu() == null ? "" : Typographie.aLieu(texte(d.lieu())) + ", ") + "le "
                        + Typographie.date(d.delivreLe());
        return new Signature(
                fait, texte(d.signataire().qualite()), optionnel(d.signataire().nom()));
    }

    /** The picture of the branch in the room that the paper has for it. */
    private Embleme logo(double largeur, double hauteur) {
        return d.logo() == null
                ? null
                : Embleme.dans(largeur, hauteur, Logo.lit(d.logo()), "Logo de la branche " + texte(d.branche()));
    }

    /** How to reach the branch, in one line that may be broken between its parts. */
    private String contact() {
        DocumentCertificat.Contact c = d.contact();
        if (c == null) {
            return null;
        }
        String parties = Stream.of(optionnel(c.adresse()), code(c.telephone()), code(c.courriel()), code(c.site()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return parties.isEmpty() ? null : "Contact" + INSECABLE + ": " + parties;
    }

    /** A number or an address, in one piece. */
    private String code(String valeur) {
        return valeur == null || valeur.isBlank() ? null : tel(valeur.strip().replace(" ", INSECABLE));
    }

    private String optionnel(String valeur) {
        return valeur == null || valeur.isBlank() ? null : texte(valeur);
    }

    /** The words as they are printed, or a refusal if a character of them cannot be. */
    private String texte(String valeur) {
        return tel(Typographie.soigne(valeur));
    }

    /** A code or an address, printed as it is, or a refusal if a character of it cannot be. */
    private String tel(String valeur) {
        valeur.codePoints().filter(c -> !imprimable(c)).findFirst().ifPresent(c -> {
            throw new DocumentImpossible(
                    DocumentImpossible.DOCUMENT_NON_IMPRIMABLE,
                    Typographie.soigne("« " + valeur + " » contient un caractère que les polices du document n’ont pas")
                            + String.format(" (U+%04X)", c));
        });
        return valeur;
    }

    private boolean imprimable(int caractere) {
        return !Character.isISOControl(caractere)
                && (casse.sait(Police.SERIF, caractere) || casse.sait(Police.LINEALE, caractere));
    }

    private static String majuscule(String texte) {
        return texte.substring(0, 1).toUpperCase(Locale.FRENCH) + texte.substring(1);
    }
}
