package fr.parchemin.acte.internal;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Lecture;
import fr.parchemin.acte.Lectures;
import fr.parchemin.acte.LecturesDuJour;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Journals the first reading of a day; what it remembers of the day cannot lie, for a line that is there stays there.
 */
@Component
public final class JournaledLectures implements Lectures {

    /** Far more than one day of one branch; beyond, the database is asked again, which costs time and nothing else. */
    private static final int SOUVENIRS = 20_000;

    private record Souvenir(String lecteur, String objet, Acte.Nature nature) {}

    private final Transactions transactions;
    private final LecturesDuJour lectures;
    private final Journal journal;
    private final Clock clock;

    private final Set<Souvenir> told = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Souvenir, Boolean> eldest) {
            return size() > SOUVENIRS;
        }
    });
    private LocalDate day;

    @Activate
    public JournaledLectures(
            @Reference Transactions transactions, @Reference LecturesDuJour lectures, @Reference Journal journal) {
        this(transactions, lectures, journal, HeureLegale.clock());
    }

    public JournaledLectures(Transactions transactions, LecturesDuJour lectures, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.lectures = lectures;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void tell(String lecteur, Lecture lecture) {
        LocalDate today = LocalDate.now(clock);
        Souvenir souvenir = new Souvenir(lecteur, lecture.objet(), lecture.nature());
        boolean newDay;
        synchronized (told) {
            newDay = !today.equals(day);
            if (!newDay && told.contains(souvenir)) {
                return;
            }
        }
        // The line and nothing else: what is read was read in a transaction of its own.
        Perimetre reach = lecture.branche() == null ? Perimetre.aucun() : Perimetre.de(lecture.branche());
        transactions
                .write(reach, () -> {
                    if (newDay) {
                        lectures.forgetBefore(today);
                    }
                    if (lectures.isFirst(lecteur, lecture.objet(), lecture.nature(), today)) {
                        journal.append(new Acte(
                                        null,
                                        clock.instant(),
                                        lecteur,
                                        lecture.branche(),
                                        lecture.objet(),
                                        lecture.nature(),
                                        lecture.detail())
                                .about(lecture.personne()));
                    }
                    return Outcome.done(null);
                })
                .orElseThrow();
        synchronized (told) {
            if (!today.equals(day)) {
                told.clear();
                day = today;
            }
            told.add(souvenir);
        }
    }
}
