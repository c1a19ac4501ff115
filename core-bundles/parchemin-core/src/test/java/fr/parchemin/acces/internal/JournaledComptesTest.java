package fr.parchemin.acces.internal;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.GestionComptes;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.internal.Cles;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.ComptesEnMemoire;
import fr.parchemin.enmemoire.EchecsEnMemoire;
import fr.parchemin.enmemoire.FacteursEnMemoire;
import fr.parchemin.enmemoire.FederationEnMemoire;
import fr.parchemin.enmemoire.JetonsApiEnMemoire;
import fr.parchemin.enmemoire.JetonsEnMemoire;
import fr.parchemin.enmemoire.JournalEnMemoire;
import fr.parchemin.enmemoire.LaissezPassersEnMemoire;
import fr.parchemin.enmemoire.LiensEnMemoire;
import fr.parchemin.enmemoire.Pendule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournaledComptesTest {

    private static final String SECRET = "une phrase de passe";
    private static final Set<Habilitation> ADMIN = Set.of(Habilitation.ofPlatform(Role.ADMINISTRATEUR));
    private static final Set<Habilitation> JURY = Set.of(new Habilitation(Role.JURY, "essai"));

    private final Base base = new Base();
    private final Pendule clock = new Pendule(LocalDate.of(2026, 6, 15));
    private final ComptesEnMemoire comptes = new ComptesEnMemoire(base, clock);
    private final JournalEnMemoire journal = new JournalEnMemoire(base);
    private final JournaledComptes gestion = new JournaledComptes(base, comptes, comptes, journal, clock);
    private final JetonsEnMemoire jetons = new JetonsEnMemoire(base, comptes);
    private final LocalConnexions connexions = new LocalConnexions(
            Politique.simple(),
            base,
            comptes,
            jetons,
            new LaissezPassersEnMemoire(base),
            new JetonsApiEnMemoire(base, comptes),
            new LiensEnMemoire(base),
            new FederationEnMemoire(base, jetons),
            new EchecsEnMemoire(base),
            new FacteursEnMemoire(base),
            Cles.coffre(),
            journal,
            clock);
    private final Acteur admin = gestion.create("plateforme", "admin", "Administratrice", SECRET, ADMIN)
            .orElseThrow();

    @Test
    void createsAnAccountThatCanSignIn() {
        Acteur created = gestion.create(admin, "  Alix.Durand ", " Alix  Durand ", SECRET, JURY)
                .orElseThrow();

        assertThat(created).isEqualTo(new Acteur("alix.durand", "Alix Durand", JURY));
        assertThat(connexions.open("alix.durand", SECRET).isDone()).isTrue();
    }

    @Test
    void keepsNoPasswordAndPrintsNoHash() {
        gestion.create(admin, "alix", "Alix", SECRET, JURY);
        Compte kept = base.read(Base.TOUT, () -> comptes.find("alix")).orElseThrow();

        assertThat(kept.motDePasse()).startsWith("$argon2id$").doesNotContain(SECRET);
        assertThat(kept.toString()).doesNotContain("argon2id");
    }

    @Test
    void journalsWhoDidWhatInWords() {
        gestion.create(admin, "alix", "Alix", SECRET, JURY);
        gestion.setHabilitations(admin, "alix", Set.of());

        assertThat(base.read(Base.TOUT, () -> journal.about("compte/alix", 10)))
                .extracting(Acte::acteur, Acte::nature, Acte::detail)
                .containsExactly(
                        tuple("admin", Acte.Nature.COMPTE_CREE, "Compte créé avec jury (essai)"),
                        tuple("admin", Acte.Nature.ROLES_MODIFIES, "Rôles\u00a0: aucun rôle"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADMINISTRATEUR"})
    void isTheBusinessOfTheAdministratorAlone(Role role) {
        Set<Habilitation> everywhere = Arrays.stream(Portee.Etendue.values())
                .filter(role::reaches)
                .map(etendue -> new Habilitation(role, somewhere(etendue)))
                .collect(Collectors.toSet());
        Acteur other = new Acteur("x", "X", everywhere);

        assertThat(code(gestion.create(other, "alix", "Alix", SECRET, JURY))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(gestion.list(other))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(gestion.setHabilitations(other, "admin", JURY))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(base.read(Base.TOUT, comptes::isEmpty)).isFalse();
        assertThat(base.read(Base.TOUT, () -> comptes.find("alix"))).isEmpty();
    }

    private static Portee somewhere(Portee.Etendue etendue) {
        return switch (etendue) {
            case PLATEFORME -> Portee.of(etendue, null, null);
            case BRANCHE -> Portee.of(etendue, "essai", null);
            case ORGANISME_SEUL, SESSION, JURY_SEUL, DOSSIER ->
                Portee.of(etendue, "essai", UUID.nameUUIDFromBytes(new byte[1]).toString());
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "", " ", "é", "alix durand", "-alix", "alix/../x", "alix\n"})
    void refusesAnIdentifiantOfAnotherShape(String identifiant) {
        // A line break at the end is an idle space like another.
        boolean tidied = identifiant.equals("alix\n");
        assertThat(code(gestion.create(admin, identifiant, "Alix", SECRET, JURY)))
                .isEqualTo(tidied ? null : CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void refusesAnIdentifiantThatIsTakenWhateverItsCase() {
        assertThat(code(gestion.create(admin, "ADMIN", "Autre", SECRET, ADMIN))).isEqualTo(CodeRefus.COMPTE_EXISTANT);
    }

    @Test
    void refusesAPasswordTooShortOrTooLongToSignInWith() {
        assertThat(code(gestion.create(admin, "alix", "Alix", "x".repeat(11), JURY)))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(gestion.create(admin, "alix", "Alix", null, JURY))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(gestion.create(admin, "alix", "Alix", "x".repeat(GestionComptes.LONGUEUR_MAXIMALE + 1), JURY)))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        String longest = "x".repeat(GestionComptes.LONGUEUR_MAXIMALE);
        assertThat(gestion.create(admin, "alix", "Alix", longest, JURY).isDone())
                .isTrue();
        assertThat(connexions.open("alix", longest).isDone()).isTrue();
    }

    @Test
    void asksForAName() {
        assertThat(code(gestion.create(admin, "alix", " ", SECRET, JURY))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
        assertThat(code(gestion.create(admin, "alix", "A".repeat(121), SECRET, JURY)))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void anAdministratorDoesNotLockThePlatform() {
        assertThat(detail(gestion.setHabilitations(admin, "Admin ", JURY)))
                .contains("un administrateur ne se retire pas lui-même ce rôle");
        assertThat(base.read(Base.TOUT, () -> comptes.find("admin"))
                        .orElseThrow()
                        .habilitations())
                .isEqualTo(ADMIN);
    }

    @Test
    void refusesToChangeAnAccountThatIsNot() {
        assertThat(code(gestion.setHabilitations(admin, "personne", JURY))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void listsAccountsByTheirIdentifiant() {
        gestion.create(admin, "zoe", "Zoé", SECRET, JURY);
        gestion.create(admin, "alix", "Alix", SECRET, JURY);

        assertThat(gestion.list(admin).orElseThrow())
                .extracting(Acteur::identifiant)
                .containsExactly("admin", "alix", "zoe");
    }
}
