package fr.parchemin.enmemoire;

import fr.parchemin.courriel.BoiteEnvoi;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The mail that waits. */
public final class BoiteEnvoiEnMemoire implements BoiteEnvoi {

    private final Base.Table<UUID, Envoi> envois;

    public BoiteEnvoiEnMemoire(Base base) {
        envois = base.table();
    }

    @Override
    public void add(Envoi envoi) {
        envois.add(envoi.id(), envoi);
    }

    @Override
    public List<UUID> due(Instant now, int limite) {
        return envois.rows().values().stream()
                .filter(e -> isDue(e, now))
                .sorted(Comparator.comparing(Envoi::creeLe))
                .limit(limite)
                .map(Envoi::id)
                .toList();
    }

    private static boolean isDue(Envoi envoi, Instant now) {
        return envoi.etat() == Etat.A_ENVOYER && !now.isBefore(envoi.prochainEssai());
    }

    @Override
    public Optional<Envoi> claim(UUID id, Instant now, Instant bail) {
        Optional<Envoi> taken = Optional.ofNullable(envois.rows().get(id))
                .filter(e -> isDue(e, now))
                .map(e -> new Envoi(
                        e.id(),
                        e.destinataire(),
                        e.contenu(),
                        e.creeLe(),
                        e.perimeLe(),
                        e.etat(),
                        e.essais() + 1,
                        bail,
                        e.erreur()));
        taken.ifPresent(this::update);
        return taken;
    }

    @Override
    public void update(Envoi envoi) {
        envois.put(envoi.id(), envoi);
    }

    @Override
    public long count(Etat etat) {
        return envois.rows().values().stream().filter(e -> e.etat() == etat).count();
    }

    @Override
    public void removeBefore(Instant moment) {
        List.copyOf(envois.rows().values()).stream()
                .filter(e -> e.etat() != Etat.A_ENVOYER && e.creeLe().isBefore(moment))
                .forEach(e -> envois.remove(e.id()));
    }

    public List<Envoi> all() {
        return List.copyOf(envois.rows().values());
    }
}
