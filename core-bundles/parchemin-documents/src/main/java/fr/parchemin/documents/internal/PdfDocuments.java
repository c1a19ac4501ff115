package fr.parchemin.documents.internal;

import fr.parchemin.delivrance.DocumentCertificat;
import fr.parchemin.delivrance.Documents;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The papers as PDF. Nothing is read or computed before the first paper is asked for. */
@Component(service = Documents.class)
public final class PdfDocuments implements Documents {

    private final Paresseux<Atelier> atelier = new Paresseux<>(Atelier::new);

    @Override
    public byte[] certificat(DocumentCertificat d) {
        Exigences.certificat(d);
        return atelier.get().certificat(d);
    }

    @Override
    public byte[] releve(DocumentCertificat d) {
        Exigences.releve(d);
        return atelier.get().releve(d);
    }

    @Deactivate
    void ferme() {
        if (atelier.estFait()) {
            atelier.get().close();
        }
    }
}
