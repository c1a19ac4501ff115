package fr.parchemin.persistence.internal;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Atteinte;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Tranche;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures.Recherche;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.candidature.Filtre;
import fr.parchemin.candidature.Tiers;
import fr.parchemin.jury.FiltreJurys;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.Jurys;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a list shows is what the table of rights lets each account open, whatever its roles and how far they reach. */
@OnEveryEngine
class RegistreTest {

    private static final String SIRET = "73282932000074";
    private static final String AUTRE_SIRET = "35600000000048";

    private final TestDatabase db;
    private final Samples ours;
    private final Samples theirs;

    RegistreTest(TestDatabase db) {
        this.db = db;
        this.ours = new Samples(db);
        this.theirs = new Samples(db);
    }

    private static Candidature submitted(
            Candidature c, EtatCandidature etat, String deposant, String siret, Set<String> evaluateurs) {
        return new Candidature(
                c.id(),
                c.personne(),
                c.numero(),
                c.branche(),
                c.certification(),
                c.intitule(),
                c.version(),
                c.empreinte(),
                c.voie(),
                etat,
                c.candidat(),
                siret == null ? null : new Tiers("Centre Bérénice", siret),
                new Tiers("Aciéries de l’Œuvre", null),
                c.formateurs(),
                c.constats(),
                evaluateurs,
                deposant,
                c.deposeeLe(),
                c.revision());
    }

    /** Files in every situation that a right asks about, in either branch. */
    private List<Candidature> files(Samples samples, List<Jury> juries) {
        List<Candidature> files = new ArrayList<>();
        for (Jury jury : juries) {
            for (String deposant : List.of("moi", "autre")) {
                for (String siret : new String[] {null, SIRET, AUTRE_SIRET}) {
                    for (Set<String> evaluateurs : List.of(Set.of("autre"), Set.of("autre", "moi"))) {
                        EtatCandidature etat = jury == null
                                ? new EtatCandidature.EnEvaluation()
                                : new EtatCandidature.Presentee(jury.id());
                        files.add(samples.kept(submitted(samples.candidature(), etat, deposant, siret, evaluateurs)));
                    }
                }
            }
        }
        return files;
    }

    private static List<Habilitation> habilitations(String branche, Jury jury, Candidature file) {
        List<Habilitation> all = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Portee portee : List.of(
                    new Portee.Plateforme(),
                    new Portee.DeBranche(branche),
                    new Portee.DOrganisme(branche, SIRET),
                    new Portee.DeSession(branche, UUID.randomUUID()),
                    new Portee.DeJury(branche, jury.id()),
                    new Portee.DeDossier(branche, file.id()))) {
                if (role.reaches(portee.etendue())) {
                    all.add(new Habilitation(role, portee));
                }
            }
        }
        return all;
    }

    @Test
    void everyAccountIsShownJustTheFilesAndJuriesThatItMayOpen() {
        List<Jury> ourJuries = new ArrayList<>(List.of(ours.kept(ours.jury()), ours.kept(ours.jury())));
        Jury theirJury = theirs.kept(theirs.jury());
        List<Jury> before = new ArrayList<>(ourJuries);
        before.add(null);
        List<Candidature> all = new ArrayList<>(files(ours, before));
        List<Jury> theirBefore = new ArrayList<>(List.of(theirJury));
        theirBefore.add(null);
        List<Candidature> foreign = files(theirs, theirBefore);
        all.addAll(foreign);
        List<Jury> juries = new ArrayList<>(ourJuries);
        juries.add(theirJury);

        List<Habilitation> held = habilitations(ours.branche, ourJuries.get(0), all.get(0));
        held.addAll(habilitations(theirs.branche, theirJury, foreign.get(0)));
        // Of another branch, with the target of this one: reaches nothing.
        held.addAll(habilitations(theirs.branche, ourJuries.get(0), all.get(0)));
        for (Habilitation one : held) {
            shows(new Acteur("moi", "Moi", Set.of(one)), all, juries);
        }
        Random random = new Random(20261125);
        for (int i = 0; i < 60; i++) {
            Set<Habilitation> several = new HashSet<>();
            for (int n = 1 + random.nextInt(5); n > 0; n--) {
                several.add(held.get(random.nextInt(held.size())));
            }
            shows(new Acteur("moi", "Moi", several), all, juries);
        }
        shows(new Acteur("moi", "Moi", Set.of()), all, juries);
    }

    private void shows(Acteur by, List<Candidature> files, List<Jury> juries) {
        Set<UUID> mine = files.stream().map(Candidature::id).collect(toSet());
        for (Droit droit : List.of(Droit.CANDIDATURE_LIRE, Droit.CANDIDATURES_EXPORTER)) {
            Atteinte atteinte = Atteinte.of(by, droit);
            List<Candidature> shown = db.read(
                    by.perimetre(),
                    () -> db.candidatures.search(new Recherche(
                            atteinte, Filtre.none().among(mine), Filtre.Tri.RECENTES, null, false, 1000)));
            assertThat(shown)
                    .as("%s of %s", droit, by.habilitations())
                    .containsExactlyInAnyOrderElementsOf(files.stream()
                            .filter(file -> by.may(droit, file.asObjet()))
                            .toList());
            assertThat(db.<Integer>read(
                            by.perimetre(),
                            () -> db.candidatures.count(atteinte, Filtre.none().among(mine), 1000)))
                    .isEqualTo(shown.size());
            assertThat(db.<List<Candidature>>read(
                            by.perimetre(),
                            () -> db.candidatures.search(new Recherche(
                                    atteinte,
                                    Filtre.none().among(mine).inBranche(ours.branche),
                                    Filtre.Tri.NOM,
                                    null,
                                    false,
                                    1000))))
                    .containsExactlyInAnyOrderElementsOf(shown.stream()
                            .filter(file -> file.branche().equals(ours.branche))
                            .toList());
        }
        Set<UUID> known = juries.stream().map(Jury::id).collect(toSet());
        assertThat(db
                        .<List<Jury>>read(
                                by.perimetre(),
                                () -> db.jurys.search(new Jurys.Recherche(
                                        Atteinte.of(by, Droit.JURY_LIRE), FiltreJurys.none(), null, false, 1000)))
                        .stream()
                        .filter(jury -> known.contains(jury.id())))
                .as("juries of %s", by.habilitations())
                .containsExactlyInAnyOrderElementsOf(juries.stream()
                        .filter(jury -> by.may(Droit.JURY_LIRE, jury.asObjet()))
                        .toList());
    }

    // ---- filters and order, for a secretariat

    private final class Liste {
        private final Atteinte atteinte = Atteinte.of(
                new Acteur("s", "S", Set.of(new Habilitation(Role.SECRETARIAT, ours.branche))), Droit.CANDIDATURE_LIRE);

        List<String> names(Filtre filtre, Filtre.Tri tri) {
            return db
                    .<List<Candidature>>read(
                            () -> db.candidatures.search(new Recherche(atteinte, filtre, tri, null, false, 100)))
                    .stream()
                    .map(c -> c.candidat().nomNaissance())
                    .toList();
        }
    }

    private Candidature named(String nom, String prenoms, LocalDate depot) {
        Candidature c =
                ours.candidature(new Candidat(nom, null, prenoms, Candidat.Sexe.F, depot.minusYears(30), "Lens", null));
        return ours.kept(new Candidature(
                c.id(),
                c.personne(),
                c.numero(),
                c.branche(),
                c.certification(),
                c.intitule(),
                c.version(),
                c.empreinte(),
                c.voie(),
                c.etat(),
                c.candidat(),
                new Tiers("Centre Bérénice", SIRET),
                new Tiers("Aciéries de l’Œuvre", null),
                c.formateurs(),
                c.constats(),
                c.evaluateurs(),
                c.deposeePar(),
                depot.atTime(12, 0).atZone(HeureLegale.ZONE).toInstant(),
                0));
    }

    @Test
    void filtersFindWhatTheySayHoweverItIsTyped() {
        Candidature zoe = named("Étienne-Dubois", "Zoé", LocalDate.of(2026, 1, 10));
        named("Abbès", "Nour", LocalDate.of(2026, 1, 11));
        named("100%_Sûr", "Ana", LocalDate.of(2026, 1, 12));
        Liste liste = new Liste();
        Filtre all = Filtre.none();
        Filtre.Tri tri = Filtre.Tri.RECENTES;

        assertThat(liste.names(all, tri)).containsExactly("100%_Sûr", "Abbès", "Étienne-Dubois");
        assertThat(liste.names(all.saying("DUBOIS etienne"), tri)).containsExactly("Étienne-Dubois");
        assertThat(liste.names(all.saying("zoe"), tri)).containsExactly("Étienne-Dubois");
        assertThat(liste.names(all.saying(zoe.numero().toLowerCase(Locale.ROOT)), tri))
                .containsExactly("Étienne-Dubois");
        assertThat(liste.names(all.saying("%"), tri)).isEmpty();
        assertThat(liste.names(all.saying("_"), tri)).isEmpty();
        assertThat(liste.names(all.of("berenice CENTRE", null), tri)).hasSize(3);
        assertThat(liste.names(all.of(SIRET, null), tri)).hasSize(3);
        assertThat(liste.names(all.of("boréal", null), tri)).isEmpty();
        assertThat(liste.names(all.of(null, "acieries oeuvre"), tri)).hasSize(3);
        assertThat(liste.names(all.of(null, "?!"), tri)).isEmpty();
        assertThat(liste.names(all.submitted(LocalDate.of(2026, 1, 11), LocalDate.of(2026, 1, 11)), tri))
                .containsExactly("Abbès");
        assertThat(liste.names(all.inEtats(Set.of("DEPOSEE", "DELIVREE")), tri)).hasSize(3);
        assertThat(liste.names(all.inEtats(Set.of("DELIVREE")), tri)).isEmpty();
        assertThat(liste.names(all.ofCertification(Samples.CERTIFICATION, Samples.VERSION), tri))
                .hasSize(3);
        assertThat(liste.names(all.ofCertification(Samples.CERTIFICATION, "9.0.0"), tri))
                .isEmpty();
        assertThat(liste.names(all.markedBy("eval-a"), tri)).hasSize(3);
        assertThat(liste.names(all.markedBy("personne"), tri)).isEmpty();
        assertThat(liste.names(all.beforeJury(UUID.randomUUID()), tri)).isEmpty();
    }

    @Test
    void everyOrderGoesOnAndBackWithoutLosingOrRepeatingAFile() {
        List<String> names = List.of("Éloi", "abbès", "Zola", "Éloi", "Œuvrard", "Abbes", "Ñandú", "Éloi", "Dù");
        for (int i = 0; i < names.size(); i++) {
            named(names.get(i), "Alix", LocalDate.of(2026, 1, 1).plusDays(i));
        }
        assertThat(new Liste().names(Filtre.none(), Filtre.Tri.NOM))
                .containsExactly("Abbes", "abbès", "Dù", "Éloi", "Éloi", "Éloi", "Ñandú", "Œuvrard", "Zola");
        Atteinte atteinte = new Liste().atteinte;
        for (Filtre.Tri tri : Filtre.Tri.values()) {
            List<List<String>> there = new ArrayList<>();
            Tranche<Candidature> page = at(atteinte, tri, Tranche.Place.first(2));
            there.add(numeros(page));
            while (page.suivant().isPresent()) {
                page = at(atteinte, tri, new Tranche.Place(page.suivant().get(), null, 2));
                there.add(numeros(page));
            }
            assertThat(there.stream().flatMap(List::stream)).hasSize(9).doesNotHaveDuplicates();
            for (int i = there.size() - 2; i >= 0; i--) {
                page = at(
                        atteinte, tri, new Tranche.Place(null, page.precedent().orElseThrow(), 2));
                assertThat(numeros(page)).as("%s, page %s", tri, i).isEqualTo(there.get(i));
            }
            assertThat(page.precedent()).isEmpty();
        }
    }

    private Tranche<Candidature> at(Atteinte atteinte, Filtre.Tri tri, Tranche.Place place) {
        return db.read(() -> Tranche.at(
                place,
                besoin -> db.candidatures.search(new Recherche(
                        atteinte, Filtre.none(), tri, besoin.repere(), besoin.remonte(), besoin.nombre())),
                Candidature::numero));
    }

    private static List<String> numeros(Tranche<Candidature> page) {
        return page.elements().stream().map(Candidature::numero).toList();
    }

    @Test
    void theMarkOfAFileThatIsOutOfReachSaysNothingOfItsName() {
        Candidature hidden = named("Milieu", "Alix", LocalDate.of(2026, 1, 1));
        Candidature own =
                ours.kept(submitted(ours.candidature(), new EtatCandidature.Deposee(), "organisme", null, Set.of()));
        Atteinte atteinte = Atteinte.of(
                new Acteur("organisme", "O", Set.of(new Habilitation(Role.ORGANISME, ours.branche))),
                Droit.CANDIDATURE_LIRE);
        assertThat(at(atteinte, Filtre.Tri.NOM, Tranche.Place.first(10)).elements())
                .containsExactly(own);
        assertThat(db.<List<Candidature>>read(() -> db.candidatures.search(
                        new Recherche(atteinte, Filtre.none(), Filtre.Tri.NOM, hidden.numero(), false, 10))))
                .isEmpty();
        assertThat(db.<List<Candidature>>read(() -> db.candidatures.search(
                        new Recherche(atteinte, Filtre.none(), Filtre.Tri.NOM, hidden.numero(), true, 10))))
                .isEmpty();
    }

    @Test
    void theScriptFoldsTheNamesThereAreAsThePlatformDoes() throws Exception {
        Candidature file = named("D’Août-Lœuvre", "Éléonore Çagla", LocalDate.of(2026, 1, 1));
        String script = new String(
                RegistreTest.class
                        .getResourceAsStream("/db/migration/V18__listes.sql")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String select =
                    "select nom_tri, organisme_tri, entreprise_tri from candidature where id = '" + file.id() + "'";
            List<String> written = row(statement, select);
            for (String update : script.split(";")) {
                if (update.strip().startsWith("update")) {
                    statement.executeUpdate(update);
                }
            }
            assertThat(row(statement, select))
                    .isEqualTo(written)
                    .containsExactly(
                            "d aout loeuvre eleonore cagla", "centre berenice " + SIRET, "acieries de l oeuvre");
            connection.rollback();
        }
    }

    private static List<String> row(Statement statement, String select) throws SQLException {
        try (ResultSet found = statement.executeQuery(select)) {
            assertThat(found.next()).isTrue();
            return List.of(found.getString(1), found.getString(2), found.getString(3));
        }
    }

    @Test
    void juriesAreFilteredByTheirDayAndTheirComposition() {
        Jury composed = ours.kept(ours.jury());
        Jury other = ours.jury();
        Jury valid = ours.kept(other.validated("certificateur", Instant.parse("2026-06-16T08:00:00Z")));
        Atteinte atteinte = Atteinte.of(
                new Acteur("s", "S", Set.of(new Habilitation(Role.SECRETARIAT, ours.branche))), Droit.JURY_LIRE);
        assertThat(juries(atteinte, FiltreJurys.none())).containsExactly(valid, composed);
        assertThat(juries(atteinte, FiltreJurys.none().validated(true))).containsExactly(valid);
        assertThat(juries(atteinte, FiltreJurys.none().validated(false))).containsExactly(composed);
        assertThat(juries(atteinte, FiltreJurys.none().sitting(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 1))))
                .hasSize(2);
        assertThat(juries(atteinte, FiltreJurys.none().sitting(LocalDate.of(2026, 7, 2), null)))
                .isEmpty();
        assertThat(juries(atteinte, FiltreJurys.none().ofCertification("AUTRE")))
                .isEmpty();
        assertThat(db.<List<Jury>>read(() -> db.jurys.search(
                        new Jurys.Recherche(atteinte, FiltreJurys.none(), composed.numero(), true, 10))))
                .containsExactly(valid);
    }

    private List<Jury> juries(Atteinte atteinte, FiltreJurys filtre) {
        return db.read(() -> db.jurys.search(new Jurys.Recherche(atteinte, filtre, null, false, 10)));
    }
}
