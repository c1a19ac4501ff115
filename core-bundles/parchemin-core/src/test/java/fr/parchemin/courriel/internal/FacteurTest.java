package fr.parchemin.courriel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.internal.Cles;
import fr.parchemin.courriel.BoiteEnvoi.Envoi;
import fr.parchemin.courriel.BoiteEnvoi.Etat;
import fr.parchemin.courriel.Courriel;
import fr.parchemin.courriel.Messagerie.EnvoiImpossible;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.BoiteEnvoiEnMemoire;
import fr.parchemin.enmemoire.MessagerieEnMemoire;
import fr.parchemin.enmemoire.Pendule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FacteurTest {

    private final Base base = new Base();
    private final BoiteEnvoiEnMemoire boite = new BoiteEnvoiEnMemoire(base);
    private final MessagerieEnMemoire messagerie = new MessagerieEnMemoire();
    private final Pendule clock = new Pendule(LocalDate.of(2026, 6, 15));
    private final Facteur facteur = node();

    private Facteur node() {
        return new Facteur(base, boite, messagerie, Cles.coffre(), clock);
    }

    private Courriel enqueued() {
        Courriel courriel = new Courriel(
                UUID.randomUUID(),
                "zoe@exemple.fr",
                "Objet",
                "Texte\n",
                "<p>Texte</p>",
                clock.instant().plus(Duration.ofDays(1)));
        base.write(() -> {
            facteur.enqueue(courriel);
            return Outcome.done(null);
        });
        return courriel;
    }

    private Envoi kept() {
        return base.read(boite::all).get(0);
    }

    @Test
    void aMailIsSentOnceItsActIsDone() {
        Courriel courriel = enqueued();

        assertThat(facteur.deliver()).isEqualTo(1);
        assertThat(messagerie.received).containsExactly(courriel);
        assertThat(facteur.deliver()).isZero();
        assertThat(kept().etat()).isEqualTo(Etat.ENVOYE);
    }

    @Test
    void aMailOfAnActThatIsRefusedIsNotSent() {
        base.write(() -> {
            facteur.enqueue(new Courriel(
                    UUID.randomUUID(),
                    "zoe@exemple.fr",
                    "Objet",
                    "",
                    "",
                    clock.instant().plusSeconds(60)));
            return Outcome.refused(CodeRefus.CONFLIT_MODIFICATION);
        });

        assertThat(facteur.deliver()).isZero();
    }

    @Test
    void aServerThatDoesNotAnswerIsTriedAgainLaterAndLater() {
        enqueued();
        messagerie.refus = new EnvoiImpossible(false, "connexion refusée", null);

        for (long minutes : new long[] {1, 2, 4, 8}) {
            facteur.deliver();
            assertThat(kept().prochainEssai()).isEqualTo(clock.instant().plus(Duration.ofMinutes(minutes)));
            assertThat(kept().erreur()).isEqualTo("connexion refusée");
            clock.advance(Duration.ofMinutes(minutes));
        }
        messagerie.refus = null;

        assertThat(facteur.deliver()).isEqualTo(1);
        assertThat(kept().essais()).isEqualTo(5);
    }

    @Test
    void aMailThatTheServerRefusesForGoodIsGivenUpWithTheReason() {
        enqueued();
        messagerie.refus = new EnvoiImpossible(true, "550 boîte inconnue", null);
        facteur.deliver();
        messagerie.refus = null;
        clock.advance(Duration.ofHours(12));

        assertThat(facteur.deliver()).isZero();
        assertThat(kept().etat()).isEqualTo(Etat.ABANDONNE);
        assertThat(kept().erreur()).isEqualTo("550 boîte inconnue");
        assertThat(kept().contenu()).isNull();
    }

    @Test
    void aMailThatIsOfNoUseAnyMoreIsGivenUp() {
        enqueued();
        clock.advance(Duration.ofDays(1));

        assertThat(facteur.deliver()).isZero();
        assertThat(kept().etat()).isEqualTo(Etat.ABANDONNE);
    }

    @Test
    void aMailThatANodeTookIsLeftAloneUntilItsTimeIsOverAndThenTakenAgain() {
        Courriel courriel = enqueued();
        base.write(() -> Outcome.done(
                boite.claim(courriel.id(), clock.instant(), clock.instant().plus(Duration.ofMinutes(5)))));

        assertThat(node().deliver()).isZero();
        clock.advance(Duration.ofMinutes(5));
        assertThat(node().deliver()).isEqualTo(1);
        assertThat(messagerie.received).containsExactly(courriel);
    }

    @Test
    void whatIsOverIsForgottenAfterAMonthAndARoundWithNothingToDoWritesNothing() {
        enqueued();
        facteur.deliver();
        int acts = base.acts();
        facteur.deliver();
        assertThat(base.acts()).isEqualTo(acts);

        clock.advance(Duration.ofDays(30).plusMillis(1));
        facteur.deliver();
        assertThat(base.read(boite::all)).isEmpty();
    }

    @Test
    void whereNobodySaidHowMailIsSentNoneIsKept() {
        messagerie.configured = false;

        assertThatThrownBy(this::enqueued).isInstanceOf(IllegalStateException.class);
        assertThat(facteur.deliver()).isZero();
    }
}
