package fr.parchemin.persistence.internal;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.evaluation.Saisies;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The filled grids, in the tables saisie and note. */
@Component(service = Saisies.class)
public final class JpaSaisies implements Saisies {

    /** Sorted here rather than by the server, whose collation may differ from one installation to the next. */
    private static final Comparator<Saisie> ORDER =
            comparing(Saisie::epreuve).thenComparing(Saisie::evaluateur).thenComparing(Saisie::passage);

    private final Unit unit;

    @Activate
    public JpaSaisies(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public List<Saisie> of(UUID candidature) {
        return of(List.of(candidature)).get(candidature);
    }

    @Override
    public Map<UUID, List<Saisie>> of(Collection<UUID> candidatures) {
        EntityManager manager = unit.reading();
        Map<UUID, List<Saisie>> byCandidature = new LinkedHashMap<>();
        candidatures.forEach(id -> byCandidature.put(id, new ArrayList<>()));
        if (byCandidature.isEmpty()) {
            return byCandidature;
        }
        Map<SaisieEntity, Map<String, Note>> grids = new LinkedHashMap<>();
        manager.createQuery(
                        // By columns: EclipseLink cannot outer join an entity that is walled and has a key of two
                        // columns.
                        "select s, n.critere, n.appreciation, n.points, n.niveau from Saisie s left join Note n on n.saisie = s.id"
                                + " where s.candidature in :candidatures order by n.ordre",
                        Object[].class)
                .setParameter("candidatures", byCandidature.keySet())
                .getResultList()
                .forEach(row -> {
                    Map<String, Note> notes = grids.computeIfAbsent((SaisieEntity) row[0], s -> new LinkedHashMap<>());
                    if (row[1] instanceof String critere) {
                        notes.put(critere, NoteEntity.note((String) row[2], (BigDecimal) row[3], (String) row[4]));
                    }
                });
        grids.forEach((grid, notes) -> {
            Saisie saisie = grid.toSaisie(notes);
            byCandidature.get(saisie.candidature()).add(saisie);
        });
        byCandidature.values().forEach(saisies -> saisies.sort(ORDER));
        return byCandidature;
    }

    @Override
    public void put(Saisie saisie) {
        EntityManager manager = unit.writing();
        // The lock keeps the marks of two grids sent at the same moment from mingling: the later replaces the earlier.
        List<SaisieEntity> earlier = manager.createQuery(
                        "select s from Saisie s where s.candidature = :candidature and s.epreuve = :epreuve"
                                + " and s.evaluateur = :evaluateur and s.passage = :passage",
                        SaisieEntity.class)
                .setParameter("candidature", saisie.candidature())
                .setParameter("epreuve", saisie.epreuve())
                .setParameter("evaluateur", saisie.evaluateur())
                .setParameter("passage", saisie.passage())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (earlier.isEmpty()) {
            SaisieEntity grid = new SaisieEntity(saisie, JpaCandidatures.branche(manager, saisie.candidature()));
            manager.persist(grid);
            manager.flush();
            writeNotes(manager, grid, List.of(), saisie.notes());
        } else {
            SaisieEntity grid = earlier.get(0);
            grid.copy(saisie);
            writeNotes(manager, grid, notesOf(manager, grid.id()), saisie.notes());
        }
        manager.flush();
    }

    @Override
    public void replaceAll(UUID candidature, List<Saisie> saisies) {
        EntityManager manager = unit.writing();
        for (SaisieEntity grid : manager.createQuery(
                        "select s from Saisie s where s.candidature = :candidature", SaisieEntity.class)
                .setParameter("candidature", candidature)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()) {
            notesOf(manager, grid.id()).forEach(manager::remove);
            // Marks point to their grid: they go first.
            manager.flush();
            manager.remove(grid);
        }
        manager.flush();
        saisies.forEach(this::put);
    }

    private static List<NoteEntity> notesOf(EntityManager manager, UUID saisie) {
        return manager.createQuery("select n from Note n where n.saisie = :saisie", NoteEntity.class)
                .setParameter("saisie", saisie)
                .getResultList();
    }

    private static void writeNotes(
            EntityManager manager, SaisieEntity saisie, List<NoteEntity> stored, Map<String, Note> notes) {
        Map<String, NoteEntity> before = stored.stream().collect(toMap(NoteEntity::critere, Function.identity()));
        int ordre = 0;
        for (Map.Entry<String, Note> entry : notes.entrySet()) {
            NoteEntity mark = before.remove(entry.getKey());
            if (mark == null) {
                manager.persist(new NoteEntity(saisie, entry.getKey(), entry.getValue(), ordre));
            } else {
                mark.copy(entry.getValue(), ordre);
            }
            ordre++;
        }
        before.values().forEach(manager::remove);
    }
}
