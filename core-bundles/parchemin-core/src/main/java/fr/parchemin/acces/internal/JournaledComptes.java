package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Attributions;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionComptes;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Typographie;
import fr.parchemin.acte.Valeurs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts by the administrator, each change journaled. */
@Component
public final class JournaledComptes implements GestionComptes {

    private static final int COMPTES_MAXIMUM = 1000;

    /** Far more than an account is given in a working life. */
    private static final int ATTRIBUTIONS_MAXIMUM = 1000;

    private final Transactions transactions;
    private final Comptes comptes;
    private final Attributions attributions;
    private final Journal journal;
    private final Clock clock;
    private final Argon2id argon2id = new Argon2id();

    @Activate
    public JournaledComptes(
            @Reference Transactions transactions,
            @Reference Comptes comptes,
            @Reference Attributions attributions,
            @Reference Journal journal) {
        this(transactions, comptes, attributions, journal, HeureLegale.clock());
    }

    public JournaledComptes(
            Transactions transactions, Comptes comptes, Attributions attributions, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.comptes = comptes;
        this.attributions = attributions;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Outcome<Acteur> create(
            Acteur by, String identifiant, String nom, String motDePasse, Set<Habilitation> habilitations) {
        return Outcome.unless(by.lacks(Droit.COMPTES_GERER, Objet.PLATEFORME), by)
                .then(admin -> create(admin.identifiant(), identifiant, nom, motDePasse, habilitations));
    }

    /** Creates an account in the name of {@code by}, without asking for a role: for the first accounts of all. */
    Outcome<Acteur> create(
            String by, String identifiant, String nom, String motDePasse, Set<Habilitation> habilitations) {
        return Outcome.unless(badPassword(motDePasse), motDePasse)
                .then(right -> add(by, identifiant, nom, null, argon2id.hash(right), habilitations))
                .map(compte -> new Acteur(compte.identifiant(), compte.nom(), habilitations));
    }

    /** Why a password is not admitted. */
    static Optional<Refus> badPassword(String motDePasse) {
        return motDePasse == null || motDePasse.length() < LONGUEUR_MINIMALE || motDePasse.length() > LONGUEUR_MAXIMALE
                ? Optional.of(Refus.of(
                        CodeRefus.CHAMP_INVALIDE,
                        "motDePasse",
                        "de " + LONGUEUR_MINIMALE + " à " + LONGUEUR_MAXIMALE + " caractères"))
                : Optional.empty();
    }

    /**
     * Adds an account; one without a password is invited and opens nothing yet.
     *
     * @param hash of the password, or {@code null}
     */
    Outcome<Compte> add(
            String by, String identifiant, String nom, String courriel, String hash, Set<Habilitation> habilitations) {
        String login = login(identifiant);
        if (!login.matches("[a-z0-9][a-z0-9._@-]{1,79}")) {
            return Outcome.refused(
                    CodeRefus.CHAMP_INVALIDE,
                    "identifiant",
                    "2 à 80 caractères parmi les lettres sans accent, les chiffres, « . », « _ », « @ » et « - »");
        }
        Optional<Refus> wrong = Champs.requiredLine("nom", nom);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        Compte compte = new Compte(
                login,
                Textes.tidy(nom),
                courriel,
                hash == null ? Compte.Etat.INVITE : Compte.Etat.ACTIF,
                hash,
                false,
                null,
                Set.of());
        return transactions.write(() -> {
            if (comptes.find(login).isPresent()) {
                return Outcome.refused(CodeRefus.COMPTE_EXISTANT, login);
            }
            comptes.add(compte);
            habilitations.forEach(h -> attributions.add(given(by, login, h)));
            record(
                    by,
                    null,
                    login,
                    Acte.Nature.COMPTE_CREE,
                    "Compte créé avec " + described(habilitations),
                    Valeurs.none(),
                    roles(habilitations),
                    null);
            return Outcome.done(compte);
        });
    }

    /** An identifiant as accounts bear it, however it was typed. */
    private static String login(String typed) {
        return typed == null ? "" : typed.trim().toLowerCase(Locale.ROOT);
    }

    @Override
    public Outcome<List<Acteur>> list(Acteur by) {
        return Outcome.unless(by.lacks(Droit.COMPTES_GERER, Objet.PLATEFORME), by)
                .map(admin -> transactions.read(() -> comptes.list(COMPTES_MAXIMUM)).stream()
                        .map(Compte::acteur)
                        .toList());
    }

    @Override
    public Outcome<Acteur> setHabilitations(Acteur by, String identifiant, Set<Habilitation> habilitations) {
        String login = login(identifiant);
        return Outcome.unless(by.lacks(Droit.COMPTES_GERER, Objet.PLATEFORME), by)
                .then(admin -> transactions.write(() -> {
                    Optional<Compte> compte = comptes.find(login);
                    if (compte.isEmpty()) {
                        return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "compte " + identifiant);
                    }
                    if (login.equals(admin.identifiant())
                            && !habilitations.contains(Habilitation.ofPlatform(Role.ADMINISTRATEUR))) {
                        return Outcome.refused(
                                CodeRefus.CHAMP_INVALIDE,
                                "roles",
                                "un administrateur ne se retire pas lui-même ce rôle");
                    }
                    replace(admin.identifiant(), login, habilitations);
                    record(
                            admin.identifiant(),
                            null,
                            login,
                            Acte.Nature.ROLES_MODIFIES,
                            "Rôles : " + described(habilitations),
                            roles(compte.get().habilitations()),
                            roles(habilitations),
                            null);
                    return Outcome.done(new Acteur(login, compte.get().nom(), habilitations));
                }));
    }

    /** A role from today on, without a last day. */
    private Attribution given(String by, String login, Habilitation habilitation) {
        return new Attribution(
                null, login, habilitation, LocalDate.now(clock), null, by, clock.instant(), null, Optional.empty());
    }

    private void replace(String by, String login, Set<Habilitation> habilitations) {
        attributions.lock(login);
        Set<Habilitation> missing = new HashSet<>(habilitations);
        LocalDate today = LocalDate.now(clock);
        for (Attribution attribution : attributions.of(login, ATTRIBUTIONS_MAXIMUM)) {
            if (attribution.isInForceOn(today) && !missing.remove(attribution.habilitation())) {
                attributions.withdraw(attribution.withdrawn(new Attribution.Retrait(by, clock.instant(), null)));
            }
        }
        missing.forEach(h -> attributions.add(given(by, login, h)));
    }

    @Override
    public Outcome<Attribution> grant(Acteur by, String identifiant, Demande demande) {
        String login = login(identifiant);
        Habilitation habilitation = demande.habilitation();
        LocalDate today = LocalDate.now(clock);
        LocalDate du = demande.du() == null ? today : demande.du();
        Optional<Refus> wrong = notTheirs(by, habilitation)
                .or(() -> Champs.paragraph("motif", demande.motif()))
                .or(() -> demande.au() != null && demande.au().isBefore(du)
                        ? Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, "au", "le dernier jour précède le premier"))
                        : Optional.empty())
                .or(() -> demande.au() != null && demande.au().isBefore(today)
                        ? Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, "au", "le dernier jour est déjà passé"))
                        : Optional.empty());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return transactions.write(by.perimetre(), () -> {
            if (comptes.find(login).isEmpty()) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "compte " + identifiant);
            }
            attributions.lock(login);
            Attribution attribution = new Attribution(
                    null,
                    login,
                    habilitation,
                    du,
                    demande.au(),
                    by.identifiant(),
                    clock.instant(),
                    Textes.tidy(demande.motif()),
                    Optional.empty());
            if (attributions.of(login, ATTRIBUTIONS_MAXIMUM).stream().anyMatch(attribution::overlaps)) {
                return Outcome.refused(CodeRefus.ATTRIBUTION_EXISTANTE, login, described(Set.of(habilitation)));
            }
            attributions.add(attribution);
            record(
                    by.identifiant(),
                    habilitation.branche(),
                    login,
                    Acte.Nature.ROLE_ATTRIBUE,
                    "Rôle donné : " + described(Set.of(habilitation)) + ", à partir du " + Typographie.jour(du)
                            + (demande.au() == null ? "" : " et jusqu’au " + Typographie.jour(demande.au())),
                    Valeurs.none(),
                    roles(Set.of(habilitation)).and("du", du).and("au", demande.au()),
                    demande.motif());
            return Outcome.done(attributions.of(login, 1).get(0));
        });
    }

    @Override
    public Outcome<Attribution> withdraw(Acteur by, long rang, String motif) {
        Optional<Refus> wrong = Champs.paragraph("motif", motif);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return transactions.write(by.perimetre(), () -> {
            Optional<Attribution> found = attributions.find(rang).filter(a -> notTheirs(by, a.habilitation())
                    .isEmpty());
            if (found.isEmpty()) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "attribution " + rang);
            }
            String login = found.get().identifiant();
            attributions.lock(login);
            Attribution attribution = attributions.find(rang).orElseThrow();
            if (attribution.retrait().isPresent()
                    || attribution.au() != null && attribution.au().isBefore(LocalDate.now(clock))) {
                return Outcome.refused(CodeRefus.ATTRIBUTION_TERMINEE);
            }
            if (login.equals(by.identifiant()) && attribution.habilitation().role() == Role.ADMINISTRATEUR) {
                return Outcome.refused(
                        CodeRefus.CHAMP_INVALIDE, "role", "un administrateur ne se retire pas lui-même ce rôle");
            }
            Attribution withdrawn = attribution.withdrawn(
                    new Attribution.Retrait(by.identifiant(), clock.instant(), Textes.tidy(motif)));
            attributions.withdraw(withdrawn);
            record(
                    by.identifiant(),
                    attribution.habilitation().branche(),
                    login,
                    Acte.Nature.ROLE_RETIRE,
                    "Rôle retiré : " + described(Set.of(attribution.habilitation())),
                    roles(Set.of(attribution.habilitation()))
                            .and("du", attribution.du())
                            .and("au", attribution.au()),
                    Valeurs.none(),
                    motif);
            return Outcome.done(withdrawn);
        });
    }

    @Override
    public Outcome<List<Attribution>> attributions(Acteur by, String identifiant) {
        String login = login(identifiant);
        return Outcome.unless(by.lacksAnywhere(Droit.ROLES_ATTRIBUER), by)
                .map(asking -> transactions.read(() -> attributions.of(login, ATTRIBUTIONS_MAXIMUM)).stream()
                        .filter(a -> within(asking, a.habilitation().portee()))
                        .toList());
    }

    private static boolean within(Acteur by, Portee portee) {
        return by.may(
                Droit.ROLES_ATTRIBUER, portee.branche().map(Objet::branche).orElse(Objet.PLATEFORME));
    }

    /** The refusal when the role is not for this account to give or take. */
    private static Optional<Refus> notTheirs(Acteur by, Habilitation habilitation) {
        Optional<Refus> platform = by.lacks(Droit.COMPTES_GERER, Objet.PLATEFORME);
        return habilitation.role().isGivenByTheBranch() && within(by, habilitation.portee())
                ? Optional.empty()
                : platform;
    }

    private static String described(Set<Habilitation> habilitations) {
        return habilitations.isEmpty()
                ? "aucun rôle"
                : habilitations.stream()
                        .map(h -> h.role().libelle()
                                + (h.branche() == null ? "" : " (" + h.branche() + ")")
                                + h.portee().cible().map(c -> " pour " + c).orElse(""))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static Valeurs roles(Set<Habilitation> habilitations) {
        return Valeurs.of("roles", described(habilitations));
    }

    private void record(
            String by,
            String branche,
            String identifiant,
            Acte.Nature nature,
            String detail,
            Valeurs before,
            Valeurs after,
            String motif) {
        journal.append(new Acte(null, clock.instant(), by, branche, "compte/" + identifiant, nature, detail)
                .changing(before, after)
                .because(motif));
    }
}
