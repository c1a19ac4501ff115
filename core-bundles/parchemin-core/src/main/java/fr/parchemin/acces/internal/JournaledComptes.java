package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionComptes;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Objet;
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
import fr.parchemin.acte.Valeurs;
import java.time.Clock;
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

    private final Transactions transactions;
    private final Comptes comptes;
    private final Journal journal;
    private final Clock clock;
    private final Argon2id argon2id = new Argon2id();

    @Activate
    public JournaledComptes(
            @Reference Transactions transactions, @Reference Comptes comptes, @Reference Journal journal) {
        this(transactions, comptes, journal, HeureLegale.clock());
    }

    public JournaledComptes(Transactions transactions, Comptes comptes, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.comptes = comptes;
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
        if (motDePasse == null || motDePasse.length() < LONGUEUR_MINIMALE || motDePasse.length() > LONGUEUR_MAXIMALE) {
            return Outcome.refused(
                    CodeRefus.CHAMP_INVALIDE,
                    "motDePasse",
                    "de " + LONGUEUR_MINIMALE + " à " + LONGUEUR_MAXIMALE + " caractères");
        }
        Compte compte = new Compte(login, Textes.tidy(nom), argon2id.hash(motDePasse), habilitations);
        return transactions.write(() -> {
            if (comptes.find(login).isPresent()) {
                return Outcome.refused(CodeRefus.COMPTE_EXISTANT, login);
            }
            comptes.add(compte);
            record(
                    by,
                    login,
                    Acte.Nature.COMPTE_CREE,
                    "Compte créé avec " + described(habilitations),
                    Valeurs.none(),
                    roles(habilitations));
            return Outcome.done(compte.acteur());
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
                    comptes.setHabilitations(login, habilitations);
                    record(
                            admin.identifiant(),
                            login,
                            Acte.Nature.ROLES_MODIFIES,
                            "Rôles : " + described(habilitations),
                            roles(compte.get().habilitations()),
                            roles(habilitations));
                    return Outcome.done(new Acteur(login, compte.get().nom(), habilitations));
                }));
    }

    private static String described(Set<Habilitation> habilitations) {
        return habilitations.isEmpty()
                ? "aucun rôle"
                : habilitations.stream()
                        .map(h -> h.role().libelle() + (h.branche() == null ? "" : " (" + h.branche() + ")"))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static Valeurs roles(Set<Habilitation> habilitations) {
        return Valeurs.of("roles", described(habilitations));
    }

    private void record(
            String by, String identifiant, Acte.Nature nature, String detail, Valeurs before, Valeurs after) {
        journal.append(new Acte(null, clock.instant(), by, null, "compte/" + identifiant, nature, detail)
                .changing(before, after));
    }
}
