package fr.parchemin.persistence.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.migration.Apercu.MiseDeCote;
import fr.parchemin.migration.ContenuDossier;
import fr.parchemin.migration.Migration;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** A migration of a file; what it was and what it became are kept whole, as JSON. */
@Entity(name = "MigrationDossier")
@Table(name = "migration_dossier")
class MigrationEntity {

    private static final TypeReference<List<Aside>> ASIDE = new TypeReference<>() {};

    /** A grid, its marks as texts: a mark is one of several records. */
    record Grid(
            UUID candidature,
            String epreuve,
            String evaluateur,
            Presence presence,
            Map<String, String> notes,
            String observation,
            Instant saisiLe,
            int passage) {

        static Grid of(Saisie saisie) {
            Map<String, String> texts = new LinkedHashMap<>();
            saisie.notes().forEach((critere, note) -> texts.put(critere, note.toString()));
            return new Grid(
                    saisie.candidature(),
                    saisie.epreuve(),
                    saisie.evaluateur(),
                    saisie.presence(),
                    texts,
                    saisie.observation(),
                    saisie.saisiLe(),
                    saisie.passage());
        }

        Saisie toSaisie() {
            Map<String, Note> marks = new LinkedHashMap<>();
            notes.forEach((critere, text) -> marks.put(critere, Note.parse(text)));
            return new Saisie(candidature, epreuve, evaluateur, presence, marks, observation, saisiLe, passage);
        }
    }

    /** A grid that found no place. */
    record Aside(Grid saisie, List<String> criteres, String motif) {}

    /** The file before or after. */
    record File(
            String version,
            String empreinte,
            String intitule,
            String etat,
            UUID jury,
            List<ConstatPrerequis> constats,
            TreeSet<String> evaluateurs,
            List<Grid> saisies) {

        static File of(ContenuDossier contenu) {
            return new File(
                    contenu.version(),
                    contenu.empreinte(),
                    contenu.intitule(),
                    contenu.etat(),
                    contenu.jury(),
                    List.copyOf(contenu.constats().values()),
                    new TreeSet<>(contenu.evaluateurs()),
                    contenu.saisies().stream().map(Grid::of).toList());
        }

        ContenuDossier toContenu() {
            Map<String, ConstatPrerequis> byCode = new LinkedHashMap<>();
            constats.forEach(c -> byCode.put(c.code(), c));
            return new ContenuDossier(
                    version,
                    empreinte,
                    intitule,
                    etat,
                    jury,
                    byCode,
                    evaluateurs,
                    saisies.stream().map(Grid::toSaisie).toList());
        }
    }

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private Long rang;

    private UUID candidature;
    private String branche;

    @Column(name = "de_version")
    private String deVersion;

    @Column(name = "vers_version")
    private String versVersion;

    private String avant;
    private String apres;

    @Column(name = "mises_de_cote")
    private String misesDeCote;

    private String par;
    private Instant le;

    @Column(name = "annulee_par")
    private String annuleePar;

    @Column(name = "annulee_le")
    private Instant annuleeLe;

    protected MigrationEntity() {}

    MigrationEntity(Migration migration, String branche) {
        this.id = migration.id();
        this.candidature = migration.candidature();
        this.branche = branche;
        this.deVersion = migration.avant().version();
        this.versVersion = migration.apres().version();
        this.avant = Json.write(File.of(migration.avant()));
        this.apres = Json.write(File.of(migration.apres()));
        this.misesDeCote = Json.write(migration.misesDeCote().stream()
                .map(m -> new Aside(Grid.of(m.saisie()), m.criteres(), m.motif()))
                .toList());
        this.par = migration.par();
        this.le = migration.le();
        undo(migration);
    }

    final void undo(Migration migration) {
        annuleePar = migration.annuleePar();
        annuleeLe = migration.annuleeLe();
    }

    Migration toMigration() {
        return new Migration(
                id,
                candidature,
                Json.read(avant, File.class).toContenu(),
                Json.read(apres, File.class).toContenu(),
                Json.read(misesDeCote, ASIDE).stream()
                        .map(a -> new MiseDeCote(a.saisie().toSaisie(), a.criteres(), a.motif()))
                        .toList(),
                par,
                le,
                annuleePar,
                annuleeLe);
    }
}
