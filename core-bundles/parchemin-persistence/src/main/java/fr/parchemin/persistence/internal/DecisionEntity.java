package fr.parchemin.persistence.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Vote;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a jury decided; votes, blocs and proposal are kept whole, as they were read at the table. */
@Entity(name = "Decision")
@Table(name = "decision")
class DecisionEntity {

    private static final TypeReference<List<Decision.DecisionBloc>> BLOCS = new TypeReference<>() {};
    private static final TypeReference<List<UUID>> PRESENTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<Vote>>> VOTES = new TypeReference<>() {};

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private Long rang;

    private UUID candidature;
    private String branche;
    private UUID jury;

    @Column(name = "date_jury")
    private LocalDate date;

    private String issue;
    private String blocs;
    private String presents;
    private String votes;
    private String proposition;
    private String motif;
    private String par;

    @Column(name = "decide_le")
    private Instant decideLe;

    protected DecisionEntity() {}

    DecisionEntity(Decision decision, String branche) {
        this.id = decision.id();
        this.candidature = decision.candidature();
        this.branche = branche;
        this.jury = decision.jury();
        this.date = decision.date();
        this.issue = decision.issue().name();
        this.blocs = Json.write(decision.blocs());
        this.presents = Json.write(decision.presents());
        this.votes = Json.write(decision.votes());
        this.proposition = Json.write(decision.proposition());
        this.motif = decision.motif();
        this.par = decision.par();
        this.decideLe = decision.decideLe();
    }

    Decision toDecision() {
        return new Decision(
                id,
                candidature,
                jury,
                date,
                Decision.Issue.valueOf(issue),
                Json.read(blocs, BLOCS),
                Json.read(presents, PRESENTS),
                Json.read(votes, VOTES),
                Json.read(proposition, Proposition.class),
                motif,
                par,
                decideLe);
    }
}
