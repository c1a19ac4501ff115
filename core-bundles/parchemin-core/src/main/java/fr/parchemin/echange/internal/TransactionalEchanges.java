package fr.parchemin.echange.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Lectures;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Valeur;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.candidature.ActesVisibles;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.echange.Echanges;
import fr.parchemin.echange.Message;
import fr.parchemin.echange.Messages;
import fr.parchemin.echange.Messages.Selection;
import fr.parchemin.notification.NotificationsGardees;
import fr.parchemin.notification.Sujet;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each act in one transaction, journaled: that something was said and to whom, never what. */
@Component
public final class TransactionalEchanges implements Echanges {

    private static final Set<Cercle> DES_NOTES = EnumSet.of(Cercle.BRANCHE);

    private final Transactions transactions;
    private final Candidatures candidatures;
    private final Messages messages;
    private final NotificationsGardees notifications;
    private final Journal journal;
    private final Lectures lectures;
    private final Clock clock;

    @Activate
    public TransactionalEchanges(
            @Reference Transactions transactions,
            @Reference Candidatures candidatures,
            @Reference Messages messages,
            @Reference NotificationsGardees notifications,
            @Reference Journal journal,
            @Reference Lectures lectures) {
        this(transactions, candidatures, messages, notifications, journal, lectures, HeureLegale.clock());
    }

    public TransactionalEchanges(
            Transactions transactions,
            Candidatures candidatures,
            Messages messages,
            NotificationsGardees notifications,
            Journal journal,
            Lectures lectures,
            Clock clock) {
        this.transactions = transactions;
        this.candidatures = candidatures;
        this.messages = messages;
        this.notifications = notifications;
        this.journal = journal;
        this.lectures = lectures;
        this.clock = clock;
    }

    @Override
    public Outcome<Conversation> messages(Acteur by, UUID id, Long avant, int limite) {
        int size = bounded(limite);
        return reading(by, Droit.MESSAGES_LIRE, id, file -> {
            Set<Cercle> cercles = Cercle.readBy(by, file);
            List<Message> found = messages.list(
                    new Selection(id, Message.Nature.MESSAGE, cercles, by.identifiant(), avant, size + 1));
            return new Conversation(
                    file,
                    found.stream().limit(size).toList(),
                    next(found, size),
                    messages.unread(id, cercles, by.identifiant()),
                    Cercle.openTo(by, file));
        });
    }

    private static int bounded(int limite) {
        return Math.max(1, Math.min(limite, LIMITE_MAXIMALE));
    }

    private static Optional<Long> next(List<Message> found, int size) {
        return found.size() > size ? Optional.of(found.get(size - 1).rang()) : Optional.empty();
    }

    private <T> Outcome<T> reading(Acteur by, Droit droit, UUID id, Function<Candidature, T> read) {
        return transactions
                .read(by.perimetre(), () -> Candidature.allowed(by, droit, candidatures.find(id), id))
                .map(file -> {
                    file.readBy(by).ifPresent(lecture -> lectures.tell(by.identifiant(), lecture));
                    return transactions.read(by.perimetre(), () -> read.apply(file));
                });
    }

    @Override
    public Outcome<Message> send(Acteur by, UUID id, Cercle cercle, String texte) {
        return write(by, Droit.MESSAGE_ECRIRE, id, texte, (file, said) -> {
            if (cercle == null) {
                return Outcome.refused(CodeRefus.CHAMP_MANQUANT, "cercle");
            }
            if (!Cercle.openTo(by, file).contains(cercle)) {
                return Outcome.refused(
                        CodeRefus.CHAMP_INVALIDE,
                        "cercle",
                        cercle == Cercle.BRANCHE
                                ? "pour la branche seule, écrivez une note interne"
                                : "vous ne pouvez pas écrire à ceux-là sur ce dossier");
            }
            return keep(
                    by,
                    file,
                    written(by, file, Message.Nature.MESSAGE, cercle, said),
                    Acte.Nature.MESSAGE_ENVOYE,
                    "Message " + cercle.adresse());
        });
    }

    @Override
    public Outcome<Message> addNote(Acteur by, UUID id, String texte) {
        return write(
                by,
                Droit.NOTE_INTERNE_ECRIRE,
                id,
                texte,
                (file, said) -> keep(
                        by,
                        file,
                        written(by, file, Message.Nature.NOTE, Cercle.BRANCHE, said),
                        Acte.Nature.NOTE_AJOUTEE,
                        "Note interne écrite"));
    }

    /** What is done with a file once it is certain that something may be written on it. */
    @FunctionalInterface
    private interface Writing {
        Outcome<Message> on(Candidature file, String said);
    }

    private Outcome<Message> write(Acteur by, Droit droit, UUID id, String texte, Writing writing) {
        String said = texte == null
                ? ""
                : texte.replace("\r\n", "\n").replace('\r', '\n').strip();
        // Whether the file is there for the account comes before what is wrong with the text.
        return transactions.write(by.perimetre(), () -> Candidature.allowed(by, droit, candidatures.find(id), id)
                .then(file -> Outcome.unless(wrong(said), file))
                .then(file -> writing.on(file, said)));
    }

    private static Optional<Refus> wrong(String said) {
        return said.isEmpty()
                ? Optional.of(Refus.of(CodeRefus.CHAMP_MANQUANT, "texte"))
                : Champs.paragraph("texte", said);
    }

    private Message written(Acteur by, Candidature file, Message.Nature nature, Cercle cercle, String said) {
        return new Message(
                UUID.randomUUID(),
                null,
                file.id(),
                file.branche(),
                file.personne(),
                nature,
                cercle,
                by.identifiant(),
                qualite(by, file),
                new Valeur.Personnelle(by.nom()),
                new Valeur.Personnelle(said),
                clock.instant(),
                Optional.empty());
    }

    /** The role in which the account writes on the file: the first of those that let it. */
    private static Role qualite(Acteur by, Candidature file) {
        return by.habilitations().stream()
                .filter(h ->
                        new Acteur(by.identifiant(), by.nom(), Set.of(h)).may(Droit.MESSAGE_ECRIRE, file.asObjet()))
                .map(Habilitation::role)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Outcome<Message> keep(Acteur by, Candidature file, Message message, Acte.Nature nature, String detail) {
        if (!messages.add(message)) {
            return Outcome.refused(CodeRefus.DOSSIER_EFFACE, file.numero());
        }
        record(by, file, nature, detail, Valeurs.none(), kept(message));
        return Outcome.done(message);
    }

    private static Valeurs kept(Message message) {
        return Valeurs.of("message", message.id())
                .and(ActesVisibles.CERCLE, message.nature() == Message.Nature.NOTE ? null : message.cercle());
    }

    @Override
    public Outcome<Void> markRead(Acteur by, UUID id, long jusqua) {
        return transactions.write(
                by.perimetre(), () -> Candidature.allowed(by, Droit.MESSAGES_LIRE, candidatures.find(id), id)
                        .map(file -> {
                            messages.markRead(id, file.branche(), by.identifiant(), jusqua);
                            notifications.markReadAbout(
                                    by.identifiant(),
                                    file.objet(),
                                    Set.of(Sujet.MESSAGE_RECU, Sujet.NOTE_AJOUTEE),
                                    clock.instant());
                            return null;
                        }));
    }

    @Override
    public Outcome<Notes> notes(Acteur by, UUID id, Long avant, int limite) {
        int size = bounded(limite);
        return reading(by, Droit.NOTE_INTERNE_LIRE, id, file -> {
            List<Message> found =
                    messages.list(new Selection(id, Message.Nature.NOTE, DES_NOTES, by.identifiant(), avant, size + 1));
            return new Notes(
                    found.stream().limit(size).map(TransactionalEchanges::shown).toList(), next(found, size));
        });
    }

    /** A note that was taken back is shown to nobody any more. */
    private static Message shown(Message note) {
        return note.retrait().isEmpty()
                ? note
                : new Message(
                        note.id(),
                        note.rang(),
                        note.candidature(),
                        note.branche(),
                        note.personne(),
                        note.nature(),
                        note.cercle(),
                        note.auteur(),
                        note.qualite(),
                        note.nom(),
                        new Valeur.Masquee(),
                        note.ecritLe(),
                        note.retrait());
    }

    @Override
    public Outcome<Message> withdrawNote(Acteur by, UUID id, UUID note) {
        return transactions.write(
                by.perimetre(),
                // The row of the file, so that two who take the same note back take turns.
                () -> Candidature.allowed(by, Droit.NOTE_INTERNE_ECRIRE, candidatures.findForUpdate(id), id)
                        .then(file -> messages.find(note)
                                .filter(m -> m.candidature().equals(id) && m.nature() == Message.Nature.NOTE)
                                .map(m -> withdraw(by, file, m))
                                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "note " + note))));
    }

    private Outcome<Message> withdraw(Acteur by, Candidature file, Message note) {
        if (!note.auteur().equals(by.identifiant())) {
            return Outcome.refused(CodeRefus.NOTE_D_UN_AUTRE);
        }
        if (note.retrait().isPresent()) {
            return Outcome.refused(CodeRefus.NOTE_DEJA_RETIREE);
        }
        Message withdrawn = note.withdrawn(new Message.Retrait(by.identifiant(), clock.instant()));
        messages.withdraw(withdrawn);
        record(by, file, Acte.Nature.NOTE_RETIREE, "Note interne retirée par son auteur", kept(note), Valeurs.none());
        return Outcome.done(shown(withdrawn));
    }

    private void record(Acteur by, Candidature file, Acte.Nature nature, String detail, Valeurs before, Valeurs after) {
        journal.append(new Acte(null, clock.instant(), by.identifiant(), file.branche(), file.objet(), nature, detail)
                .about(file.personne())
                .changing(before, after));
    }
}
