package fr.parchemin.console.internal;

import org.apache.karaf.shell.api.console.CommandLine;

/** The words typed so far. */
final class Mots {

    private Mots() {}

    /** The word at that place, 0 being the command; empty when there are not so many. */
    static String of(CommandLine line, int place) {
        String[] words = line.getArguments();
        return place < words.length && words[place] != null ? words[place] : "";
    }
}
