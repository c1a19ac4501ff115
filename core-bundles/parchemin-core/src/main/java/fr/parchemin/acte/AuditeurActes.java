package fr.parchemin.acte;

/**
 * Port of the journal: who is told of each act as it is journaled. Called on the thread of the act, inside its
 * transaction: what it writes is committed with the act or undone with it, and what it throws makes the act fail.
 */
public interface AuditeurActes {

    /** @param acte as it was told to the journal, without a rank */
    void told(Acte acte);
}
