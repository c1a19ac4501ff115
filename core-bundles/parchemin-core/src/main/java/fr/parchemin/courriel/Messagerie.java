package fr.parchemin.courriel;

/** Port: what hands mail over to a mail server. */
public interface Messagerie {

    /** The mail could not be handed over. */
    final class EnvoiImpossible extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean definitif;

        /**
         * @param definitif whether trying again is of no use: the server refuses this very mail
         * @param message for operators, without the mail's content
         */
        public EnvoiImpossible(boolean definitif, String message, Throwable cause) {
            super(message, cause);
            this.definitif = definitif;
        }

        public boolean isDefinitif() {
            return definitif;
        }
    }

    boolean isConfigured();

    /**
     * Hands one mail over, on the calling thread; returns once the server has taken charge of it.
     *
     * @throws EnvoiImpossible when it has not; after a lost connection it may have all the same
     */
    void send(Courriel courriel) throws EnvoiImpossible;
}
