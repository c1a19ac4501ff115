package fr.parchemin.acces;

import static fr.parchemin.acces.Role.ACCOMPAGNATEUR_VAE;
import static fr.parchemin.acces.Role.CANDIDAT;
import static fr.parchemin.acces.Role.CERTIFICATEUR;
import static fr.parchemin.acces.Role.CONSEILLER;
import static fr.parchemin.acces.Role.EMPLOYEUR;
import static fr.parchemin.acces.Role.EVALUATEUR;
import static fr.parchemin.acces.Role.JURY;
import static fr.parchemin.acces.Role.ORGANISME;
import static fr.parchemin.acces.Role.SECRETARIAT;
import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Jury;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: each role on each act, and a stranger on all of them. */
class DroitsTest {

    /** An act on a platform in the middle of its life. */
    interface Geste {
        Outcome<?> by(Acteur acteur, Monde monde);
    }

    /** A platform with a file where each act finds it. */
    static final class Monde {
        final Plateforme p = new Plateforme();
        final Jury jury = p.juryParitaire();
        final UUID deposee = p.deposee("Un").id();
        final UUID recevable = p.recevable("Deux").id();
        final UUID enEvaluation = p.enEvaluation("Trois").id();
        final UUID evaluee = p.evaluee("Quatre", true, true).id();
        final UUID presentee = p.presentee("Cinq", jury, true, true).id();
        final UUID decidee;
        final Certificat certificat;

        Monde() {
            decidee = p.presentee("Six", jury, true, true).id();
            p.decide(jury, decidee, Map.of("OPE-B1", true, "OPE-B2", true), null)
                    .orElseThrow();
            Candidature delivered = p.presentee("Sept", jury, true, true);
            p.decide(jury, delivered.id(), Map.of("OPE-B1", true, "OPE-B2", true), null)
                    .orElseThrow();
            certificat = p.delivrances
                    .deliver(p.certificateur, delivered.id(), "Lille")
                    .orElseThrow();
        }

        Acteur acteur(Role role) {
            return switch (role) {
                case ADMINISTRATEUR -> p.admin;
                case SECRETARIAT -> p.secretariat;
                case ORGANISME -> p.organisme;
                case EVALUATEUR -> p.evaluateur1;
                case JURY -> p.jury;
                case CERTIFICATEUR -> p.certificateur;
                case EXPLOITANT, ADMINISTRATEUR_CQPI -> holding(Habilitation.ofPlatform(role));
                case CPNE, AUTEUR -> holding(new Habilitation(role, Plateforme.ESSAI));
                case CANDIDAT, EMPLOYEUR, TUTEUR, ACCOMPAGNATEUR_VAE, CONSEILLER ->
                    holding(files().map(id -> new Habilitation(role, new Portee.DeDossier(Plateforme.ESSAI, id)))
                            .toArray(Habilitation[]::new));
            };
        }

        private Stream<UUID> files() {
            return Stream.of(deposee, recevable, enEvaluation, evaluee, presentee, decidee, certificat.candidature());
        }

        private static Acteur holding(Habilitation... held) {
            return new Acteur("autre", "Autre", Set.of(held));
        }
    }

    private static Arguments act(String name, Set<Role> granted, Geste geste) {
        return Arguments.of(name, granted, Named.of(name, geste));
    }

    private static Set<Role> and(Set<Role> some, Role... more) {
        Set<Role> all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }

    static Stream<Arguments> acts() {
        Set<Role> whoSeesTheFile = EnumSet.of(SECRETARIAT, ORGANISME, EVALUATEUR, CERTIFICATEUR);
        Set<Role> whoReadsTheFile = and(whoSeesTheFile, CANDIDAT, EMPLOYEUR, ACCOMPAGNATEUR_VAE, CONSEILLER);
        Set<Role> whoReadsTheDecision = and(whoReadsTheFile, JURY);
        Set<Role> whoReadsTheCertificate = and(whoSeesTheFile, JURY, CANDIDAT, EMPLOYEUR);
        return Stream.of(
                act(
                        "submit",
                        EnumSet.of(SECRETARIAT, ORGANISME),
                        (a, m) -> m.p.inscriptions.submit(a, m.p.depot(Plateforme.candidat("Nouveau")))),
                act(
                        "establish a prerequisite",
                        EnumSet.of(SECRETARIAT, ORGANISME),
                        (a, m) -> m.p.inscriptions.establishPrerequis(
                                a,
                                m.deposee,
                                "AUT",
                                new Inscriptions.Constat(true, "AUT-1111", m.p.clock.today(), null, null))),
                act(
                        "designate évaluateurs",
                        EnumSet.of(SECRETARIAT, ORGANISME),
                        (a, m) -> m.p.inscriptions.designateEvaluateurs(a, m.recevable, Set.of("e1", "e2"))),
                act(
                        "list évaluateurs",
                        EnumSet.of(SECRETARIAT, ORGANISME),
                        (a, m) -> m.p.inscriptions.evaluateurs(a, Plateforme.ESSAI)),
                act("read a file", whoReadsTheFile, (a, m) -> m.p.inscriptions.find(a, m.evaluee)),
                act(
                        "read its journal",
                        and(whoSeesTheFile, CANDIDAT),
                        (a, m) -> m.p.inscriptions.journal(a, m.evaluee)),
                act("read its story", and(whoSeesTheFile, CANDIDAT), (a, m) -> m.p.fil.read(a, m.evaluee, null, 10)),
                act("read its messages", whoReadsTheFile, (a, m) -> m.p.echanges.messages(a, m.evaluee, null, 10)),
                act(
                        "write a message",
                        whoReadsTheFile,
                        (a, m) -> m.p.echanges.send(a, m.evaluee, Cercle.TOUS, "Bonjour")),
                act("mark messages as read", whoReadsTheFile, (a, m) -> m.p.echanges.markRead(a, m.evaluee, 1)),
                act(
                        "read its notes",
                        EnumSet.of(SECRETARIAT, CERTIFICATEUR),
                        (a, m) -> m.p.echanges.notes(a, m.evaluee, null, 10)),
                act(
                        "write a note",
                        EnumSet.of(SECRETARIAT, CERTIFICATEUR),
                        (a, m) -> m.p.echanges.addNote(a, m.evaluee, "À vérifier")),
                act("read its grid", whoSeesTheFile, (a, m) -> m.p.evaluations.grille(a, m.evaluee)),
                act("read its proposal", whoSeesTheFile, (a, m) -> m.p.evaluations.proposition(a, m.evaluee)),
                act(
                        "mark",
                        EnumSet.of(EVALUATEUR),
                        (a, m) -> m.p.mark(a, m.enEvaluation, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS")),
                act(
                        "read the migrations of a file",
                        EnumSet.of(SECRETARIAT),
                        (a, m) -> m.p.migrations.history(a, m.evaluee)),
                act(
                        "count open files",
                        EnumSet.of(SECRETARIAT),
                        (a, m) -> m.p.migrations.census(a, Plateforme.ESSAI, "ESS-OPE")),
                act(
                        "compose a jury",
                        EnumSet.of(SECRETARIAT),
                        (a, m) -> m.p.deliberations.compose(a, m.p.composition("SALARIES"))),
                act("validate a jury", EnumSet.of(CERTIFICATEUR), (a, m) -> m.p.deliberations.validate(a, m.jury.id())),
                act(
                        "read a jury",
                        EnumSet.of(SECRETARIAT, JURY, CERTIFICATEUR),
                        (a, m) -> m.p.deliberations.find(a, m.jury.id())),
                act(
                        "list juries",
                        EnumSet.of(SECRETARIAT, JURY, CERTIFICATEUR),
                        (a, m) -> m.p.deliberations.list(a, Plateforme.ESSAI, null, 10)),
                act(
                        "see what may be presented",
                        EnumSet.of(SECRETARIAT),
                        (a, m) -> m.p.deliberations.presentables(a, m.jury.id())),
                act(
                        "present files",
                        EnumSet.of(SECRETARIAT),
                        (a, m) -> m.p.deliberations.present(a, m.jury.id(), Set.of(m.evaluee))),
                act(
                        "decide",
                        EnumSet.of(JURY),
                        (a, m) -> m.p.deliberations.decide(
                                a,
                                m.jury.id(),
                                m.presentee,
                                new Deliberations.Deliberation(
                                        Plateforme.all(m.jury),
                                        Map.of(),
                                        Map.of("OPE-B1", true, "OPE-B2", true),
                                        null))),
                act("read a decision", whoReadsTheDecision, (a, m) -> m.p.deliberations.decision(a, m.decidee)),
                act("read the mentions", whoReadsTheDecision, (a, m) -> m.p.mentions.ofCandidature(a, m.decidee)),
                act("deliver", EnumSet.of(CERTIFICATEUR), (a, m) -> m.p.delivrances.deliver(a, m.decidee, "Lille")),
                act(
                        "read a certificate",
                        whoReadsTheCertificate,
                        (a, m) -> m.p.delivrances.find(a, m.certificat.numero())),
                act(
                        "print a certificate",
                        whoReadsTheCertificate,
                        (a, m) -> m.p.delivrances.certificatPdf(a, m.certificat.numero())),
                act(
                        "print its relevé",
                        whoReadsTheCertificate,
                        (a, m) -> m.p.delivrances.relevePdf(a, m.certificat.numero())),
                act(
                        "print the relevé of a file",
                        whoReadsTheCertificate,
                        (a, m) -> m.p.delivrances.releveOfCandidature(a, m.decidee)),
                act(
                        "ask for the effect",
                        whoReadsTheCertificate,
                        (a, m) ->
                                m.p.delivrances.effet(a, m.certificat.numero(), ContexteEmploi.on(m.p.clock.today()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void eachActIsForItsRolesAndNoOther(String name, Set<Role> granted, Geste geste) {
        Monde untouched = new Monde();
        for (Role role : Role.values()) {
            Monde monde = granted.contains(role) ? new Monde() : untouched;
            Outcome<?> outcome = geste.by(monde.acteur(role), monde);

            if (granted.contains(role)) {
                assertThat(code(outcome)).as("%s by %s", name, role).isNull();
            } else {
                assertThat(code(outcome))
                        .as("%s by %s", name, role)
                        .isIn(CodeRefus.ACCES_REFUSE, CodeRefus.RESSOURCE_INCONNUE);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void nobodyOfAnotherBranchMayDoItNorLearnThatTheFileIsThere(String name, Set<Role> granted, Geste geste) {
        Monde monde = new Monde();
        Outcome<?> outcome = geste.by(monde.p.etranger, monde);

        boolean aboutTheBranch = Set.of(
                        "submit", "list évaluateurs", "compose a jury", "list juries", "count open files")
                .contains(name);
        assertThat(code(outcome)).isEqualTo(aboutTheBranch ? CodeRefus.ACCES_REFUSE : CodeRefus.RESSOURCE_INCONNUE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void anAccountWithoutARoleMayDoNothing(String name, Set<Role> granted, Geste geste) {
        Monde monde = new Monde();
        Outcome<?> outcome = geste.by(new Acteur("personne", "Personne", Set.of()), monde);

        assertThat(code(outcome)).isIn(CodeRefus.ACCES_REFUSE, CodeRefus.RESSOURCE_INCONNUE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void anOrganismeDoesNothingToTheFileOfAnother(String name, Set<Role> granted, Geste geste) {
        Monde monde = new Monde();
        Outcome<?> outcome = geste.by(monde.p.autreOrganisme, monde);

        if (Set.of("submit", "list évaluateurs").contains(name)) {
            assertThat(outcome.isDone()).isTrue();
        } else {
            assertThat(code(outcome)).isIn(CodeRefus.ACCES_REFUSE, CodeRefus.RESSOURCE_INCONNUE);
        }
    }
}
