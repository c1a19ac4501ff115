package fr.parchemin.oidc.internal;

/**
 * One provider: {@code etc/fr.parchemin.oidc-<name>.cfg}. Secrets are not in here: {@code secret}, {@code cle} and {@code
 * dechiffrement} name a file by {@code .fichier} or an environment variable by {@code .env}.
 */
@interface Configuration {

    /** Short name, part of the address that the provider sends people back to. */
    String code() default "";

    /** What people call it. */
    String libelle() default "";

    /** Place among the other providers, lowest first. */
    int ordre() default 100;

    /** For whom: PERSONNEL, CANDIDATS or both, separated by spaces. */
    String publics() default "PERSONNEL";

    /** Whether whoever comes without a linked account gets one, without roles. For candidates only. */
    boolean creeComptes() default false;

    /** Issuer, exactly as the provider writes it. */
    String emetteur() default "";

    /** Identifier of the platform at the provider. */
    String client() default "";

    /** How the platform proves itself: SECRET_BASIC, SECRET_POST or CLE_PRIVEE. */
    String authentification() default "SECRET_BASIC";

    /** Scopes, separated by spaces. */
    String portees() default "openid profile email";

    /** Whether the code is bound to a secret of the question (PKCE, S256). Off only for a provider that refuses it. */
    boolean pkce() default true;

    /** Levels of authentication that are accepted, separated by spaces; empty for any. */
    String niveaux() default "";

    /** How they are asked for: PARAMETRE (acr_values), REVENDICATION (claims, essential) or NON. */
    String demandeNiveaux() default "PARAMETRE";

    /** Value of the parameter prompt, empty for none. */
    String invite() default "";

    /** How what the provider signs is signed; any other way is refused. */
    String signature() default "RS256";

    /** Where else the provider tells who the person is: NON, JSON, SIGNE or CHIFFRE (signed, then encrypted). */
    String infos() default "JSON";

    /** Claims that make the name, in that order, separated by spaces. */
    String nom() default "given_name family_name";

    /** Claim of the address. */
    String courriel() default "email";

    /** Further claims to keep with the account, as the source gives them, separated by spaces. */
    String attributs() default "";

    /** By how many seconds clocks may differ. */
    int decalage() default 60;

    /** Whether signing out here signs out there. */
    boolean deconnexion() default true;
}
