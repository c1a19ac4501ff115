package fr.parchemin.persistence.internal;

import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.DocumentCertificat;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A delivered certificate; what is printed is kept whole. */
@Entity(name = "Certificat")
@Table(name = "certificat")
class CertificatEntity {

    @Id
    private UUID id;

    private String numero;

    @Column(name = "code_verification")
    private String codeVerification;

    private UUID candidature;
    private String branche;
    private String certification;
    private String version;

    @Column(name = "nom_naissance")
    private String nomNaissance;

    @Column(name = "nom_usage")
    private String nomUsage;

    @Column(name = "delivre_le")
    private LocalDate delivreLe;

    private String document;
    private String statut;

    @Column(name = "delivre_par")
    private String delivrePar;

    @Column(name = "enregistre_le")
    private Instant enregistreLe;

    protected CertificatEntity() {}

    CertificatEntity(Certificat certificat) {
        this.id = certificat.id();
        this.numero = certificat.numero();
        this.codeVerification = certificat.codeVerification();
        this.candidature = certificat.candidature();
        this.branche = certificat.branche();
        this.certification = certificat.certification();
        this.version = certificat.version();
        this.nomNaissance = certificat.nomNaissance();
        this.nomUsage = certificat.nomUsage();
        this.delivreLe = certificat.delivreLe();
        this.document = Json.write(certificat.document());
        this.statut = certificat.statut().name();
        this.delivrePar = certificat.delivrePar();
        this.enregistreLe = certificat.enregistreLe();
    }

    Certificat toCertificat() {
        return new Certificat(
                id,
                numero,
                codeVerification,
                candidature,
                branche,
                certification,
                version,
                nomNaissance,
                nomUsage,
                delivreLe,
                Json.read(document, DocumentCertificat.class),
                Certificat.Statut.valueOf(statut),
                delivrePar,
                enregistreLe);
    }
}
