package fr.parchemin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Outcome;
import fr.parchemin.courriel.Courriel;
import fr.parchemin.courriel.Courriels;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.notification.internal.Distribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When and about what accounts are written to. */
class DistributionTest {

    /** An outbox whose mails are looked at. */
    private static final class Boite implements Courriels {
        private final List<Courriel> mails = new ArrayList<>();
        private boolean configured = true;

        @Override
        public boolean isConfigured() {
            return configured;
        }

        @Override
        public void enqueue(Courriel courriel) {
            mails.add(courriel);
        }

        @Override
        public void wake() {
            // Looked at, never carried.
        }
    }

    private final Plateforme p = new Plateforme();
    private final Boite boite = new Boite();
    private final Acteur zoe = reachable("zoe", "zoe@exemple.fr");
    private final Distribution distribution = node();

    private Distribution node() {
        return new Distribution(
                p.base, p.notificationsGardees, p.comptes, boite, "https://parchemin.exemple.fr/", p.clock);
    }

    private Acteur reachable(String identifiant, String courriel) {
        Compte compte = new Compte(
                identifiant,
                "Zoé Martin",
                courriel,
                Compte.Etat.ACTIF,
                "rien",
                false,
                null,
                Set.of(new Habilitation(Role.EVALUATEUR, Plateforme.ESSAI)));
        p.base.write(Base.TOUT, () -> {
                    p.comptes.add(compte);
                    return Outcome.done(null);
                })
                .orElseThrow();
        return compte.acteur();
    }

    private String designate(String nom) {
        var file = p.recevable(nom);
        p.inscriptions
                .designateEvaluateurs(p.secretariat, file.id(), Set.of("zoe", "e1"))
                .orElseThrow();
        return file.numero();
    }

    @Test
    void whoChoseNothingIsWrittenToAtOnceOnceAndWithNumbersOnly() {
        String un = designate("Introuvable");
        String deux = designate("Perdue");
        assertThat(distribution.distribute()).isEqualTo(1);
        assertThat(boite.mails).singleElement().satisfies(mail -> {
            assertThat(mail.destinataire()).isEqualTo("zoe@exemple.fr");
            assertThat(mail.sujet()).isEqualTo("2 nouveautés sur Parchemin");
            assertThat(mail.texte())
                    .contains(un, deux, "https://parchemin.exemple.fr/notifications")
                    .doesNotContain("Introuvable", "Perdue", "Alix");
            assertThat(mail.html()).contains(un, deux).doesNotContain("Introuvable", "Alix");
        });
        assertThat(distribution.distribute()).isZero();
        assertThat(node().distribute()).isZero();
    }

    @Test
    void whatWasReadMeanwhileIsNotWrittenAbout() {
        designate("Un");
        p.notifications.readAll(zoe, Long.MAX_VALUE).orElseThrow();
        assertThat(distribution.distribute()).isZero();
    }

    @Test
    void whoWantsAMailADayGetsOneInTheMorning() {
        p.notifications.choose(zoe, Frequence.QUOTIDIENNE).orElseThrow();
        designate("Un");
        assertThat(distribution.distribute()).isEqualTo(1);
        designate("Deux");
        assertThat(distribution.distribute()).isZero();
        p.clock.advance(Duration.ofHours(20)); // six in the morning
        assertThat(distribution.distribute()).isZero();
        p.clock.advance(Duration.ofHours(1));
        assertThat(distribution.distribute()).isEqualTo(1);
    }

    @Test
    void whoWantsNoneGetsNoneNotEvenLater() {
        p.notifications.choose(zoe, Frequence.AUCUNE).orElseThrow();
        designate("Un");
        assertThat(distribution.distribute()).isZero();
        p.notifications.choose(zoe, Frequence.IMMEDIATE).orElseThrow();
        assertThat(distribution.distribute()).isZero();
        assertThat(p.notifications.unread(zoe)).isEqualTo(1);
    }

    @Test
    void whereNoMailIsSentNothingIsLostOnThePlatformAndOldNewsIsNotSentLater() {
        boite.configured = false;
        designate("Un");
        assertThat(distribution.distribute()).isZero();
        assertThat(p.notifications.unread(zoe)).isEqualTo(1);
        boite.configured = true;
        p.clock.advance(Duration.ofDays(8));
        assertThat(distribution.distribute()).isZero();
    }

    @Test
    void readOnesAreForgottenAfterThreeMonthsAndOthersAfterAYear() {
        designate("Un");
        p.notifications.readAll(zoe, Long.MAX_VALUE).orElseThrow();
        designate("Deux");
        p.clock.advance(Duration.ofDays(91));
        node().distribute();
        assertThat(p.notifications.list(zoe, false, null, 10).notifications())
                .singleElement()
                .matches(n -> !n.isRead());
        p.clock.advance(Duration.ofDays(300));
        node().distribute();
        assertThat(p.notifications.list(zoe, false, null, 10).notifications()).isEmpty();
    }
}
