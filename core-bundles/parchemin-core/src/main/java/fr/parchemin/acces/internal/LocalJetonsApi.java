package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionJetonsApi;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.JetonsApi;
import fr.parchemin.acces.JetonsApi.JetonApi;
import fr.parchemin.acces.Limites;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tokens for programs, each change journaled. */
@Component
public final class LocalJetonsApi implements GestionJetonsApi {

    private static final int JETONS_MAXIMUM = 20;

    private final Transactions transactions;
    private final JetonsApi jetons;
    private final Journal journal;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    @Activate
    public LocalJetonsApi(
            @Reference Transactions transactions, @Reference JetonsApi jetons, @Reference Journal journal) {
        this(transactions, jetons, journal, HeureLegale.clock());
    }

    public LocalJetonsApi(Transactions transactions, JetonsApi jetons, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.jetons = jetons;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Outcome<Cree> create(Identite by, String nom, Limites limites, int jours) {
        Instant now = clock.instant();
        Optional<Refus> wrong = stale(by, now)
                .or(() -> Champs.requiredLine("nom", nom))
                .or(() -> jours < 1 || jours > JOURS_MAXIMUM
                        ? invalid("jours", "de 1 à " + JOURS_MAXIMUM)
                        : Optional.empty())
                .or(() -> beyond(by.acteur(), limites));
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        String identifiant = by.acteur().identifiant();
        String secret = PREFIXE + secrets.next();
        JetonApi jeton = new JetonApi(
                UUID.randomUUID(),
                Secrets.empreinte(secret),
                identifiant,
                Textes.tidy(nom),
                limites,
                now,
                now.plus(Duration.ofDays(jours)),
                null);
        return transactions.write(() -> {
            if (jetons.of(identifiant).size() >= JETONS_MAXIMUM) {
                return Outcome.refused(
                        CodeRefus.CHAMP_INVALIDE, "nom", "un compte a " + JETONS_MAXIMUM + " jetons au plus");
            }
            jetons.add(jeton);
            record(identifiant, Acte.Nature.JETON_CREE, "Jeton d’interface créé : « " + jeton.nom() + " »");
            return Outcome.done(new Cree(secret, jeton));
        });
    }

    private static Optional<Refus> stale(Identite by, Instant now) {
        if (!by.isPersonne()) {
            return Optional.of(Refus.of(CodeRefus.JETON_LIMITE, "créer un jeton"));
        }
        return by.secondFacteur() && !by.isFresh(now)
                ? Optional.of(Refus.of(CodeRefus.ELEVATION_REQUISE, "votre mot de passe et un code"))
                : Optional.empty();
    }

    /** What the token may not be given, because its account has it nowhere. */
    private static Optional<Refus> beyond(Acteur by, Limites limites) {
        if (limites.branche() != null && !by.branches().contains(limites.branche())) {
            return invalid("branche", "votre compte n’a aucun rôle dans « " + limites.branche() + " »");
        }
        for (String name : limites.droits()) {
            Optional<Droit> droit = Arrays.stream(Droit.values())
                    .filter(d -> d.name().equals(name))
                    .findFirst();
            if (droit.isEmpty()) {
                return invalid("droits", "« " + name + " » n’existe pas");
            }
            if (by.lacksAnywhere(droit.get()).isPresent()) {
                return invalid(
                        "droits", "votre compte ne peut pas « " + droit.get().libelle() + " »");
            }
            if (limites.lectureSeule() && Limites.changes(droit.get())) {
                return invalid("droits", "« " + droit.get().libelle() + " » n’est pas une lecture");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refus> invalid(String champ, String why) {
        return Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, champ, why));
    }

    @Override
    public List<JetonApi> list(Acteur by) {
        return transactions.read(() -> jetons.of(by.identifiant()));
    }

    @Override
    public Outcome<Void> revoke(Acteur by, UUID id) {
        return transactions.write(() -> {
            if (!jetons.remove(by.identifiant(), id)) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "jeton " + id);
            }
            record(by.identifiant(), Acte.Nature.JETON_RETIRE, "Jeton d’interface retiré");
            return Outcome.done(null);
        });
    }

    private void record(String by, Acte.Nature nature, String detail) {
        journal.append(new Acte(null, clock.instant(), by, null, "compte/" + by, nature, detail));
    }
}
