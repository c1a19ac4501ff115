package fr.parchemin.persistence.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.parchemin.acte.Textes;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.candidature.Tiers;
import fr.parchemin.referentiel.Voie;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The file of a candidate. Its parts, prerequisites established and évaluateurs, are entities of their own. */
@Entity(name = "Candidature")
@Table(name = "candidature")
class CandidatureEntity {

    private static final TypeReference<List<String>> NOMS = new TypeReference<>() {};

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private Long rang;

    private UUID personne;
    private String numero;
    private String branche;
    private String certification;
    private String intitule;
    private String version;
    private String empreinte;
    private String voie;
    private String etat;
    private UUID jury;

    @Column(name = "nom_naissance")
    private String nomNaissance;

    @Column(name = "nom_usage")
    private String nomUsage;

    private String prenoms;
    private String sexe;

    @Column(name = "date_naissance")
    private LocalDate dateNaissance;

    @Column(name = "lieu_naissance")
    private String lieuNaissance;

    private String courriel;

    @Column(name = "personne_ouverte")
    private String personneOuverte;

    @Column(name = "organisme_nom")
    private String organismeNom;

    @Column(name = "organisme_siret")
    private String organismeSiret;

    @Column(name = "entreprise_nom")
    private String entrepriseNom;

    @Column(name = "entreprise_siret")
    private String entrepriseSiret;

    private String formateurs;

    /** As names are ordered and looked for. */
    @Column(name = "nom_tri")
    private String nomTri;

    @Column(name = "organisme_tri")
    private String organismeTri;

    @Column(name = "entreprise_tri")
    private String entrepriseTri;

    @Column(name = "deposee_par")
    private String deposeePar;

    @Column(name = "deposee_le")
    private Instant deposeeLe;

    @Column(updatable = false)
    private long revision;

    @Transient
    private final Revisions revisions = new Revisions();

    /** {@code null} until read. */
    @Transient
    private List<ConstatEntity> constats;

    /** {@code null} until read. */
    @Transient
    private List<EvaluateurEntity> evaluateurs;

    protected CandidatureEntity() {}

    CandidatureEntity(Candidature candidature) {
        this.id = candidature.id();
        this.revision = candidature.revision();
        copy(candidature);
    }

    final void copy(Candidature candidature) {
        personne = candidature.personne();
        numero = candidature.numero();
        branche = candidature.branche();
        certification = candidature.certification();
        intitule = candidature.intitule();
        version = candidature.version();
        empreinte = candidature.empreinte();
        voie = candidature.voie().name();
        etat = candidature.etat().code();
        jury = candidature.etat().jury();
        Candidat candidat = candidature.candidat();
        nomNaissance = candidat.nomNaissance();
        nomUsage = candidat.nomUsage();
        prenoms = candidat.prenoms();
        sexe = candidat.sexe().name();
        dateNaissance = candidat.dateNaissance();
        lieuNaissance = candidat.lieuNaissance();
        courriel = candidat.courriel();
        personneOuverte = Personne.isClosed(candidature.etat()) ? null : Personne.key(candidat);
        organismeNom = nom(candidature.organisme());
        organismeSiret = siret(candidature.organisme());
        entrepriseNom = nom(candidature.entreprise());
        entrepriseSiret = siret(candidature.entreprise());
        nomTri = folded(candidat.nomNaissance(), candidat.prenoms(), candidat.nomUsage());
        organismeTri = folded(organismeNom, organismeSiret);
        entrepriseTri = folded(entrepriseNom, entrepriseSiret);
        formateurs = Json.write(candidature.formateurs());
        deposeePar = candidature.deposeePar();
        deposeeLe = candidature.deposeeLe();
    }

    /** The texts that are there, as one; {@code null} when none is. */
    private static String folded(String... texts) {
        List<String> given = Arrays.stream(texts).filter(Objects::nonNull).toList();
        return given.isEmpty() ? null : Textes.fold(String.join(" ", given));
    }

    private static String nom(Tiers tiers) {
        return tiers == null ? null : tiers.nom();
    }

    private static String siret(Tiers tiers) {
        return tiers == null ? null : tiers.siret();
    }

    private static Tiers tiers(String nom, String siret) {
        return nom == null ? null : new Tiers(nom, siret);
    }

    UUID id() {
        return id;
    }

    String branche() {
        return branche;
    }

    long revision() {
        return revision;
    }

    void setRevision(long next) {
        revision = next;
    }

    Revisions revisions() {
        return revisions;
    }

    List<ConstatEntity> constats() {
        return constats;
    }

    List<EvaluateurEntity> evaluateurs() {
        return evaluateurs;
    }

    boolean lacksParts() {
        return constats == null;
    }

    void forgetParts() {
        constats = null;
        evaluateurs = null;
    }

    void setParts(List<ConstatEntity> established, List<EvaluateurEntity> designated) {
        constats = established;
        evaluateurs = designated;
    }

    Candidat candidat() {
        return new Candidat(
                nomNaissance, nomUsage, prenoms, Candidat.Sexe.valueOf(sexe), dateNaissance, lieuNaissance, courriel);
    }

    Candidatures.Voisine toVoisine() {
        return new Candidatures.Voisine(id, numero, personne, candidat());
    }

    Candidature toCandidature() {
        Map<String, ConstatPrerequis> byCode = new LinkedHashMap<>();
        constats.forEach(constat -> byCode.put(constat.code(), constat.toConstat()));
        Set<String> designated =
                evaluateurs.stream().map(EvaluateurEntity::identifiant).collect(Collectors.toSet());
        return new Candidature(
                id,
                personne,
                numero,
                branche,
                certification,
                intitule,
                version,
                empreinte,
                Voie.valueOf(voie),
                EtatCandidature.of(etat, jury),
                candidat(),
                tiers(organismeNom, organismeSiret),
                tiers(entrepriseNom, entrepriseSiret),
                Json.read(formateurs, NOMS),
                byCode,
                designated,
                deposeePar,
                deposeeLe,
                revision);
    }
}
