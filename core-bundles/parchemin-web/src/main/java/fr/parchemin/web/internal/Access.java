package fr.parchemin.web.internal;

/** Who may reach a route. Each route says so; what an account may do there is for the use cases to tell. */
enum Access {
    /** Everybody. */
    PUBLIC,
    /** Whoever is signed in; the others are sent to sign in first. */
    SIGNED_IN
}
