package fr.parchemin.depot.internal;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Map;

/** Files held in memory under an address, so that relative addresses lead from one to the other and nowhere else. */
final class FichiersEnMemoire extends URLStreamHandler {

    private static final String PROTOCOLE = "parchemin-depot";

    private final Map<String, byte[]> files;

    private FichiersEnMemoire(Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
    }

    static URL url(Map<String, byte[]> files, String name) {
        try {
            return new URL(PROTOCOLE, "", -1, "/" + name, new FichiersEnMemoire(files));
        } catch (MalformedURLException impossible) { // the handler is given, nothing is looked up
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    protected URLConnection openConnection(URL url) {
        return new URLConnection(url) {
            @Override
            public void connect() {
                connected = true;
            }

            @Override
            public InputStream getInputStream() throws IOException {
                byte[] bytes = files.get(getURL().getPath().substring(1));
                if (bytes == null) {
                    throw new FileNotFoundException(getURL().getPath());
                }
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
