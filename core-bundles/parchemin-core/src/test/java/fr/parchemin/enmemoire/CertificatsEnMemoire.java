package fr.parchemin.enmemoire;

import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.Certificats;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The delivered certificates and the series of their numbers. */
public final class CertificatsEnMemoire implements Certificats {

    private final Base.Table<String, Certificat> certificats;
    private final Base.Table<String, Long> series;
    private final CandidaturesEnMemoire candidatures;

    public CertificatsEnMemoire(Base base, CandidaturesEnMemoire candidatures) {
        this.candidatures = candidatures;
        certificats = base.table(Certificat::branche);
        series = base.table();
    }

    @Override
    public Optional<Certificat> findByNumero(String numero) {
        return Optional.ofNullable(certificats.rows().get(numero));
    }

    @Override
    public Optional<Certificat> findByCode(String codeVerification) {
        return first(c -> c.codeVerification().equals(codeVerification));
    }

    @Override
    public Optional<Certificat> findByCandidature(UUID candidature) {
        return first(c -> c.candidature().equals(candidature));
    }

    private Optional<Certificat> first(Predicate<Certificat> which) {
        return certificats.rows().values().stream().filter(which).findFirst();
    }

    @Override
    public List<Certificat> ofPersonnes(Collection<UUID> personnes) {
        return certificats.rows().values().stream()
                .filter(c -> candidatures
                        .find(c.candidature())
                        .filter(file -> personnes.contains(file.personne()))
                        .isPresent())
                .toList();
    }

    @Override
    public void add(Certificat certificat) {
        if (findByCandidature(certificat.candidature()).isPresent()) {
            throw new Base.Conflit();
        }
        certificats.add(certificat.numero(), certificat);
    }

    @Override
    public long next(String serie) {
        long next = series.rows().getOrDefault(serie, 0L) + 1;
        series.put(serie, next);
        return next;
    }

    /** Every number given, in the order of delivery. */
    public List<String> numeros() {
        return List.copyOf(certificats.rows().keySet());
    }
}
