package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a branch composes its juries and counts their votes.
 *
 * @param membresMin fewest members with a voice that sit
 * @param membresMax most of them, {@code null} without bound
 * @param quorum those without whom the jury does not deliberate, {@code null} for the fewest of its composition
 * @param majoritesColleges majorities asked for within a collège beside that of all
 * @param presidenceAnnuelle where the yearly alternation starts, for {@link Presidence#ALTERNEE_ANNUELLE} only
 * @param pouvoirs whether a member may be represented, {@code null} when not
 * @param convocationJours fewest days between the composition and the day of the jury, {@code null} when none
 * @param signataires who signs the procès-verbal
 * @param proposeA to whom a jury that proposes does, {@code null} for the CPNE
 * @param recours whether the decision may be appealed against, {@code null} when not said
 * @param parite whether the collèges weigh the same in the vote, however many of each are present
 * @param pratiqueAnneesMin years of practice that each member has to show, {@code null} when none
 * @param validationCertificateur whether the certificateur validates the list before the jury sits
 */
public record RegleJury(
        Pouvoir role,
        List<College> colleges,
        int membresMin,
        boolean parite,
        Presidence presidence,
        Majorite majorite,
        Egalite egalite,
        Integer pratiqueAnneesMin,
        boolean validationCertificateur,
        Integer membresMax,
        Quorum quorum,
        List<MajoriteCollege> majoritesColleges,
        PresidenceAnnuelle presidenceAnnuelle,
        Pouvoirs pouvoirs,
        Integer convocationJours,
        boolean suppleants,
        boolean reecritureNotes,
        List<Signataire> signataires,
        String proposeA,
        Recours recours,
        List<Incompatibilite> incompatibilites,
        Provenance provenance) {

    /**
     * A collège of the jury.
     *
     * @param min fewest of its members
     * @param max most of them, {@code null} without bound
     * @param voix voices of each member, {@code null} for one; none for those who attend only
     */
    public record College(String code, String intitule, int min, Integer max, Integer voix) {

        /** One whose members have a voice each. */
        public College(String code, String intitule, int min) {
            this(code, intitule, min, null, null);
        }

        /** Voices of each of its members. */
        @JsonIgnore
        public int poids() {
            return voix == null ? 1 : voix;
        }

        /** Whether its members decide, or attend only. */
        @JsonIgnore
        public boolean isVoting() {
            return poids() > 0;
        }
    }

    /**
     * Those without whom the jury does not deliberate.
     *
     * @param membres fewest members with a voice
     * @param colleges fewest of each collège
     */
    public record Quorum(Preuve preuve, int membres, Map<String, Integer> colleges, Provenance provenance) {

        /** What counts as being there. */
        public enum Preuve {
            PRESENCE,
            /** For a collège that did not come, the proof that it was invited. */
            INVITATION
        }

        public Quorum {
            colleges = colleges == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(colleges));
        }
    }

    /** A majority within one collège, of its members who are there and vote. */
    public record MajoriteCollege(String college, Fraction fraction, Provenance provenance) {}

    /** How much of a collège. */
    public enum Fraction {
        MAJORITE("plus de la moitié"),
        DEUX_TIERS("les deux tiers au moins"),
        TROIS_QUARTS("les trois quarts au moins"),
        UNANIMITE("l’unanimité");

        private final String libelle;

        Fraction(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }

        /** Whether so many for out of so many reach it. */
        public boolean isReached(int pour, int of) {
            return switch (this) {
                case MAJORITE -> 2 * pour > of;
                case DEUX_TIERS -> 3 * pour >= 2 * of;
                case TROIS_QUARTS -> 4 * pour >= 3 * of;
                case UNANIMITE -> pour == of;
            };
        }
    }

    /** The year in which that collège presides; the next one in their order does the year after. */
    public record PresidenceAnnuelle(int annee, String college, Provenance provenance) {}

    /** How many absent members a present one may stand for. */
    public record Pouvoirs(int maximumParMembre, boolean memeCollege, Provenance provenance) {}

    /** Whether, before whom and until when the decision is contested; {@code delaiJours} is {@code null} when not fixed. */
    public record Recours(
            boolean ouvert, String instance, Integer delaiJours, List<String> conditions, Provenance provenance) {
        public Recours {
            conditions = Listes.copy(conditions);
        }
    }

    /** Who signs the procès-verbal. */
    public enum Signataire {
        PRESIDENT,
        MEMBRES,
        UN_PAR_COLLEGE,
        SECRETAIRE
    }

    /**
     * Who may not sit, or not vote, for a candidate.
     *
     * @param nom for {@link Motif#CODE}, the rule in code; {@code null} otherwise
     */
    public record Incompatibilite(Motif type, Effet effet, String nom, Provenance provenance) {

        /** One that the platform tells by itself. */
        public Incompatibilite(Motif type, Effet effet, Provenance provenance) {
            this(type, effet, null, provenance);
        }
    }

    /** Whether the jury decides, or proposes to the CPNE. */
    public enum Pouvoir {
        DECIDE,
        PROPOSE
    }

    /** How the president is found. */
    public enum Presidence {
        /** The collège of the president changes from one jury of the branch to the next. */
        ALTERNEE,
        /** It changes from one civil year to the next. */
        ALTERNEE_ANNUELLE,
        DESIGNEE
    }

    /** What carries a vote. */
    public enum Majorite {
        /** More voices for than against. */
        SIMPLE,
        /** More than half of the voices present. */
        ABSOLUE
    }

    /** What a tie comes to. */
    public enum Egalite {
        AJOURNEMENT,
        VOIX_PRESIDENT
    }

    /** The link with the candidate that matters. */
    public enum Motif {
        EVALUATEUR_DU_CANDIDAT("il a évalué ce candidat"),
        FORMATEUR_DU_CANDIDAT("il a formé ce candidat"),
        ENTREPRISE_DU_CANDIDAT("il appartient à l’entreprise du candidat"),
        PERSONNEL_ORGANISME_FORMATION("il appartient à l’organisme de formation du candidat"),
        /** A rule in code of the branch says so, and why. */
        CODE("il est écarté par une règle de la branche");

        private final String libelle;

        Motif(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    /** What the link entails. */
    public enum Effet {
        EXCLU,
        SANS_VOTE
    }

    public RegleJury {
        colleges = Listes.copy(colleges);
        incompatibilites = Listes.copy(incompatibilites);
        majoritesColleges = Listes.copy(majoritesColleges);
        signataires = Listes.copy(signataires);
    }

    /** One with nothing of what few branches say. */
    public RegleJury(
            Pouvoir role,
            List<College> colleges,
            int membresMin,
            boolean parite,
            Presidence presidence,
            Majorite majorite,
            Egalite egalite,
            Integer pratiqueAnneesMin,
            boolean validationCertificateur,
            List<Incompatibilite> incompatibilites,
            Provenance provenance) {
        this(
                role,
                colleges,
                membresMin,
                parite,
                presidence,
                majorite,
                egalite,
                pratiqueAnneesMin,
                validationCertificateur,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                false,
                false,
                List.of(),
                null,
                null,
                incompatibilites,
                provenance);
    }

    public Optional<College> college(String code) {
        return colleges.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The collèges whose members decide, in their order. */
    @JsonIgnore
    public List<College> votingColleges() {
        return colleges.stream().filter(College::isVoting).toList();
    }

    /** The collège that presides on that day, where the year says so. */
    public Optional<College> presidingCollege(LocalDate day) {
        if (presidence != Presidence.ALTERNEE_ANNUELLE) {
            return Optional.empty();
        }
        List<College> voting = votingColleges();
        int start = voting.stream().map(College::code).toList().indexOf(presidenceAnnuelle.college());
        return Optional.of(
                voting.get(Math.floorMod(start + day.getYear() - presidenceAnnuelle.annee(), voting.size())));
    }
}
