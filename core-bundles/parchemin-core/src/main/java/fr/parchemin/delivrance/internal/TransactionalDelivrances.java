package fr.parchemin.delivrance.internal;

import static fr.parchemin.acte.Perimetre.Motif.VERIFICATION_PUBLIQUE;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Lecture;
import fr.parchemin.acte.Lectures;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Typographie;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.branche.Branche;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.classification.CalculEffet;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.classification.Effet;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.Certificats;
import fr.parchemin.delivrance.CodeVerification;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.delivrance.DocumentCertificat;
import fr.parchemin.delivrance.DocumentImpossible;
import fr.parchemin.delivrance.Documents;
import fr.parchemin.delivrance.Numerotation;
import fr.parchemin.delivrance.Presupposes;
import fr.parchemin.delivrance.Redaction;
import fr.parchemin.delivrance.Redaction.Livraison;
import fr.parchemin.delivrance.Verifications;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decisions;
import fr.parchemin.parametre.Decides;
import fr.parchemin.parametre.ParametresEnVigueur;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Referentiels;
import fr.parchemin.regle.Regles;
import fr.parchemin.regle.ReglesBranche;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Delivers in one transaction: number, certificate and journal come together or not at all. */
@Component(
        service = {Delivrances.class, Verifications.class},
        configurationPid = "fr.parchemin.plateforme")
public final class TransactionalDelivrances implements Delivrances, Verifications {

    /** Configuration {@code fr.parchemin.plateforme}. */
    public @interface Config {
        /** Where people reach the platform; printed on papers and in their QR codes, so it should never change. */
        String adressePublique() default "http://127.0.0.1:8181";
    }

    /** What the paper has room for. */
    private static final int LIEU_MAXIMAL = 80;

    private final Transactions transactions;
    private final Certificats certificats;
    private final Candidatures candidatures;
    private final Decisions decisions;
    private final Journal journal;
    private final Lectures lectures;
    private final Catalogue catalogue;
    private final Referentiels referentiels;
    private final Documents documents;
    private final Regles regles;
    private final Presupposes presupposes;
    private final Decides parametres;
    private final String adressePublique;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public TransactionalDelivrances(
            Config config,
            @Reference Transactions transactions,
            @Reference Certificats certificats,
            @Reference Candidatures candidatures,
            @Reference Decisions decisions,
            @Reference Journal journal,
            @Reference Lectures lectures,
            @Reference Catalogue catalogue,
            @Reference Referentiels referentiels,
            @Reference Documents documents,
            @Reference Regles regles,
            @Reference Presupposes presupposes,
            @Reference Decides parametres) {
        this(
                config.adressePublique(),
                transactions,
                certificats,
                candidatures,
                decisions,
                journal,
                lectures,
                catalogue,
                referentiels,
                documents,
                regles,
                presupposes,
                parametres,
                HeureLegale.clock());
    }

    public TransactionalDelivrances(
            String adressePublique,
            Transactions transactions,
            Certificats certificats,
            Candidatures candidatures,
            Decisions decisions,
            Journal journal,
            Lectures lectures,
            Catalogue catalogue,
            Referentiels referentiels,
            Documents documents,
            Regles regles,
            Presupposes presupposes,
            Decides parametres,
            Clock clock) {
        this.adressePublique = adressePublique.replaceAll("/+$", "");
        this.transactions = transactions;
        this.certificats = certificats;
        this.candidatures = candidatures;
        this.decisions = decisions;
        this.journal = journal;
        this.lectures = lectures;
        this.catalogue = catalogue;
        this.referentiels = referentiels;
        this.documents = documents;
        this.regles = regles;
        this.presupposes = presupposes;
        this.parametres = parametres;
        this.clock = clock;
    }

    @Override
    public Outcome<Certificat> deliver(Acteur by, UUID id, String lieu) {
        return transactions.write(by.perimetre(), () -> Candidature.allowed(
                        by, Droit.CERTIFICAT_DELIVRER, candidatures.findForUpdate(id), id)
                .then(c -> Outcome.unless(Champs.requiredLine("lieu", lieu, LIEU_MAXIMAL), c))
                .then(this::deliverable)
                .then(decided -> deliver(by, decided, Textes.tidy(lieu))));
    }

    private record Decided(Candidature candidature, Decision decision) {}

    private Outcome<Decided> deliverable(Candidature candidature) {
        if (candidature.etat() instanceof EtatCandidature.Delivree) {
            String numero = certificats
                    .findByCandidature(candidature.id())
                    .map(Certificat::numero)
                    .orElseThrow();
            return Outcome.refused(CodeRefus.CERTIFICAT_DEJA_DELIVRE, numero);
        }
        Optional<Decision> decision = decisions.lastOf(candidature.id()).filter(Decision::isFinal);
        if (!(candidature.etat() instanceof EtatCandidature.Decidee) || decision.isEmpty()) {
            return Outcome.refused(CodeRefus.DECISION_ABSENTE, candidature.numero());
        }
        if (!decision.get().opensCertificate()) {
            return Outcome.refused(
                    CodeRefus.DECISION_NON_FAVORABLE,
                    candidature.numero(),
                    decision.get().issue().libelle());
        }
        return Outcome.unless(noLongerAwarded(candidature, decision.get()), new Decided(candidature, decision.get()))
                .then(decided -> Outcome.unless(withoutWhatItPresupposes(decided), decided));
    }

    private Optional<Refus> withoutWhatItPresupposes(Decided decided) {
        List<String> manques = presupposes.manques(decided.candidature(), decided.decision(), LocalDate.now(clock));
        return manques.isEmpty()
                ? Optional.empty()
                : Optional.of(Refus.of(
                        CodeRefus.OPTION_CONSTITUTIVE_ABSENTE,
                        decided.candidature().numero(),
                        String.join("\u00a0; ", manques)));
    }

    /** A version that a later one has put an end to, for decisions taken after its last day. */
    private Optional<Refus> noLongerAwarded(Candidature candidature, Decision decision) {
        return catalogue
                .branche(candidature.branche())
                .orElseThrow()
                .referentiel(candidature.certification())
                .flatMap(current -> current.referentiel()
                        .transitionFrom(candidature.version())
                        .filter(t -> !t.allowsAwardOn(decision.date()))
                        .map(t -> Refus.of(
                                CodeRefus.VERSION_PLUS_DELIVREE,
                                candidature.version(),
                                Typographie.jour(t.delivranceJusquAu()),
                                Typographie.jour(decision.date()),
                                current.referentiel().version())));
    }

    private Outcome<Certificat> deliver(Acteur by, Decided decided, String lieu) {
        Candidature candidature = decided.candidature();
        LocalDate today = LocalDate.now(clock);
        String code = CodeVerification.next(random);
        VueBranche vue = branche(candidature, today);
        Branche.Numerotation numerotation = vue.identite().orElseThrow().numerotation();
        ReglesBranche rules = regles.of(candidature.branche());
        String serie = Numerotation.serie(numerotation, today);
        // The paper is tried before a number is taken: what cannot be printed is not delivered, and the series of
        // numbers stays locked for as short a time as can be.
        Outcome<byte[]> trial =
                render(() -> documents.certificat(draw(vue, decided, serie + "-000000", code, today, lieu, rules)));
        if (!trial.isDone()) {
            return Outcome.refused(trial.reason().orElseThrow());
        }
        Outcome<String> numbered = Numerotation.of(
                numerotation,
                candidature,
                today,
                certificats.next(serie),
                n -> certificats.findByNumero(n).isPresent(),
                rules);
        if (!numbered.isDone()) {
            return Outcome.refused(numbered.reason().orElseThrow()); // rolls back, rank and all
        }
        String numero = numbered.orElseThrow();
        Certificat certificat = new Certificat(
                UUID.randomUUID(),
                numero,
                code,
                candidature.id(),
                candidature.branche(),
                candidature.certification(),
                candidature.version(),
                candidature.candidat().nomNaissance(),
                candidature.candidat().nomUsage(),
                today,
                draw(vue, decided, numero, code, today, lieu, rules),
                Certificat.Statut.VALIDE,
                by.identifiant(),
                clock.instant());
        certificats.add(certificat);
        Candidature delivered = candidature.delivered();
        candidatures.update(delivered);
        journal.append(new Acte(
                        null,
                        clock.instant(),
                        by.identifiant(),
                        candidature.branche(),
                        candidature.objet(),
                        Acte.Nature.CERTIFICAT_DELIVRE,
                        "Certificat " + numero + " délivré")
                .about(candidature.personne())
                .onBehalfOf(vue.identite().orElseThrow().certificateurs().stream()
                        .map(Branche.Certificateur::nom)
                        .collect(Collectors.joining(", ")))
                .changing(
                        Valeurs.of("etat", candidature.etat().code()),
                        Valeurs.of("etat", delivered.etat().code())
                                .and("certificat", numero)
                                .and("delivreLe", today)
                                .and("lieu", lieu)
                                .andPersonal("titulaire", candidature.candidat().nomComplet())));
        return Outcome.done(certificat);
    }

    private DocumentCertificat draw(
            VueBranche vue,
            Decided decided,
            String numero,
            String code,
            LocalDate day,
            String lieu,
            ReglesBranche rules) {
        return Redaction.draw(
                vue,
                referentiel(decided.candidature()),
                decided.candidature(),
                decided.decision(),
                Optional.of(new Livraison(numero, code, adressePublique + "/v/" + code, day, lieu)),
                rules);
    }

    private static Outcome<byte[]> render(Supplier<byte[]> paper) {
        try {
            return Outcome.done(paper.get());
        } catch (DocumentImpossible impossible) {
            return Outcome.refused(CodeRefus.valueOf(impossible.code()), impossible.getMessage());
        }
    }

    @Override
    public Outcome<Certificat> find(Acteur by, String numero) {
        return transactions
                .read(by.perimetre(), () -> certificats.findByNumero(numero).flatMap(c -> candidatures
                        .find(c.candidature())
                        .filter(file -> by.may(Droit.CERTIFICAT_LIRE, file.asObjet()))
                        .map(file -> new Lu(c, file.readBy(by)))))
                .map(lu -> {
                    lu.lecture().ifPresent(ofFile -> tell(by, lu.certificat(), ofFile.personne()));
                    return Outcome.done(lu.certificat());
                })
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "certificat " + numero));
    }

    /** A certificate with what the journal would tell of the reading of its file. */
    private record Lu(Certificat certificat, Optional<Lecture> lecture) {}

    private void tell(Acteur by, Certificat certificat, UUID personne) {
        lectures.tell(
                by.identifiant(),
                new Lecture(
                        "certificat/" + certificat.numero(),
                        certificat.branche(),
                        Acte.Nature.CERTIFICAT_CONSULTE,
                        "Certificat " + certificat.numero() + " lu",
                        personne));
    }

    @Override
    public Outcome<Optional<Certificat>> ofCandidature(Acteur by, UUID id) {
        return transactions.read(
                by.perimetre(), () -> Candidature.allowed(by, Droit.CERTIFICAT_LIRE, candidatures.find(id), id)
                        .map(c -> certificats.findByCandidature(id)));
    }

    @Override
    public Outcome<byte[]> certificatPdf(Acteur by, String numero) {
        return find(by, numero).then(c -> render(() -> documents.certificat(c.document())));
    }

    @Override
    public Outcome<byte[]> relevePdf(Acteur by, String numero) {
        return find(by, numero).then(c -> render(() -> documents.releve(c.document())));
    }

    @Override
    public Outcome<byte[]> releveOfCandidature(Acteur by, UUID id) {
        return transactions
                .read(by.perimetre(), () -> Candidature.allowed(by, Droit.CERTIFICAT_LIRE, candidatures.find(id), id)
                        .then(candidature -> {
                            Optional<Certificat> delivered = certificats.findByCandidature(id);
                            if (delivered.isPresent()) {
                                return Outcome.done(new ReleveLu(delivered.get().document(), candidature.readBy(by)));
                            }
                            return decisions
                                    .lastOf(id)
                                    .filter(Decision::isFinal)
                                    .map(decision -> Outcome.done(
                                            new ReleveLu(releve(candidature, decision), candidature.readBy(by))))
                                    .orElseGet(() -> Outcome.refused(CodeRefus.DECISION_ABSENTE, candidature.numero()));
                        }))
                .then(lu -> {
                    lu.lecture().ifPresent(lecture -> lectures.tell(by.identifiant(), lecture));
                    return render(() -> documents.releve(lu.document()));
                });
    }

    private record ReleveLu(DocumentCertificat document, Optional<Lecture> lecture) {}

    private DocumentCertificat releve(Candidature candidature, Decision decision) {
        VueBranche vue = branche(candidature, decision.date());
        return Redaction.draw(
                vue,
                referentiel(candidature),
                candidature,
                decision,
                Optional.empty(),
                regles.of(candidature.branche()));
    }

    @Override
    public Outcome<Effet> effet(Acteur by, String numero, ContexteEmploi contexte) {
        return find(by, numero)
                .map(c -> CalculEffet.of(
                        referentiels.get(c.branche(), c.certification(), c.version()),
                        catalogue.branche(c.branche()).orElseThrow().classifications(),
                        contexte.obtainedOn(c.document().dateJury()),
                        regles.of(c.branche())));
    }

    @Override
    public Optional<Certificat> byCode(String codeVerification) {
        return transactions.read(
                Perimetre.tout(VERIFICATION_PUBLIQUE),
                () -> certificats.findByCode(CodeVerification.normalize(codeVerification)));
    }

    @Override
    public boolean matches(String numero, String nom) {
        return transactions
                .read(
                        Perimetre.tout(VERIFICATION_PUBLIQUE),
                        () -> certificats.findByNumero(numero.trim().toUpperCase(Locale.ROOT)))
                .filter(c -> Textes.same(c.nomNaissance(), nom) || Textes.same(c.nomUsage(), nom))
                .isPresent();
    }

    /** The branch of the file with the parameters of the day that its paper bears. */
    private VueBranche branche(Candidature candidature, LocalDate day) {
        return ParametresEnVigueur.on(day, parametres.of(candidature.branche()))
                .over(catalogue.branche(candidature.branche()).orElseThrow());
    }

    private Referentiel referentiel(Candidature candidature) {
        return referentiels.get(candidature.branche(), candidature.certification(), candidature.version());
    }
}
