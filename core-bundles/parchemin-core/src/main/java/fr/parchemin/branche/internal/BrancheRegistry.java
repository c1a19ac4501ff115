package fr.parchemin.branche.internal;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.ArtefactRefuse;
import fr.parchemin.branche.BrancheConnue;
import fr.parchemin.branche.BranchesConnues;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionBranche.VersionDefinie;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.MotifErreur.Code;
import fr.parchemin.branche.PreuveAdmission;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.branche.VueBranche.Extension;
import fr.parchemin.branche.VueBranche.ReferentielCourant;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Snapshot;
import fr.parchemin.referentiel.Snapshots;
import fr.parchemin.regle.GardeRegles;
import fr.parchemin.spi.BranchePlugin;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits branches as their plugins come and remembers them when they go.
 *
 * <p>Arrivals and departures are handled one after the other on one thread; readers see immutable views and never wait.
 */
final class BrancheRegistry implements Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(BrancheRegistry.class);
    private static final String PLATEFORME = "plateforme";
    private static final long RETRY_SECONDS = 10;
    /** How long after the start a branch may take to come back before it counts as gone. */
    private static final long GRACE_SECONDS = 60;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à' HH:mm", Locale.FRENCH).withZone(HeureLegale.ZONE);

    /** A plugin that is there; {@code code} is what its service property says, {@code null} when it says nothing. */
    private record Offre(
            long id, String code, Optional<Extension> extension, Optional<String> bundles, BranchePlugin plugin) {
        String shownAs() {
            return code == null ? otherName() : code;
        }

        /** What it is called when its code says nothing or is taken. */
        String otherName() {
            return extension
                    .filter(e -> e.version() == null)
                    .map(Extension::nom)
                    .orElse("extension-" + id);
        }
    }

    /** A refused artefact with the name and the state that it is shown as. */
    private record Refusee(ArtefactRefuse artefact, String code, EtatBranche etat) {}

    private record Dated(LocalDate day, VueBranche vue) {}

    private final DefinitionReader reader;
    private final PreuveAdmission preuve;
    private final GardeRegles garde;
    private final Transactions transactions;
    private final Snapshots snapshots;
    private final BranchesConnues connues;
    private final Journal journal;
    private final Clock clock;
    private final ScheduledExecutorService executor;

    /** Touched by the executor only: the plugins that are there, in the order of their coming. */
    private final Map<Long, Offre> offres = new LinkedHashMap<>();
    /** Touched by the executor only: the plugin that holds a code. */
    private final Map<String, Long> titulaires = new TreeMap<>();
    /** Touched by the executor only: of a branch that was there when the platform stopped, what proved it then. */
    private final Map<String, String> proofs = new TreeMap<>();
    /** Touched by the executor only: the artefacts that could not be read, as they are shown. */
    private final Map<Long, Refusee> refusees = new TreeMap<>();

    private final Map<String, BrancheEnMemoire> fiches = new ConcurrentHashMap<>();
    private final Map<String, Dated> vues = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    BrancheRegistry(
            DefinitionReader reader,
            PreuveAdmission preuve,
            GardeRegles garde,
            Transactions transactions,
            Snapshots snapshots,
            BranchesConnues connues,
            Journal journal,
            Clock clock,
            ScheduledExecutorService executor) {
        this.reader = reader;
        this.preuve = preuve;
        this.garde = garde;
        this.transactions = transactions;
        this.snapshots = snapshots;
        this.connues = connues;
        this.journal = journal;
        this.clock = clock;
        this.executor = executor;
    }

    /** Recalls the branches of before; they are absent until their plugin comes. */
    void start() {
        executor.execute(this::recallAll);
    }

    /**
     * @param bundles which very bundles, of the plugin and of the platform, meet here, with the content of a branch without
     *     Java; empty when they do not tell what the plugin holds. A branch that they proved before the platform stopped is not examined again.
     */
    void arrive(long id, String code, Optional<Extension> extension, Optional<String> bundles, BranchePlugin plugin) {
        executor.execute(() -> {
            Offre offre = new Offre(id, code, extension, bundles, plugin);
            offres.put(id, offre);
            admit(offre);
            showAgain(offre.shownAs());
        });
    }

    void depart(long id) {
        executor.execute(() -> leave(id));
    }

    void refuse(long id, ArtefactRefuse artefact) {
        executor.execute(() -> show(id, artefact));
    }

    private void show(long id, ArtefactRefuse artefact) {
        String shown = shownAs(artefact);
        refusees.put(id, new Refusee(artefact, shown, fail(shown, Optional.empty(), artefact.motifs())));
    }

    /** The branch that the artefact brought before, unless another plugin holds it; its own name otherwise. */
    private String shownAs(ArtefactRefuse artefact) {
        BrancheEnMemoire before = artefact.branche() == null ? null : fiches.get(artefact.branche());
        return before != null && before.identite().isPresent() && !titulaires.containsKey(artefact.branche())
                ? artefact.branche()
                : artefact.nom();
    }

    /** Shows the refused artefacts of a branch where they belong, now that its plugin came or went. */
    private void showAgain(String branche) {
        Map.copyOf(refusees).forEach((id, refusee) -> {
            ArtefactRefuse artefact = refusee.artefact();
            if (branche.equals(artefact.branche()) && !shownAs(artefact).equals(refusee.code())) {
                forget(artefact.nom());
                show(id, artefact);
            }
        });
    }

    void forgive(long id) {
        executor.execute(() -> {
            Refusee gone = refusees.remove(id);
            BrancheEnMemoire shown = gone == null ? null : fiches.get(gone.code());
            if (shown == null || shown.etat() != gone.etat()) {
                return; // a plugin came meanwhile and holds that name
            }
            if (shown.identite().isPresent()) {
                publish(shown.with(new EtatBranche.Absente(clock.instant()), Optional.empty()));
            } else {
                forget(gone.code());
            }
        });
    }

    // ---- admission, on the executor

    private void recallAll() {
        try {
            transactions.read(connues::all).forEach(this::recall);
        } catch (RuntimeException unreachable) {
            LOG.warn("known branches could not be recalled, retrying in {} s", RETRY_SECONDS, unreachable);
            executor.schedule(this::recallAll, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void recall(BrancheConnue connue) {
        BrancheEnMemoire here = fiches.get(connue.code());
        if (here != null && here.identite().isPresent()) {
            return;
        }
        Instant since = connue.absenteDepuis() == null ? clock.instant() : connue.absenteDepuis();
        publish(remembered(
                connue,
                here == null ? new EtatBranche.Absente(since) : here.etat(),
                here == null ? Optional.empty() : here.extension()));
        if (connue.absenteDepuis() == null) {
            executor.schedule(() -> notice(connue.code(), since), GRACE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** A branch that was there when the platform stopped, and did not come back with it, has left meanwhile. */
    private void notice(String code, Instant since) {
        BrancheEnMemoire fiche = fiches.get(code);
        if (fiche != null && fiche.etat().equals(new EtatBranche.Absente(since))) {
            proofs.remove(code);
            rememberAbsence(code, since);
        }
    }

    private BrancheEnMemoire remembered(BrancheConnue connue, EtatBranche etat, Optional<Extension> extension) {
        MemoireBranche memoire = MemoireBranche.read(connue);
        if (connue.absenteDepuis() == null && memoire.prouvePar() != null) {
            proofs.put(connue.code(), memoire.prouvePar());
        }
        List<ReferentielCourant> versions = transactions.read(() -> memoire.versions().stream()
                .map(v -> snapshots.find(connue.code(), v.certification(), v.version()))
                .flatMap(Optional::stream)
                .map(s -> new ReferentielCourant(DefinitionJson.read(s.contenu(), Referentiel.class), s.empreinte()))
                .toList());
        return new BrancheEnMemoire(
                connue.code(),
                Optional.of(memoire.identite()),
                etat,
                extension,
                versions,
                memoire.classifications(),
                history(connue.code()));
    }

    private Map<String, List<String>> history(String branche) {
        return transactions.read(() -> snapshots.references(branche)).stream()
                .sorted(Comparator.comparing(Snapshot.Reference::version, BrancheEnMemoire::compareVersions))
                .collect(Collectors.groupingBy(
                        Snapshot.Reference::certification,
                        TreeMap::new,
                        Collectors.mapping(Snapshot.Reference::version, Collectors.toList())));
    }

    private void admit(Offre offre) {
        String code = offre.shownAs();
        Long holder = titulaires.putIfAbsent(code, offre.id());
        if (holder != null && holder != offre.id()) {
            String first = offres.get(holder).extension().map(Extension::nom).orElse(null);
            fail(
                    offre.otherName(),
                    offre.extension(),
                    List.of(MotifErreur.of(
                            Code.CODE_DEJA_PRIS,
                            "le code « " + code + " » est déjà tenu par "
                                    + (first == null ? "une autre extension" : "« " + first + " »")
                                    + " ; retirez l’une des deux")));
            return;
        }
        try {
            List<MotifErreur> motifs = tryAdmit(offre);
            if (!motifs.isEmpty()) {
                fail(code, offre.extension(), motifs);
            }
        } catch (RuntimeException surprise) {
            LOG.error("branch {} could not be admitted, retrying in {} s", code, RETRY_SECONDS, surprise);
            fail(
                    code,
                    offre.extension(),
                    List.of(MotifErreur.of(
                            Code.ADMISSION_IMPOSSIBLE,
                            "la plateforme n’a pas pu enregistrer la branche ; nouvel essai dans " + RETRY_SECONDS
                                    + " secondes")));
            executor.schedule(
                    () -> {
                        if (offres.containsKey(offre.id())) {
                            admit(offre);
                        }
                    },
                    RETRY_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    private List<MotifErreur> tryAdmit(Offre offre) {
        Optional<String> proof = Optional.ofNullable(offre.code()).map(proofs::remove);
        if (offre.code() == null) {
            return List.of(MotifErreur.of(
                    Code.CODE_DISCORDANT,
                    "le service de l’extension ne porte pas la propriété « " + BranchePlugin.CODE + " »"));
        }
        try (GardeRegles.Essai essai = garde.examine(offre.code(), offre.plugin())) {
            // A plugin whose method failed, or could not even be called, is at fault, whatever it has of a definition.
            if (!essai.objections().isEmpty()) {
                return essai.objections().stream()
                        .map(o -> MotifErreur.of(Code.EXTENSION_DEFAILLANTE, o))
                        .toList();
            }
            if (essai.definition().isEmpty()) {
                return List.of(MotifErreur.of(
                        Code.DEFINITION_INTROUVABLE, "l’extension ne donne pas l’adresse de son fichier branche.yaml"));
            }
            if (proof.isPresent() && proof.equals(offre.bundles())) {
                comeBack(offre, essai);
                return List.of();
            }
            Examen examen = examine(offre, essai);
            if (examen.definition().isEmpty()) {
                return examen.motifs();
            }
            return keep(examen.definition().get(), essai, offre);
        }
    }

    /**
     * The platform stopped and starts with the bundles it had: what they proved and what was kept of it still holds, and
     * neither reading it again nor its cases could tell anything else.
     */
    private void comeBack(Offre offre, GardeRegles.Essai essai) {
        essai.admit();
        publish(fiches.get(offre.code()).with(new EtatBranche.Active(clock.instant()), offre.extension()));
        LOG.info("branch {} active, as it was", offre.code());
    }

    /** A definition that may be kept, or why it may not. */
    private record Examen(Optional<DefinitionBranche> definition, List<MotifErreur> motifs) {
        static Examen refused(List<MotifErreur> motifs) {
            return new Examen(Optional.empty(), motifs);
        }
    }

    private Examen examine(Offre offre, GardeRegles.Essai essai) {
        try {
            DefinitionReader.Lecture lecture = reader.read(essai.definition().orElseThrow(), essai.noms());
            if (lecture instanceof DefinitionReader.Lecture.Invalide invalide) {
                return Examen.refused(invalide.motifs());
            }
            DefinitionBranche definition = ((DefinitionReader.Lecture.Valide) lecture).definition();
            if (!definition.branche().code().equals(offre.code())) {
                return Examen.refused(List.of(MotifErreur.of(
                        Code.CODE_DISCORDANT,
                        "l’extension s’annonce « " + offre.code() + " » mais sa définition porte le code « "
                                + definition.branche().code() + " »")));
            }
            List<MotifErreur> unproven = preuve.prove(definition, essai.regles());
            return unproven.isEmpty() ? new Examen(Optional.of(definition), List.of()) : Examen.refused(unproven);
        } catch (RuntimeException | StackOverflowError ours) {
            // The same definition would fail the same way: nothing to retry until another one comes.
            LOG.error("the definition of branch {} could not be examined", offre.code(), ours);
            return Examen.refused(
                    List.of(
                            MotifErreur.of(
                                    Code.ADMISSION_IMPOSSIBLE,
                                    "la plateforme n’a pas pu examiner la définition ; signalez-le à l’exploitant, qui en trouvera la cause dans son journal technique")));
        }
    }

    /** Keeps the snapshots that are new, or says which known version comes with other content. */
    private List<MotifErreur> keep(DefinitionBranche definition, GardeRegles.Essai essai, Offre offre) {
        String code = definition.branche().code();
        Map<String, String> known = transactions.read(() -> snapshots.references(code)).stream()
                .collect(Collectors.toMap(r -> r.certification() + " " + r.version(), Snapshot.Reference::empreinte));
        List<MotifErreur> motifs = new ArrayList<>();
        List<VersionDefinie> fresh = new ArrayList<>();
        for (VersionDefinie version : definition.referentiels()) {
            String key = version.referentiel().certification().code() + " "
                    + version.referentiel().version();
            String before = known.get(key);
            if (before == null) {
                fresh.add(version);
            } else if (!before.equals(version.empreinte())) {
                motifs.add(new MotifErreur(
                        Code.VERSION_MODIFIEE,
                        "« " + key
                                + " » a déjà été admise avec un autre contenu ; une version admise ne change plus, donnez un nouveau numéro à la vôtre",
                        version.fichier(),
                        null,
                        "version"));
            }
        }
        if (!motifs.isEmpty()) {
            return motifs;
        }
        Instant now = clock.instant();
        BrancheConnue written =
                MemoireBranche.of(definition, offre.bundles().orElse(null)).written(now);
        transactions
                .write(() -> {
                    for (VersionDefinie version : fresh) {
                        snapshots.add(new Snapshot(
                                code,
                                version.referentiel().certification().code(),
                                version.referentiel().version(),
                                version.empreinte(),
                                version.contenu(),
                                now));
                    }
                    boolean news = !fresh.isEmpty() || isNews(written);
                    connues.put(written);
                    if (!news) {
                        return Outcome.done(null);
                    }
                    String versions = definition.referentiels().stream()
                            .map(v -> v.referentiel().certification().code() + " "
                                    + v.referentiel().version())
                            .collect(Collectors.joining(", "));
                    journal.append(acte(code, Acte.Nature.BRANCHE_ADMISE, "Branche admise avec " + versions));
                    return Outcome.done(null);
                })
                .orElseThrow();
        List<ReferentielCourant> versions = definition.referentiels().stream()
                .map(v -> new ReferentielCourant(v.referentiel(), v.empreinte()))
                .toList();
        essai.admit();
        publish(new BrancheEnMemoire(
                code,
                Optional.of(definition.branche()),
                new EtatBranche.Active(now),
                offre.extension(),
                versions,
                definition.classifications(),
                history(code)));
        LOG.info("branch {} active", code);
        return List.of();
    }

    /** Whether the journal has something to tell: a branch that is as it was when the platform stopped never left. */
    private boolean isNews(BrancheConnue written) {
        // As values, both read back: the order in which a map is written changes from one start of the JVM to the next.
        return connues.find(written.code())
                .filter(before -> before.absenteDepuis() == null)
                .filter(before -> MemoireBranche.read(before).saysTheSameAs(MemoireBranche.read(written)))
                .isEmpty();
    }

    private EtatBranche fail(String code, Optional<Extension> extension, List<MotifErreur> motifs) {
        EtatBranche.EnErreur etat = new EtatBranche.EnErreur(clock.instant(), motifs);
        BrancheEnMemoire known = fiches.get(code);
        publish(known == null ? BrancheEnMemoire.unknown(code, etat, extension) : known.with(etat, extension));
        LOG.warn(
                "branch {} in error: {}",
                code,
                motifs.stream().map(m -> m.code().name()).distinct().toList());
        return etat;
    }

    private void leave(long id) {
        Offre gone = offres.remove(id);
        if (gone == null) {
            return;
        }
        String code = gone.shownAs();
        if (!titulaires.remove(code, id)) {
            forget(gone.otherName());
            return;
        }
        garde.retire(code);
        BrancheEnMemoire fiche = fiches.get(code);
        if (fiche != null && fiche.identite().isPresent()) {
            Instant now = clock.instant();
            publish(fiche.with(new EtatBranche.Absente(now), Optional.empty()));
            LOG.info("branch {} absent", code);
            rememberAbsence(code, now);
        } else {
            forget(code);
        }
        offres.values().stream()
                .filter(o -> code.equals(o.shownAs()))
                .findFirst()
                .ifPresent(next -> {
                    forget(next.otherName());
                    admit(next);
                });
        showAgain(code);
    }

    private void rememberAbsence(String code, Instant now) {
        try {
            transactions.write(() -> {
                connues.find(code).filter(c -> c.absenteDepuis() == null).ifPresent(c -> {
                    connues.put(new BrancheConnue(c.code(), c.nom(), c.definition(), c.admiseLe(), now));
                    journal.append(acte(code, Acte.Nature.BRANCHE_PARTIE, "Extension de la branche retirée"));
                });
                return Outcome.done(null);
            });
        } catch (RuntimeException unreachable) {
            // The view already says it is absent; the memory only dates it, and the platform may be stopping.
            LOG.warn("the absence of branch {} could not be dated", code, unreachable);
        }
    }

    private Acte acte(String code, Acte.Nature nature, String detail) {
        return new Acte(null, clock.instant(), PLATEFORME, code, "branche/" + code, nature, detail);
    }

    private void publish(BrancheEnMemoire fiche) {
        fiches.put(fiche.code(), fiche);
        vues.remove(fiche.code());
        generation.incrementAndGet();
    }

    private void forget(String code) {
        if (fiches.remove(code) != null) {
            vues.remove(code);
            generation.incrementAndGet();
        }
    }

    // ---- reading, on any thread

    private VueBranche vue(BrancheEnMemoire fiche) {
        LocalDate today = LocalDate.now(clock);
        Dated known = vues.get(fiche.code());
        if (known != null && known.day().equals(today) && known.vue().etat() == fiche.etat()) {
            return known.vue();
        }
        VueBranche vue = fiche.on(today);
        vues.put(fiche.code(), new Dated(today, vue));
        return vue;
    }

    @Override
    public List<VueBranche> branches() {
        return fiches.values().stream()
                .map(this::vue)
                .sorted(Comparator.comparing((VueBranche v) -> Textes.fold(v.nom()))
                        .thenComparing(VueBranche::code))
                .toList();
    }

    @Override
    public Outcome<VueBranche> branche(String code) {
        BrancheEnMemoire fiche = fiches.get(code);
        return fiche == null ? Outcome.refused(CodeRefus.BRANCHE_INCONNUE, code) : Outcome.done(vue(fiche));
    }

    @Override
    public Outcome<VueBranche> active(String code) {
        return branche(code).then(vue -> {
            if (vue.etat() instanceof EtatBranche.Absente absente) {
                return Outcome.refused(CodeRefus.BRANCHE_ABSENTE, vue.nom(), MOMENT.format(absente.depuis()));
            }
            if (vue.etat() instanceof EtatBranche.EnErreur enErreur) {
                return Outcome.refused(
                        CodeRefus.BRANCHE_EN_ERREUR,
                        vue.nom(),
                        enErreur.motifs().get(0).phrase());
            }
            return Outcome.done(vue);
        });
    }

    @Override
    public List<Catalogue.Fiche> certifications(String texte) {
        List<String> words = texte == null || texte.isBlank()
                ? List.of()
                : Arrays.asList(Textes.fold(texte).split(" "));
        LocalDate today = LocalDate.now(clock);
        List<Catalogue.Fiche> found = new ArrayList<>();
        for (VueBranche vue : branches()) {
            vue.referentiels().stream()
                    .filter(r -> matches(vue, r.referentiel(), words))
                    .sorted(Comparator.comparing(
                            r -> Textes.fold(r.referentiel().certification().intitule())))
                    .map(r ->
                            new Catalogue.Fiche(vue, r.referentiel(), r.empreinte(), vue.opens(r.referentiel(), today)))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean matches(VueBranche vue, Referentiel referentiel, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        var certification = referentiel.certification();
        String haystack = Textes.fold(String.join(
                " ",
                certification.intitule(),
                certification.sousTitre() == null ? "" : certification.sousTitre(),
                String.join(" ", certification.alias()),
                certification.code(),
                certification.designation(),
                certification.emploi() == null ? "" : certification.emploi(),
                vue.nom()));
        return words.stream().allMatch(haystack::contains);
    }

    @Override
    public Outcome<Version> certification(String branche, String certification, String version) {
        return branche(branche).then(vue -> {
            List<String> versions = fiches.get(branche).history().getOrDefault(certification, List.of());
            Optional<ReferentielCourant> current = vue.referentiel(certification);
            if (current.isEmpty() && versions.isEmpty()) {
                return Outcome.refused(CodeRefus.CERTIFICATION_INCONNUE, vue.nom(), certification);
            }
            if (current.isPresent()
                    && (version == null
                            || version.equals(current.get().referentiel().version()))) {
                return Outcome.done(new Version(
                        vue, current.get().referentiel(), current.get().empreinte(), versions));
            }
            String wanted = version == null ? versions.get(versions.size() - 1) : version;
            return transactions
                    .read(() -> snapshots.find(branche, certification, wanted))
                    .map(s -> Outcome.done(new Version(
                            vue, DefinitionJson.read(s.contenu(), Referentiel.class), s.empreinte(), versions)))
                    .orElseGet(() -> Outcome.refused(
                            CodeRefus.VERSION_INCONNUE, certification, wanted, String.join(", ", versions)));
        });
    }

    @Override
    public Outcome<Classification> classification(String branche, String code) {
        return branche(branche)
                .then(vue -> Optional.ofNullable(vue.classifications().get(code))
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "classification " + code)));
    }

    @Override
    public long generation() {
        return generation.get();
    }
}
