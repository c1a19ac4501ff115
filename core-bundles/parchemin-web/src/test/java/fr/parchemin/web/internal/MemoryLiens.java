package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.GestionLiens;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Personal links; one opens by its secret, to a file of the made-up platform. */
final class MemoryLiens implements GestionLiens {
    static final String SECRET = "lnk_un-lien-personnel";

    private final World world;
    private final LienPersonnel lien;
    private final List<LienPersonnel> liens = new ArrayList<>();

    MemoryLiens(World world, String branche, UUID dossier) {
        this.world = world;
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
        if (jours > JOURS_MAXIMUM) {
            return Outcome.refused(CodeRefus.CHAMP_INVALIDE, "jours", "de 1 à " + JOURS_MAXIMUM);
        }
        LienPersonnel given = new LienPersonnel(
                UUID.randomUUID(),
                "empreinte",
                nom,
                courriel,
                new Habilitation(role, new Portee.DeDossier(file.branche(), file.dossier())),
                by.identifiant(),
                world.clock.instant(),
                world.clock.instant().plus(Duration.ofDays(jours)),
                null,
                null,
                null);
        liens.add(given);
        return Outcome.done(new Cree(given, courriel == null ? "http://127.0.0.1:8181/lien/" + SECRET : null));
    }

    @Override
    public Outcome<List<LienPersonnel>> list(Acteur by, Objet file) {
        return Outcome.done(List.copyOf(liens));
    }

    @Override
    public Outcome<Void> revoke(Acteur by, Objet file, UUID link) {
        return liens.removeIf(l -> l.id().equals(link))
                ? Outcome.done(null)
                : Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "lien " + link);
    }

    @Override
    public Optional<LienPersonnel> read(String secret) {
        return SECRET.equals(secret) ? Optional.of(lien) : Optional.empty();
    }
}
