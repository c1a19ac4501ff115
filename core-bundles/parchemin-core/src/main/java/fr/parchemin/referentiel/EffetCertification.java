package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a certification does in a classification, with the article that says so. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EffetCertification.Aucun.class, name = "AUCUN"),
    @JsonSubTypes.Type(value = EffetCertification.PlancherSiNiveauExige.class, name = "PLANCHER_SI_NIVEAU_EXIGE"),
    @JsonSubTypes.Type(value = EffetCertification.MinimumEmploiRepere.class, name = "MINIMUM_EMPLOI_REPERE"),
    @JsonSubTypes.Type(value = EffetCertification.PlancherSiPoste.class, name = "PLANCHER_SI_POSTE"),
    @JsonSubTypes.Type(value = EffetCertification.PositionFixee.class, name = "POSITION_FIXEE"),
    @JsonSubTypes.Type(value = EffetCertification.EntreeSortie.class, name = "ENTREE_SORTIE"),
    @JsonSubTypes.Type(value = EffetCertification.GarantieMinimale.class, name = "GARANTIE_MINIMALE"),
    @JsonSubTypes.Type(value = EffetCertification.Presomption.class, name = "PRESOMPTION"),
    @JsonSubTypes.Type(value = EffetCertification.Points.class, name = "POINTS"),
    @JsonSubTypes.Type(value = EffetCertification.Majoration.class, name = "MAJORATION"),
    @JsonSubTypes.Type(value = EffetCertification.Acces.class, name = "ACCES"),
    @JsonSubTypes.Type(value = EffetCertification.Code.class, name = "CODE")
})
public sealed interface EffetCertification {

    /** What an effect bears on. One of each nature is in force at a time, unless it says that it adds up. */
    enum Nature {
        POSITION,
        POINTS,
        MAJORATION,
        ACCES
    }

    /** Code of the classification it speaks of. */
    String classification();

    String article();

    LocalDate du();

    LocalDate au();

    Provenance provenance();

    /** To whom it applies, to everybody when {@code null}. */
    Conditions conditions();

    /** Whether it may be in force beside another of its nature: the more favourable is then retained. */
    boolean cumul();

    default Nature nature() {
        return Nature.POSITION;
    }

    /** Codes of the jobs that it looks at, empty when it looks at none. */
    default List<String> emplois() {
        return List.of();
    }

    default boolean isInForceOn(LocalDate day) {
        return (du() == null || !day.isBefore(du())) && (au() == null || !day.isAfter(au()));
    }

    /**
     * To whom an effect applies. Everything given must hold, bounds included; an empty list or {@code null} asks nothing.
     *
     * @param idcc conventions of the employer, the one of the classification when empty
     * @param options one of these options or mentions is held
     * @param ancienneteMoisMin seniority with the employer in whole months
     * @param ageMin in years on the day considered
     */
    record Conditions(
            List<String> idcc,
            List<String> secteurs,
            List<String> options,
            Integer ancienneteMoisMin,
            Integer ancienneteMoisMax,
            Integer ageMin,
            Integer ageMax) {
        public Conditions {
            idcc = Listes.copy(idcc);
            secteurs = Listes.copy(secteurs);
            options = Listes.copy(options);
        }
    }

    /** The certificate gives no right to a class. */
    record Aucun(
            String classification,
            String article,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {
        public Aucun(String classification, String article, LocalDate du, LocalDate au, Provenance provenance) {
            this(classification, article, du, au, provenance, null, false);
        }
    }

    /** Computed by a rule written in Java in the plugin of the branch. */
    record Code(
            String classification,
            String article,
            String nom,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {}

    /**
     * No effect by itself; a lowest class only when the job offer itself requires a national level.
     *
     * @param niveaux level required by the offer to the key of the lowest position
     */
    record PlancherSiNiveauExige(
            String classification,
            String article,
            Map<String, String> niveaux,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {
        public PlancherSiNiveauExige {
            niveaux = niveaux == null ? Map.of() : Map.copyOf(niveaux);
        }

        public PlancherSiNiveauExige(
                String classification,
                String article,
                Map<String, String> niveaux,
                LocalDate du,
                LocalDate au,
                Provenance provenance) {
            this(classification, article, niveaux, du, au, provenance, null, false);
        }
    }

    /**
     * Access to emplois-repères, whose lowest position is due when the job is held.
     *
     * @param emplois codes of the emplois-repères
     */
    record MinimumEmploiRepere(
            String classification,
            String article,
            List<String> emplois,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {
        public MinimumEmploiRepere {
            emplois = Listes.copy(emplois);
        }

        public MinimumEmploiRepere(
                String classification,
                String article,
                List<String> emplois,
                LocalDate du,
                LocalDate au,
                Provenance provenance) {
            this(classification, article, emplois, du, au, provenance, null, false);
        }
    }

    /** When a position begins to be due. */
    enum PriseEffet {
        /** The day of the decision of the jury. */
        DECISION,
        /** The first day of the month after the decision of the jury. */
        MOIS_SUIVANT
    }

    /**
     * A lowest position of the certification itself, due only while one of the jobs is held.
     *
     * @param sansPoste French sentence: what the convention provides when no such job is held, {@code null} for nothing
     */
    record PlancherSiPoste(
            String classification,
            String article,
            List<String> emplois,
            String position,
            PriseEffet priseEffet,
            String sansPoste,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {
        public PlancherSiPoste {
            emplois = Listes.copy(emplois);
        }
    }

    /**
     * A position that the CPNE fixed for the certification; never lowers what is held.
     *
     * @param emplois jobs that match the certification, empty when the position does not depend on the job
     */
    record PositionFixee(
            String classification,
            String article,
            String position,
            List<String> emplois,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {
        public PositionFixee {
            emplois = Listes.copy(emplois);
        }
    }

    /**
     * Two steps: a lowest position on the path, a higher one once the certificate is obtained, and higher still with an option.
     *
     * @param entree {@code null} when nothing is due on the path
     * @param avecOption code of an option to the position due with it
     * @param emplois jobs that must be held, empty when it does not depend on the job
     */
    record EntreeSortie(
            String classification,
            String article,
            String entree,
            String sortie,
            Map<String, String> avecOption,
            List<String> emplois,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {
        public EntreeSortie {
            avecOption = avecOption == null ? Map.of() : Map.copyOf(avecOption);
            emplois = Listes.copy(emplois);
        }
    }

    /**
     * A position guaranteed, unless the person was hired for another job.
     *
     * @param emplois jobs for which it is guaranteed, empty for any
     * @param dureeMois from the decision of the jury, {@code null} when without end
     */
    record GarantieMinimale(
            String classification,
            String article,
            String position,
            List<String> emplois,
            Integer dureeMois,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {
        public GarantieMinimale {
            emplois = Listes.copy(emplois);
        }
    }

    /** A position presumed when the employer required the certification or sent the person to it; the job held decides. */
    record Presomption(
            String classification,
            String article,
            String position,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {}

    /** When points are due. */
    enum Quand {
        TOUJOURS,
        /** One of the jobs is held. */
        EMPLOI_TENU,
        /** None of the jobs is held. */
        EMPLOI_NON_TENU
    }

    /** Points on top of the pay that the convention gives. */
    record Points(
            String classification,
            String article,
            int points,
            Quand quand,
            List<String> emplois,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {
        public Points {
            emplois = Listes.copy(emplois);
        }

        @Override
        public Nature nature() {
            return Nature.POINTS;
        }
    }

    /**
     * A bonus on the lowest wage of the job held.
     *
     * @param emplois jobs of the domain of the certification
     * @param enregistrement registration that must be in force on the day, {@code null} for none
     */
    record Majoration(
            String classification,
            String article,
            List<String> emplois,
            Enregistrement.Statut enregistrement,
            List<Tranche> tranches,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {
        public Majoration {
            emplois = Listes.copy(emplois);
            tranches = Listes.copy(tranches);
        }

        @Override
        public Nature nature() {
            return Nature.MAJORATION;
        }
    }

    /**
     * A dated bonus for some positions.
     *
     * @param positions keys, empty for all
     * @param taux in percent of the lowest wage of the position; {@code null} with {@code montant}
     * @param montant gross, in {@code unite}; {@code null} with {@code taux}
     */
    record Tranche(
            List<String> positions,
            BigDecimal taux,
            BigDecimal montant,
            Unite unite,
            LocalDate du,
            LocalDate au,
            Provenance provenance) {
        public Tranche {
            positions = Listes.copy(positions);
        }

        public boolean isInForceOn(LocalDate day) {
            return !day.isBefore(du) && (au == null || !day.isAfter(au));
        }
    }

    /**
     * Access to jobs or positions that the convention keeps for holders.
     *
     * @param positions keys of positions
     * @param complement French words: what is asked besides, {@code null} for nothing
     */
    record Acces(
            String classification,
            String article,
            List<String> emplois,
            List<String> positions,
            String complement,
            LocalDate du,
            LocalDate au,
            Provenance provenance,
            Conditions conditions,
            boolean cumul)
            implements EffetCertification {
        public Acces {
            emplois = Listes.copy(emplois);
            positions = Listes.copy(positions);
        }

        @Override
        public Nature nature() {
            return Nature.ACCES;
        }
    }
}
