package fr.parchemin.rest.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Cadences;
import fr.parchemin.acces.Cadences.Cadence;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Elevations;
import fr.parchemin.acces.Identite;
import fr.parchemin.acte.CodeRefus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** Finds out who calls, and lets nobody past who has no role for the operation; the rest is for the use cases. */
public final class Identification implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Connexions connexions;
    private final Elevations elevations;
    private final Cadences cadences;

    @Context
    private HttpServletRequest asked;

    @Context
    private ResourceInfo resource;

    Identification(Connexions connexions, Elevations elevations, Cadences cadences) {
        this.connexions = connexions;
        this.elevations = elevations;
        this.cadences = cadences;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Droit droit = Optional.ofNullable(resource.getResourceMethod())
                .map(method -> method.getAnnotation(Exige.class))
                .map(Exige::value)
                .orElseThrow(() -> new IllegalStateException("an operation without a row in the table of rights"));
        if (droit.isPublic()) {
            draw(Cadence.of(droit), asked.getRemoteAddr());
            return;
        }
        Optional<Identite> known =
                token(request.getHeaderString(HttpHeaders.AUTHORIZATION)).flatMap(connexions::recognize);
        if (known.isEmpty()) {
            draw(Cadence.PUBLIQUE, asked.getRemoteAddr());
            throw new RefusException(CodeRefus.AUTHENTIFICATION_REQUISE);
        }
        Identite identite = known.get();
        draw(Cadence.COMPTE, identite.acteur().identifiant());
        // A role taken for want of a second factor is said as that, not as a role that was never held.
        elevations
                .lacks(identite, droit)
                .or(() -> identite.acteur().lacksAnywhere(droit))
                .ifPresent(refus -> {
                    throw new RefusException(refus);
                });
        request.setSecurityContext(
                new Identified(identite, request.getSecurityContext().isSecure()));
    }

    private void draw(Cadence cadence, String cle) {
        cadences.draw(cadence, cle).ifPresent(attente -> {
            throw RefusException.tooOften(attente);
        });
    }

    /** The token of an {@code Authorization} header. */
    static Optional<String> token(String header) {
        return header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.empty()
                : Optional.of(header.substring(BEARER.length()).trim());
    }

    /** The account behind a request that passed the filter. */
    static Acteur acteur(SecurityContext security) {
        return identite(security).acteur();
    }

    /** The same, with how it is there. */
    static Identite identite(SecurityContext security) {
        return ((IdentitePrincipal) security.getUserPrincipal()).identite();
    }

    private record IdentitePrincipal(Identite identite) implements Principal {
        @Override
        public String getName() {
            return identite.acteur().identifiant();
        }
    }

    private record Identified(Identite identite, boolean secure) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return new IdentitePrincipal(identite);
        }

        @Override
        public boolean isUserInRole(String role) {
            return identite.acteur().habilitations().stream()
                    .anyMatch(h -> h.role().name().equals(role));
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
