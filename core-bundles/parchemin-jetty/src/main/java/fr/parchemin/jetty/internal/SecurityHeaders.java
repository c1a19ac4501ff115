package fr.parchemin.jetty.internal;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * What every answer tells a browser, whoever made it: an answer that says nothing of its own runs nothing, is framed by
 * nobody, sends no address elsewhere and is kept by nobody.
 */
final class SecurityHeaders {
    private static final List<HttpField> DEFAULTS = List.of(
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField(
                    "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
            new PreEncodedHttpField(
                    "Permissions-Policy",
                    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
                            + "microphone=(), midi=(), payment=(), usb=()"),
            new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
            new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"));

    private final HttpField strictTransport;

    /**
     * @param hstsSeconds 0 to leave plain HTTP open to browsers
     */
    SecurityHeaders(long hstsSeconds) {
        this.strictTransport = hstsSeconds == 0
                ? null
                : new PreEncodedHttpField(HttpHeader.STRICT_TRANSPORT_SECURITY, "max-age=" + hstsSeconds);
    }

    /** Adds what is not there; {@code secure} tells whether the request came over HTTPS. */
    void complete(HttpFields.Mutable headers, boolean secure) {
        for (HttpField field : DEFAULTS) {
            if (!headers.contains(field.getName())) {
                headers.put(field);
            }
        }
        if (secure && strictTransport != null) {
            headers.put(strictTransport);
        }
    }
}
