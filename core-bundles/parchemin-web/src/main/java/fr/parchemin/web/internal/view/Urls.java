package fr.parchemin.web.internal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the pages. */
public final class Urls {
    private Urls() {}

    /** A path whose segments are escaped. */
    public static String path(Object... segments) {
        StringBuilder path = new StringBuilder();
        for (Object segment : segments) {
            path.append('/').append(encode(segment.toString()));
        }
        return path.toString();
    }

    public static String done(String path, Announcement announcement) {
        return path + "?fait=" + announcement.name();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
