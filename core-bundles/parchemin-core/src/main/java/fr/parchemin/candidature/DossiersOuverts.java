package fr.parchemin.candidature;

import java.util.Map;
import java.util.Set;

/** Port: how many files no jury has closed. */
public interface DossiersOuverts {

    /** By code of branch, then of certification; what has none is left out. One query. */
    Map<String, Map<String, Long>> count(Set<String> branches);
}
