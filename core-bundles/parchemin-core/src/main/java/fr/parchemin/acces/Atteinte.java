package fr.parchemin.acces;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How far an account reaches by one row of the table of rights, so that a store can select by it: an object lies within when
 * it lies within one of the parts. For a file or a jury {@link #contains} says what {@link Acteur#may} says.
 *
 * @param parts one for each role that grants the row; none when nothing is within reach
 */
public record Atteinte(Set<Part> parts) {

    /**
     * What one role reaches: everything to which all that is said applies; what is {@code null} says nothing.
     *
     * @param branche code of the branch, {@code null} for all of them
     * @param dossier the only file
     * @param jury the only jury, or the one that a file is or was before
     * @param session the session that a file sits in
     * @param organisme SIRET of the organisme of a file
     * @param deposant identifiant of who submitted a file
     * @param evaluateur identifiant of an account designated for a file
     * @param presente whether only files that are or were before a jury
     */
    public record Part(
            String branche,
            UUID dossier,
            UUID jury,
            UUID session,
            String organisme,
            String deposant,
            String evaluateur,
            boolean presente) {

        boolean contains(Objet objet) {
            return (branche == null || branche.equals(objet.branche()))
                    && (dossier == null || dossier.equals(objet.dossier()))
                    && (jury == null || jury.equals(objet.jury()))
                    && (session == null || session.equals(objet.session()))
                    && (organisme == null || organisme.equals(objet.organisme()))
                    && (deposant == null || deposant.equals(objet.deposant()))
                    && (evaluateur == null || objet.evaluateurs().contains(evaluateur))
                    && (!presente || objet.jury() != null);
        }

        /** The same for whatever file; the rest of what is said stays. */
        public Part ofAnyDossier() {
            return new Part(branche, null, jury, session, organisme, deposant, evaluateur, presente);
        }
    }

    public Atteinte {
        parts = Set.copyOf(parts);
    }

    /** How far the account reaches by that row. */
    public static Atteinte of(Acteur acteur, Droit droit) {
        if (droit.isForEverybodySignedIn()) {
            return new Atteinte(Set.of(new Part(null, null, null, null, null, null, null, false)));
        }
        Set<Part> parts = new LinkedHashSet<>();
        for (Habilitation held : acteur.habilitations()) {
            droit.lien(held.role())
                    .map(lien -> part(acteur, held.portee(), lien))
                    .ifPresent(parts::add);
        }
        return new Atteinte(parts);
    }

    /** {@link Portee#covers} and {@link Lien#holds} at once, as conditions. */
    private static Part part(Acteur acteur, Portee portee, Lien lien) {
        Optional<String> branche = portee.branche();
        boolean deposant = lien == Lien.DEPOSE && !(portee instanceof Portee.DOrganisme);
        boolean evaluateur =
                lien == Lien.DESIGNE && !(portee instanceof Portee.DeDossier) && !(portee instanceof Portee.DeSession);
        return new Part(
                branche.orElse(null),
                portee instanceof Portee.DeDossier only ? only.dossier() : null,
                portee instanceof Portee.DeJury only ? only.jury() : null,
                portee instanceof Portee.DeSession only ? only.session() : null,
                portee instanceof Portee.DOrganisme only ? only.siret() : null,
                deposant ? acteur.identifiant() : null,
                evaluateur ? acteur.identifiant() : null,
                lien == Lien.PRESENTE);
    }

    /** Whether the file or the jury lies within. */
    public boolean contains(Objet objet) {
        return parts.stream().anyMatch(part -> part.contains(objet));
    }

    /** What of it lies in that branch. */
    public Atteinte within(String code) {
        Objects.requireNonNull(code);
        return new Atteinte(parts.stream()
                .filter(part -> part.branche() == null || part.branche().equals(code))
                .map(part -> new Part(
                        code,
                        part.dossier(),
                        part.jury(),
                        part.session(),
                        part.organisme(),
                        part.deposant(),
                        part.evaluateur(),
                        part.presente()))
                .collect(Collectors.toSet()));
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
