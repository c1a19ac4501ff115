package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Textes;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.classification.CalculEffet;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.classification.Effet;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.CodeVerification;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.delivrance.Redaction;
import fr.parchemin.delivrance.Verifications;
import fr.parchemin.jury.Decision;
import fr.parchemin.regle.ReglesBranche;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Certificates in memory; their papers are PDF by name only. */
final class MemoryDelivrances implements Delivrances, Verifications {
    private static final byte[] PDF = "%PDF-1.7 papier d’essai".getBytes(StandardCharsets.UTF_8);

    private final World world;
    private final Catalogue catalogue;
    private final MemoryInscriptions inscriptions;

    MemoryDelivrances(World world, Catalogue catalogue, MemoryInscriptions inscriptions) {
        this.world = world;
        this.catalogue = catalogue;
        this.inscriptions = inscriptions;
    }

    @Override
    public Outcome<Certificat> deliver(Acteur by, UUID id, String lieu) {
        return inscriptions
                .visible(by, id)
                .then(c -> Outcome.unless(by.lacks(Droit.CERTIFICAT_DELIVRER, c.asObjet()), c))
                .then(c -> world.decision(id)
                        .filter(d -> d.issue() == Decision.Issue.VALIDATION_TOTALE)
                        .map(d -> Outcome.done(deliver(by, c, d, lieu)))
                        .orElseGet(() -> Outcome.refused(CodeRefus.DECISION_ABSENTE, c.numero())));
    }

    private Certificat deliver(Acteur by, Candidature candidature, Decision decision, String lieu) {
        VueBranche vue = catalogue.branche(candidature.branche()).orElseThrow();
        String code = CodeVerification.next(new SecureRandom());
        String numero = String.format(
                "%s-2026-%06d", vue.identite().orElseThrow().numerotation().prefixe(), world.certificats.size() + 1);
        LocalDate today = LocalDate.now(world.clock);
        Certificat certificat = new Certificat(
                UUID.randomUUID(),
                numero,
                code,
                candidature.id(),
                candidature.branche(),
                candidature.certification(),
                candidature.version(),
                candidature.candidat().nomNaissance(),
                candidature.candidat().nomUsage(),
                today,
                Redaction.draw(
                        vue,
                        world.referentiel(candidature),
                        candidature,
                        decision,
                        Optional.of(new Redaction.Livraison(numero, code, "http://localhost/v/" + code, today, lieu)),
                        ReglesBranche.absentes()),
                Certificat.Statut.VALIDE,
                by.identifiant(),
                world.clock.instant());
        world.certificats.put(numero, certificat);
        world.candidatures.put(candidature.id(), candidature.delivered());
        world.record(by, candidature, Acte.Nature.CERTIFICAT_DELIVRE, "Certificat " + numero + " délivré");
        return certificat;
    }

    @Override
    public Outcome<Certificat> find(Acteur by, String numero) {
        return Optional.ofNullable(world.certificats.get(numero))
                .filter(c -> inscriptions.visible(by, c.candidature()).isDone())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "certificat " + numero));
    }

    @Override
    public Outcome<Optional<Certificat>> ofCandidature(Acteur by, UUID id) {
        return inscriptions.visible(by, id).map(c -> world.certificats.values().stream()
                .filter(certificat -> certificat.candidature().equals(id))
                .findFirst());
    }

    @Override
    public Outcome<byte[]> certificatPdf(Acteur by, String numero) {
        return find(by, numero).map(c -> PDF);
    }

    @Override
    public Outcome<byte[]> relevePdf(Acteur by, String numero) {
        return find(by, numero).map(c -> PDF);
    }

    @Override
    public Outcome<byte[]> releveOfCandidature(Acteur by, UUID id) {
        return inscriptions.visible(by, id).map(c -> PDF);
    }

    @Override
    public Outcome<Effet> effet(Acteur by, String numero, ContexteEmploi contexte) {
        return find(by, numero)
                .map(c -> CalculEffet.of(
                        world.referentiel(c.branche(), c.certification()),
                        catalogue.branche(c.branche()).orElseThrow().classifications(),
                        contexte));
    }

    @Override
    public Optional<Certificat> byCode(String codeVerification) {
        return world.certificats.values().stream()
                .filter(c -> c.codeVerification().equals(codeVerification))
                .findFirst();
    }

    @Override
    public boolean matches(String numero, String nom) {
        Certificat certificat = world.certificats.get(numero);
        return certificat != null
                && (Textes.same(certificat.nomNaissance(), nom) || Textes.same(certificat.nomUsage(), nom));
    }
}
