package fr.parchemin.candidature;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How far a candidature is. */
public sealed interface EtatCandidature {

    /** Names of the states, in the order of the life of a file. */
    List<String> CODES = List.of(
            "DEPOSEE", "IRRECEVABLE", "RECEVABLE", "EN_EVALUATION", "PRESENTEE", "AJOURNEE", "DECIDEE", "DELIVREE");

    /** Names of the states in which a file is or was before a jury. */
    Set<String> APRES_PRESENTATION = Set.of("PRESENTEE", "AJOURNEE", "DECIDEE", "DELIVREE");

    /** Its stable name. */
    String code();

    /** Applied; prerequisites still to be checked. */
    record Deposee() implements EtatCandidature {
        @Override
        public String code() {
            return "DEPOSEE";
        }
    }

    /** A compulsory prerequisite is not met; it can still be mended. */
    record Irrecevable() implements EtatCandidature {
        @Override
        public String code() {
            return "IRRECEVABLE";
        }
    }

    /** Every compulsory prerequisite is met. */
    record Recevable() implements EtatCandidature {
        @Override
        public String code() {
            return "RECEVABLE";
        }
    }

    /** Évaluateurs are designated and mark. */
    record EnEvaluation() implements EtatCandidature {
        @Override
        public String code() {
            return "EN_EVALUATION";
        }
    }

    /** Before a jury; marks are closed. */
    record Presentee(UUID jury) implements EtatCandidature {
        @Override
        public String code() {
            return "PRESENTEE";
        }
    }

    /** The jury put it off; it goes before a jury again. */
    record Ajournee(UUID jury) implements EtatCandidature {
        @Override
        public String code() {
            return "AJOURNEE";
        }
    }

    /** The jury decided; closed for marks and votes. */
    record Decidee(UUID jury) implements EtatCandidature {
        @Override
        public String code() {
            return "DECIDEE";
        }
    }

    /** The certificateur delivered the certificate. */
    record Delivree(UUID jury) implements EtatCandidature {
        @Override
        public String code() {
            return "DELIVREE";
        }
    }

    /** What people call it; the candidature is feminine. */
    default String libelle() {
        return switch (code()) {
            case "DEPOSEE" -> "déposée";
            case "IRRECEVABLE" -> "irrecevable";
            case "RECEVABLE" -> "recevable";
            case "EN_EVALUATION" -> "en évaluation";
            case "PRESENTEE" -> "présentée au jury";
            case "AJOURNEE" -> "ajournée";
            case "DECIDEE" -> "décidée";
            case "DELIVREE" -> "certificat délivré";
            default -> throw new IllegalStateException("no words for " + code());
        };
    }

    /** The state of that name. */
    static EtatCandidature of(String code, UUID jury) {
        return switch (code) {
            case "DEPOSEE" -> new Deposee();
            case "IRRECEVABLE" -> new Irrecevable();
            case "RECEVABLE" -> new Recevable();
            case "EN_EVALUATION" -> new EnEvaluation();
            case "PRESENTEE" -> new Presentee(jury);
            case "AJOURNEE" -> new Ajournee(jury);
            case "DECIDEE" -> new Decidee(jury);
            case "DELIVREE" -> new Delivree(jury);
            default -> throw new IllegalArgumentException("unknown state " + code);
        };
    }

    /** Whether a jury has closed the file, so that the same person may apply again. */
    default boolean isClosed() {
        return this instanceof Decidee || this instanceof Delivree;
    }

    /** The jury it is or was before, {@code null} earlier. */
    default UUID jury() {
        return null;
    }
}
