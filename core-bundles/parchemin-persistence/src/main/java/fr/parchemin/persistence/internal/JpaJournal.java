package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.AuditeurActes;
import fr.parchemin.acte.ClePlateforme;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.LigneJournal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The journal, in the table acte; it begins the chain of a journal that has none. */
@Component(service = Journal.class)
public final class JpaJournal implements Journal {

    private static final int LIGNES_A_LA_FOIS = 1000;
    private static final String AVANT = "avant";
    private static final String APRES = "apres";
    private static final String MOTIF = "motif";

    private static final List<String> READINGS =
            Acte.Nature.readings().stream().map(Enum::name).toList();

    private final Unit unit;
    private final Cles cles;
    private final AuditeurActes auditeur;

    /**
     * @param auditeur hears of each act inside its transaction
     * @throws IllegalStateException when the key of the platform is not the one under which this journal was written:
     *     what it holds could not be read, and what came now could not be read with the right one
     */
    @Activate
    public JpaJournal(@Reference Unit unit, @Reference ClePlateforme plateforme, @Reference AuditeurActes auditeur) {
        this.unit = unit;
        this.auditeur = auditeur;
        this.cles = new Cles(plateforme);
        new JpaTransactions(unit)
                .write(Perimetre.tout(Perimetre.Motif.JOURNAL), () -> {
                    begin(unit.writing(), plateforme.identifiant());
                    return Outcome.done(null);
                })
                .orElseThrow();
    }

    private static void begin(EntityManager manager, String cle) {
        Tete end = Chaine.lock(manager);
        String known = (String) manager.createNativeQuery("select cle_plateforme from journal_tete where id = 1")
                .getSingleResult();
        if (known == null) {
            manager.createNativeQuery("update journal_tete set cle_plateforme = ?1 where id = 1")
                    .setParameter(1, cle)
                    .executeUpdate();
        } else if (!known.equals(cle)) {
            throw new IllegalStateException("the journal was written under the key of the platform " + known
                    + ", the key that is there is " + cle + ": put the right one back");
        }
        if (end.empreinte() == null) {
            Acte first = new Acte(
                    null,
                    HeureLegale.clock().instant(),
                    "plateforme",
                    null,
                    "journal",
                    Acte.Nature.JOURNAL_ENCHAINE,
                    "À partir d’ici, chaque ligne du journal est enchaînée à la précédente");
            Chaine.append(
                    manager,
                    new Tete(end.rang(), before(manager, end.rang())),
                    List.of(ligne(UUID.randomUUID(), first, new ValeursChiffrees(null, null, Optional.empty()))));
        }
    }

    /** The hash that lines from before the chain come to, so that the line which begins it answers for them. */
    private static String before(EntityManager manager, long upTo) {
        String seal = LigneJournal.ORIGINE;
        long read = Long.MIN_VALUE;
        List<LigneJournal> lines;
        do {
            lines = lines(manager, read, upTo, LIGNES_A_LA_FOIS);
            for (LigneJournal line : lines) {
                seal = line.sealedBehind(seal);
                read = line.rang();
            }
            manager.clear();
        } while (!lines.isEmpty());
        return seal;
    }

    @Override
    public void append(Acte acte) {
        unit.requireReach(acte.branche());
        EntityManager manager = unit.writing();
        UUID id = UUID.randomUUID();
        Optional<byte[]> cle =
                acte.isPersonal() ? cles.ofWriting(manager, acte.personne(), acte.le()) : Optional.empty();
        unit.current()
                .journal(new Unit.Ecriture(acte, ligne(id, acte, new ValeursChiffrees(id, acte.personne(), cle))));
        auditeur.told(acte);
    }

    private static LigneJournal ligne(UUID id, Acte acte, ValeursChiffrees valeurs) {
        return new LigneJournal(
                0,
                id,
                acte.le().truncatedTo(ChronoUnit.MICROS), // as the database keeps it, for the hash to be of that
                acte.acteur(),
                acte.auNomDe(),
                acte.branche(),
                acte.objet(),
                acte.nature().name(),
                acte.detail(),
                valeurs.write(AVANT, acte.avant()),
                valeurs.write(APRES, acte.apres()),
                valeurs.write(MOTIF, acte.motif()),
                acte.personne(),
                null);
    }

    @Override
    public List<Acte> about(String objet, int limite) {
        List<LigneJournal> kept = unit.reading()
                .createQuery(
                        "select a from Acte a where a.objet = :objet and a.nature not in :readings order by a.rang",
                        ActeEntity.class)
                .setParameter("objet", objet)
                .setParameter("readings", READINGS)
                .setMaxResults(limite)
                .getResultStream()
                .map(ActeEntity::toLigne)
                .toList();
        Stream<Acte> pending = unit.current().lines().stream()
                .map(Unit.Ecriture::acte)
                .filter(a -> a.objet().equals(objet) && !a.nature().isReading())
                // As the database does once they are there: to leave a line is not to read it.
                .filter(a -> unit.current().perimetre().holds(a.branche()));
        return Stream.concat(actes(kept, true).stream(), pending).limit(limite).toList();
    }

    @Override
    public List<Acte> story(String objet, Set<Acte.Nature> natures, Long avant, int limite) {
        if (natures.isEmpty()) {
            return List.of();
        }
        TypedQuery<ActeEntity> query = unit.reading()
                .createQuery(
                        "select a from Acte a where a.objet = :objet and a.nature in :natures"
                                + (avant == null ? "" : " and a.rang < :avant") + " order by a.rang desc",
                        ActeEntity.class)
                .setParameter("objet", objet)
                .setParameter("natures", natures.stream().map(Enum::name).collect(Collectors.toSet()))
                .setMaxResults(limite);
        if (avant != null) {
            query.setParameter("avant", avant);
        }
        return actes(query.getResultStream().map(ActeEntity::toLigne).toList(), false);
    }

    @Override
    public List<Acte> list(Selection selection) {
        if (selection.branches() != null && selection.branches().isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("1 = 1");
        narrow(where, parameters, "a.branche in :branches", "branches", selection.branches());
        narrow(where, parameters, "a.objet = :objet", "objet", selection.objet());
        narrow(where, parameters, "a.acteur = :acteur", "acteur", selection.acteur());
        narrow(
                where,
                parameters,
                "a.nature = :nature",
                "nature",
                selection.nature() == null ? null : selection.nature().name());
        narrow(where, parameters, "a.le >= :du", "du", selection.du());
        narrow(where, parameters, "a.le < :jusqua", "jusqua", selection.jusqua());
        narrow(where, parameters, "a.rang < :rang", "rang", selection.avant());
        TypedQuery<ActeEntity> query = unit.reading()
                .createQuery("select a from Acte a where " + where + " order by a.rang desc", ActeEntity.class)
                .setMaxResults(selection.limite());
        parameters.forEach(query::setParameter);
        return actes(query.getResultStream().map(ActeEntity::toLigne).toList(), selection.reveals());
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    /** The lines deciphered; the keys that it takes come in one query, in none when nothing is personal. */
    private List<Acte> actes(List<LigneJournal> lines, boolean reveals) {
        Set<UUID> personnes = !reveals
                ? Set.of()
                : lines.stream()
                        .filter(JpaJournal::hasCiphertext)
                        .map(LigneJournal::personne)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Map<UUID, byte[]> keys = cles.ofReading(unit.reading(), personnes);
        return lines.stream().map(line -> acte(line, keys, !reveals)).toList();
    }

    /** Whether the line may hold a ciphertext; one that only looks like it costs a key too many, not more. */
    private static boolean hasCiphertext(LigneJournal line) {
        return Stream.of(line.avant(), line.apres(), line.motif())
                .anyMatch(json -> json != null && json.contains("{\"chiffre\":"));
    }

    private static Acte acte(LigneJournal line, Map<UUID, byte[]> keys, boolean masked) {
        ValeursChiffrees valeurs = new ValeursChiffrees(
                line.id(),
                line.personne(),
                line.personne() == null ? Optional.empty() : Optional.ofNullable(keys.get(line.personne())));
        return new Acte(
                line.rang(),
                line.le(),
                line.acteur(),
                line.auNomDe(),
                line.branche(),
                line.objet(),
                Acte.Nature.valueOf(line.nature()),
                line.detail(),
                valeurs.read(AVANT, line.avant(), masked),
                valeurs.read(APRES, line.apres(), masked),
                valeurs.readOne(MOTIF, line.motif(), masked),
                line.personne());
    }

    @Override
    public Tete head() {
        return Chaine.read(unit.reading());
    }

    @Override
    public List<LigneJournal> lines(long apres, long jusqua, int limite) {
        return lines(unit.reading(), apres, jusqua, limite);
    }

    private static List<LigneJournal> lines(EntityManager manager, long apres, long jusqua, int limite) {
        return manager.createQuery(
                        "select a from Acte a where a.rang > :apres and a.rang <= :jusqua order by a.rang",
                        ActeEntity.class)
                .setParameter("apres", apres)
                .setParameter("jusqua", jusqua)
                .setMaxResults(limite)
                .getResultStream()
                .map(ActeEntity::toLigne)
                .toList();
    }
}
