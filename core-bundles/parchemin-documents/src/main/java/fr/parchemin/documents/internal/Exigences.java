package fr.parchemin.documents.internal;

import fr.parchemin.delivrance.DocumentCertificat;
import fr.parchemin.delivrance.DocumentCertificat.Certificateur;
import fr.parchemin.delivrance.DocumentCertificat.Enregistrement;
import fr.parchemin.delivrance.DocumentCertificat.Statut;
import fr.parchemin.delivrance.DocumentImpossible;
import java.util.ArrayList;
import java.util.List;

/**
 * What must stand on a paper. For a registered certification the list is that of France compétences (« Qu’est-ce qu’un
 * parchemin ? »): registration with its decision, legal name of the certificateur, exact title, level in both
 * frameworks, NSF codes, identity of the holder, date and place of delivery, signature. A paper without one of them
 * exposes the certificateur to a formal notice (R. 6113-17), so it is not made at all.
 */
final class Exigences {

    private final List<String> manques = new ArrayList<>();

    private Exigences() {}

    static void certificat(DocumentCertificat d) {
        Exigences e = new Exigences();
        e.communes(d);
        e.delivrance(d);
        e.conclut();
    }

    static void releve(DocumentCertificat d) {
        Exigences e = new Exigences();
        e.communes(d);
        if (d.numero() != null) {
            e.delivrance(d);
        }
        e.exige(!d.blocs().isEmpty(), "les blocs de compétences");
        e.conclut();
    }

    private void communes(DocumentCertificat d) {
        exige(d.natureCertificat(), "la nature du certificat");
        exige(d.intitule(), "l’intitulé de la certification");
        exige(
                !d.certificateurs().isEmpty()
                        && d.certificateurs().stream().map(Certificateur::nom).noneMatch(String::isBlank),
                "le nom légal du certificateur");
        exige(d.titulaire(), "le nom du titulaire");
        exige(d.lieuNaissance(), "le lieu de naissance du titulaire");
        exige(d.signataire().qualite(), "la qualité du signataire");
        enregistrement(d.enregistrement());
    }

    private void enregistrement(Enregistrement e) {
        if (e.statut() == Statut.TRANSMIS) {
            return;
        }
        exige(e.code(), "le code de l’enregistrement");
        exige(e.dateDecision() != null, "la date de la décision d’enregistrement");
        exige(!e.nsf().isEmpty() && e.nsf().stream().noneMatch(String::isBlank), "les codes NSF");
        exige(e.statut() == Statut.RS || e.niveau() != null, "le niveau de qualification");
    }

    private void delivrance(DocumentCertificat d) {
        exige(d.numero(), "le numéro du certificat");
        exige(d.delivreLe() != null, "la date de délivrance");
        exige(d.lieu(), "le lieu de délivrance");
        exige(d.adresseVerification(), "l’adresse de vérification");
        exige(d.codeVerification(), "le code de vérification");
    }

    private void exige(String valeur, String mention) {
        exige(valeur != null && !valeur.isBlank(), mention);
    }

    private void exige(boolean presente, String mention) {
        if (!presente) {
            manques.add(mention);
        }
    }

    private void conclut() {
        if (!manques.isEmpty()) {
            throw new DocumentImpossible(
                    DocumentImpossible.DOCUMENT_INCOMPLET, "mentions manquantes\u00a0: " + String.join(", ", manques));
        }
    }
}
