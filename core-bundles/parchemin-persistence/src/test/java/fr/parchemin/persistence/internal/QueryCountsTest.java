package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Atteinte;
import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.RechercheComptes;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.branche.BrancheConnue;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures.Recherche;
import fr.parchemin.candidature.Candidatures.Selection;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.candidature.Filtre;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.echange.Message;
import fr.parchemin.echange.Messages;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Jury;
import fr.parchemin.notification.Frequence;
import fr.parchemin.notification.Sujet;
import fr.parchemin.personne.Lien;
import fr.parchemin.personne.Personne;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each method of a port sends to the database: a number that does not grow with what is stored. */
@OnEveryEngine
class QueryCountsTest {

    private final TestDatabase db;
    private final Samples samples;

    QueryCountsTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    private void reads(int expected, Runnable query) {
        db.read(() -> {
            assertThat(db.queries.during(query)).hasSize(expected);
            return null;
        });
    }

    private void writes(int expected, Runnable act) {
        db.write(() -> assertThat(db.queries.during(act)).hasSize(expected));
    }

    /** What an act sends that has locked the file before, as each act on a file does. */
    private void writesTo(UUID file, int expected, Runnable act) {
        db.write(() -> {
            db.candidatures.findForUpdate(file);
            assertThat(db.queries.during(act)).hasSize(expected);
        });
    }

    @Test
    void journal() {
        String objet = Samples.unique("objet/");
        writes(0, () -> db.journal.append(samples.acte(objet)));
        // The end of the chain locked, the lines, the end moved on: the same for one line as for thirty. PostgreSQL is
        // told
        // the perimeter as well.
        int expected = db.engine == TestEngine.POSTGRESQL ? 4 : 3;
        for (int lines : new int[] {1, 30}) {
            assertThat(db.queries.during(() -> db.write(
                            () -> IntStream.range(0, lines).forEach(i -> db.journal.append(samples.acte(objet))))))
                    .hasSize(expected);
        }
        Acte personal = samples.acte(objet)
                .about(UUID.randomUUID())
                .changing(Valeurs.none(), Valeurs.none().andPersonal("nom", "Alix"));
        reads(1, () -> db.journal.about(objet, 100));
        writes(3, () -> db.journal.append(personal)); // no key yet: one is made
        writes(1, () -> db.journal.append(personal));
        reads(2, () -> db.journal.about(objet, 100)); // all the keys at once
        Journal.Selection all = Journal.Selection.of(null, 200);
        reads(1, () -> db.journal.list(all));
        reads(2, () -> db.journal.list(all.about(objet).revealed()));
        reads(1, db.journal::head);
        reads(1, () -> db.journal.lines(0, Long.MAX_VALUE, 1000));
        writes(1, () -> db.cles.destroy(personal.personne(), Samples.NOW));
        writes(
                1,
                () -> db.lectures.isFirst(
                        "secretariat", objet, Acte.Nature.CANDIDATURE_CONSULTEE, LocalDate.of(2026, 6, 15)));
        writes(1, () -> db.lectures.forgetBefore(LocalDate.of(2026, 6, 15)));
    }

    @Test
    void comptes() {
        Habilitation jury = samples.habilitation(Role.JURY);
        Habilitation organisme = samples.habilitation(Role.ORGANISME);
        Compte compte = Samples.compte(Samples.unique("compte-"), jury, organisme);
        writes(3, () -> db.comptes.add(compte)); // the database numbers each role
        reads(1, () -> db.comptes.find(compte.identifiant()));
        reads(2, () -> db.comptes.list(100));
        reads(1, db.comptes::isEmpty);
        reads(1, () -> db.comptes.holding(jury, 100));
        reads(1, () -> db.comptes.findByCourriel("personne@exemple.fr"));
        reads(
                3,
                () -> db.recherche.search(new RechercheComptes.Selection(
                        Set.of(jury.branche()),
                        "compte",
                        Role.JURY,
                        jury.branche(),
                        RechercheComptes.Situation.ACTIF,
                        Samples.NOW,
                        null,
                        50)));
        reads(1, () -> db.ouverts.count(Set.of("une", "autre")));
        reads(1, () -> db.attributions.of(compte.identifiant(), 100));
        Attribution held = db.<List<Attribution>>read(() -> db.attributions.of(compte.identifiant(), 1))
                .get(0);
        reads(1, () -> db.attributions.find(held.rang()));
        writes(1, () -> db.attributions.lock(compte.identifiant()));
        writes(1, () -> db.attributions.add(held));
        writes(
                2,
                () -> db.attributions.withdraw(
                        held.withdrawn(new Attribution.Retrait("alice", Samples.NOW, "fin de mandat"))));
    }

    @Test
    void echanges() {
        Candidature file = samples.kept(samples.candidature());
        writes(4, () -> db.messages.add(Samples.message(file))); // no key yet: one is made
        writes(2, () -> db.messages.add(Samples.message(file)));
        Set<Cercle> all = EnumSet.allOf(Cercle.class);
        reads(
                2,
                () -> db.messages.list(
                        new Messages.Selection(file.id(), Message.Nature.MESSAGE, all, "secretariat", null, 50)));
        reads(1, () -> db.messages.unread(file.id(), all, "autre"));
        writes(2, () -> db.messages.markRead(file.id(), file.branche(), "autre", 1));
        writes(1, () -> db.messages.markRead(file.id(), file.branche(), "autre", 2));
        reads(1, () -> db.journal.story(file.objet(), EnumSet.allOf(Acte.Nature.class), null, 50));
        reads(1, () -> db.comptes.noms(Set.of("alice", "bob")));
        reads(0, () -> db.comptes.noms(Set.of()));
    }

    @Test
    void notifications() {
        Compte compte = Samples.compte(Samples.unique("compte-"), samples.habilitation(Role.SECRETARIAT));
        db.write(() -> db.comptes.add(compte));
        // With the commit, and the same for one as for forty.
        int expected = db.engine == TestEngine.POSTGRESQL ? 2 : 1;
        for (int told : new int[] {1, 40}) {
            assertThat(db.queries.during(() -> db.write(() -> db.notifications.add(IntStream.range(0, told)
                            .mapToObj(i -> Samples.notification(
                                    compte.identifiant(), samples.branche, Samples.unique("candidature/")))
                            .toList()))))
                    .hasSize(expected);
        }
        Set<String> here = Set.of(samples.branche);
        reads(1, () -> db.notifications.list(compte.identifiant(), here, true, null, 50));
        reads(1, () -> db.notifications.unread(compte.identifiant(), here, 100));
        reads(1, () -> db.notifications.find(compte.identifiant(), 1));
        writes(1, () -> db.notifications.markRead(compte.identifiant(), 1, Samples.NOW));
        writes(
                1,
                () -> db.notifications.markReadAbout(
                        compte.identifiant(), "candidature/x", EnumSet.of(Sujet.MESSAGE_RECU), Samples.NOW));
        reads(1, () -> db.notifications.awaiting(LocalDate.of(2026, 6, 15), false, 50));
        writes(3, () -> db.notifications.take(compte.identifiant()));
        writes(1, () -> db.notifications.markAllRead(compte.identifiant(), Long.MAX_VALUE, Samples.NOW));
        writes(2, () -> db.notifications.choose(compte.identifiant(), Frequence.QUOTIDIENNE));
        writes(2, () -> db.notifications.written(compte.identifiant(), LocalDate.of(2026, 6, 15)));
        reads(1, () -> db.notifications.frequence(compte.identifiant()));
        reads(
                1,
                () -> db.destinataires.holding(
                        samples.branche,
                        EnumSet.of(Role.SECRETARIAT),
                        EnumSet.of(Role.CANDIDAT),
                        Set.of("une-cible"),
                        200));
        writes(1, () -> db.notifications.removeBefore(Samples.NOW.minusSeconds(60), Samples.NOW.minusSeconds(60)));
    }

    @Test
    void jetons() {
        Compte compte = Samples.compte(
                Samples.unique("compte-"), samples.habilitation(Role.JURY), samples.habilitation(Role.ORGANISME));
        String empreinte = Samples.unique("empreinte-");
        db.write(() -> db.comptes.add(compte));
        writes(1, () -> db.jetons.add(Samples.jeton(empreinte, compte.identifiant(), Samples.NOW.plusSeconds(60))));
        reads(1, () -> db.jetons.find(empreinte, Samples.NOW));
        reads(1, () -> db.jetons.of(compte.identifiant(), Samples.NOW));
        writes(1, () -> db.jetons.touch(empreinte, Samples.NOW.plusSeconds(1)));
        writes(1, () -> db.jetons.elevate(empreinte, Moyen.CLE_ACCES, Samples.NOW));
        writes(1, () -> db.jetons.removeAll(compte.identifiant(), UUID.randomUUID()));
        writes(1, () -> db.jetons.removeExpired(Samples.NOW.minusSeconds(60)));
        writes(1, () -> db.jetons.remove(empreinte));
    }

    @Test
    void branches() {
        BrancheConnue branche = new BrancheConnue(samples.branche, "Essai", "{}", Samples.NOW, null);
        writes(2, () -> db.branches.put(branche));
        writes(1, () -> db.branches.put(branche));
        reads(1, db.branches::all);
    }

    @Test
    void snapshots() {
        writes(1, () -> db.snapshots.add(samples.snapshot("2.0.0", "b2", "{}")));
        reads(1, () -> db.snapshots.find(samples.branche, Samples.CERTIFICATION, "2.0.0"));
        reads(1, () -> db.snapshots.references(samples.branche));
    }

    @Test
    void candidatures() {
        Candidature candidature = samples.candidature();
        writes(1, db.candidatures::nextNumero);
        writes(3, () -> db.candidatures.add(candidature));
        IntStream.range(0, 40).forEach(i -> samples.kept(samples.candidature()));

        reads(3, () -> db.candidatures.find(candidature.id()));
        writes(3, () -> db.candidatures.findForUpdate(candidature.id()));
        reads(3, () -> db.candidatures.findOpen(samples.branche, Samples.CERTIFICATION, candidature.candidat()));
        Set<String> here = Set.of(samples.branche);
        String newest = db.<List<Candidature>>read(() -> db.candidatures.list(Selection.in(here, 1)))
                .get(0)
                .numero();
        for (int limite : new int[] {1, 7, 200}) {
            reads(
                    3,
                    () -> db.candidatures.list(Selection.in(here, limite)
                            .ofCertification(Samples.CERTIFICATION)
                            .inEtats(Set.of("DEPOSEE", "RECEVABLE"))
                            .after(newest)));
        }
        Atteinte atteinte = Atteinte.of(
                new Acteur("secretariat", "Secrétariat", Set.of(samples.habilitation(Role.SECRETARIAT))),
                Droit.CANDIDATURE_LIRE);
        for (int limite : new int[] {1, 7, 200}) {
            reads(
                    3,
                    () -> db.candidatures.search(new Recherche(
                            atteinte, Filtre.none().saying("durand"), Filtre.Tri.NOM, null, false, limite)));
            reads(
                    4,
                    () -> db.candidatures.search(
                            new Recherche(atteinte, Filtre.none(), Filtre.Tri.RECENTES, newest, false, limite)));
            reads(1, () -> db.candidatures.count(atteinte, Filtre.none(), limite));
        }
        db.write(() -> {
            db.candidatures.find(candidature.id());
            assertThat(db.queries.during(
                            () -> db.candidatures.update(Samples.with(candidature, new EtatCandidature.Recevable()))))
                    .hasSize(2);
        });
    }

    @Test
    void personnes() {
        Candidat candidat = Samples.candidat(Samples.unique("Durand"));
        UUID first = samples.personne(candidat);
        Personne second = new Personne(UUID.randomUUID(), candidat, Samples.NOW, null);
        Lien lien = Lien.asked(Samples.unique("e"), second.id(), first, Samples.NOW.plusSeconds(60));
        writes(1, () -> db.personnes.add(second));
        writes(1, () -> db.personnes.addLien(lien));
        reads(1, () -> db.candidatures.neighbours(samples.branche, candidat.dateNaissance(), 200));
        reads(1, () -> db.personnes.bornWith(candidat, 200));
        writes(1, () -> db.personnes.findLien(lien.empreinte()));
        writes(1, () -> db.personnes.link(second.id(), first));
        reads(1, () -> db.personnes.linkedTo(first));
        reads(1, () -> db.personnes.unanswered(List.of(second.id()), List.of(first)));
        reads(1, () -> db.personnes.partagesOf(List.of(first, second.id())));
        reads(1, () -> db.certificats.ofPersonnes(List.of(first, second.id())));
    }

    @Test
    void saisies() {
        List<UUID> files = IntStream.range(0, 30)
                .mapToObj(i -> samples.kept(samples.candidature()).id())
                .toList();
        writesTo(files.get(0), 3, () -> db.saisies.put(samples.saisie(files.get(0), "E1", "eval-a")));
        db.write(() -> files.forEach(file -> {
            db.saisies.put(samples.saisie(file, "E1", "eval-a"));
            db.saisies.put(samples.saisie(file, "E1", "eval-b"));
        }));

        reads(1, () -> db.saisies.of(files.get(0)));
        reads(1, () -> db.saisies.of(files));
        writes(2, () -> db.saisies.put(samples.saisie(files.get(0), "E1", "eval-a")));
    }

    @Test
    void jurys() {
        Jury jury = samples.jury();
        writes(1, db.jurys::nextNumero);
        writes(2, () -> db.jurys.add(jury));
        IntStream.range(0, 20).forEach(i -> samples.kept(samples.jury()));

        reads(2, () -> db.jurys.find(jury.id()));
        reads(2, () -> Samples.juries(db, Set.of(samples.branche), null, 200));
        db.write(() -> db.jurys.lastOf(samples.branche));
        writes(3, () -> db.jurys.lastOf(samples.branche));
        db.write(() -> {
            db.jurys.find(jury.id());
            assertThat(db.queries.during(() -> db.jurys.update(jury.validated("certificateur", Samples.NOW))))
                    .hasSize(2);
        });
    }

    @Test
    void decisions() {
        Jury jury = samples.kept(samples.jury());
        List<UUID> files = IntStream.range(0, 30)
                .mapToObj(i -> samples.kept(samples.candidature()).id())
                .toList();
        writesTo(
                files.get(0),
                1,
                () -> db.decisions.add(Samples.decision(files.get(0), jury, Decision.Issue.AJOURNEMENT)));
        db.write(() -> files.forEach(
                file -> db.decisions.add(Samples.decision(file, jury, Decision.Issue.VALIDATION_TOTALE))));

        reads(1, () -> db.decisions.lastOf(files.get(0)));
        reads(1, () -> db.decisions.lastOf(files));
    }

    @Test
    void certificats() {
        Certificat certificat =
                samples.certificat(samples.kept(samples.candidature()).id(), Samples.unique("N-"));
        String serie = Samples.unique("ESS-");
        writes(1, () -> db.certificats.add(certificat));
        writes(4, () -> db.certificats.next(serie));
        writes(2, () -> db.certificats.next(serie));

        reads(1, () -> db.certificats.findByNumero(certificat.numero()));
        reads(1, () -> db.certificats.findByCode(certificat.codeVerification()));
        reads(1, () -> db.certificats.findByCandidature(certificat.candidature()));
    }
}
