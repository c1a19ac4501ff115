package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acces.RolesAProteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What the operator decided about sessions and second factors. */
@Component(
        service = {Politique.class, RolesAProteger.class},
        configurationPid = {"fr.parchemin.plateforme", "fr.parchemin.acces", "fr.parchemin.demo"})
public final class Politique implements RolesAProteger {

    /** Configuration {@code fr.parchemin.acces}, {@code fr.parchemin.plateforme}, and {@code fr.parchemin.demo} in the demo profile. */
    public @interface Config {
        /** Minutes without activity after which a session ends. */
        int inactivite() default 60;

        /** Minutes after which a session ends in any case. */
        int duree() default 600;

        /** Roles whose accounts must have a second factor. */
        String[] secondFacteur() default {"ADMINISTRATEUR", "SECRETARIAT", "CERTIFICATEUR"};

        /** Days after its first sign-in during which such an account may do without. */
        int delaiSecondFacteur() default 7;

        /** Whether signing acts ask for a fresh proof of accounts without a second factor too. */
        boolean elevation() default false;

        /** Whether failures are counted by network address too: not where a proxy on another machine hides them all behind its own. */
        boolean echecsParAdresse() default true;

        /** Where people reach the platform. */
        String adressePublique() default "http://127.0.0.1:8181";

        /** Password of the demo accounts; empty outside the demo profile, which asks for no second factor. */
        String motDePasse() default "";
    }

    /** How often it is noted that a session serves. */
    static final Duration PAS_ACTIVITE = Duration.ofMinutes(5);

    /** As long as a fresh proof counts. */
    static final Duration ELEVATION = Duration.ofMinutes(5);

    private final Duration inactivite;
    private final Duration duree;
    private final Set<Role> secondFacteur = EnumSet.noneOf(Role.class);
    private final Duration delaiSecondFacteur;
    private final boolean elevation;
    private final boolean echecsParAdresse;
    private final String adressePublique;

    @Activate
    public Politique(Config config) {
        this(
                Duration.ofMinutes(config.inactivite()),
                Duration.ofMinutes(config.duree()),
                config.motDePasse().isEmpty() ? roles(config.secondFacteur()) : Set.of(),
                Duration.ofDays(config.delaiSecondFacteur()),
                config.elevation(),
                config.echecsParAdresse(),
                config.adressePublique());
    }

    Politique(
            Duration inactivite,
            Duration duree,
            Set<Role> secondFacteur,
            Duration delaiSecondFacteur,
            boolean elevation,
            boolean echecsParAdresse,
            String adressePublique) {
        if (inactivite.compareTo(PAS_ACTIVITE) <= 0 || duree.isNegative() || duree.isZero()) {
            throw new IllegalArgumentException("inactivite must exceed " + PAS_ACTIVITE + ", and duree be positive");
        }
        this.inactivite = inactivite;
        this.duree = duree;
        this.secondFacteur.addAll(secondFacteur);
        this.delaiSecondFacteur = delaiSecondFacteur;
        this.elevation = elevation;
        this.echecsParAdresse = echecsParAdresse;
        this.adressePublique = adressePublique.replaceAll("/+$", "");
    }

    /** What holds without any configuration, but that nobody needs a second factor. */
    public static Politique simple() {
        return new Politique(
                Duration.ofMinutes(60),
                Duration.ofHours(10),
                Set.of(),
                Duration.ZERO,
                false,
                true,
                "http://127.0.0.1:8181");
    }

    /** An unknown name stops the component, and so every sign-in: better than a rule that silently asks for nothing. */
    private static Set<Role> roles(String[] names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names)
                .flatMap(name -> Arrays.stream(name.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }

    @Override
    public Set<Role> roles() {
        return Set.copyOf(secondFacteur);
    }

    Instant end(Instant opened) {
        return opened.plus(duree);
    }

    boolean isIdle(Instant active, Instant now) {
        return !now.isBefore(active.plus(inactivite));
    }

    /** Whether an account with these roles must have a second factor. */
    boolean asksSecondFacteur(Set<Habilitation> habilitations) {
        return habilitations.stream().map(Habilitation::role).anyMatch(secondFacteur::contains);
    }

    /** Whether the account may do nothing before it registered a second factor. */
    boolean isOverdue(Compte compte, Instant now) {
        return !compte.secondFacteur()
                && compte.secondFacteurAvant() != null
                && !now.isBefore(compte.secondFacteurAvant())
                && asksSecondFacteur(compte.habilitations());
    }

    Duration delaiSecondFacteur() {
        return delaiSecondFacteur;
    }

    /** Whether a signing act of that account needs a fresh proof. */
    boolean asksElevation(boolean hasSecondFacteur) {
        return elevation || hasSecondFacteur;
    }

    /** Whether failures are counted by network address too. */
    boolean countsAdresses() {
        return echecsParAdresse;
    }

    /** An address of the platform, for a mail. */
    String address(String path) {
        return adressePublique + path;
    }

    /** The account without any role. */
    static Acteur bare(Compte compte) {
        return new Acteur(compte.identifiant(), compte.nom(), Set.of());
    }
}
