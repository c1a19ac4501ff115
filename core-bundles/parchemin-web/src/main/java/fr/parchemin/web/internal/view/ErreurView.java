package fr.parchemin.web.internal.view;

import java.util.List;

/**
 * Why a page cannot be shown, and what to do about it.
 *
 * @param detail what happened, in one or two sentences
 * @param quoiFaire what may be done, the first thing to try first
 * @param recommencer where the same may be tried again, {@code null} when that mends nothing
 */
public record ErreurView(int status, String titre, String detail, List<String> quoiFaire, String recommencer) {
    public ErreurView {
        quoiFaire = List.copyOf(quoiFaire);
    }
}
