package fr.parchemin.candidature;

import java.util.Set;
import java.util.UUID;

/** Port: who has marked a candidate, whatever the marks. */
public interface Notateurs {

    /** Identifiants of the accounts that filled a grid of the candidature. */
    Set<String> of(UUID candidature);
}
