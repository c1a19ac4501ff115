package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Echecs.Echec;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.RechercheComptes.Selection;
import fr.parchemin.acces.RechercheComptes.Situation;
import fr.parchemin.acces.RechercheComptes.Trouve;
import fr.parchemin.acces.Role;
import fr.parchemin.candidature.Candidature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class RechercheComptesTest {

    private final TestDatabase db;
    private final Samples samples;
    private final String prefix = Samples.unique("qui-");
    private final Habilitation jury;
    private final String branche;

    RechercheComptesTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
        this.jury = samples.habilitation(Role.JURY);
        this.branche = jury.branche();
    }

    private Compte compte(String name, String nom, Compte.Etat etat, Habilitation... held) {
        Compte compte =
                new Compte(prefix + name, nom, prefix + name + "@exemple.test", etat, null, false, null, Set.of(held));
        db.write(() -> db.comptes.add(compte));
        return compte;
    }

    @BeforeEach
    void fourAccounts() {
        compte("a", "Agnès Morel", Compte.Etat.ACTIF, jury);
        compte("b", "Basile Petit", Compte.Etat.SUSPENDU, new Habilitation(Role.SECRETARIAT, branche));
        compte("c", "Chloé Morel", Compte.Etat.INVITE);
        compte("d", "Denis Roy", Compte.Etat.ACTIF, Habilitation.ofPlatform(Role.ADMINISTRATEUR));
        db.write(() ->
                db.echecs.put(new Echec("compte/" + prefix + "d/code", 9, Samples.NOW.plusSeconds(60), Samples.NOW)));
    }

    private List<String> found(Selection selection) {
        return db.<List<Trouve>>read(() -> db.recherche.search(selection)).stream()
                .map(t -> t.compte().identifiant().substring(prefix.length()))
                .toList();
    }

    private Selection about(String texte, Role role, String where, Situation situation) {
        return new Selection(null, texte == null ? prefix : texte, role, where, situation, Samples.NOW, null, 10);
    }

    @Test
    void anAccountIsFoundByPartOfItsIdentifiantNameOrAddress() {
        assertThat(found(about(null, null, null, null))).containsExactly("a", "b", "c", "d");
        assertThat(found(about(prefix + "b@exemple", null, null, null))).containsExactly("b");
        assertThat(found(new Selection(Set.of(branche), "basile", null, null, null, Samples.NOW, null, 10)))
                .containsExactly("b");
        assertThat(found(new Selection(Set.of(branche), "100% '_", null, null, null, Samples.NOW, null, 10)))
                .isEmpty();
    }

    @Test
    void aBranchNeverFindsByAnAddress() {
        assertThat(found(new Selection(Set.of(branche), "@exemple", null, null, null, Samples.NOW, null, 10)))
                .isEmpty();
    }

    @Test
    void rolesAreThoseOfToday() {
        assertThat(found(about(null, Role.JURY, null, null))).containsExactly("a");
        assertThat(found(about(null, null, branche, null))).containsExactly("a", "b");
        assertThat(found(about(null, Role.JURY, branche + "-autre", null))).isEmpty();
    }

    @Test
    void aLockOfTheCodeIsALockOfTheAccount() {
        assertThat(found(about(null, null, null, Situation.VERROUILLE))).containsExactly("d");
        assertThat(found(about(null, null, null, Situation.ACTIF))).containsExactly("a");
        assertThat(found(about(null, null, null, Situation.INVITE))).containsExactly("c");
        assertThat(found(about(null, null, null, Situation.SUSPENDU))).containsExactly("b");
    }

    @Test
    void aBranchFindsThoseThatHoldOrHeldARoleThere() {
        assertThat(found(new Selection(Set.of(branche), prefix, null, null, null, Samples.NOW, null, 10)))
                .containsExactly("a", "b");
        assertThat(found(new Selection(Set.of(), prefix, null, null, null, Samples.NOW, null, 10)))
                .isEmpty();
    }

    @Test
    void aPageGoesOnBehindTheLastOne() {
        assertThat(found(new Selection(null, prefix, null, null, null, Samples.NOW, prefix + "b", 1)))
                .containsExactly("c");
    }

    @Test
    void openFilesAreCountedByBranchAndCertification() {
        Candidature file = samples.candidature();
        db.write(() -> db.candidatures.add(file));

        assertThat(db.<Map<String, Map<String, Long>>>read(() -> db.ouverts.count(Set.of(file.branche(), "autre"))))
                .containsOnlyKeys(file.branche());
        assertThat(db.<Map<String, Map<String, Long>>>read(() -> db.ouverts.count(Set.of(file.branche())))
                        .get(file.branche())
                        .get(file.certification()))
                .isPositive();
        assertThat(db.<Map<String, Map<String, Long>>>read(() -> db.ouverts.count(Set.of())))
                .isEmpty();
    }
}
