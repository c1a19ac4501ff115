package fr.parchemin.acces.internal;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionLiens.Cree;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.courriel.Courriel;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalLiensTest {

    private static final UUID DOSSIER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Objet FILE = file(DOSSIER, "essai");

    private final Acces acces = new Acces();
    private final Acteur secretariat = acces.add("sacha", "Sacha", new Habilitation(Role.SECRETARIAT, "essai"))
            .acteur();

    private static Objet file(UUID dossier, String branche) {
        return new Objet(branche, dossier, null, null, "organisme", null, Set.of());
    }

    private Outcome<Cree> create(Role role, String courriel, int jours) {
        return acces.gestionLiens.create(
                secretariat, FILE, "le dossier de Sam Essai", role, " Tom  Tuteur ", courriel, jours);
    }

    private String secret() {
        String adresse = create(Role.TUTEUR, null, 30).orElseThrow().adresse();
        assertThat(adresse).matches("http://127\\.0\\.0\\.1:8181/lien/lnk_[A-Za-z0-9_-]{43}");
        return adresse.substring(adresse.lastIndexOf('/') + 1);
    }

    @Test
    void aLinkOpensOneRoleOnOneFileAndNothingElse() {
        Identite identite = acces.connexions.recognize(secret()).orElseThrow();

        assertThat(identite.moyen()).isEqualTo(Moyen.LIEN_PERSONNEL);
        assertThat(identite.acteur().nom()).isEqualTo("Tom Tuteur");
        assertThat(identite.acteur().identifiant()).startsWith("lien/");
        assertThat(identite.acteur().habilitations())
                .containsExactly(new Habilitation(Role.TUTEUR, new Portee.DeDossier("essai", DOSSIER)));
        assertThat(acces.connexions.lacks(identite, Droit.COMPTE_PROPRE_GERER)).isPresent();
    }

    @Test
    void anOccasionalEvaluateurMarksThatFileAlone() {
        String adresse = create(Role.EVALUATEUR, null, 30).orElseThrow().adresse();
        Acteur guest = acces.connexions
                .identify(adresse.substring(adresse.lastIndexOf('/') + 1))
                .orElseThrow();

        assertThat(guest.may(Droit.EPREUVE_NOTER, FILE)).isTrue();
        assertThat(guest.may(Droit.EPREUVE_NOTER, file(UUID.randomUUID(), "essai")))
                .isFalse();
        assertThat(guest.may(Droit.EPREUVE_NOTER, file(DOSSIER, "temoin"))).isFalse();
        assertThat(guest.may(Droit.CERTIFICAT_DELIVRER, FILE)).isFalse();
    }

    @Test
    void aLinkGoesByMailWhereThereIsAnAddress() {
        Cree cree = create(Role.TUTEUR, "Tom@Exemple.fr", 30).orElseThrow();
        assertThat(cree.adresse()).isNull();
        acces.facteur.deliver();

        Courriel mail = acces.messagerie.received.get(0);
        assertThat(mail.destinataire()).isEqualTo("tom@exemple.fr");
        assertThat(mail.texte()).contains("le dossier de Sam Essai", "/lien/lnk_", "aucun compte n’est nécessaire");
    }

    @Test
    void aLinkExpires() {
        String secret = secret();
        acces.clock.advance(Duration.ofDays(30).minusMillis(1));
        assertThat(acces.connexions.recognize(secret)).isPresent();
        acces.clock.advance(Duration.ofMillis(1));
        assertThat(acces.connexions.recognize(secret)).isEmpty();
        assertThat(acces.gestionLiens.read(secret)).isEmpty();
    }

    @Test
    void aLinkTakenBackClosesAtOnce() {
        String secret = secret();
        LienPersonnel lien = acces.gestionLiens.read(secret).orElseThrow();
        assertThat(code(acces.gestionLiens.revoke(secretariat, file(UUID.randomUUID(), "essai"), lien.id())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);

        acces.gestionLiens.revoke(secretariat, FILE, lien.id()).orElseThrow();

        assertThat(acces.connexions.recognize(secret)).isEmpty();
        assertThat(code(acces.gestionLiens.revoke(secretariat, FILE, lien.id())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(acces.gestionLiens.list(secretariat, FILE).orElseThrow())
                .singleElement()
                .satisfies(l -> assertThat(l.retirePar()).isEqualTo("sacha"));
        assertThat(acces.acts())
                .extracting(Acte::nature, Acte::objet)
                .contains(
                        tuple(Acte.Nature.LIEN_CREE, "candidature/" + DOSSIER),
                        tuple(Acte.Nature.LIEN_RETIRE, "candidature/" + DOSSIER));
    }

    @Test
    void theFirstTimeItServesIsKept() {
        String secret = secret();
        acces.connexions.recognize(secret);
        Instant first = acces.clock.instant();
        acces.clock.advance(Duration.ofHours(1));
        acces.connexions.recognize(secret);

        assertThat(acces.gestionLiens.read(secret).orElseThrow().ouvertLe()).isEqualTo(first);
    }

    @Test
    void aLinkLivesNinetyDaysAtMost() {
        assertThat(code(create(Role.TUTEUR, null, 91))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(create(Role.TUTEUR, null, 0))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(create(Role.TUTEUR, "faux", 1))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TUTEUR", "EVALUATEUR"})
    void otherRolesTakeAnAccount(Role role) {
        assertThat(code(create(role, null, 30))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void aLinkIsGivenByTheSecretariatOfTheBranchOfTheFile() {
        Acteur alix = acces.compte("alix").acteur();
        assertThat(code(acces.gestionLiens.create(alix, FILE, "x", Role.TUTEUR, "Tom", null, 1)))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(acces.gestionLiens.create(
                        secretariat, file(DOSSIER, "temoin"), "x", Role.TUTEUR, "Tom", null, 1)))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(acces.gestionLiens.list(alix, FILE))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(acces.gestionLiens.revoke(alix, FILE, DOSSIER))).isEqualTo(CodeRefus.ACCES_REFUSE);
    }
}
