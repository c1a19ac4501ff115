package fr.parchemin.acces;

/**
 * Where a request to sign in comes from.
 *
 * @param adresse network address, {@code null} when it is not known; never kept beyond the counting of failures
 * @param agent what the browser says of itself, shortened to what a person recognises; {@code null} when it says nothing
 */
public record Origine(String adresse, String agent) {

    private static final int AGENT_MAXIMAL = 120;

    /** From nowhere in particular. */
    public static final Origine INCONNUE = new Origine(null, null);

    public Origine {
        agent = agent == null || agent.isBlank() ? null : shortened(agent.strip());
    }

    private static String shortened(String agent) {
        String plain = agent.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > AGENT_MAXIMAL ? plain.substring(0, AGENT_MAXIMAL) : plain;
    }
}
