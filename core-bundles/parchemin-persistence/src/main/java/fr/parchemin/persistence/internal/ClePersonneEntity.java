package fr.parchemin.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The wrapped key of a person. Read only: keys are made and destroyed by statements. */
@DeLaPlateforme("a key tells nothing of whose files it opens; the lines that it deciphers are walled")
@Entity(name = "ClePersonne")
@Table(name = "cle_personne")
class ClePersonneEntity {

    @Id
    private UUID personne;

    private String cle;

    protected ClePersonneEntity() {}

    UUID personne() {
        return personne;
    }

    /** In base64; {@code null} once destroyed. */
    String cle() {
        return cle;
    }
}
