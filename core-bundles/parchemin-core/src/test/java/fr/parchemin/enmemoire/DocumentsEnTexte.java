package fr.parchemin.enmemoire;

import fr.parchemin.delivrance.DocumentCertificat;
import fr.parchemin.delivrance.DocumentImpossible;
import fr.parchemin.delivrance.Documents;
import java.nio.charset.StandardCharsets;

/** Papers that are the text of what they say. */
public final class DocumentsEnTexte implements Documents {

    private String refusal;

    /** From now on no paper can be made, for that reason; {@code null} for none. */
    public void refuse(String reason) {
        refusal = reason;
    }

    @Override
    public byte[] certificat(DocumentCertificat d) {
        return paper("certificat", d);
    }

    @Override
    public byte[] releve(DocumentCertificat d) {
        return paper("releve", d);
    }

    private byte[] paper(String kind, DocumentCertificat document) {
        if (refusal != null) {
            throw new DocumentImpossible(DocumentImpossible.DOCUMENT_INCOMPLET, refusal);
        }
        return (kind + " " + document).getBytes(StandardCharsets.UTF_8);
    }
}
