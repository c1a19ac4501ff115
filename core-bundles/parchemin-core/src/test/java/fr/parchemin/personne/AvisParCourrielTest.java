package fr.parchemin.personne;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.Transactions;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.courriel.Courriel;
import fr.parchemin.courriel.Courriels;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.personne.internal.AvisParCourriel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvisParCourrielTest {

    private static final Instant EXPIRE = Instant.parse("2026-07-15T10:00:00Z");

    private final Transactions transactions = new Base();
    private final Outbox courriels = new Outbox();
    private final AvisParCourriel avis = new AvisParCourriel(transactions, courriels, "https://cqp.exemple.fr/");

    /** Keeps what it is given. */
    private static final class Outbox implements Courriels {
        private boolean configured = true;
        private final List<Courriel> enqueued = new ArrayList<>();

        @Override
        public boolean isConfigured() {
            return configured;
        }

        @Override
        public void enqueue(Courriel courriel) {
            enqueued.add(courriel);
        }

        @Override
        public void wake() {
            // sent by nobody here
        }
    }

    private static Candidat person(String courriel) {
        return new Candidat(
                "Lointaine", null, "Ada", Candidat.Sexe.F, LocalDate.of(1990, 1, 1), "Sèvres (92)", courriel);
    }

    private List<Courriel> asked(Candidat connue) throws InterruptedException {
        avis.askWhetherTheirs(connue, "jeton-secret", EXPIRE);
        avis.close(); // what is under way is finished
        return courriels.enqueued;
    }

    @Test
    void theKnownAddressGetsTheLinkAndReadsNoName() throws InterruptedException {
        Courriel sent = asked(person("ada@exemple.fr")).get(0);

        assertThat(sent.destinataire()).isEqualTo("ada@exemple.fr");
        assertThat(sent.perimeLe()).isEqualTo(EXPIRE);
        assertThat(sent.texte())
                .contains("https://cqp.exemple.fr/rattachement/jeton-secret", "15 juillet 2026")
                .doesNotContain("Lointaine", "Ada");
        assertThat(sent.html()).contains("href=\"https://cqp.exemple.fr/rattachement/jeton-secret\"");
    }

    @Test
    void whoHasNoAddressIsNotWrittenTo() throws InterruptedException {
        assertThat(asked(person(null))).isEmpty();
    }

    @Test
    void withoutAMailServerNothingIsWritten() throws InterruptedException {
        courriels.configured = false;
        assertThat(asked(person("ada@exemple.fr"))).isEmpty();
    }
}
