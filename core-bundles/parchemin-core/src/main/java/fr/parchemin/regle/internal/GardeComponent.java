package fr.parchemin.regle.internal;

import fr.parchemin.regle.GardeRegles;
import fr.parchemin.regle.Regles;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.spi.BranchePlugin;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The guard, with the budgets that the operator chose. */
@Component(
        service = {GardeRegles.class, Regles.class},
        configurationPid = "fr.parchemin.regles")
public final class GardeComponent implements GardeRegles {

    /** What is allowed when nobody chose. */
    public static final Limites LIMITES =
            new Limites(Duration.ofMillis(200), Duration.ofSeconds(1), 4, 3, Duration.ofSeconds(30), 3);

    /** Configuration {@code fr.parchemin.regles}; see {@link Limites}. */
    public @interface Config {
        /** Milliseconds for one answer; five times as long while a branch is admitted. */
        long delaiAppel() default 200;

        /** Milliseconds for all the answers of one act. */
        long delaiActe() default 1000;

        int placesParBranche() default 4;

        int echecsAvantPause() default 3;

        /** Seconds. */
        long pause() default 30;

        int perdusParBranche() default 3;
    }

    private final GardeDesRegles garde;

    @Activate
    public GardeComponent(Config config) {
        garde = new GardeDesRegles(new Limites(
                Duration.ofMillis(config.delaiAppel()),
                Duration.ofMillis(config.delaiActe()),
                config.placesParBranche(),
                config.echecsAvantPause(),
                Duration.ofSeconds(config.pause()),
                config.perdusParBranche()));
    }

    @Deactivate
    void stop() {
        garde.retireAll();
    }

    @Override
    public ReglesBranche of(String branche) {
        return garde.of(branche);
    }

    @Override
    public Essai examine(String branche, BranchePlugin plugin) {
        return garde.examine(branche, plugin);
    }

    @Override
    public void retire(String branche) {
        garde.retire(branche);
    }
}
