package fr.parchemin.console.internal;

/** What a command could not do; the console shows the message and a script sees that it failed. */
final class Echec extends Exception {
    private static final long serialVersionUID = 1L;

    Echec(String message) {
        // Where in our code it was found out is of no use to who typed the command, nor in the log.
        super(message, null, false, false);
    }
}
