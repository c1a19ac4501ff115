package fr.parchemin.rest.internal;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.administration.DossierDepot;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads of a request no more than any act needs, whether or not its sender says how much there is, and never nothing. */
public final class Corps implements ReaderInterceptor {

    /** The largest request by far is a deliberation with its reasons: some tens of kilobytes. */
    private static final int OCTETS_MAXIMUM = 1024 * 1024;

    /** A file that is sent as it is. */
    private static final int OCTETS_FICHIER = DossierDepot.OCTETS_MAXIMUM;

    /**
     * How much more is let run off before the connection is cut. A sender listens once it has sent: cut at once, it would
     * see a broken connection in place of the refusal.
     */
    private static final int OCTETS_EGOUTTES = 32 * OCTETS_MAXIMUM;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext request) throws IOException {
        int most = request.getType() == byte[].class ? OCTETS_FICHIER : OCTETS_MAXIMUM;
        if (announced(request) > most) {
            throw tooLarge(request.getInputStream(), most);
        }
        request.setInputStream(new Bounded(request.getInputStream(), most));
        Object read = request.proceed();
        if (read == null) { // the literal null is valid JSON, but no act
            throw new RefusException(CodeRefus.JSON_INVALIDE, "le corps est vide");
        }
        return read;
    }

    /** The length that the request says it has; Jetty has refused one that is no number. */
    private static long announced(ReaderInterceptorContext request) {
        String length = request.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private static RefusException tooLarge(InputStream rest, int most) throws IOException {
        long left = OCTETS_EGOUTTES;
        byte[] lost = new byte[8192];
        for (int octets = 0; octets >= 0 && left > 0; left -= octets) {
            octets = rest.read(lost);
        }
        return new RefusException(
                CodeRefus.CORPS_TROP_VOLUMINEUX,
                most == OCTETS_FICHIER ? most / 1_000_000 + " Mo" : most / (1024 * 1024) + " Mio");
    }

    private static final class Bounded extends FilterInputStream {
        private final int most;
        private long left;

        Bounded(InputStream in, int most) {
            super(in);
            this.most = most;
            left = most;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int octets = super.read(into, offset, length);
            count(Math.max(0, octets));
            return octets;
        }

        private void count(int octets) throws IOException {
            left -= octets;
            if (left < 0) {
                throw tooLarge(in, most);
            }
        }
    }
}
