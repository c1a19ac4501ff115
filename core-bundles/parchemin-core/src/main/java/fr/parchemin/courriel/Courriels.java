package fr.parchemin.courriel;

/** Port of the use cases: sending mail. */
public interface Courriels {

    /** Whether the operator said how mail is sent; when not, nothing may be enqueued. */
    boolean isConfigured();

    /** Keeps a mail in the act under way: it is sent when, and only when, that act was done. */
    void enqueue(Courriel courriel);

    /** Says that an act with mail was done: it is sent at once instead of at the next round. */
    void wake();
}
