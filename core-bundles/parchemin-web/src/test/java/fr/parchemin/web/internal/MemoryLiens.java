package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.GestionLiens;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One personal link, to a file of the made-up platform. */
final class MemoryLiens implements GestionLiens {
    static final String SECRET = "lnk_un-lien-personnel";

    private final LienPersonnel lien;

    MemoryLiens(World world, String branche, UUID dossier) {
        lien = new LienPersonnel(
                UUID.randomUUID(),
                "empreinte",
                "Tom Tuteur",
                null,
                new Habilitation(Role.EVALUATEUR, new Portee.DeDossier(branche, dossier)),
                "secretariat",
                world.clock.instant(),
                world.clock.instant().plus(Duration.ofDays(30)),
                null,
                null,
                null);
    }

    @Override
    public Outcome<Cree> create(
            Acteur by, Objet file, String intitule, Role role, String nom, String courriel, int jours) {
        throw new UnsupportedOperationException("not on a page");
    }

    @Override
    public Outcome<List<LienPersonnel>> list(Acteur by, Objet file) {
        throw new UnsupportedOperationException("not on a page");
    }

    @Override
    public Outcome<Void> revoke(Acteur by, Objet file, UUID link) {
        throw new UnsupportedOperationException("not on a page");
    }

    @Override
    public Optional<LienPersonnel> read(String secret) {
        return SECRET.equals(secret) ? Optional.of(lien) : Optional.empty();
    }
}
