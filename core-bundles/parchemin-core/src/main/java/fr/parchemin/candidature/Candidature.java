package fr.parchemin.candidature;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Lecture;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Voie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The file of a candidate for one certification at one version of its référentiel. Immutable; each transition gives the
 * next file or the reason why not.
 *
 * @param personne the person of the platform that applies, under whose key the journal keeps what is personal in the
 *     file; says nothing of who that is
 * @param numero readable number, for instance {@code C-2026-000042}
 * @param empreinte hash of the snapshot it started with and keeps
 * @param formateurs names of the candidate's own trainers
 * @param constats what was established about prerequisites, by code
 * @param evaluateurs identifiants of the designated accounts
 * @param revision grows with each change; guards against lost updates
 */
public record Candidature(
        UUID id,
        UUID personne,
        String numero,
        String branche,
        String certification,
        String intitule,
        String version,
        String empreinte,
        Voie voie,
        EtatCandidature etat,
        Candidat candidat,
        Tiers organisme,
        Tiers entreprise,
        List<String> formateurs,
        Map<String, ConstatPrerequis> constats,
        Set<String> evaluateurs,
        String deposeePar,
        Instant deposeeLe,
        long revision) {

    private static final EtatCandidature RECEVABLE = new EtatCandidature.Recevable();
    private static final EtatCandidature EN_EVALUATION = new EtatCandidature.EnEvaluation();

    public Candidature {
        Objects.requireNonNull(id);
        Objects.requireNonNull(personne);
        Objects.requireNonNull(etat);
        Objects.requireNonNull(candidat);
        formateurs = List.copyOf(formateurs);
        constats = Collections.unmodifiableMap(new LinkedHashMap<>(constats));
        evaluateurs = Collections.unmodifiableSet(new TreeSet<>(evaluateurs));
    }

    /** The file as rights see it. */
    public Objet asObjet() {
        return new Objet(
                branche, id, etat.jury(), null, deposeePar, organisme == null ? null : organisme.siret(), evaluateurs);
    }

    /** Whether the account may read the file at all. */
    public boolean isVisibleTo(Acteur acteur) {
        return acteur.may(Droit.CANDIDATURE_LIRE, asObjet());
    }

    /**
     * The file that was found, if the account may read it; RESSOURCE_INCONNUE otherwise, the same as when there is none, so
     * that nobody learns what exists elsewhere.
     */
    public static Outcome<Candidature> visible(Acteur by, Optional<Candidature> found, UUID id) {
        return found.filter(c -> c.isVisibleTo(by))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "candidature " + id));
    }

    /** The file that was found, if the act is for the account; ACCES_REFUSE to who may read it and no more. */
    public static Outcome<Candidature> allowed(Acteur by, Droit droit, Optional<Candidature> found, UUID id) {
        return visible(by, found, id).then(c -> Outcome.unless(by.lacks(droit, c.asObjet()), c));
    }

    /** What the journal calls it. */
    public String objet() {
        return "candidature/" + id;
    }

    /**
     * What the journal tells of the account reading the file. Nothing of the person itself, nor of the organisme that
     * submitted the file or of who has to mark it: they know what they wrote or were given to judge.
     */
    public Optional<Lecture> readBy(Acteur acteur) {
        boolean hasPart = acteur.habilitations().stream()
                .filter(h -> h.role() == Role.CANDIDAT || h.role() == Role.ORGANISME || h.role() == Role.EVALUATEUR)
                .anyMatch(h -> new Acteur(acteur.identifiant(), acteur.nom(), Set.of(h))
                        .may(Droit.CANDIDATURE_LIRE, asObjet()));
        return deposeePar.equals(acteur.identifiant()) || hasPart
                ? Optional.empty()
                : Optional.of(new Lecture(
                        objet(), branche, Acte.Nature.CANDIDATURE_CONSULTEE, "Dossier " + numero + " lu", personne));
    }

    /** Records what was established; the file becomes recevable, or irrecevable, when that follows. */
    public Outcome<Candidature> establish(Certification certification, ConstatPrerequis constat, LocalDate today) {
        if (!(etat instanceof EtatCandidature.Deposee
                || etat instanceof EtatCandidature.Irrecevable
                || etat instanceof EtatCandidature.Recevable
                || etat instanceof EtatCandidature.EnEvaluation)) {
            return wrongState(
                    new EtatCandidature.Deposee(), new EtatCandidature.Irrecevable(), RECEVABLE, EN_EVALUATION);
        }
        Map<String, ConstatPrerequis> established = new LinkedHashMap<>(constats);
        established.put(constat.code(), constat);
        EtatCandidature next = etat;
        if (!(etat instanceof EtatCandidature.EnEvaluation)) {
            next = admissibility(certification, established, today);
        }
        return Outcome.done(with(next, established, evaluateurs));
    }

    private static EtatCandidature admissibility(
            Certification certification, Map<String, ConstatPrerequis> established, LocalDate today) {
        boolean all = true;
        for (Prerequis prerequis : certification.prerequis()) {
            if (!prerequis.obligatoire()) {
                continue;
            }
            ConstatPrerequis constat = established.get(prerequis.code());
            if (constat != null && !constat.holdsOn(today)) {
                return new EtatCandidature.Irrecevable();
            }
            all &= constat != null;
        }
        return all ? new EtatCandidature.Recevable() : new EtatCandidature.Deposee();
    }

    /** The state that the prerequisites established so far give to a file just submitted. */
    public Candidature assess(Certification certification, LocalDate today) {
        return with(admissibility(certification, constats, today), constats, evaluateurs);
    }

    /** The compulsory prerequisites not established as met on that day. */
    public List<Prerequis> missingPrerequis(Certification certification, LocalDate today) {
        return certification.prerequis().stream()
                .filter(Prerequis::obligatoire)
                .filter(p -> !Optional.ofNullable(constats.get(p.code()))
                        .map(c -> c.holdsOn(today))
                        .orElse(false))
                .toList();
    }

    /** Designates the évaluateurs, in place of those there were; marking may begin. */
    public Outcome<Candidature> designate(Referentiel referentiel, Set<String> designated, LocalDate today) {
        if (etat instanceof EtatCandidature.Deposee
                || etat instanceof EtatCandidature.Irrecevable
                || etat instanceof EtatCandidature.Recevable) {
            // What was met when it was established may have lapsed since.
            List<String> missing = missingPrerequis(referentiel.certification(), today).stream()
                    .map(Prerequis::intitule)
                    .toList();
            if (!missing.isEmpty()) {
                return Outcome.refused(CodeRefus.PREREQUIS_MANQUANTS, String.join(", ", missing));
            }
        } else if (!(etat instanceof EtatCandidature.EnEvaluation)) {
            return wrongState(RECEVABLE, EN_EVALUATION);
        }
        if (designated.size() < referentiel.evaluateursRequis()) {
            return Outcome.refused(
                    CodeRefus.EVALUATEURS_INSUFFISANTS, referentiel.evaluateursRequis(), designated.size());
        }
        return Outcome.done(with(new EtatCandidature.EnEvaluation(), constats, designated));
    }

    /** Whether marks are open, or why not. */
    public Optional<Refus> marksClosed() {
        return etat instanceof EtatCandidature.EnEvaluation
                ? Optional.empty()
                : wrongState(EN_EVALUATION).reason();
    }

    /** Puts the file before a jury; its marks close. */
    public Outcome<Candidature> present(UUID jury) {
        if (etat instanceof EtatCandidature.EnEvaluation || etat instanceof EtatCandidature.Ajournee) {
            return Outcome.done(with(new EtatCandidature.Presentee(jury), constats, evaluateurs));
        }
        return wrongState(EN_EVALUATION, new EtatCandidature.Ajournee(null));
    }

    /**
     * Closes the file with the decision of the jury it is before.
     *
     * @throws IllegalStateException when it is before none
     */
    public Candidature decided() {
        return with(new EtatCandidature.Decidee(presentedTo()), constats, evaluateurs);
    }

    /**
     * The jury it is before put it off.
     *
     * @throws IllegalStateException when it is before none
     */
    public Candidature postponed() {
        return with(new EtatCandidature.Ajournee(presentedTo()), constats, evaluateurs);
    }

    private UUID presentedTo() {
        if (etat instanceof EtatCandidature.Presentee presentee) {
            return presentee.jury();
        }
        throw new IllegalStateException("candidature " + numero + " is " + etat.code() + ", not before a jury");
    }

    /**
     * The certificate was delivered.
     *
     * @throws IllegalStateException when no jury closed the file
     */
    public Candidature delivered() {
        if (etat instanceof EtatCandidature.Decidee decidee) {
            return with(new EtatCandidature.Delivree(decidee.jury()), constats, evaluateurs);
        }
        throw new IllegalStateException("candidature " + numero + " is " + etat.code() + ", not decided");
    }

    /** The prerequisites held on that day, compulsory or not. */
    public Set<String> attestationsOn(LocalDate day) {
        Set<String> held = new TreeSet<>();
        constats.values().stream().filter(c -> c.holdsOn(day)).forEach(c -> held.add(c.code()));
        return held;
    }

    /**
     * What may come next, by its stable name.
     *
     * @param certificateOpen whether the decision, if there is one, is such that the certificate may be delivered
     */
    public List<String> nextActs(boolean certificateOpen) {
        List<String> acts = new ArrayList<>();
        if (etat instanceof EtatCandidature.Deposee || etat instanceof EtatCandidature.Irrecevable) {
            acts.add("CONSTATER_PREREQUIS");
        } else if (etat instanceof EtatCandidature.Recevable) {
            acts.add("DESIGNER_EVALUATEURS");
        } else if (etat instanceof EtatCandidature.EnEvaluation) {
            acts.add("NOTER");
            acts.add("PRESENTER");
        } else if (etat instanceof EtatCandidature.Presentee) {
            acts.add("DECIDER");
        } else if (etat instanceof EtatCandidature.Ajournee) {
            acts.add("PRESENTER");
        } else if (etat instanceof EtatCandidature.Decidee && certificateOpen) {
            acts.add("DELIVRER");
        }
        return acts;
    }

    /** The same file under another version of its référentiel; the rest is for {@code fr.parchemin.migration} to say. */
    public Candidature under(
            String otherVersion,
            String otherEmpreinte,
            String otherIntitule,
            EtatCandidature next,
            Map<String, ConstatPrerequis> established,
            Set<String> designated) {
        return new Candidature(
                id,
                personne,
                numero,
                branche,
                certification,
                otherIntitule,
                otherVersion,
                otherEmpreinte,
                voie,
                next,
                candidat,
                organisme,
                entreprise,
                formateurs,
                established,
                designated,
                deposeePar,
                deposeeLe,
                revision);
    }

    private Candidature with(EtatCandidature next, Map<String, ConstatPrerequis> established, Set<String> designated) {
        return under(version, empreinte, intitule, next, established, designated);
    }

    private <T> Outcome<T> wrongState(EtatCandidature... expected) {
        return Outcome.refused(
                CodeRefus.ETAT_INCOMPATIBLE,
                etat.libelle(),
                Arrays.stream(expected).map(e -> "« " + e.libelle() + " »").collect(Collectors.joining(" ou ")));
    }
}
