package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Role;
import fr.parchemin.acces.VerifieurCles;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Coffre;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.internal.Cles;
import fr.parchemin.courriel.internal.Facteur;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.BoiteEnvoiEnMemoire;
import fr.parchemin.enmemoire.ComptesEnMemoire;
import fr.parchemin.enmemoire.EchecsEnMemoire;
import fr.parchemin.enmemoire.FacteursEnMemoire;
import fr.parchemin.enmemoire.FederationEnMemoire;
import fr.parchemin.enmemoire.JetonsApiEnMemoire;
import fr.parchemin.enmemoire.JetonsEnMemoire;
import fr.parchemin.enmemoire.JournalEnMemoire;
import fr.parchemin.enmemoire.LaissezPassersEnMemoire;
import fr.parchemin.enmemoire.LiensEnMemoire;
import fr.parchemin.enmemoire.MessagerieEnMemoire;
import fr.parchemin.enmemoire.Pendule;
import fr.parchemin.enmemoire.VerifieurEnMemoire;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Everything about access on stores in memory, with an administrator and a member of a jury. */
final class Acces {

    static final String SECRET = "une phrase de passe";
    private static final String HASH = new Argon2id().hash(SECRET);

    final Base base = new Base();
    final Pendule clock = new Pendule(LocalDate.of(2026, 6, 15));
    final ComptesEnMemoire comptes = new ComptesEnMemoire(base, clock);
    final JetonsEnMemoire jetons = new JetonsEnMemoire(base, comptes);
    final LaissezPassersEnMemoire laissezPassers = new LaissezPassersEnMemoire(base);
    final JetonsApiEnMemoire jetonsApi = new JetonsApiEnMemoire(base, comptes);
    final FederationEnMemoire federation = new FederationEnMemoire(base, jetons);
    final LiensEnMemoire liens = new LiensEnMemoire(base);
    final EchecsEnMemoire echecs = new EchecsEnMemoire(base);
    final FacteursEnMemoire facteurs = new FacteursEnMemoire(base);
    final BoiteEnvoiEnMemoire boite = new BoiteEnvoiEnMemoire(base);
    final MessagerieEnMemoire messagerie = new MessagerieEnMemoire();
    final JournalEnMemoire journal = new JournalEnMemoire(base);
    final Coffre coffre = Cles.coffre();
    final Facteur facteur = new Facteur(base, boite, messagerie, coffre, clock);
    final LocalConnexions connexions;
    final LocalInvitations invitations;
    final LocalSecondFacteur secondFacteur;
    final LocalCles cles;
    final LocalJetonsApi programmes = new LocalJetonsApi(base, jetonsApi, journal, clock);
    final LocalLiens gestionLiens;
    final Acteur admin;

    Acces() {
        this(Politique.simple());
    }

    Acces(Politique politique) {
        connexions = connexions(politique);
        invitations = new LocalInvitations(
                politique,
                base,
                comptes,
                comptes,
                jetons,
                laissezPassers,
                echecs,
                facteurs,
                coffre,
                facteur,
                journal,
                clock);
        secondFacteur = new LocalSecondFacteur(
                politique, base, comptes, facteurs, jetons, laissezPassers, coffre, journal, clock);
        cles = cles(politique, new VerifieurEnMemoire());
        gestionLiens = new LocalLiens(politique, base, liens, facteur, journal, clock);
        admin = add("admin", "Ada", Habilitation.ofPlatform(Role.ADMINISTRATEUR))
                .acteur();
        add("alix", "Alix", new Habilitation(Role.JURY, "essai"));
    }

    /** As another node, or the same one after a restart. */
    LocalConnexions connexions(Politique politique) {
        return new LocalConnexions(
                politique,
                base,
                comptes,
                jetons,
                laissezPassers,
                jetonsApi,
                liens,
                federation,
                echecs,
                facteurs,
                coffre,
                journal,
                clock);
    }

    /** As on a node that has what speaks with devices, or lacks it. */
    LocalCles cles(Politique politique, VerifieurCles verifieur) {
        return new LocalCles(
                SiteCles.of("https://parchemin.exemple.fr", ""),
                verifieur,
                politique,
                base,
                comptes,
                facteurs,
                jetons,
                laissezPassers,
                echecs,
                connexions,
                journal,
                clock);
    }

    /** The rule about second factors as it ships: seven days of grace for some roles. */
    static Politique strict() {
        return new Politique(
                Duration.ofMinutes(60),
                Duration.ofHours(10),
                Set.of(Role.ADMINISTRATEUR, Role.SECRETARIAT, Role.CERTIFICATEUR),
                Duration.ofDays(7),
                false,
                true,
                "https://parchemin.exemple.fr/");
    }

    Compte add(String identifiant, String nom, Habilitation... habilitations) {
        Compte compte = new Compte(identifiant, nom, HASH, Set.of(habilitations));
        base.write(() -> {
            comptes.add(compte);
            return Outcome.done(null);
        });
        return compte;
    }

    Compte compte(String identifiant) {
        return base.read(() -> comptes.find(identifiant)).orElseThrow();
    }

    void change(Compte compte) {
        base.write(() -> {
            comptes.update(compte);
            return Outcome.done(null);
        });
    }

    /** Takes all roles of an account back. */
    void takeRoles(String identifiant) {
        new JournaledComptes(base, comptes, comptes, journal, clock)
                .setHabilitations(admin, identifiant, Set.of())
                .orElseThrow();
    }

    Session open(String identifiant) {
        return connexions.open(identifiant, SECRET).orElseThrow();
    }

    Identite identite(Session session) {
        return connexions.recognize(session.jeton()).orElseThrow();
    }

    /** What an application would show now for a secret that was typed into it. */
    String code(String base32) {
        return String.format("%06d", Totp.number(octets(base32), Totp.pas(clock.instant())));
    }

    private static byte[] octets(String base32) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char c : base32.toCharArray()) {
            bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            held += 5;
            if (held >= 8) {
                held -= 8;
                octets.write(bits >> held);
            }
        }
        return octets.toByteArray();
    }

    List<Acte> acts() {
        return base.read(Base.TOUT, journal::all);
    }
}
