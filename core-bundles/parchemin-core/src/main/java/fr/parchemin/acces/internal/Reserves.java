package fr.parchemin.acces.internal;

import fr.parchemin.acces.Cadences;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * A reserve for each cadence and each address or account, as one number: the moment at which it will be full again.
 * Drawing moves that moment later; one that would lie too far ahead is refused. Who has not asked for as long as a
 * reserve takes to fill is the same as who never asked, so that the least recent are forgotten without loss.
 */
@Component(configurationPid = "fr.parchemin.cadences")
public final class Reserves implements Cadences {

    /** Sizes of the reserves, and how much of each a minute gives back; a reserve of 0 sets no limit. */
    public @interface Config {
        int connexion_reserve() default 120;

        int connexion_parMinute() default 60;

        int verification_reserve() default 60;

        int verification_parMinute() default 60;

        int publique_reserve() default 1000;

        int publique_parMinute() default 3000;

        int compte_reserve() default 2000;

        int compte_parMinute() default 6000;
    }

    private static final int SUIVIS = 20_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final Map<Cadence, Reserve> reserves = new EnumMap<>(Cadence.class);

    @Activate
    public Reserves(Config config) {
        this(System::nanoTime);
        set(Cadence.CONNEXION, config.connexion_reserve(), config.connexion_parMinute());
        set(Cadence.VERIFICATION, config.verification_reserve(), config.verification_parMinute());
        set(Cadence.PUBLIQUE, config.publique_reserve(), config.publique_parMinute());
        set(Cadence.COMPTE, config.compte_reserve(), config.compte_parMinute());
    }

    Reserves(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void set(Cadence cadence, int reserve, int parMinute) {
        if (reserve < 0 || reserve > 0 && parMinute < 1) {
            throw new IllegalArgumentException(
                    "fr.parchemin.cadences: " + cadence + " needs a reserve of 0 or more, and parMinute of 1 or more");
        }
        if (reserve > 0) {
            reserves.put(cadence, new Reserve(MINUTE / parMinute, reserve));
        }
    }

    @Override
    public Optional<Duration> draw(Cadence cadence, String cle) {
        Reserve reserve = reserves.get(cadence);
        return reserve == null ? Optional.empty() : reserve.draw(key(cle), nanos.getAsLong());
    }

    /** The network of an IPv6 address: who has one has all of its addresses. */
    private static String key(String cle) {
        String bare = cle.startsWith("[") ? cle.substring(1) : cle;
        if (bare.chars().filter(c -> c == ':').count() < 2) {
            return cle;
        }
        int zeros = bare.indexOf("::");
        String head = zeros >= 0 ? bare.substring(0, zeros) : bare;
        String[] groups = head.split(":");
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            network.append(i < groups.length && !groups[i].isEmpty() ? groups[i] : "0")
                    .append(':');
        }
        return network.toString();
    }

    int followed(Cadence cadence) {
        return reserves.get(cadence).full.size();
    }

    private static final class Reserve {
        private final long nanosEach;
        private final long capacity;
        private final Map<String, Long> full = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > SUIVIS;
            }
        };

        Reserve(long nanosEach, int size) {
            this.nanosEach = nanosEach;
            this.capacity = nanosEach * size;
        }

        synchronized Optional<Duration> draw(String cle, long now) {
            Long fullAt = full.get(cle);
            long from = fullAt == null || fullAt - now < 0 ? now : fullAt;
            long then = from + nanosEach;
            long tooFar = then - now - capacity;
            if (tooFar > 0) {
                return Optional.of(Duration.ofNanos(tooFar));
            }
            full.put(cle, then);
            return Optional.empty();
        }
    }
}
