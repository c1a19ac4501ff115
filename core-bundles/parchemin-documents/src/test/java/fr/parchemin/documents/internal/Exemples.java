package fr.parchemin.documents.internal;

import fr.parchemin.candidature.Candidat;
import fr.parchemin.delivrance.DocumentCertificat;
import fr.parchemin.delivrance.DocumentCertificat.Certificateur;
import fr.parchemin.delivrance.DocumentCertificat.EffetLigne;
import fr.parchemin.delivrance.DocumentCertificat.Enregistrement;
import fr.parchemin.delivrance.DocumentCertificat.LigneBloc;
import fr.parchemin.delivrance.DocumentCertificat.Signataire;
import fr.parchemin.delivrance.DocumentCertificat.Statut;
import java.time.LocalDate;
import java.util.List;

/** Issued data to print, with the one thing changed that a test is about. Names are invented. */
final class Exemples {

    static final Enregistrement TRANSMIS = new Enregistrement(Statut.TRANSMIS, null, null, null, List.of());
    static final Enregistrement RNCP =
            new Enregistrement(Statut.RNCP, "RNCP99001", 3, LocalDate.of(2024, 12, 1), List.of("250r", "201s"));
    static final Enregistrement RS =
            new Enregistrement(Statut.RS, "RS9001", null, LocalDate.of(2025, 3, 27), List.of("344t"));

    String numero = "MET-2026-000001";
    String nature = "Certificat de qualification paritaire de la métallurgie";
    String sigle = "CQPM";
    String intitule = "Opérateur(trice) en maintenance industrielle";
    String branche = "Métallurgie";
    String couleur = "#1f4e79";
    String logo;
    DocumentCertificat.Contact contact;
    List<Certificateur> certificateurs = List.of(
            new Certificateur("Union des industries et métiers de la métallurgie", "UIMM", null),
            new Certificateur("CPNE de la métallurgie", null, null));
    String titulaire = "Camille Desrosières";
    Candidat.Sexe sexe = Candidat.Sexe.F;
    LocalDate dateNaissance = LocalDate.of(1998, 3, 1);
    String lieuNaissance = "Le Mans";
    LocalDate delivreLe = LocalDate.of(2026, 11, 25);
    String lieu = "Paris";
    LocalDate dateJury = LocalDate.of(2026, 11, 12);
    Enregistrement enregistrement = TRANSMIS;
    List<String> mentions = List.of();
    List<LigneBloc> blocs = List.of(
            new LigneBloc(
                    "OMI-B1",
                    "Maintenance corrective",
                    true,
                    LocalDate.of(2026, 11, 12),
                    LocalDate.of(2031, 11, 12),
                    List.of(
                            "Établir un pré-diagnostic de panne",
                            "Remettre en état par échange de pièces ou d'ensembles",
                            "Rendre compte de l'intervention par écrit")),
            new LigneBloc(
                    "OMI-B2",
                    "Maintenance préventive et amélioration",
                    true,
                    LocalDate.of(2026, 11, 12),
                    null,
                    List.of("Réaliser les opérations du plan de maintenance", "Proposer une amélioration chiffrée")));
    EffetLigne effet = new EffetLigne(
            "Aucun effet par lui-même",
            "art. 62.5",
            "Convention collective nationale de la métallurgie du 7 février 2022");
    Signataire signataire = new Signataire("Le président de la CPNEFP", null);
    String empreinte = "9f2b1c7d5e8a4460b3d2f1a097c65e4d3b2a19087f6e5d4c3b2a1908f7e6d5c4";
    String versionReferentiel = "1.0.0";
    String adresseVerification = "https://parchemin.exemple.fr/v/7KQ2-M9XD-4RTB-ZC3H";
    String codeVerification = "7KQ2-M9XD-4RTB-ZC3H";

    /** After a partial validation: no certificate, one bloc missing. */
    Exemples partiel() {
        numero = null;
        delivreLe = null;
        lieu = null;
        adresseVerification = null;
        codeVerification = null;
        LigneBloc second = blocs.get(1);
        blocs = List.of(
                blocs.get(0), new LigneBloc(second.code(), second.intitule(), false, null, null, second.competences()));
        return this;
    }

    DocumentCertificat document() {
        return new DocumentCertificat(
                numero,
                nature,
                sigle,
                intitule,
                branche,
                couleur,
                logo,
                contact,
                certificateurs,
                titulaire,
                sexe,
                dateNaissance,
                lieuNaissance,
                delivreLe,
                lieu,
                dateJury,
                enregistrement,
                mentions,
                blocs,
                effet,
                signataire,
                empreinte,
                versionReferentiel,
                adresseVerification,
                codeVerification);
    }
}
