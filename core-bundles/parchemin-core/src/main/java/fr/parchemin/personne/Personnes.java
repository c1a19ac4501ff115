package fr.parchemin.personne;

import fr.parchemin.candidature.Candidat;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Port: the persons, the questions put to them and what they share. Out of reach for every perimeter but the whole;
 * adding a person alone is open to all.
 */
public interface Personnes {

    void add(Personne personne);

    Optional<Personne> find(UUID id);

    /** Those of the same birth date, oldest first, at most {@code limite}. */
    List<Personne> bornWith(Candidat candidat, int limite);

    /** The ids of all that are linked to the root, the root included. */
    List<UUID> linkedTo(UUID racine);

    /** Links the person, and all that were linked to it, to the root. */
    void link(UUID personne, UUID racine);

    void addLien(Lien lien);

    /** The question under that hash, locked until the act ends. */
    Optional<Lien> findLien(String empreinte);

    /** Keeps what the person answered. */
    void answer(Lien lien);

    /** The unanswered questions whether one of these persons is one of those who were known; oldest first. */
    List<Lien> unanswered(Collection<UUID> personnes, Collection<UUID> connues);

    void addPartage(Partage partage);

    void update(Partage partage);

    /** All that these persons ever shared. */
    List<Partage> partagesOf(Collection<UUID> personnes);
}
