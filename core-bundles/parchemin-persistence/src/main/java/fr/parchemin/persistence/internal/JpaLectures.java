package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.LecturesDuJour;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The readings of the day, in the table lecture_du_jour. */
@Component(service = LecturesDuJour.class)
public final class JpaLectures implements LecturesDuJour {

    private final Unit unit;

    @Activate
    public JpaLectures(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public boolean isFirst(String lecteur, String objet, Acte.Nature nature, LocalDate jour) {
        return unit.writing()
                        .createNativeQuery("insert into lecture_du_jour (acteur, objet, nature, jour)"
                                + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                        .setParameter(1, lecteur)
                        .setParameter(2, objet)
                        .setParameter(3, nature.name())
                        .setParameter(4, jour)
                        .executeUpdate()
                > 0;
    }

    @Override
    public void forgetBefore(LocalDate jour) {
        unit.writing()
                .createNativeQuery("delete from lecture_du_jour where jour < ?1")
                .setParameter(1, jour)
                .executeUpdate();
    }
}
