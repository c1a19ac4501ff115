package fr.parchemin.regle.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.regle.Controle;
import fr.parchemin.regle.EspeceRegle;
import fr.parchemin.regle.GardeRegles.Essai;
import fr.parchemin.regle.NomRegle;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.regle.Reponse;
import fr.parchemin.regle.Reponse.Cause;
import fr.parchemin.spi.Avis;
import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.spi.DossierDepose;
import fr.parchemin.spi.RegleEnCode;
import fr.parchemin.spi.RegleRecevabilite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GardeDesReglesTest {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Limites LIMITES = new Limites(Duration.ofMillis(150), Duration.ofMinutes(5), 4, 3, PAUSE, 2);

    /** Time that the tests let pass, beside that which passes. */
    private final AtomicLong ahead = new AtomicLong();

    private final GardeDesRegles garde = new GardeDesRegles(LIMITES, () -> System.nanoTime() + ahead.get());
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void letEveryLoopEnd() {
        over.set(true);
    }

    private static URL somewhere() {
        return GardeDesReglesTest.class.getResource("/definitions/essai/branche.yaml");
    }

    private record Plugin(Supplier<List<RegleEnCode>> given) implements BranchePlugin {
        @Override
        public URL definition() {
            return somewhere();
        }

        @Override
        public List<RegleEnCode> regles() {
            return given.get();
        }
    }

    private void admit(String branche, Supplier<Avis> regle) {
        admit(
                branche,
                new Plugin(() -> List.of(RegleRecevabilite.of("essai", dossier -> {
                    calls.incrementAndGet();
                    return regle.get();
                }))));
    }

    private void admit(String branche, BranchePlugin plugin) {
        try (Essai essai = garde.examine(branche, plugin)) {
            assertThat(essai.objections()).isEmpty();
            essai.admit();
        }
    }

    private static Reponse<Avis> ask(ReglesBranche regles, String nom) {
        return regles.ask(RegleRecevabilite.class, nom, rule -> rule.examiner(null), Avis.class, Controle::avis);
    }

    private Reponse<Avis> ask(String branche) {
        return ask(garde.of(branche), "essai");
    }

    private static Cause cause(ReglesBranche regles, String nom) {
        Reponse<Avis> reponse = ask(regles, nom);
        return reponse instanceof Reponse.Echec<Avis> failed ? failed.cause() : null;
    }

    private Cause cause(String branche) {
        return cause(garde.of(branche), "essai");
    }

    private Avis loop() {
        while (!over.get()) {
            Thread.onSpinWait(); // interrupts are not heard
        }
        return Avis.favorable();
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int recurse(int depth) {
        return recurse(depth + 1) + 1;
    }

    @SuppressWarnings("unchecked")
    private static <T> T disguised(Object object) {
        return (T) object;
    }

    static Stream<Arguments> hostiles() {
        return Stream.of(
                Arguments.of(
                        "throws",
                        (Supplier<Avis>) () -> {
                            throw new IllegalStateException("no");
                        },
                        Cause.EXCEPTION),
                Arguments.of(
                        "misses a class",
                        (Supplier<Avis>) () -> {
                            throw new NoClassDefFoundError("gone");
                        },
                        Cause.EXCEPTION),
                Arguments.of(
                        "runs out of stack", (Supplier<Avis>) () -> Avis.defavorable("" + recurse(0)), Cause.EXCEPTION),
                Arguments.of(
                        "asks for more memory than there is",
                        (Supplier<Avis>) () -> {
                            List<long[]> hoard = new ArrayList<>();
                            hoard.add(new long[Integer.MAX_VALUE]);
                            hoard.add(new long[Integer.MAX_VALUE]);
                            return Avis.defavorable("" + hoard.size());
                        },
                        Cause.EXCEPTION),
                Arguments.of(
                        "throws what cannot be described",
                        (Supplier<Avis>) () -> {
                            throw new IllegalStateException() {
                                @Override
                                public String getMessage() {
                                    throw new IllegalStateException("nor this");
                                }
                            };
                        },
                        Cause.EXCEPTION),
                Arguments.of("answers null", (Supplier<Avis>) () -> null, Cause.INEXPLOITABLE),
                Arguments.of(
                        "answers something else",
                        (Supplier<Avis>) () -> ((Function<Object, Avis>) GardeDesReglesTest::disguised).apply("oui"),
                        Cause.EXCEPTION),
                Arguments.of("gives no reason", (Supplier<Avis>) () -> Avis.defavorable(" "), Cause.INEXPLOITABLE),
                Arguments.of(
                        "gives a novel", (Supplier<Avis>) () -> Avis.defavorable("x".repeat(501)), Cause.INEXPLOITABLE),
                Arguments.of(
                        "gives control characters",
                        (Supplier<Avis>) () -> Avis.defavorable("a\u202eb\nc"),
                        Cause.INEXPLOITABLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostiles")
    void aRuleThatFailsIsAnAnswerLikeAnother(String what, Supplier<Avis> hostile, Cause expected) {
        admit("hostile", hostile);
        admit("voisine", Avis::favorable);

        assertThat(cause("hostile")).isEqualTo(expected);
        assertThat(ask("voisine")).isEqualTo(new Reponse.Donnee<>(Avis.favorable()));
    }

    @Test
    void anAnswerThatIsNoneBecauseTypesWereErasedCannotBeUsed() {
        garde.examine(
                        "brute",
                        new Plugin(() -> List.of(new RegleRecevabilite() {
                            @Override
                            public String nom() {
                                return "essai";
                            }

                            @Override
                            public Avis examiner(DossierDepose dossier) {
                                return null;
                            }
                        })))
                .admit();

        Reponse<Avis> reponse =
                garde.of("brute").ask(RegleRecevabilite.class, "essai", rule -> "oui", Avis.class, Controle::avis);

        assertThat(((Reponse.Echec<Avis>) reponse).phrase())
                .isEqualTo(
                        "la règle «\u00a0essai\u00a0» de l’extension a échoué (réponse inexploitable)\u00a0: réponse d’une autre nature");
    }

    @Test
    void aRuleThatLoopsIsGivenUpAndTooManyOfThemCloseTheBranchOnly() {
        admit("hostile", this::loop);
        admit("voisine", Avis::favorable);

        assertThat(cause("hostile")).isEqualTo(Cause.DELAI);
        assertThat(cause("hostile")).isEqualTo(Cause.DELAI);
        assertThat(cause("hostile")).isEqualTo(Cause.SATUREE); // two are lost: a third thread is not given
        assertThat(calls).hasValue(2);
        assertThat(ask("voisine")).isEqualTo(new Reponse.Donnee<>(Avis.favorable()));
    }

    @Test
    void aNewPluginOfTheBranchGetsNoFurtherThreadsToLose() {
        admit("hostile", this::loop);
        ask("hostile");
        ask("hostile");
        garde.retire("hostile");

        try (Essai essai = garde.examine("hostile", new Plugin(List::of))) {
            assertThat(essai.objections())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("trop d’appels", "version déposée avant", "redémarrage");
        }
    }

    @Test
    void aRuleThatSleepsIsInterruptedAndItsThreadComesBack() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(1);
        admit("lente", () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                woken.countDown();
            }
            return Avis.favorable();
        });

        assertThat(cause("lente")).isEqualTo(Cause.DELAI);
        woken.await();
    }

    @Test
    void aRuleThatKeepsFailingIsNotCalledUntilThePauseIsOver() {
        AtomicBoolean broken = new AtomicBoolean(true);
        admit("essai", () -> {
            if (broken.get()) {
                throw new IllegalStateException("not now");
            }
            return Avis.favorable();
        });

        for (int i = 0; i < 3; i++) {
            assertThat(cause("essai")).isEqualTo(Cause.EXCEPTION);
        }
        assertThat(cause("essai")).isEqualTo(Cause.SUSPENDUE);
        assertThat(calls).hasValue(3);

        ahead.addAndGet(PAUSE.toNanos());
        assertThat(cause("essai")).isEqualTo(Cause.EXCEPTION); // one try
        assertThat(cause("essai")).isEqualTo(Cause.SUSPENDUE);

        broken.set(false);
        ahead.addAndGet(PAUSE.toNanos());
        assertThat(cause("essai")).isNull();
        assertThat(cause("essai")).isNull();
    }

    @Test
    void anActHasOnlySoMuchTimeForAllItsRules() {
        admit("essai", () -> {
            ahead.addAndGet(Duration.ofMinutes(3).toNanos());
            return Avis.favorable();
        });
        ReglesBranche act = garde.of("essai");

        assertThat(ask(act, "essai")).isInstanceOf(Reponse.Donnee.class);
        assertThat(ask(act, "essai")).isInstanceOf(Reponse.Donnee.class);
        assertThat(cause(act, "essai")).isEqualTo(Cause.TEMPS_EPUISE);
        assertThat(ask("essai")).isInstanceOf(Reponse.Donnee.class);
    }

    @Test
    void aBranchThatIsAwayHasNoRules() {
        assertThat(cause("inconnue")).isEqualTo(Cause.ABSENTE);
        admit("essai", Avis::favorable);
        assertThat(cause(garde.of("essai"), "autre")).isEqualTo(Cause.ABSENTE);
        ReglesBranche act = garde.of("essai");

        garde.retire("essai");

        assertThat(cause("essai")).isEqualTo(Cause.ABSENTE);
        assertThat(cause(act, "essai")).isEqualTo(Cause.ABSENTE);
    }

    @Test
    void aPluginUnderExaminationIsNotAskedByActs() {
        try (Essai essai = garde.examine(
                "essai", new Plugin(() -> List.of(RegleRecevabilite.of("essai", d -> Avis.favorable()))))) {
            assertThat(essai.noms()).containsExactly(new NomRegle(EspeceRegle.RECEVABILITE, "essai"));
            assertThat(ask(essai.regles(), "essai")).isInstanceOf(Reponse.Donnee.class);
            assertThat(cause("essai")).isEqualTo(Cause.ABSENTE);
        }
    }

    private List<String> objections(BranchePlugin plugin) {
        try (Essai essai = garde.examine("essai", plugin)) {
            return essai.objections();
        }
    }

    @Test
    void aPluginWhoseRulesCannotBeReadSaysWhy() {
        assertThat(objections(new Plugin(() -> null)))
                .singleElement()
                .asString()
                .contains("null");
        assertThat(objections(new Plugin(() -> {
                    throw new LinkageError("old");
                })))
                .singleElement()
                .asString()
                .contains("regles()", "LinkageError");
        assertThat(objections(new Plugin(() -> disguised(Arrays.asList("a rule", null)))))
                .hasSize(2)
                .allSatisfy(o -> assertThat(o).startsWith("règle "));
        assertThat(objections(new Plugin(() -> List.of(
                        RegleRecevabilite.of("Nom Long", d -> null),
                        RegleRecevabilite.of("double", d -> null),
                        RegleRecevabilite.of("double", d -> null)))))
                .hasSize(2)
                .first()
                .asString()
                .contains("son nom");
    }

    // ---- no reference to a plugin that went

    /** Defines the classes of a plugin a second time, as the bundle of a plugin would. */
    private static final class OfAPlugin extends ClassLoader {
        OfAPlugin() {
            super(GardeDesReglesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PluginIsole.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private WeakReference<ClassLoader> comeAnswerFailAndGo() throws ReflectiveOperationException {
        ClassLoader loader = new OfAPlugin();
        BranchePlugin plugin = (BranchePlugin) loader.loadClass(PluginIsole.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        admit("isolee", plugin);
        assertThat(ask(garde.of("isolee"), "sait")).isInstanceOf(Reponse.Donnee.class);
        assertThat(ask(garde.of("isolee"), "echoue")).isInstanceOf(Reponse.Echec.class);
        garde.retire("isolee");
        return new WeakReference<>(loader);
    }

    @Test
    void nothingOfAPluginIsHeldOnceItWent() throws ReflectiveOperationException {
        WeakReference<ClassLoader> loader = comeAnswerFailAndGo();

        for (int i = 0; i < 500 && loader.get() != null; i++) {
            System.gc();
        }

        assertThat(loader.get()).isNull();
    }
}
