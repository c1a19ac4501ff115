package fr.parchemin.administration;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.MotifErreur;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Port: the drop folder of this node, written as an operator would write it. Whatever is put there goes the way of every
 * other artefact; nothing here admits a branch. Nothing outside the folder, and the place for what was taken out of it, is
 * ever written: the names of files are made here and never taken from who sends. Safe on any thread.
 */
public interface DossierDepot {

    /** Most that an artefact may weigh when it is sent through the platform, in octets. */
    int OCTETS_MAXIMUM = 8_000_000;

    /** What an artefact is, by what is in it. */
    enum Sorte {
        /** A zip of YAML: data, which runs nothing. */
        ARCHIVE("archive de données", "zip"),
        /** A jar that is a bundle: code, which may do whatever the platform may. */
        EXTENSION("extension", "jar"),
        /** A folder of YAML, copied there by an operator. */
        DOSSIER("dossier de données", "");

        private final String libelle;
        private final String extension;

        Sorte(String libelle, String extension) {
            this.libelle = libelle;
            this.extension = extension;
        }

        public String libelle() {
            return libelle;
        }

        /** What the name of such a file ends with, without the dot; empty for a folder. */
        public String extension() {
            return extension;
        }
    }

    /**
     * Something that lies in the folder.
     *
     * @param nom of the file or folder
     * @param octets its size, 0 for a folder
     * @param branche code of the branch that it brings, or brought before it broke; {@code null} when that cannot be told
     */
    record Artefact(String nom, Sorte sorte, long octets, Instant modifieLe, String branche) {
        public Artefact {
            Objects.requireNonNull(nom);
            Objects.requireNonNull(sorte);
        }

        /** Whether it is what the platform shows under that code, or under its own name for want of one. */
        public boolean isShownAs(String code) {
            return code.equals(branche) || code.equals(nom) || code.equals(nom + " (dossier)");
        }
    }

    /**
     * Something that was taken out of the folder and is kept for a time.
     *
     * @param id what it is called here
     * @param nom what it was called in the folder
     */
    record Retire(String id, String nom, Sorte sorte, String branche, Instant retireLe) {}

    /**
     * What would be said of an artefact if it were dropped.
     *
     * @param definition what was read, empty when it is no valid definition
     * @param cas how many golden cases were run
     * @param motifs everything that is wrong with it in itself, in the order of its files
     */
    record Examen(Optional<DefinitionBranche> definition, int cas, List<MotifErreur> motifs) {
        public Examen {
            motifs = List.copyOf(motifs);
        }
    }

    /** What somebody sent, as far as it has to be known before it is dropped. */
    sealed interface Envoi {
        /** It brings that branch, right or wrong. */
        record Lisible(Sorte sorte, String branche) implements Envoi {}

        /** It brings nothing that could be dropped, for these reasons. */
        record Illisible(List<MotifErreur> motifs) implements Envoi {
            public Illisible {
                motifs = List.copyOf(motifs);
            }
        }
    }

    /** Whether the operator lets artefacts of that kind be dropped through the platform; never a folder. */
    boolean admits(Sorte sorte);

    /** What lies in the folder, by name. */
    List<Artefact> list() throws IOException;

    /** Looks at what somebody sent, running none of it. */
    Envoi look(byte[] contenu) throws IOException;

    /**
     * Reads all of what somebody sent and runs its golden cases, by what the console calls {@code valider}. Of an
     * extension the rules in code are run.
     */
    Examen examine(Sorte sorte, byte[] contenu) throws IOException;

    /** The same of something that lies in the folder. */
    Examen examine(Artefact artefact) throws IOException;

    /**
     * Puts a file into the folder in one go, in place of what brought the branch before, which is kept aside.
     *
     * @param avant what brings the branch now, empty when nothing does
     * @return the name of the file
     */
    String put(String branche, Sorte sorte, byte[] contenu, List<Artefact> avant, Instant now) throws IOException;

    /** Takes something out of the folder and keeps it aside. */
    Retire remove(Artefact artefact, Instant now) throws IOException;

    /** What is kept aside, the latest first. The oldest go when there are too many or their time is over. */
    List<Retire> removed() throws IOException;

    /** Puts back what was taken out, under the name it had; the name must be free. */
    void restore(Retire retire) throws IOException;

    /** SHA-256 in hexadecimal of what lies there: of the file, or of the names and content of a folder. */
    String empreinte(Artefact artefact) throws IOException;
}
