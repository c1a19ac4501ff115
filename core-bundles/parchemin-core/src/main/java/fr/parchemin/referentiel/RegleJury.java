package fr.parchemin.referentiel;

import java.util.List;

/**
 * How a branch composes its juries and counts their votes.
 *
 * @param membresMin fewest members that sit
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
        List<Incompatibilite> incompatibilites,
        Provenance provenance) {

    /** A collège of the jury and the fewest of its members. */
    public record College(String code, String intitule, int min) {}

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
    }
}
