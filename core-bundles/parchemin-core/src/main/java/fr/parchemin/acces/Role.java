package fr.parchemin.acces;

import static fr.parchemin.acces.Portee.Etendue.BRANCHE;
import static fr.parchemin.acces.Portee.Etendue.DOSSIER;
import static fr.parchemin.acces.Portee.Etendue.JURY_SEUL;
import static fr.parchemin.acces.Portee.Etendue.ORGANISME_SEUL;
import static fr.parchemin.acces.Portee.Etendue.PLATEFORME;
import static fr.parchemin.acces.Portee.Etendue.SESSION;

import java.util.EnumSet;
import java.util.Set;

/** What an account may be, and how far each may reach. What it may do there is said by {@link Droit} alone. */
public enum Role {
    /** Accounts and roles of the platform; sees no file. */
    ADMINISTRATEUR("administrateur", PLATEFORME),
    /** Runs the platform: health, branches, journal; sees no file. */
    EXPLOITANT("exploitant", PLATEFORME),
    /** Combines plugins of several branches. */
    ADMINISTRATEUR_CQPI("administrateur CQPI", PLATEFORME),
    /** Runs the files, sessions and juries of a branch. */
    SECRETARIAT("secrétariat", BRANCHE),
    /** Delivers in the name of the certificateur. */
    CERTIFICATEUR("certificateur", BRANCHE),
    /** Member of the CPNE: creates, revises, closes certifications. */
    CPNE("membre de CPNE", BRANCHE),
    /** Writes the plugin of a branch. */
    AUTEUR("auteur de plugin", BRANCHE),
    /** Organisme habilité: submits and follows its own candidates. */
    ORGANISME("organisme habilité", BRANCHE, ORGANISME_SEUL),
    /** Fills the grids of the candidates it was designated for. */
    EVALUATEUR("évaluateur", BRANCHE, SESSION, DOSSIER),
    /** Reads the files presented to a jury and records its decisions. */
    JURY("jury", BRANCHE, JURY_SEUL),
    /** The person the file is about. */
    CANDIDAT("candidat", DOSSIER),
    /** Follows an employee who agreed to it. */
    EMPLOYEUR("employeur", DOSSIER),
    /** Gives an observation or an avis from the workplace. */
    TUTEUR("tuteur", SESSION, DOSSIER),
    /** Works on the livrets with the candidate. */
    ACCOMPAGNATEUR_VAE("accompagnateur VAE", DOSSIER),
    /** Advises a person who agreed to it. */
    CONSEILLER("conseiller", DOSSIER);

    private final String libelle;
    private final Set<Portee.Etendue> etendues;

    Role(String libelle, Portee.Etendue first, Portee.Etendue... others) {
        this.libelle = libelle;
        this.etendues = EnumSet.of(first, others);
    }

    /** What people call it. */
    public String libelle() {
        return libelle;
    }

    /** Whether the role may be held that far. */
    public boolean reaches(Portee.Etendue etendue) {
        return etendues.contains(etendue);
    }

    /** Whether the secretariat of a branch may give it; the others are given by the administrator of the platform. */
    public boolean isGivenByTheBranch() {
        return switch (this) {
            case ORGANISME, EVALUATEUR, JURY, CANDIDAT, EMPLOYEUR, TUTEUR, ACCOMPAGNATEUR_VAE, CONSEILLER -> true;
            case ADMINISTRATEUR, EXPLOITANT, ADMINISTRATEUR_CQPI, SECRETARIAT, CERTIFICATEUR, CPNE, AUTEUR -> false;
        };
    }

    public boolean isOfPlatform() {
        return etendues.contains(PLATEFORME);
    }
}
