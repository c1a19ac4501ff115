package fr.parchemin.regle.internal;

import fr.parchemin.regle.EspeceRegle;
import fr.parchemin.regle.GardeRegles;
import fr.parchemin.regle.NomRegle;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.regle.internal.GardeBranche.Issue;
import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.spi.RegleEnCode;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One guard for each branch; they share nothing but this directory. */
public final class GardeDesRegles implements GardeRegles {

    private static final Logger LOG = LoggerFactory.getLogger(GardeDesRegles.class);
    private static final Pattern NOM = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int REGLES_MAXIMUM = 100;
    /** For each method of a plugin read at its admission. */
    private static final Duration LECTURE = Duration.ofSeconds(2);
    /** An admission proves rules on cold code, and holds no lock and no request meanwhile. */
    private static final int LARGESSE = 5;

    private static final int ACTES_D_UNE_PREUVE = 10;

    private final Limites limites;
    private final Limites admission;
    private final LongSupplier nanos;
    private final Map<String, GardeBranche> admises = new ConcurrentHashMap<>();
    /** By branch, and kept when its plugin goes: another jar of the same branch does not get further threads to lose. */
    private final Map<String, AtomicInteger> perdus = new ConcurrentHashMap<>();

    public GardeDesRegles(Limites limites) {
        this(limites, System::nanoTime);
    }

    GardeDesRegles(Limites limites, LongSupplier nanos) {
        this.limites = limites;
        this.admission = new Limites(
                limites.appel().multipliedBy(LARGESSE),
                limites.acte().multipliedBy((long) LARGESSE * ACTES_D_UNE_PREUVE),
                limites.places(),
                limites.echecs(),
                limites.pause(),
                limites.perdus());
        this.nanos = nanos;
    }

    @Override
    public ReglesBranche of(String branche) {
        GardeBranche garde = admises.get(branche);
        return garde == null ? ReglesBranche.absentes() : garde.acte(limites);
    }

    @Override
    public void retire(String branche) {
        GardeBranche gone = admises.remove(branche);
        if (gone != null) {
            gone.close();
        }
    }

    /** Every branch; its threads end. */
    void retireAll() {
        admises.keySet().forEach(this::retire);
    }

    @Override
    public Essai examine(String branche, BranchePlugin plugin) {
        GardeBranche garde =
                new GardeBranche(branche, limites, perdus.computeIfAbsent(branche, b -> new AtomicInteger()), nanos);
        List<String> objections = new ArrayList<>();
        Optional<URL> definition = Optional.empty();
        Issue url = read(garde, branche, "definition()", plugin::definition, objections);
        if (url.valeur() instanceof URL given) {
            definition = Optional.of(given);
            // The names are asked for in the same call: they too are code of the plugin.
            Issue rules = read(garde, branche, "regles()", () -> named(plugin.regles()), objections);
            if (rules.valeur() instanceof Releve releve) {
                objections.addAll(releve.objections());
                garde.post(releve.regles());
            }
        }
        return new EnExamen(branche, garde, definition, garde.noms(), List.copyOf(objections));
    }

    private static Issue read(
            GardeBranche garde, String branche, String method, Callable<?> call, List<String> objections) {
        Issue issue = garde.call(call, LECTURE);
        if (issue.cause() != null) {
            String why =
                    switch (issue.cause()) {
                        case DELAI -> "n’a pas répondu en " + LECTURE.toSeconds() + " secondes";
                        case EXCEPTION -> "a échoué : " + issue.precision();
                        default ->
                            "n’a pas pu être appelée, trop d’appels de cette branche n’ont jamais rendu la main, peut-être ceux d’une version déposée avant celle-ci ; seul un redémarrage de la plateforme les arrête";
                    };
            objections.add("la méthode " + method + " de l’extension " + why);
            LOG.warn(
                    "plugin of branch {}: {} failed ({}) {}",
                    branche,
                    method,
                    issue.cause(),
                    issue.trace() == null ? "" : issue.trace());
        }
        return issue;
    }

    private record Releve(Map<NomRegle, RegleEnCode> regles, List<String> objections) {}

    /** The rules by name; raw types may have put anything into the list. */
    private static Releve named(List<?> given) {
        if (given == null) {
            return new Releve(Map.of(), List.of("la méthode regles() de l’extension rend null au lieu d’une liste"));
        }
        Map<NomRegle, RegleEnCode> regles = new LinkedHashMap<>();
        List<String> objections = new ArrayList<>();
        int rank = 0;
        for (Object element : given) {
            List<EspeceRegle> kinds = EspeceRegle.kindsOf(element);
            String place = "règle " + ++rank + " de regles() : ";
            if (rank > REGLES_MAXIMUM) {
                objections.add("l’extension apporte plus de " + REGLES_MAXIMUM + " règles");
                break;
            }
            if (kinds.isEmpty()) {
                objections.add(place
                        + (element == null ? "null" : element.getClass().getName() + " n’est d’aucune espèce connue"));
                continue;
            }
            RegleEnCode regle = (RegleEnCode) element;
            String nom = regle.nom();
            if (nom == null || !NOM.matcher(nom).matches()) {
                objections.add(place + "son nom doit compter 2 à 40 minuscules, chiffres ou tirets");
                continue;
            }
            for (EspeceRegle kind : kinds) {
                NomRegle key = new NomRegle(kind, nom);
                if (regles.put(key, regle) != null) {
                    objections.add(place + "deux " + key);
                }
            }
        }
        return new Releve(regles, objections);
    }

    private final class EnExamen implements Essai {

        private final String branche;
        private final GardeBranche garde;
        private final Optional<URL> definition;
        private final Set<NomRegle> noms;
        private final List<String> objections;
        private boolean admitted;

        EnExamen(
                String branche,
                GardeBranche garde,
                Optional<URL> definition,
                Set<NomRegle> noms,
                List<String> objections) {
            this.branche = branche;
            this.garde = garde;
            this.definition = definition;
            this.noms = noms;
            this.objections = objections;
        }

        @Override
        public Optional<URL> definition() {
            return definition;
        }

        @Override
        public Set<NomRegle> noms() {
            return noms;
        }

        @Override
        public List<String> objections() {
            return objections;
        }

        @Override
        public ReglesBranche regles() {
            return garde.acte(admission);
        }

        @Override
        public void admit() {
            admitted = true;
            GardeBranche before = admises.put(branche, garde);
            if (before != null) {
                before.close();
            }
        }

        @Override
        public void close() {
            if (!admitted) {
                garde.close();
            }
        }
    }
}
