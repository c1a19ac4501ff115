package fr.parchemin.persistence.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fr.parchemin.acces.Atteinte;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.Filtre;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files, in the tables candidature, candidature_prerequis and candidature_evaluateur. */
@Component(service = Candidatures.class)
public final class JpaCandidatures implements Candidatures {

    private final Unit unit;

    @Activate
    public JpaCandidatures(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<Candidature> find(UUID id) {
        EntityManager manager = unit.reading();
        CandidatureEntity found = manager.find(CandidatureEntity.class, id);
        return found == null
                ? Optional.empty()
                : Optional.of(records(manager, List.of(found)).get(0));
    }

    @Override
    public Optional<Candidature> findByNumero(String numero) {
        EntityManager manager = unit.reading();
        List<CandidatureEntity> found = manager.createQuery(
                        "select c from Candidature c where c.numero = :numero", CandidatureEntity.class)
                .setParameter("numero", numero)
                .getResultList();
        return records(manager, found).stream().findFirst();
    }

    @Override
    public Optional<Candidature> findForUpdate(UUID id) {
        EntityManager manager = unit.writing();
        CandidatureEntity found = manager.find(CandidatureEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            return Optional.empty();
        }
        // The lock comes with the row as it is now; parts read before it may be of an earlier state.
        found.forgetParts();
        return Optional.of(records(manager, List.of(found)).get(0));
    }

    @Override
    public List<Candidature> list(Selection selection) {
        EntityManager manager = unit.reading();
        if (selection.branches().isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder query = new StringBuilder("select c from Candidature c where c.branche in :branches");
        parameters.put("branches", selection.branches());
        if (selection.certification() != null) {
            query.append(" and c.certification = :certification");
            parameters.put("certification", selection.certification());
        }
        if (!selection.etats().isEmpty()) {
            query.append(" and c.etat in :etats");
            parameters.put("etats", selection.etats());
        }
        if (selection.jury() != null) {
            query.append(" and c.jury = :jury");
            parameters.put("jury", selection.jury());
        }
        if (selection.apres() != null) {
            query.append(" and c.rang < (select a.rang from Candidature a where a.numero = :apres)");
            parameters.put("apres", selection.apres());
        }
        TypedQuery<CandidatureEntity> files =
                manager.createQuery(query.append(" order by c.rang desc").toString(), CandidatureEntity.class);
        parameters.forEach(files::setParameter);
        return records(manager, files.setMaxResults(selection.limite()).getResultList());
    }

    @Override
    public List<Candidature> search(Recherche recherche) {
        EntityManager manager = unit.reading();
        return RequeteCandidatures.of(recherche.atteinte(), recherche.filtre())
                .map(requete -> records(manager, requete.page(manager, recherche)))
                .orElse(List.of());
    }

    @Override
    public int count(Atteinte atteinte, Filtre filtre, int plafond) {
        EntityManager manager = unit.reading();
        return RequeteCandidatures.of(atteinte, filtre)
                .map(requete -> requete.count(manager, plafond))
                .orElse(0);
    }

    @Override
    public Optional<Candidature> findOpen(String branche, String certification, Candidat candidat) {
        EntityManager manager = unit.reading();
        List<CandidatureEntity> found = manager.createQuery(
                        "select c from Candidature c where c.branche = :branche and c.certification = :certification"
                                + " and c.personneOuverte = :personne",
                        CandidatureEntity.class)
                .setParameter("branche", branche)
                .setParameter("certification", certification)
                .setParameter("personne", Personne.key(candidat))
                .getResultList();
        return records(manager, found).stream().findFirst();
    }

    @Override
    public List<Voisine> neighbours(String branche, LocalDate dateNaissance, int limite) {
        return unit.reading()
                .createQuery(
                        "select c from Candidature c where c.branche = :branche and c.dateNaissance = :jour"
                                + " order by c.rang desc",
                        CandidatureEntity.class)
                .setParameter("branche", branche)
                .setParameter("jour", dateNaissance)
                .setMaxResults(limite)
                .getResultStream()
                .map(CandidatureEntity::toVoisine)
                .toList();
    }

    @Override
    public long nextNumero() {
        return Sequences.next(unit.writing(), "candidature_numero");
    }

    @Override
    public void add(Candidature candidature) {
        EntityManager manager = unit.writing();
        CandidatureEntity added = new CandidatureEntity(candidature);
        added.setParts(new ArrayList<>(), new ArrayList<>());
        manager.persist(added);
        manager.flush();
        writeParts(manager, added, candidature);
        manager.flush();
    }

    @Override
    public void update(Candidature candidature) {
        EntityManager manager = unit.writing();
        CandidatureEntity stored = manager.find(CandidatureEntity.class, candidature.id());
        if (stored == null) {
            throw new IllegalStateException("no candidature " + candidature.id() + " to update");
        }
        stored.setRevision(stored.revisions()
                .advance(manager, "Candidature", stored.id(), stored.revision(), candidature.revision()));
        readParts(manager, List.of(stored));
        stored.copy(candidature);
        writeParts(manager, stored, candidature);
        manager.flush();
    }

    /**
     * The branch that a part of that file is of. Costs nothing in an act, which has read the file before.
     *
     * @throws IllegalStateException when there is no such file in the perimeter
     */
    static String branche(EntityManager manager, UUID candidature) {
        CandidatureEntity file = manager.find(CandidatureEntity.class, candidature);
        if (file == null) {
            throw new IllegalStateException("no candidature " + candidature + " in the perimeter of this transaction");
        }
        return file.branche();
    }

    static List<Candidature> records(EntityManager manager, List<CandidatureEntity> files) {
        readParts(manager, files);
        return files.stream().map(CandidatureEntity::toCandidature).toList();
    }

    /** One query for each kind of part, whatever the number of files. */
    private static void readParts(EntityManager manager, List<CandidatureEntity> files) {
        List<CandidatureEntity> bare =
                files.stream().filter(CandidatureEntity::lacksParts).toList();
        if (bare.isEmpty()) {
            return;
        }
        List<UUID> ids = bare.stream().map(CandidatureEntity::id).toList();
        Map<UUID, List<ConstatEntity>> constats = manager.createQuery(
                        "select p from Constat p where p.candidature in :ids order by p.candidature, p.ordre",
                        ConstatEntity.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(groupingBy(ConstatEntity::candidature));
        Map<UUID, List<EvaluateurEntity>> evaluateurs = manager.createQuery(
                        "select e from Evaluateur e where e.candidature in :ids", EvaluateurEntity.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(groupingBy(EvaluateurEntity::candidature));
        bare.forEach(file -> file.setParts(
                constats.getOrDefault(file.id(), List.of()), evaluateurs.getOrDefault(file.id(), List.of())));
    }

    private static void writeParts(EntityManager manager, CandidatureEntity stored, Candidature candidature) {
        stored.setParts(
                writeConstats(manager, stored, candidature.constats()),
                writeEvaluateurs(manager, stored, candidature.evaluateurs()));
    }

    private static List<ConstatEntity> writeConstats(
            EntityManager manager, CandidatureEntity stored, Map<String, ConstatPrerequis> constats) {
        Map<String, ConstatEntity> before =
                stored.constats().stream().collect(toMap(ConstatEntity::code, Function.identity()));
        List<ConstatEntity> after = new ArrayList<>();
        for (ConstatPrerequis constat : constats.values()) {
            ConstatEntity part = before.remove(constat.code());
            if (part == null) {
                part = new ConstatEntity(stored, constat, after.size());
                manager.persist(part);
            } else {
                part.copy(constat, after.size());
            }
            after.add(part);
        }
        before.values().forEach(manager::remove);
        return after;
    }

    private static List<EvaluateurEntity> writeEvaluateurs(
            EntityManager manager, CandidatureEntity stored, Set<String> evaluateurs) {
        List<EvaluateurEntity> after = new ArrayList<>();
        for (EvaluateurEntity part : stored.evaluateurs()) {
            if (evaluateurs.contains(part.identifiant())) {
                after.add(part);
            } else {
                manager.remove(part);
            }
        }
        Set<String> missing = new HashSet<>(evaluateurs);
        missing.removeAll(after.stream().map(EvaluateurEntity::identifiant).collect(toSet()));
        missing.forEach(identifiant -> {
            EvaluateurEntity part = new EvaluateurEntity(stored, identifiant);
            manager.persist(part);
            after.add(part);
        });
        return after;
    }
}
