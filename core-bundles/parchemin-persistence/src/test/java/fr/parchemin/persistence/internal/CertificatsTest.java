package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.delivrance.Certificat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class CertificatsTest {

    private final TestDatabase db;
    private final Samples samples;
    private final String serie = Samples.unique("ESS-");

    CertificatsTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    private Certificat delivered(UUID candidature, String numero) {
        Certificat certificat = samples.certificat(candidature, numero);
        db.write(() -> db.certificats.add(certificat));
        return certificat;
    }

    private Optional<Certificat> found(Supplier<Optional<Certificat>> query) {
        return db.read(query);
    }

    @Test
    void keepsACertificateAsItWasDelivered() {
        UUID candidature = samples.kept(samples.candidature()).id();
        Certificat certificat = delivered(candidature, Samples.unique("N-"));

        assertThat(found(() -> db.certificats.findByNumero(certificat.numero())))
                .contains(certificat);
        assertThat(found(() -> db.certificats.findByCode(certificat.codeVerification())))
                .contains(certificat);
        assertThat(found(() -> db.certificats.findByCandidature(candidature))).contains(certificat);
        assertThat(found(() -> db.certificats.findByNumero("inconnu"))).isEmpty();
        assertThat(found(() -> db.certificats.findByCode("inconnu"))).isEmpty();
        assertThat(found(() -> db.certificats.findByCandidature(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void refusesTheSecondOfTwoCertificatesForAFile() {
        db.assumeOverlappingActs();
        UUID candidature = samples.kept(samples.candidature()).id();

        Outcome<Object> mine = db.transactions.write(TestDatabase.TOUT, () -> {
            assertThat(db.certificats.findByCandidature(candidature)).isEmpty();
            db.elsewhere(() -> delivered(candidature, Samples.unique("N-")));
            db.certificats.add(samples.certificat(candidature, Samples.unique("N-")));
            return Outcome.done(null);
        });

        assertThat(mine.reason()).map(Refus::code).contains(CodeRefus.CONFLIT_MODIFICATION);
    }

    @Test
    void deliversOneCertificateForAFileToManyWhoAskAtOnce() {
        UUID candidature = samples.kept(samples.candidature()).id();
        List<String> delivered = Collections.synchronizedList(new ArrayList<>());

        Concurrently.run(8, number -> db.transactions
                .write(TestDatabase.TOUT, () -> {
                    if (db.certificats.findByCandidature(candidature).isPresent()) {
                        return Outcome.<String>refused(CodeRefus.CERTIFICAT_DEJA_DELIVRE, "essai");
                    }
                    String numero = serie + "-" + db.certificats.next(serie);
                    db.certificats.add(samples.certificat(candidature, numero));
                    return Outcome.done(numero);
                })
                .map(delivered::add));

        assertThat(delivered).containsExactly(serie + "-1");
        assertThat(next(true)).isEqualTo(Outcome.done(2L));
    }

    private Outcome<Long> next(boolean used) {
        return db.transactions.write(TestDatabase.TOUT, () -> {
            long number = db.certificats.next(serie);
            return used ? Outcome.done(number) : Outcome.refused(CodeRefus.MOTIF_REQUIS, "essai");
        });
    }

    @Test
    void countsASeriesFromOne() {
        assertThat(next(true)).isEqualTo(Outcome.done(1L));
        assertThat(next(true)).isEqualTo(Outcome.done(2L));
    }

    @Test
    void givesANumberBackWhenTheActIsRefused() {
        next(true);
        next(false);

        assertThat(next(true)).isEqualTo(Outcome.done(2L));
    }

    @Test
    void givesANumberBackWhenTheFirstActOfASeriesIsRefused() {
        next(false);

        assertThat(next(true)).isEqualTo(Outcome.done(1L));
    }

    @Test
    void numbersWithoutHoleNorDoubleWhenManyActsEndEitherWay() {
        List<Long> used = Collections.synchronizedList(new ArrayList<>());

        Concurrently.run(8, thread -> {
            for (int i = 0; i < 30; i++) {
                next((thread + i) % 3 != 0).map(used::add);
            }
        });

        assertThat(used)
                .hasSize(160)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 160).boxed().toList());
    }

    @Test
    void countsEachSeriesOnItsOwn() {
        next(true);
        next(true);

        assertThat(db.transactions.write(TestDatabase.TOUT, () -> Outcome.done(db.certificats.next(serie + "-bis"))))
                .isEqualTo(Outcome.done(1L));
    }
}
