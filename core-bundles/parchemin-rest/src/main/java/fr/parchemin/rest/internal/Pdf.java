package fr.parchemin.rest.internal;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** PDF answers. */
final class Pdf {

    static final String MEDIA_TYPE = "application/pdf";

    private Pdf() {}

    static Response response(byte[] pdf, String fileName) {
        return Response.ok(pdf, MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + fileName + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
