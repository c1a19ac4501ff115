package fr.parchemin.web.internal;

import gg.jte.models.runtime.JteModel;

/** What a handler gives back; the servlet writes it. */
sealed interface Answer {
    /** A page. */
    record Page(int status, JteModel model) implements Answer {}

    /** Look elsewhere, with GET. */
    record SeeOther(String location) implements Answer {}

    /**
     * A page that goes on by itself to the next.
     *
     * <p>In place of a redirection where that would be one across sites: what follows then counts as asked for by this page.
     */
    record Passage(JteModel model, String next) implements Answer {}

    /** Nothing new. */
    record NoContent() implements Answer {}

    /** A paper to show in the browser. */
    record Pdf(String fileName, byte[] content) implements Answer {}

    /** A table for spreadsheets, to be kept by the browser. */
    record Feuille(String fileName, byte[] content) implements Answer {}

    static Answer page(JteModel model) {
        return new Page(200, model);
    }

    static Answer page(int status, JteModel model) {
        return new Page(status, model);
    }

    static Answer seeOther(String location) {
        return new SeeOther(location);
    }
}
