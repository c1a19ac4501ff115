package fr.parchemin.documents.internal;

import fr.parchemin.delivrance.DocumentCertificat;
import java.io.Closeable;

/** All that is needed to make the papers: built when the first one is asked for, then kept. */
final class Atelier implements Closeable {

    private final Casses casses = new Casses();
    private final Presse presse = new Presse();
    private final GabaritParchemin parchemin = new GabaritParchemin(presse);
    private final GabaritReleve releve = new GabaritReleve(presse);

    byte[] certificat(DocumentCertificat d) {
        return casses.avec(casse -> parchemin.pdf(d, casse));
    }

    byte[] releve(DocumentCertificat d) {
        return casses.avec(casse -> releve.pdf(d, casse));
    }

    @Override
    public void close() {
        casses.close();
    }
}
