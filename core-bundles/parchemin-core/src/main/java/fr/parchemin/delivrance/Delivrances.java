package fr.parchemin.delivrance;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.classification.Effet;
import java.util.Optional;
import java.util.UUID;

/** The act of the certificateur, apart from that of the jury. */
public interface Delivrances {

    /** Delivers the certificate of a file that the jury validated in whole. */
    Outcome<Certificat> deliver(Acteur by, UUID candidature, String lieu);

    Outcome<Certificat> find(Acteur by, String numero);

    Outcome<Optional<Certificat>> ofCandidature(Acteur by, UUID candidature);

    /** The parchemin, as PDF. */
    Outcome<byte[]> certificatPdf(Acteur by, String numero);

    /** The relevé de blocs of a certificate, as PDF. */
    Outcome<byte[]> relevePdf(Acteur by, String numero);

    /** The relevé de blocs of a decided file, total or partial, as PDF. */
    Outcome<byte[]> releveOfCandidature(Acteur by, UUID candidature);

    /** What the certificate does for the classification in that employment. */
    Outcome<Effet> effet(Acteur by, String numero, ContexteEmploi contexte);
}
