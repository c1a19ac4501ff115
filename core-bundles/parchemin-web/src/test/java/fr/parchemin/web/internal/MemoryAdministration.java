package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.AdministrationComptes;
import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionComptes.Demande;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Invitations;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.RechercheComptes.Trouve;
import fr.parchemin.acces.SecondFacteur;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The accounts of the made-up platform, all of them; what is asked of them is noted. */
final class MemoryAdministration implements AdministrationComptes, Invitations {
    final List<String> done = new ArrayList<>();
    final List<Attribution> attributions = new ArrayList<>();
    final Set<String> verrouilles = new HashSet<>();
    boolean mails;

    private final World world;
    private final MemoryConnexions connexions;

    MemoryAdministration(World world, MemoryConnexions connexions) {
        this.world = world;
        this.connexions = connexions;
    }

    private Trouve trouve(Acteur acteur) {
        return new Trouve(
                new Compte(acteur.identifiant(), acteur.nom(), "hash", acteur.habilitations()),
                verrouilles.contains(acteur.identifiant()));
    }

    @Override
    public Outcome<Page> search(Acteur by, Demandee demandee) {
        List<Trouve> found = world.accounts.values().stream()
                .filter(a -> demandee.texte() == null || a.nom().contains(demandee.texte()))
                .filter(a -> demandee.apres() == null || a.identifiant().compareTo(demandee.apres()) > 0)
                .map(this::trouve)
                .filter(t -> demandee.situation() == null || t.situation() == demandee.situation())
                .toList();
        List<Trouve> shown = found.stream().limit(3).toList();
        return Outcome.done(new Page(
                shown, found.size() > 3 ? Optional.of(shown.get(2).compte().identifiant()) : Optional.empty()));
    }

    @Override
    public Outcome<Fiche> read(Acteur by, String identifiant) {
        Acteur acteur = world.accounts.get(identifiant);
        if (acteur == null) {
            return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "compte " + identifiant);
        }
        Instant now = world.clock.instant();
        Optional<Entrees> entrees = by.may(Droit.COMPTES_GERER, Objet.PLATEFORME)
                ? Optional.of(new Entrees(
                        Optional.of(now.minus(Duration.ofDays(1))),
                        verrouilles.contains(identifiant) ? now.plus(Duration.ofMinutes(4)) : null,
                        null,
                        new SecondFacteur.Situation(false, 0, List.of(), null),
                        connexions.list(acteur),
                        List.of()))
                : Optional.empty();
        return Outcome.done(new Fiche(
                trouve(acteur),
                attributions.stream()
                        .filter(a -> a.identifiant().equals(identifiant))
                        .toList(),
                entrees));
    }

    Attribution give(String identifiant, Habilitation habilitation, LocalDate du, LocalDate au) {
        Attribution given = new Attribution(
                attributions.size() + 1L,
                identifiant,
                habilitation,
                du,
                au,
                "admin",
                world.clock.instant(),
                null,
                Optional.empty());
        attributions.add(given);
        return given;
    }

    @Override
    public Outcome<Attribution> grant(Identite by, String identifiant, Demande demande) {
        return connexions
                        .lacks(by, Droit.ROLE_SENSIBLE_ATTRIBUER)
                        .filter(r -> !demande.habilitation().role().isGivenByTheBranch())
                        .isPresent()
                ? Outcome.refused(CodeRefus.ELEVATION_REQUISE, "votre mot de passe et un code")
                : Outcome.done(give(
                        identifiant,
                        demande.habilitation(),
                        demande.du() == null ? LocalDate.now(world.clock.withZone(HeureLegale.ZONE)) : demande.du(),
                        demande.au()));
    }

    @Override
    public Outcome<Attribution> withdraw(Identite by, long rang, LocalDate dernierJour, String motif) {
        done.add("withdraw " + rang + " " + dernierJour + " " + motif);
        return Outcome.done(attributions.get((int) rang - 1));
    }

    private <T> Outcome<T> noted(String what, T value) {
        done.add(what);
        return Outcome.done(value);
    }

    @Override
    public Outcome<Void> revokeSession(Acteur by, String identifiant, UUID session) {
        return noted("revokeSession " + identifiant, null);
    }

    @Override
    public Outcome<Integer> revokeSessions(Acteur by, String identifiant) {
        return noted("revokeSessions " + identifiant, 2);
    }

    @Override
    public Outcome<Void> unlock(Acteur by, String identifiant) {
        verrouilles.remove(identifiant);
        return noted("unlock " + identifiant, null);
    }

    @Override
    public Outcome<Void> revokeToken(Acteur by, String identifiant, UUID jeton) {
        return noted("revokeToken " + identifiant, null);
    }

    // ---- invitations

    @Override
    public boolean sendsMail() {
        return mails;
    }

    private LienUnique lien(String identifiant) {
        return new LienUnique(
                identifiant,
                world.clock.instant().plus(Duration.ofDays(7)),
                mails ? "x@exemple.test" : null,
                mails ? null : "http://127.0.0.1:8181/acces/un-secret");
    }

    @Override
    public Outcome<LienUnique> invite(
            Acteur by, String identifiant, String nom, String courriel, Set<Habilitation> habilitations) {
        return world.accounts.containsKey(identifiant)
                ? Outcome.refused(CodeRefus.COMPTE_EXISTANT, identifiant)
                : noted("invite " + identifiant + " " + nom + " " + courriel, lien(identifiant));
    }

    @Override
    public Outcome<LienUnique> renew(Acteur by, String identifiant) {
        return noted("renew " + identifiant, lien(identifiant));
    }

    @Override
    public Outcome<Void> withdraw(Acteur by, String identifiant) {
        return noted("withdraw " + identifiant, null);
    }

    @Override
    public Outcome<Compte> setCourriel(Acteur by, String identifiant, String courriel) {
        return noted("setCourriel " + identifiant + " " + courriel, null);
    }

    @Override
    public Outcome<Compte> setSuspendu(Acteur by, String identifiant, boolean suspendu) {
        return noted("setSuspendu " + identifiant + " " + suspendu, null);
    }

    @Override
    public Outcome<List<Compte>> list(Acteur by) {
        throw new AssertionError("not on a page");
    }
}
