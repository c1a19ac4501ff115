package fr.parchemin.web.internal.view;

import fr.parchemin.attente.Attente;
import fr.parchemin.attente.Attente.Nature;
import fr.parchemin.attente.Attente.Sujet;
import fr.parchemin.attente.Attentes;
import fr.parchemin.brouillon.Brouillons;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What somebody finds on coming in.
 *
 * @param prenom what they are greeted by
 * @param branches those they work in
 */
public record AccueilView(
        String prenom, Attentes.Tableau tableau, List<Brouillons.Resume> brouillons, List<Vives.Vive> branches) {

    public LocalDate jour() {
        return tableau.jour();
    }

    /** What is to be done, the most urgent first. */
    public List<Attente> actes() {
        return tableau.attentes().stream().filter(a -> a.nature().isActe()).toList();
    }

    /** The files that are followed. */
    public List<Attente> suivis() {
        return tableau.attentes().stream().filter(a -> !a.nature().isActe()).toList();
    }

    /** How much of each kind is to be done. */
    public List<Map.Entry<Nature, Attentes.Compte>> comptes() {
        return tableau.comptes().entrySet().stream()
                .filter(c -> c.getKey().isActe())
                .toList();
    }

    /** Whether there is more to do than is told one by one. */
    public boolean isShortened() {
        return comptes().stream()
                .anyMatch(c -> c.getValue().nombre()
                        > actes().stream()
                                .filter(a -> a.nature() == c.getKey())
                                .mapToLong(Attente::nombre)
                                .sum());
    }

    /** Where the act is done. */
    public static String adresse(Attente attente) {
        Sujet sujet = attente.sujet();
        if (sujet instanceof Sujet.Dossier dossier) {
            return Urls.path("candidatures", dossier.id());
        }
        if (sujet instanceof Sujet.Seance seance) {
            return Urls.path("jurys", seance.id());
        }
        if (sujet instanceof Sujet.Certification certification) {
            return "/jurys/nouveau?branche=" + Urls.encode(attente.branche()) + "&certification="
                    + Urls.encode(certification.code());
        }
        if (sujet instanceof Sujet.Extension extension) {
            return Urls.path("administration", "branches", extension.code());
        }
        if (sujet instanceof Sujet.Compte) {
            return "/compte";
        }
        return attente.nature() == Nature.COMPTES_SANS_SECOND_FACTEUR
                ? "/administration/comptes"
                : "/administration/journal";
    }

    /** Where all of that kind are listed, {@code null} when there is no such list. */
    public static String liste(Nature nature) {
        return switch (nature) {
            case PREREQUIS_A_CONSTATER -> "/candidatures?etat=DEPOSEE";
            case PREREQUIS_A_COMPLETER -> "/candidatures?etat=IRRECEVABLE";
            case EVALUATEURS_A_DESIGNER -> "/candidatures?etat=RECEVABLE";
            case GRILLE_A_REMPLIR, PREREQUIS_QUI_EXPIRE -> "/candidatures?etat=EN_EVALUATION";
            case CERTIFICAT_A_DELIVRER -> "/candidatures?etat=DECIDEE";
            case DOSSIERS_A_DELIBERER, DOSSIERS_A_PRESENTER, JURY_A_COMPOSER, JURY_A_VALIDER -> "/jurys";
            case SECOND_FACTEUR_A_ENREGISTRER -> "/compte";
            case DOSSIER_SUIVI -> "/candidatures";
            case BRANCHE_EN_ERREUR, COURRIELS_NON_ENVOYES, COMPTES_SANS_SECOND_FACTEUR -> null;
        };
    }

    /** What it is about, with how many of them. */
    public static String titre(Attente attente) {
        return attente.sujet() instanceof Sujet.Plateforme
                ? attente.nombre() + " " + attente.nature().libelle(attente.nombre())
                : attente.sujet().nom();
    }

    /** What belongs to it: number, certification. */
    public static List<String> details(Attente attente) {
        Sujet sujet = attente.sujet();
        if (sujet instanceof Sujet.Dossier dossier) {
            return List.of(dossier.numero(), dossier.intitule());
        }
        if (sujet instanceof Sujet.Seance seance) {
            return List.of(seance.intitule());
        }
        return List.of();
    }
}
