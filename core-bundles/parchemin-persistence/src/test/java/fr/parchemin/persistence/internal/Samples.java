package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Atteinte;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Valeur;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.candidature.Tiers;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.DocumentCertificat;
import fr.parchemin.echange.Message;
import fr.parchemin.evaluation.Appreciation;
import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.evaluation.Verdict;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.FiltreJurys;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.Jurys;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.jury.Vote;
import fr.parchemin.notification.Notification;
import fr.parchemin.notification.Sujet;
import fr.parchemin.personne.Personne;
import fr.parchemin.referentiel.Snapshot;
import fr.parchemin.referentiel.Voie;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Records to keep, each as full as it can be. Every sample is of a branch that no other test uses. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-06-15T08:30:00.123456Z");
    static final String CERTIFICATION = "ESS-CAT";
    static final String VERSION = "1.0.0";

    private static final AtomicLong NEXT = new AtomicLong(1);

    final String branche = "essai-" + NEXT.getAndIncrement();
    private final TestDatabase database;

    /** A new branch with one snapshot, kept. */
    Samples(TestDatabase database) {
        this.database = database;
        database.write(() -> database.snapshots.add(snapshot(VERSION, "a1", "{}")));
    }

    static String unique(String prefix) {
        return prefix + NEXT.getAndIncrement();
    }

    Snapshot snapshot(String version, String empreinte, String contenu) {
        return new Snapshot(branche, CERTIFICATION, version, empreinte, contenu, NOW);
    }

    Acte acte(String objet) {
        return new Acte(
                null,
                NOW,
                "secretariat",
                branche,
                objet,
                Acte.Nature.CANDIDATURE_DEPOSEE,
                "Dossier déposé par l’accueil.");
    }

    /** A message to all who follow the file, by its secretariat. */
    static Message message(Candidature file) {
        return new Message(
                UUID.randomUUID(),
                null,
                file.id(),
                file.branche(),
                file.personne(),
                Message.Nature.MESSAGE,
                Cercle.TOUS,
                "secretariat",
                Role.SECRETARIAT,
                new Valeur.Personnelle("Sacha Secrétaire"),
                new Valeur.Personnelle("Il manque une pièce."),
                NOW,
                Optional.empty());
    }

    static Notification notification(String destinataire, String branche, String objet) {
        return new Notification(null, destinataire, Sujet.MESSAGE_RECU, branche, objet, "C-2026-000001", NOW, null);
    }

    static Compte compte(String identifiant, Habilitation... habilitations) {
        return new Compte(
                identifiant, "Agnès Œillet", "$argon2id$v=19$m=65536,t=3,p=1$c2Vs$aGFzaA", Set.of(habilitations));
    }

    static Jeton jeton(String empreinte, String identifiant, Instant expireLe) {
        return Jeton.ouvert(empreinte, identifiant, Moyen.MOT_DE_PASSE, "Navigateur d’essai", NOW, expireLe);
    }

    Habilitation habilitation(Role role) {
        return new Habilitation(role, branche);
    }

    static Candidat candidat(String nomNaissance) {
        return new Candidat(
                nomNaissance,
                "D’Arcy–Lévêque",
                "Maëlys Zoé Ñandú",
                Candidat.Sexe.F,
                LocalDate.of(1998, 3, 29),
                "Saint-Étienne",
                "maelys@exemple.test");
    }

    /** A file just submitted, by a person of its own. */
    Candidature candidature() {
        return candidature(candidat(unique("Durand")));
    }

    /** The id of a person kept with that identity. */
    UUID personne(Candidat candidat) {
        Personne personne = new Personne(UUID.randomUUID(), candidat, NOW, null);
        database.write(() -> database.personnes.add(personne));
        return personne.id();
    }

    /** A file of a person who is kept, not kept itself. */
    Candidature candidature(Candidat candidat) {
        return new Candidature(
                UUID.randomUUID(),
                personne(candidat),
                unique("C-2026-"),
                branche,
                CERTIFICATION,
                "Agent d’essai",
                VERSION,
                "a1",
                Voie.CANDIDAT_LIBRE,
                new EtatCandidature.Deposee(),
                candidat,
                new Tiers("Organisme d’essai", "00000000000000"),
                new Tiers("Entreprise d’essai", null),
                List.of("Formatrice Une", "Formateur Deux"),
                constats("SST", "AGE"),
                Set.of("eval-a", "eval-b"),
                "secretariat",
                NOW,
                0);
    }

    static Map<String, ConstatPrerequis> constats(String... codes) {
        Map<String, ConstatPrerequis> constats = new LinkedHashMap<>();
        for (String code : codes) {
            constats.put(code, constat(code));
        }
        return constats;
    }

    static ConstatPrerequis constat(String code) {
        return new ConstatPrerequis(
                code,
                true,
                "N° 42",
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2028, 1, 4),
                "vu en original",
                "secretariat",
                NOW);
    }

    static Candidature with(
            Candidature c, EtatCandidature etat, Map<String, ConstatPrerequis> constats, Set<String> evaluateurs) {
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
                c.organisme(),
                c.entreprise(),
                c.formateurs(),
                constats,
                evaluateurs,
                c.deposeePar(),
                c.deposeeLe(),
                c.revision());
    }

    static Candidature with(Candidature c, EtatCandidature etat) {
        return with(c, etat, c.constats(), c.evaluateurs());
    }

    /** The sample, kept. */
    Candidature kept(Candidature candidature) {
        database.write(() -> database.candidatures.add(candidature));
        return candidature;
    }

    Saisie saisie(UUID candidature, String epreuve, String evaluateur) {
        Map<String, Note> notes = new LinkedHashMap<>();
        notes.put("C2", new Note.Appreciee(Appreciation.ACQUIS));
        notes.put("C1", new Note.Points(new BigDecimal("12.25")));
        notes.put("C3", new Note.Points(BigDecimal.TEN));
        return new Saisie(candidature, epreuve, evaluateur, Presence.PRESENT, notes, "très à l’aise", NOW);
    }

    Jury jury() {
        return new Jury(
                UUID.randomUUID(),
                unique("J-2026-"),
                branche,
                CERTIFICATION,
                "Agent d’essai",
                VERSION,
                LocalDate.of(2026, 7, 1),
                "Saint-Denis",
                List.of(
                        new MembreJury(UUID.randomUUID(), "Membre Un", "EMPLOYEURS", "jury-a", "Société Une", 12, true),
                        new MembreJury(UUID.randomUUID(), "Membre Deux", "SALARIES", null, null, null, false)),
                "secretariat",
                NOW,
                null,
                null,
                0);
    }

    /** The juries of these branches, as somebody sees them who reads all of them. */
    static List<Jury> juries(TestDatabase db, Set<String> branches, String apres, int limite) {
        Set<Habilitation> held = branches.stream()
                .map(branche -> new Habilitation(Role.SECRETARIAT, branche))
                .collect(Collectors.toSet());
        return db.jurys.search(new Jurys.Recherche(
                Atteinte.of(new Acteur("secretariat", "Secrétariat", held), Droit.JURY_LIRE),
                FiltreJurys.none(),
                apres,
                false,
                limite));
    }

    Jury kept(Jury jury) {
        database.write(() -> database.jurys.add(jury));
        return jury;
    }

    static Decision decision(UUID candidature, Jury jury, Decision.Issue issue) {
        UUID first = jury.membres().get(0).id();
        UUID second = jury.membres().get(1).id();
        return new Decision(
                UUID.randomUUID(),
                candidature,
                jury.id(),
                jury.date(),
                issue,
                List.of(new Decision.DecisionBloc(
                        "B1", "Préparer « l’essai »", Decision.DecisionBloc.Resultat.EGALITE, 1, 1, 0)),
                List.of(first, second),
                Map.of("B1", List.of(new Vote(first, Vote.Sens.POUR), new Vote(second, Vote.Sens.CONTRE))),
                proposition(),
                "Les avis sont partagés.",
                "jury-a",
                NOW);
    }

    static Proposition proposition() {
        return new Proposition(
                Proposition.Resultat.A_TRANCHER,
                List.of(new Proposition.PropositionBloc(
                        "B1",
                        "Préparer « l’essai »",
                        Proposition.ResultatBloc.DIVERGENT,
                        List.of(new Proposition.Explication(
                                1,
                                "NOTE_MINIMALE",
                                "La note de l’épreuve est 7,5\u00a0: sous le seuil.",
                                Verdict.DIVERGENTE)),
                        List.of("E2"))),
                "a1",
                List.of(new Proposition.Explication(0, "TOUS_BLOCS", "Tous les blocs", Verdict.INDETERMINEE)));
    }

    Certificat certificat(UUID candidature, String numero) {
        return new Certificat(
                UUID.randomUUID(),
                numero,
                unique("CODE"),
                candidature,
                branche,
                CERTIFICATION,
                VERSION,
                "Durand",
                null,
                LocalDate.of(2026, 7, 2),
                document(numero),
                Certificat.Statut.VALIDE,
                "certificateur",
                NOW);
    }

    static DocumentCertificat document(String numero) {
        return new DocumentCertificat(
                numero,
                "Certificat de qualification professionnelle",
                null,
                "Agent d’essai « niveau 3 »",
                "Branche d’essai",
                "#1f4e79",
                "data:image/svg+xml;base64,PHN2Zy8+",
                new DocumentCertificat.Contact("cpne@exemple.test", "01 00 00 00 00", null, "1 rue de l’Essai"),
                List.of(new DocumentCertificat.Certificateur("Certificateur d’essai", null, "00000000000000")),
                "Maëlys Zoé Ñandú DURAND",
                Candidat.Sexe.F,
                LocalDate.of(1998, 3, 29),
                "Saint-Étienne",
                LocalDate.of(2026, 7, 2),
                "Saint-Denis",
                LocalDate.of(2026, 7, 1),
                new DocumentCertificat.Enregistrement(
                        DocumentCertificat.Statut.RNCP, "RNCP00000", 3, LocalDate.of(2024, 2, 29), List.of("326t")),
                List.of("Mention d’essai"),
                List.of(
                        new DocumentCertificat.LigneBloc(
                                "B1", "Préparer", true, LocalDate.of(2026, 7, 1), null, List.of("C1", "C2")),
                        new DocumentCertificat.LigneBloc("B2", "Conduire", false, null, null, List.of())),
                new DocumentCertificat.EffetLigne("Aucun effet par lui-même", "art. 62.5", null),
                new DocumentCertificat.Signataire("Le président de la CPNEFP", null),
                "a1",
                VERSION,
                "https://exemple.test/v/CODE",
                "CODE");
    }
}
