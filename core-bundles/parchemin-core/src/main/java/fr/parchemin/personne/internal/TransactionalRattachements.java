package fr.parchemin.personne.internal;

import static fr.parchemin.acte.Perimetre.Motif.PERSONNE;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.Identite;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.Certificats;
import fr.parchemin.personne.AvisPersonne;
import fr.parchemin.personne.Lien;
import fr.parchemin.personne.Partage;
import fr.parchemin.personne.Personne;
import fr.parchemin.personne.Personnes;
import fr.parchemin.personne.Rattachements;
import fr.parchemin.personne.TitreAilleurs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each decision of a person in one transaction. What crosses branches is read here and nowhere else. */
@Component
public final class TransactionalRattachements implements Rattachements {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalRattachements.class);
    private static final Duration VALIDITE = Duration.ofDays(30);
    private static final int OCTETS_JETON = 32;
    private static final int JETON_MAXIMAL = 200;
    private static final int HOMONYMES_MAXIMUM = 200;

    private final Transactions transactions;
    private final Personnes personnes;
    private final Candidatures candidatures;
    private final Certificats certificats;
    private final Journal journal;
    private final Catalogue catalogue;
    private final AvisPersonne avis;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param avis {@code null} where nothing is sent to persons: their questions are kept and lapse */
    @Activate
    public TransactionalRattachements(
            @Reference Transactions transactions,
            @Reference Personnes personnes,
            @Reference Candidatures candidatures,
            @Reference Certificats certificats,
            @Reference Journal journal,
            @Reference Catalogue catalogue,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) AvisPersonne avis) {
        this(transactions, personnes, candidatures, certificats, journal, catalogue, avis, HeureLegale.clock());
    }

    public TransactionalRattachements(
            Transactions transactions,
            Personnes personnes,
            Candidatures candidatures,
            Certificats certificats,
            Journal journal,
            Catalogue catalogue,
            AvisPersonne avis,
            Clock clock) {
        this.transactions = transactions;
        this.personnes = personnes;
        this.candidatures = candidatures;
        this.certificats = certificats;
        this.journal = journal;
        this.catalogue = catalogue;
        this.avis = avis;
        this.clock = clock;
    }

    @Override
    public void propose(Personne applied) {
        String jeton = jeton();
        Instant expireLe = clock.instant().plus(VALIDITE);
        Optional<Personne> known = transactions
                .write(Perimetre.tout(PERSONNE), () -> {
                    Optional<Personne> same = personnes.bornWith(applied.identite(), HOMONYMES_MAXIMUM).stream()
                            .filter(p -> !p.id().equals(applied.id()))
                            .filter(p -> Identite.of(p.identite(), applied.identite()) == Identite.EGALE)
                            .findFirst();
                    personnes.addLien(Lien.asked(
                            sha256(jeton),
                            applied.id(),
                            same.map(Personne::racine).orElse(null),
                            expireLe));
                    return Outcome.done(same);
                })
                .orElseThrow();
        known.ifPresent(person -> write(person, jeton, expireLe));
    }

    private String jeton() {
        byte[] secret = new byte[OCTETS_JETON];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private void write(Personne known, String jeton, Instant expireLe) {
        if (avis == null) {
            return;
        }
        try {
            avis.askWhetherTheirs(known.identite(), jeton, expireLe);
        } catch (RuntimeException unsent) {
            // What was done stands; the token lapses unused.
            LOG.warn("a person could not be asked about a link", unsent);
        }
    }

    @Override
    public Outcome<Void> ask(Acteur by, UUID candidature, UUID autre) {
        Instant now = clock.instant();
        String jeton = jeton();
        Instant expireLe = now.plus(VALIDITE);
        return file(by, Droit.RATTACHEMENT_DEMANDER, candidature)
                .then(one -> file(by, Droit.RATTACHEMENT_DEMANDER, autre)
                        .then(other -> resembles(one, other)
                                ? asked(by, one, other, Lien.asked(sha256(jeton), one.personne(), null, expireLe))
                                : Outcome.<Optional<Personne>>refused(
                                        CodeRefus.RESSOURCE_INCONNUE, "ressemblance " + autre)))
                .map(toAsk -> {
                    toAsk.ifPresent(person -> write(person, jeton, expireLe));
                    return null;
                });
    }

    private static boolean resembles(Candidature one, Candidature other) {
        return !one.id().equals(other.id())
                && one.branche().equals(other.branche())
                && Identite.of(one.candidat(), other.candidat()) != Identite.AUTRE;
    }

    /** Keeps the question, unless it waits already; whom to write to. */
    private Outcome<Optional<Personne>> asked(Acteur by, Candidature one, Candidature other, Lien blank) {
        return transactions.write(Perimetre.tout(PERSONNE), () -> {
            UUID connue = root(other.personne());
            boolean same = connue.equals(root(one.personne()));
            boolean waiting = !personnes
                    .unanswered(List.of(one.personne()), personnes.linkedTo(connue))
                    .isEmpty();
            if (!waiting) {
                personnes.addLien(
                        Lien.asked(blank.empreinte(), blank.personne(), same ? null : connue, blank.expireLe()));
            }
            // Written whatever is known: a line that is missing would tell of a question that another branch gave rise
            // to.
            journal.append(new Acte(
                    null,
                    clock.instant(),
                    by.identifiant(),
                    one.branche(),
                    one.objet(),
                    Acte.Nature.RATTACHEMENT_DEMANDE,
                    "Demande à la personne si le dossier " + other.numero() + " est aussi le sien"));
            return Outcome.done(same || waiting ? Optional.empty() : personnes.find(other.personne()));
        });
    }

    @Override
    public Outcome<Void> answer(Acteur by, String question, boolean theirs) {
        List<Candidature> own = DossiersDeLaPersonne.of(by, Droit.RATTACHEMENT_REPONDRE, transactions, candidatures);
        Instant now = clock.instant();
        return transactions.write(Perimetre.tout(PERSONNE), () -> {
            Optional<Lien> found = personnes.findLien(question).filter(lien -> isPutTo(own, lien));
            if (found.isEmpty()) {
                return unknownLink();
            }
            settle(found.get().answered(theirs, now), by.identifiant());
            return Outcome.done(null);
        });
    }

    /** Whether these files are of both: a branch alone, which gives accounts their files, learns nothing by it. */
    private boolean isPutTo(List<Candidature> own, Lien lien) {
        return lien.isUnanswered()
                && own.stream().anyMatch(file -> file.personne().equals(lien.personne()))
                && own.stream().anyMatch(file -> root(file.personne()).equals(root(lien.connue())));
    }

    private void settle(Lien lien, String acteur) {
        boolean theirs = lien.confirmeLe() != null;
        // Either may have been linked to others since the question was put.
        UUID racine = root(lien.connue());
        UUID autre = root(lien.personne());
        if (theirs && !autre.equals(racine)) {
            personnes.link(autre, racine);
        }
        personnes.answer(lien);
        journal.append(new Acte(
                null,
                clock.instant(),
                acteur,
                null,
                "personne/" + racine,
                theirs ? Acte.Nature.PERSONNE_RATTACHEE : Acte.Nature.RATTACHEMENT_REFUSE,
                theirs
                        ? "La personne confirme que deux inscriptions sont les siennes"
                        : "La personne dit que deux inscriptions ne sont pas les siennes toutes deux"));
    }

    @Override
    public Outcome<Void> confirm(String jeton) {
        if (jeton == null || jeton.isBlank() || jeton.length() > JETON_MAXIMAL) {
            return unknownLink();
        }
        Instant now = clock.instant();
        return transactions.write(Perimetre.tout(PERSONNE), () -> {
            Optional<Lien> found = personnes.findLien(sha256(jeton)).filter(lien -> lien.isOpen(now));
            if (found.isEmpty()) {
                return unknownLink();
            }
            settle(found.get().answered(true, now), "personne");
            return Outcome.done(null);
        });
    }

    private UUID root(UUID personne) {
        return personnes.find(personne).map(Personne::racine).orElse(personne);
    }

    private static <T> Outcome<T> unknownLink() {
        return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "ce lien");
    }

    @Override
    public Outcome<Partage> share(
            Acteur by, UUID candidature, String beneficiaire, String certificat, LocalDate jusquAu) {
        LocalDate today = LocalDate.now(clock);
        if (jusquAu != null && jusquAu.isBefore(today)) {
            return Outcome.refused(CodeRefus.CHAMP_INVALIDE, "jusquAu", "ce jour est déjà passé");
        }
        return catalogue
                .branche(beneficiaire)
                .then(branche -> file(by, Droit.TITRE_PARTAGER, candidature))
                .then(file -> transactions.write(Perimetre.tout(PERSONNE), () -> {
                    Partage partage = new Partage(
                            UUID.randomUUID(),
                            root(file.personne()),
                            beneficiaire,
                            certificat,
                            jusquAu,
                            clock.instant(),
                            null);
                    if (certificat != null
                            && certificats.ofPersonnes(personnes.linkedTo(partage.personne())).stream()
                                    .noneMatch(c -> c.numero().equals(certificat))) {
                        return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "certificat " + certificat);
                    }
                    personnes.addPartage(partage);
                    record(by, partage, Acte.Nature.TITRE_PARTAGE, "Titres partagés par la personne");
                    return Outcome.done(partage);
                }));
    }

    @Override
    public Outcome<Partage> withdraw(Acteur by, UUID candidature, UUID id) {
        return file(by, Droit.TITRE_PARTAGER, candidature)
                .then(file -> transactions.write(Perimetre.tout(PERSONNE), () -> {
                    Optional<Partage> found = personnes.partagesOf(personnes.linkedTo(root(file.personne()))).stream()
                            .filter(p -> p.id().equals(id) && p.retireLe() == null)
                            .findFirst();
                    if (found.isEmpty()) {
                        return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "partage " + id);
                    }
                    Partage withdrawn = found.get().withdrawn(clock.instant());
                    personnes.update(withdrawn);
                    record(by, withdrawn, Acte.Nature.PARTAGE_RETIRE, "Partage retiré par la personne");
                    return Outcome.done(withdrawn);
                }));
    }

    @Override
    public Outcome<List<Partage>> shared(Acteur by, UUID candidature) {
        return file(by, Droit.TITRE_PARTAGER, candidature)
                .map(file -> transactions.read(
                        Perimetre.tout(PERSONNE),
                        () -> personnes.partagesOf(personnes.linkedTo(root(file.personne())))));
    }

    @Override
    public Outcome<List<TitreAilleurs>> elsewhere(Acteur by, UUID candidature) {
        return file(by, Droit.TITRES_AILLEURS_LIRE, candidature)
                .map(file -> transactions.read(Perimetre.tout(PERSONNE), () -> {
                    List<UUID> same = personnes.linkedTo(root(file.personne()));
                    List<Certificat> held = certificats.ofPersonnes(same);
                    // No file names several branches yet: what a CQPI lets them know comes in by the last argument.
                    return TitreAilleurs.visible(
                            file.branche(),
                            LocalDate.now(clock),
                            held,
                            personnes.partagesOf(same),
                            List.<Set<String>>of());
                }));
    }

    /** The file, read within what the account may reach: nothing that crosses branches is looked at before. */
    private Outcome<Candidature> file(Acteur by, Droit droit, UUID id) {
        return transactions.read(by.perimetre(), () -> Candidature.allowed(by, droit, candidatures.find(id), id));
    }

    /** About the person and no branch: the acts of a file would tell its branch that there are titles elsewhere. */
    private void record(Acteur by, Partage partage, Acte.Nature nature, String detail) {
        journal.append(new Acte(
                null, clock.instant(), by.identifiant(), null, "personne/" + partage.personne(), nature, detail));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
