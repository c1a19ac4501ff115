package fr.parchemin.acces;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** How far a role reaches: the whole platform, or one branch, or one thing within one branch. */
public sealed interface Portee {

    /** The kinds of {@link Portee}. */
    enum Etendue {
        PLATEFORME("la plateforme"),
        BRANCHE("une branche"),
        ORGANISME_SEUL("un organisme"),
        SESSION("une session"),
        JURY_SEUL("un jury"),
        DOSSIER("un dossier");

        private final String libelle;

        Etendue(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    Etendue etendue();

    /** Code of the branch, empty for the platform. */
    Optional<String> branche();

    /** What within the branch: the SIRET of an organisme, the id of a session, jury or file; empty when all of it. */
    Optional<String> cible();

    /** Whether the object lies within. */
    boolean covers(Objet objet);

    record Plateforme() implements Portee {
        @Override
        public Etendue etendue() {
            return Etendue.PLATEFORME;
        }

        @Override
        public Optional<String> branche() {
            return Optional.empty();
        }

        @Override
        public Optional<String> cible() {
            return Optional.empty();
        }

        @Override
        public boolean covers(Objet objet) {
            return true;
        }
    }

    record DeBranche(String code) implements Portee {
        public DeBranche {
            Objects.requireNonNull(code);
        }

        @Override
        public Etendue etendue() {
            return Etendue.BRANCHE;
        }

        @Override
        public Optional<String> branche() {
            return Optional.of(code);
        }

        @Override
        public Optional<String> cible() {
            return Optional.empty();
        }

        @Override
        public boolean covers(Objet objet) {
            return code.equals(objet.branche());
        }
    }

    /** One organisme habilité, known by its SIRET, in one branch. */
    record DOrganisme(String code, String siret) implements Portee {
        public DOrganisme {
            Objects.requireNonNull(code);
            Objects.requireNonNull(siret);
        }

        @Override
        public Etendue etendue() {
            return Etendue.ORGANISME_SEUL;
        }

        @Override
        public Optional<String> branche() {
            return Optional.of(code);
        }

        @Override
        public Optional<String> cible() {
            return Optional.of(siret);
        }

        /** The branch as a whole lies within as well: an organisme submits files that are not there yet. */
        @Override
        public boolean covers(Objet objet) {
            return code.equals(objet.branche()) && (objet.isBranche() || siret.equals(objet.organisme()));
        }
    }

    record DeSession(String code, UUID session) implements Portee {
        public DeSession {
            Objects.requireNonNull(code);
            Objects.requireNonNull(session);
        }

        @Override
        public Etendue etendue() {
            return Etendue.SESSION;
        }

        @Override
        public Optional<String> branche() {
            return Optional.of(code);
        }

        @Override
        public Optional<String> cible() {
            return Optional.of(session.toString());
        }

        @Override
        public boolean covers(Objet objet) {
            return code.equals(objet.branche()) && session.equals(objet.session());
        }
    }

    record DeJury(String code, UUID jury) implements Portee {
        public DeJury {
            Objects.requireNonNull(code);
            Objects.requireNonNull(jury);
        }

        @Override
        public Etendue etendue() {
            return Etendue.JURY_SEUL;
        }

        @Override
        public Optional<String> branche() {
            return Optional.of(code);
        }

        @Override
        public Optional<String> cible() {
            return Optional.of(jury.toString());
        }

        @Override
        public boolean covers(Objet objet) {
            return code.equals(objet.branche()) && jury.equals(objet.jury());
        }
    }

    record DeDossier(String code, UUID dossier) implements Portee {
        public DeDossier {
            Objects.requireNonNull(code);
            Objects.requireNonNull(dossier);
        }

        @Override
        public Etendue etendue() {
            return Etendue.DOSSIER;
        }

        @Override
        public Optional<String> branche() {
            return Optional.of(code);
        }

        @Override
        public Optional<String> cible() {
            return Optional.of(dossier.toString());
        }

        @Override
        public boolean covers(Objet objet) {
            return code.equals(objet.branche()) && dossier.equals(objet.dossier());
        }
    }

    /**
     * The portée of that kind.
     *
     * @throws IllegalArgumentException when branch or target is missing, too many, or no identifiant
     */
    static Portee of(Etendue etendue, String branche, String cible) {
        boolean platform = etendue == Etendue.PLATEFORME;
        boolean whole = platform || etendue == Etendue.BRANCHE;
        if (platform != (branche == null) || whole != (cible == null)) {
            throw new IllegalArgumentException(etendue + " with branche " + branche + " and cible " + cible);
        }
        return switch (etendue) {
            case PLATEFORME -> new Plateforme();
            case BRANCHE -> new DeBranche(branche);
            case ORGANISME_SEUL -> new DOrganisme(branche, cible);
            case SESSION -> new DeSession(branche, UUID.fromString(cible));
            case JURY_SEUL -> new DeJury(branche, UUID.fromString(cible));
            case DOSSIER -> new DeDossier(branche, UUID.fromString(cible));
        };
    }
}
