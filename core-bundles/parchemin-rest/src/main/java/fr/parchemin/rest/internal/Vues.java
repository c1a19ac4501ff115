package fr.parchemin.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.branche.Agrement;
import fr.parchemin.branche.Branche;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.Financement;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.Registre;
import fr.parchemin.candidature.Tiers;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.DocumentCertificat;
import fr.parchemin.equivalence.CalculEquivalences;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Equivalence;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Reference;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.RegleJury;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the interface shows of the domain. */
final class Vues {

    private Vues() {}

    // ---- branches and certifications

    public record CertificationResume(String code, String intitule, String version, String type, String sigle) {
        static CertificationResume of(Referentiel referentiel) {
            Certification c = referentiel.certification();
            return new CertificationResume(
                    c.code(), c.intitule(), referentiel.version(), c.type().name(), c.designation());
        }
    }

    public record ExtensionVue(String nom, String version) {
        static ExtensionVue of(VueBranche.Extension extension) {
            return new ExtensionVue(extension.nom(), extension.version());
        }
    }

    public record BrancheVue(
            String code,
            String nom,
            String etat,
            Instant depuis,
            List<MotifErreur> motifs,
            @JsonInclude(JsonInclude.Include.ALWAYS)
                    @Schema(
                            description =
                                    "Le bundle qui porte la branche, ou le fichier déposé, alors sans version ; null quand elle est absente")
                    ExtensionVue extension,
            String couleur,
            List<CertificationResume> certifications,
            Branche identite) {
        /** One of a list, without what it says of itself at length. */
        static BrancheVue of(VueBranche vue) {
            return of(vue, null);
        }

        static BrancheVue whole(VueBranche vue) {
            return of(vue, vue.identite().orElse(null));
        }

        private static BrancheVue of(VueBranche vue, Branche identite) {
            return new BrancheVue(
                    vue.code(),
                    vue.nom(),
                    vue.etat().code(),
                    vue.etat().depuis(),
                    vue.etat() instanceof EtatBranche.EnErreur enErreur ? enErreur.motifs() : List.of(),
                    vue.extension().map(ExtensionVue::of).orElse(null),
                    vue.identite().map(b -> b.couleur()).orElse(null),
                    vue.referentiels().stream()
                            .map(r -> CertificationResume.of(r.referentiel()))
                            .toList(),
                    identite);
        }
    }

    public record FicheCatalogue(
            String branche,
            String code,
            String intitule,
            List<String> alias,
            String type,
            String sigle,
            Integer niveau,
            String version,
            boolean disponible) {}

    public record CertificationVue(
            String branche,
            String nomBranche,
            boolean disponible,
            String empreinte,
            List<String> versions,
            Referentiel referentiel,
            List<Catalogue.EquivalenceDite> equivalences,
            List<Agrement> agrements,
            List<Financement> financement) {}

    /** What a holder may claim; {@code par} are the equivalences that lead to it, in their order. */
    public record DroitVue(Reference vers, boolean entier, List<String> conditions, List<Equivalence> par) {
        static DroitVue of(CalculEquivalences.Droit droit) {
            return new DroitVue(droit.vers(), droit.isEntier(), droit.conditions(), droit.par());
        }
    }

    // ---- accounts

    public record RoleVue(Role role, String branche) {
        static RoleVue of(Habilitation habilitation) {
            return new RoleVue(habilitation.role(), habilitation.branche());
        }
    }

    /** That a role was taken back. */
    public record RetraitVue(String par, Instant le, String motif) {}

    /** A role that was given. */
    public record AttributionVue(
            Long rang,
            String compte,
            Role role,
            Portee.Etendue etendue,
            String branche,
            String cible,
            LocalDate du,
            LocalDate au,
            String accordeePar,
            Instant accordeeLe,
            String motif,
            RetraitVue retrait) {
        static AttributionVue of(Attribution a) {
            Portee portee = a.habilitation().portee();
            return new AttributionVue(
                    a.rang(),
                    a.identifiant(),
                    a.habilitation().role(),
                    portee.etendue(),
                    portee.branche().orElse(null),
                    portee.cible().orElse(null),
                    a.du(),
                    a.au(),
                    a.accordeePar(),
                    a.accordeeLe(),
                    a.motif(),
                    a.retrait()
                            .map(r -> new RetraitVue(r.par(), r.le(), r.motif()))
                            .orElse(null));
        }
    }

    public record CompteVue(String identifiant, String nom, List<RoleVue> roles) {
        static CompteVue of(Acteur acteur) {
            return new CompteVue(
                    acteur.identifiant(),
                    acteur.nom(),
                    acteur.habilitations().stream()
                            .map(RoleVue::of)
                            .sorted(Comparator.comparing((RoleVue r) -> r.role())
                                    .thenComparing(r -> r.branche() == null ? "" : r.branche()))
                            .toList());
        }
    }

    // ---- candidatures

    public record PrerequisVue(
            String code,
            String intitule,
            boolean obligatoire,
            Statut statut,
            String numero,
            LocalDate valideJusquAu,
            String observation) {

        /** Where a prerequisite stands today. */
        public enum Statut {
            A_VERIFIER,
            SATISFAIT,
            NON_SATISFAIT
        }

        static PrerequisVue of(Prerequis prerequis, ConstatPrerequis constat, LocalDate today) {
            Statut statut = Statut.A_VERIFIER;
            if (constat != null) {
                statut = constat.holdsOn(today) ? Statut.SATISFAIT : Statut.NON_SATISFAIT;
            }
            return new PrerequisVue(
                    prerequis.code(),
                    prerequis.intitule(),
                    prerequis.obligatoire(),
                    statut,
                    constat == null ? null : constat.numero(),
                    constat == null ? null : constat.valideJusquAu(),
                    constat == null ? null : constat.observation());
        }
    }

    public record CandidatureResume(
            UUID id,
            String numero,
            String branche,
            String certification,
            String intitule,
            String version,
            String etat,
            String candidat,
            Instant deposeeLe) {
        static CandidatureResume of(Candidature c) {
            return new CandidatureResume(
                    c.id(),
                    c.numero(),
                    c.branche(),
                    c.certification(),
                    c.intitule(),
                    c.version(),
                    c.etat().code(),
                    c.candidat().nomComplet(),
                    c.deposeeLe());
        }
    }

    public record PageCandidatures(
            List<CandidatureResume> elements, String precedent, String suivant, Registre.Nombre nombre) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record CandidatureVue(
            UUID id,
            String numero,
            String branche,
            String certification,
            String intitule,
            String version,
            String empreinte,
            String voie,
            String etat,
            Candidat candidat,
            Tiers organisme,
            Tiers entreprise,
            List<String> formateurs,
            List<PrerequisVue> prerequis,
            Set<String> evaluateurs,
            UUID jury,
            DecisionVue decision,
            String certificat,
            Instant deposeeLe,
            long revision,
            List<String> actions) {
        static CandidatureVue of(
                Candidature c, Referentiel referentiel, Decision decision, String certificat, LocalDate today) {
            return new CandidatureVue(
                    c.id(),
                    c.numero(),
                    c.branche(),
                    c.certification(),
                    c.intitule(),
                    c.version(),
                    c.empreinte(),
                    c.voie().name(),
                    c.etat().code(),
                    c.candidat(),
                    c.organisme(),
                    c.entreprise(),
                    c.formateurs(),
                    referentiel.certification().prerequis().stream()
                            .map(p -> PrerequisVue.of(p, c.constats().get(p.code()), today))
                            .toList(),
                    c.evaluateurs(),
                    c.etat().jury(),
                    decision == null ? null : DecisionVue.of(decision),
                    certificat,
                    c.deposeeLe(),
                    c.revision(),
                    c.nextActs(decision != null && decision.opensCertificate()));
        }
    }

    /** Values by field; a personal one that may not be read is said as such: {@code masqué}, {@code effacé}. */
    public record ActeVue(
            Long rang,
            Instant le,
            String acteur,
            String auNomDe,
            String branche,
            String objet,
            String acte,
            String detail,
            Map<String, String> avant,
            Map<String, String> apres,
            String motif) {
        static ActeVue of(Acte acte) {
            return new ActeVue(
                    acte.rang(),
                    acte.le(),
                    acte.acteur(),
                    acte.auNomDe(),
                    acte.branche(),
                    acte.objet(),
                    acte.nature().name(),
                    acte.detail(),
                    texts(acte.avant()),
                    texts(acte.apres()),
                    acte.motif() == null ? null : acte.motif().texte());
        }

        private static Map<String, String> texts(Valeurs valeurs) {
            Map<String, String> texts = new LinkedHashMap<>();
            valeurs.champs().forEach((champ, valeur) -> texts.put(champ, valeur.texte()));
            return texts;
        }
    }

    // ---- grid and proposal

    public record CritereVue(
            String code,
            String intitule,
            String echelle,
            BigDecimal bareme,
            List<Critere.Niveau> niveaux,
            String acquisA,
            BigDecimal poids,
            boolean collectif,
            boolean eliminatoire,
            String competence) {}

    public record SaisieVue(
            String evaluateur,
            int passage,
            Presence presence,
            Map<String, Object> notes,
            String observation,
            Instant saisiLe) {
        static SaisieVue of(Saisie saisie) {
            Map<String, Object> notes = new LinkedHashMap<>();
            saisie.notes().forEach((code, note) -> {
                if (note instanceof fr.parchemin.evaluation.Note.Points points) {
                    notes.put(code, points.valeur());
                } else {
                    notes.put(code, note.toString());
                }
            });
            return new SaisieVue(
                    saisie.evaluateur(),
                    saisie.passage(),
                    saisie.presence(),
                    notes,
                    saisie.observation(),
                    saisie.saisiLe());
        }
    }

    public record EpreuveVue(
            String code,
            String intitule,
            String bloc,
            String modalite,
            int evaluateurs,
            BigDecimal bareme,
            int passages,
            List<String> remplace,
            List<CritereVue> criteres,
            List<SaisieVue> saisies) {}

    public record GrilleVue(UUID candidature, String certification, String version, List<EpreuveVue> epreuves) {
        static GrilleVue of(Evaluations.Grille grille) {
            List<EpreuveVue> epreuves = new ArrayList<>();
            for (BlocCompetences bloc : grille.referentiel().blocs()) {
                for (Epreuve epreuve : bloc.epreuves()) {
                    epreuves.add(new EpreuveVue(
                            epreuve.code(),
                            epreuve.intitule(),
                            bloc.code(),
                            epreuve.modalite().name(),
                            epreuve.evaluateurs(),
                            bloc.bareme(epreuve),
                            epreuve.regime().maximum(),
                            epreuve.remplace(),
                            criteres(bloc, epreuve),
                            grille.saisies().stream()
                                    .filter(s -> s.epreuve().equals(epreuve.code()))
                                    .map(SaisieVue::of)
                                    .toList()));
                }
            }
            return new GrilleVue(
                    grille.candidature().id(),
                    grille.candidature().certification(),
                    grille.candidature().version(),
                    epreuves);
        }

        private static List<CritereVue> criteres(BlocCompetences bloc, Epreuve epreuve) {
            Map<String, Critere> observed = bloc.criteres(epreuve);
            List<CritereVue> criteres = new ArrayList<>();
            for (Competence competence : bloc.competences()) {
                for (Critere critere : competence.criteres()) {
                    if (observed.containsKey(critere.code())) {
                        criteres.add(new CritereVue(
                                critere.code(),
                                critere.intitule(),
                                critere.echelle().name(),
                                critere.bareme(),
                                critere.niveaux(),
                                critere.acquisA(),
                                critere.poids(),
                                critere.collectif(),
                                critere.eliminatoire(),
                                competence.code()));
                    }
                }
            }
            return criteres;
        }
    }

    // ---- jury

    public record MembreVue(
            UUID id,
            String nom,
            String college,
            String identifiant,
            String employeur,
            Integer pratiqueAnnees,
            boolean president) {
        static MembreVue of(MembreJury m) {
            return new MembreVue(
                    m.id(), m.nom(), m.college(), m.identifiant(), m.employeur(), m.pratiqueAnnees(), m.president());
        }
    }

    public record DecisionBlocVue(
            String code, String intitule, String decision, int pour, int contre, int abstention) {}

    public record DecisionVue(
            UUID jury,
            LocalDate date,
            String issue,
            List<DecisionBlocVue> blocs,
            List<UUID> presents,
            String motif,
            String decidePar,
            Instant decideLe) {
        static DecisionVue of(Decision d) {
            return new DecisionVue(
                    d.jury(),
                    d.date(),
                    d.issue().name(),
                    d.blocs().stream()
                            .map(b -> new DecisionBlocVue(
                                    b.code(), b.intitule(), b.decision().name(), b.pour(), b.contre(), b.abstention()))
                            .toList(),
                    d.presents(),
                    d.motif(),
                    d.par(),
                    d.decideLe());
        }
    }

    public record DossierVue(CandidatureResume candidature, Proposition proposition, DecisionVue decision) {
        static DossierVue of(Deliberations.DossierPresente d) {
            return new DossierVue(
                    CandidatureResume.of(d.candidature()),
                    d.proposition(),
                    d.decision().map(DecisionVue::of).orElse(null));
        }
    }

    public record JuryResume(
            UUID id,
            String numero,
            String branche,
            String certification,
            String intitule,
            LocalDate date,
            String lieu,
            String etat) {
        static JuryResume of(Jury j) {
            return new JuryResume(
                    j.id(), j.numero(), j.branche(), j.certification(), j.intitule(), j.date(), j.lieu(), etat(j));
        }

        private static String etat(Jury j) {
            return j.isValide() ? "VALIDE" : "COMPOSE";
        }
    }

    public record PageJurys(List<JuryResume> elements, String precedent, String suivant) {}

    public record JuryVue(
            UUID id,
            String numero,
            String branche,
            String certification,
            String intitule,
            LocalDate date,
            String lieu,
            String etat,
            List<MembreVue> membres,
            RegleJury regle,
            List<DossierVue> candidatures) {
        static JuryVue of(Jury j, RegleJury regle, List<Deliberations.DossierPresente> dossiers) {
            return new JuryVue(
                    j.id(),
                    j.numero(),
                    j.branche(),
                    j.certification(),
                    j.intitule(),
                    j.date(),
                    j.lieu(),
                    JuryResume.etat(j),
                    j.membres().stream().map(MembreVue::of).toList(),
                    regle,
                    dossiers.stream().map(DossierVue::of).toList());
        }
    }

    // ---- certificates

    public record BlocObtenu(
            String code, String intitule, boolean valide, LocalDate acquisLe, LocalDate valideJusquAu) {
        static List<BlocObtenu> of(DocumentCertificat document) {
            return document.blocs().stream()
                    .map(b -> new BlocObtenu(b.code(), b.intitule(), b.valide(), b.acquisLe(), b.valideJusquAu()))
                    .toList();
        }
    }

    public record LiensCertificat(String certificat, String releve, String verification, String effet) {}

    public record CertificatVue(
            String numero,
            String codeVerification,
            UUID candidature,
            String titulaire,
            String intitule,
            String branche,
            String certification,
            String version,
            LocalDate delivreLe,
            String lieu,
            List<BlocObtenu> blocs,
            DocumentCertificat.EffetLigne effet,
            String statut,
            LiensCertificat liens) {
        static CertificatVue of(Certificat c) {
            DocumentCertificat document = c.document();
            String base = "/api/certificats/" + c.numero();
            return new CertificatVue(
                    c.numero(),
                    c.codeVerification(),
                    c.candidature(),
                    document.titulaire(),
                    document.intitule(),
                    document.branche(),
                    c.certification(),
                    c.version(),
                    c.delivreLe(),
                    document.lieu(),
                    BlocObtenu.of(document),
                    document.effet(),
                    c.statut().name(),
                    new LiensCertificat(
                            base + "/certificat.pdf",
                            base + "/releve.pdf",
                            "/api/verification/" + c.codeVerification(),
                            base + "/effet"));
        }
    }

    /** What the public check shows; all but {@code statut} is {@code null} for an unknown code. */
    public record VerificationVue(
            String statut,
            String numero,
            String titulaire,
            String intitule,
            String branche,
            List<String> certificateurs,
            List<BlocObtenu> blocs,
            LocalDate delivreLe) {

        static final VerificationVue INCONNU = new VerificationVue("INCONNU", null, null, null, null, null, null, null);

        static VerificationVue of(Certificat c) {
            DocumentCertificat document = c.document();
            return new VerificationVue(
                    c.statut() == Certificat.Statut.VALIDE ? "AUTHENTIQUE" : "REVOQUE",
                    c.numero(),
                    document.titulaire(),
                    document.intitule(),
                    document.branche(),
                    document.certificateurs().stream()
                            .map(DocumentCertificat.Certificateur::nom)
                            .toList(),
                    BlocObtenu.of(document),
                    c.delivreLe());
        }
    }
}
