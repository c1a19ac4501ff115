package fr.parchemin.parcours;

import fr.parchemin.parcours.Profil.Arret;
import fr.parchemin.parcours.Profil.Prerequis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The files of the demonstration: every way in, every outcome, in the three certifications shipped. */
final class Programme {

    static final String METALLURGIE = "metallurgie";
    static final String SECURITE = "securite-privee";

    private static final String NIVEAU_INSUFFISANT =
            "Les compétences attendues ne sont acquises dans aucun bloc ; une nouvelle préparation est conseillée.";

    private final List<Cas> cas = new ArrayList<>();

    private Programme() {}

    static List<Cas> cas() {
        Programme programme = new Programme();
        programme.operateurMaintenance();
        programme.technicienSystemes();
        programme.agentSecurite();
        return List.copyOf(programme.cas);
    }

    private void operateurMaintenance() {
        Files omi = new Files(METALLURGIE, "MET-OMI");
        omi.delivered(5, "ALTERNANCE", Profil.reussite());
        omi.delivered(
                2,
                "FORMATION",
                Profil.reussite().withoutWorkplace().named("demandeur d’emploi : mises en situation reconstituées"));
        omi.delivered(
                1,
                "CANDIDAT_LIBRE",
                Profil.reussite().judged(Deliberation.A_LA_MAJORITE, "").named("validé à la majorité"));
        Profil sansPreventif =
                Profil.reussite().named("bloc préventif non acquis").with(Prestation.INSUFFISANTE, "OMI-B2");
        omi.partial(2, "FORMATION", sansPreventif);
        omi.partial(
                1, "VAE", Profil.reussite().named("bloc correctif non acquis").with(Prestation.INSUFFISANTE, "OMI-B1"));
        omi.refused(
                1,
                "FORMATION",
                Profil.reussite()
                        .named("aucun bloc acquis")
                        .with(Prestation.INSUFFISANTE, "OMI-B1", "OMI-B2")
                        .judged(Deliberation.SUIT_LA_PROPOSITION, NIVEAU_INSUFFISANT));
        omi.add(
                "ALTERNANCE",
                Profil.reussite()
                        .named("évaluateurs en désaccord, tranché par le jury en faveur du candidat")
                        .with(Prestation.DIVERGENTE, "OMI-B1")
                        .judged(
                                Deliberation.VALIDE_TOUT,
                                "Après lecture des deux grilles et du compte rendu, le jury tient le critère pour acquis."),
                "A_TRANCHER",
                "VALIDATION_TOTALE",
                "DELIVREE");
        omi.add(
                "FORMATION",
                Profil.reussite()
                        .named("évaluateurs en désaccord, bloc non validé par le jury")
                        .with(Prestation.DIVERGENTE, "OMI-B2")
                        .judged(
                                Deliberation.SUIT_LA_PROPOSITION,
                                "Le critère en désaccord n’est étayé par aucun relevé : le jury ne valide pas le bloc."),
                "A_TRANCHER",
                "VALIDATION_PARTIELLE",
                "DECIDEE");
        omi.add(
                "VAE",
                sansPreventif
                        .named("jury souverain : tout validé malgré la proposition")
                        .judged(
                                Deliberation.VALIDE_TOUT,
                                "Le dossier de preuves du candidat établit la compétence que la mise en situation n’a pas montrée."),
                "PARTIELLE",
                "VALIDATION_TOTALE",
                "DELIVREE");
        Profil partage = Profil.reussite().named("voix partagées : ajourné").judged(Deliberation.SE_PARTAGE, "");
        omi.add("FORMATION", partage, "TOTALE", "AJOURNEMENT", "AJOURNEE");
        omi.resumed("FORMATION", partage.named("ajourné, puis validé par un second jury"));
        omi.incomplete(
                "FORMATION", Profil.reussite().named("absent au bloc préventif").with(Prestation.ABSENTE, "OMI-B2"));
        omi.incomplete(
                "ALTERNANCE", Profil.reussite().named("évaluation en cours").with(Prestation.NON_NOTEE, "OMI-B2"));
        omi.pending("VAE", Profil.reussite().named("candidature recevable"), "RECEVABLE");
    }

    private void technicienSystemes() {
        Files tsa = new Files(METALLURGIE, "MET-TSA");
        tsa.delivered(5, "ALTERNANCE", Profil.reussite());
        tsa.delivered(
                1,
                "FORMATION",
                Profil.reussite().judged(Deliberation.A_LA_MAJORITE, "").named("validé à la majorité"));
        tsa.partial(
                1,
                "FORMATION",
                Profil.reussite().named("bloc d’optimisation non acquis").with(Prestation.INSUFFISANTE, "TSA-B4"));
        tsa.partial(
                1,
                "VAE",
                Profil.reussite().named("deux blocs sur quatre").with(Prestation.INSUFFISANTE, "TSA-B2", "TSA-B3"));
        tsa.refused(
                1,
                "FORMATION",
                Profil.reussite()
                        .named("aucun bloc acquis")
                        .with(Prestation.INSUFFISANTE, "TSA-B1", "TSA-B2", "TSA-B3", "TSA-B4")
                        .judged(Deliberation.SUIT_LA_PROPOSITION, NIVEAU_INSUFFISANT));
        tsa.add(
                "ALTERNANCE",
                Profil.reussite()
                        .named("évaluateurs en désaccord, tranché par le jury en faveur du candidat")
                        .with(Prestation.DIVERGENTE, "TSA-B3")
                        .judged(
                                Deliberation.VALIDE_TOUT,
                                "La mesure jointe au dossier prouve la cause racine : le jury tient le critère pour acquis."),
                "A_TRANCHER",
                "VALIDATION_TOTALE",
                "DELIVREE");
        tsa.add(
                "FORMATION",
                Profil.reussite().named("voix partagées : ajourné").judged(Deliberation.SE_PARTAGE, ""),
                "TOTALE",
                "AJOURNEMENT",
                "AJOURNEE");
        tsa.incomplete(
                "FORMATION", Profil.reussite().named("excusé au bloc robotique").with(Prestation.EXCUSEE, "TSA-B2"));
        tsa.incomplete(
                "ALTERNANCE",
                Profil.reussite().named("évaluation en cours").with(Prestation.NON_NOTEE, "TSA-B3", "TSA-B4"));
    }

    private void agentSecurite() {
        Files aps = new Files(SECURITE, "APS");
        aps.delivered(6, "FORMATION", Profil.reussite());
        aps.delivered(
                2,
                "FORMATION",
                Profil.reussite().named("certificat SST admis en équivalence").holding("SST", "APS-BC1"));
        aps.delivered(
                1,
                "ALTERNANCE",
                Profil.reussite().judged(Deliberation.A_LA_MAJORITE, "").named("validé à la majorité"));
        aps.partial(
                1,
                "FORMATION",
                Profil.reussite().named("mise en danger : critère éliminatoire").with(Prestation.ELIMINEE, "APS-BC3"));
        aps.partial(
                1,
                "FORMATION",
                Profil.reussite()
                        .named("contrôle et surveillance sous le seuil")
                        .with(Prestation.INSUFFISANTE, "APS-BC2"));
        aps.partial(
                1,
                "FORMATION",
                Profil.reussite().named("secourir : un geste non acquis").with(Prestation.INSUFFISANTE, "APS-BC1"));
        aps.refused(
                1,
                "FORMATION",
                Profil.reussite()
                        .named("aucun bloc acquis")
                        .with(Prestation.INSUFFISANTE, "APS-BC1", "APS-BC2", "APS-BC3", "APS-BC4")
                        .judged(Deliberation.SUIT_LA_PROPOSITION, NIVEAU_INSUFFISANT));
        aps.partial(
                1,
                "FORMATION",
                Profil.reussite()
                        .named("questionnaire d’ouverture manqué : la mise en situation reste fermée")
                        .with(Prestation.INSUFFISANTE, "APS-BC4"));
        aps.add(
                "FORMATION",
                Profil.reussite()
                        .named("jury souverain : tout validé malgré la proposition")
                        .with(Prestation.INSUFFISANTE, "APS-BC2")
                        .judged(
                                Deliberation.VALIDE_TOUT,
                                "Deux questions portaient sur des consignes étrangères au site : le jury valide le bloc."),
                "PARTIELLE",
                "VALIDATION_TOTALE",
                "DELIVREE");
        aps.incomplete(
                "FORMATION",
                Profil.reussite().named("absent au bloc prévention").with(Prestation.ABSENTE, "APS-BC3"));
        aps.incomplete(
                "ALTERNANCE", Profil.reussite().named("évaluation en cours").with(Prestation.NON_NOTEE, "APS-BC3"));
        aps.pending(
                "FORMATION",
                Profil.reussite().named("autorisation préalable refusée").with(Prerequis.UN_REFUSE),
                "IRRECEVABLE");
        aps.pending(
                "FORMATION",
                Profil.reussite().named("autorisation préalable attendue").with(Prerequis.EN_ATTENTE),
                "DEPOSEE");
        aps.pending("FORMATION", Profil.reussite().named("candidat mineur").with(Prerequis.MINEUR), "IRRECEVABLE");
        aps.pending("FORMATION", Profil.reussite().named("candidature recevable"), "RECEVABLE");
    }

    /** Adds the files of one certification; each method is one kind of ending. */
    private final class Files {

        private final String branche;
        private final String certification;

        Files(String branche, String certification) {
            this.branche = branche;
            this.certification = certification;
        }

        void add(String voie, Profil profil, String proposition, String issue, String etat) {
            cas.add(new Cas(branche, certification, voie, profil, proposition, issue, etat, false));
        }

        void delivered(int count, String voie, Profil profil) {
            repeat(
                    count,
                    new Cas(branche, certification, voie, profil, "TOTALE", "VALIDATION_TOTALE", "DELIVREE", false));
        }

        void partial(int count, String voie, Profil profil) {
            repeat(
                    count,
                    new Cas(
                            branche,
                            certification,
                            voie,
                            profil,
                            "PARTIELLE",
                            "VALIDATION_PARTIELLE",
                            "DECIDEE",
                            false));
        }

        void refused(int count, String voie, Profil profil) {
            repeat(count, new Cas(branche, certification, voie, profil, "REFUS", "REFUS", "DECIDEE", false));
        }

        void resumed(String voie, Profil profil) {
            cas.add(new Cas(branche, certification, voie, profil, "TOTALE", "VALIDATION_TOTALE", "DELIVREE", true));
        }

        void incomplete(String voie, Profil profil) {
            add(voie, profil.until(Arret.EVALUATION), "INCOMPLETE", "", "EN_EVALUATION");
        }

        void pending(String voie, Profil profil, String etat) {
            add(voie, profil.until(Arret.RECEVABILITE), "", "", etat);
        }

        private void repeat(int count, Cas one) {
            cas.addAll(Collections.nCopies(count, one));
        }
    }
}
