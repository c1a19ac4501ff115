package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.AdministrationComptes;
import fr.parchemin.acces.Cadences;
import fr.parchemin.acces.Cadences.Cadence;
import fr.parchemin.acces.ClesAcces;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Elevations;
import fr.parchemin.acces.GestionJetonsApi;
import fr.parchemin.acces.GestionLiens;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.IdentitesExternes;
import fr.parchemin.acces.Invitations;
import fr.parchemin.acces.MotsDePasse;
import fr.parchemin.acces.SecondFacteur;
import fr.parchemin.acces.SessionsOuvertes;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Refus;
import fr.parchemin.administration.Depots;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.candidature.Registre;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.delivrance.Verifications;
import fr.parchemin.echange.Echanges;
import fr.parchemin.echange.Fil;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.journal.Journaux;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.RegistreJurys;
import fr.parchemin.liste.ActesEnLot;
import fr.parchemin.liste.MesVues;
import fr.parchemin.mention.Mentions;
import fr.parchemin.migration.Migrations;
import fr.parchemin.notification.Notifications;
import fr.parchemin.parametre.ParametresBranche;
import fr.parchemin.personne.MonParcours;
import fr.parchemin.personne.Rattachements;
import fr.parchemin.regle.Regles;
import fr.parchemin.web.internal.jte.StaticTemplates;
import fr.parchemin.web.internal.jte.Templates;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All the pages. It stands at the root as the default servlet, so that longer patterns ({@code /api/*}) keep what is
 * theirs and everything else gets a page in French, if only to say that there is none.
 */
@Component(service = Servlet.class, configurationPid = "fr.parchemin.web")
@HttpWhiteboardServletName("parchemin-web")
@HttpWhiteboardServletPattern("/")
@HttpWhiteboardServletMultipart(
        fileSizeThreshold = FrontServlet.LARGEST_FORM,
        maxFileSize = FrontServlet.LARGEST_FORM,
        maxRequestSize = FrontServlet.LARGEST_FORM)
public final class FrontServlet extends HttpServlet {
    /** What a site may set. */
    @interface Configuration {
        /** Whether cookies are marked for HTTPS only even though the request came over HTTP: behind a proxy that ends TLS. */
        boolean cookie_secure() default false;
    }

    /**
     * Most that a form with a file may weigh, in octets: enough for a picture that is too large to be told so beside its
     * field. All of it stays in memory, so that nothing sent is left on a disk.
     */
    static final int LARGEST_FORM = 8 << 20;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FrontServlet.class);

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final transient Assets assets = new Assets();
    private final transient Supplier<Site> plan;
    private final transient Cadences cadences;
    private transient volatile Site built;

    /** What the pages call. */
    record UseCases(
            Catalogue catalogue,
            Regles regles,
            Connexions connexions,
            Inscriptions inscriptions,
            Evaluations evaluations,
            Deliberations deliberations,
            Delivrances delivrances,
            Verifications verifications,
            Migrations migrations,
            ParametresBranche parametres,
            IdentitesExternes identites,
            Journaux journaux,
            Suivi suivi,
            Acces acces,
            Administration administration,
            Listes listes,
            Personnes personnes) {}

    /** What who runs the platform, or a branch, calls. */
    record Administration(AdministrationComptes comptes, Invitations invitations, Depots depots) {}

    /** What they call about what surrounds files and concerns accounts. */
    record Suivi(Echanges echanges, Fil fil, Notifications notifications) {}

    /** What they call about the lists. */
    record Listes(Registre registre, RegistreJurys jurys, MesVues vues, ActesEnLot lots) {}

    /** What they call about persons, past their files. */
    record Personnes(Rattachements rattachements, MonParcours parcours, Mentions mentions) {}

    /** What they call about one's own access. */
    record Acces(
            Elevations elevations,
            SessionsOuvertes sessions,
            SecondFacteur secondFacteur,
            ClesAcces cles,
            MotsDePasse motsDePasse,
            GestionJetonsApi jetons,
            GestionLiens liens) {}

    /** All that answers. */
    record Site(
            Router router,
            Palette palette,
            Sessions sessions,
            Elevations elevations,
            Cles cles,
            ErrorPages errors,
            Notifications notifications) {}

    @Activate
    public FrontServlet(
            @Reference Catalogue catalogue,
            @Reference Regles regles,
            @Reference Connexions connexions,
            @Reference Inscriptions inscriptions,
            @Reference Evaluations evaluations,
            @Reference Deliberations deliberations,
            @Reference Delivrances delivrances,
            @Reference Verifications verifications,
            @Reference Migrations migrations,
            @Reference ParametresBranche parametres,
            @Reference IdentitesExternes identites,
            @Reference Journaux journaux,
            @Reference Echanges echanges,
            @Reference Fil fil,
            @Reference Notifications notifications,
            @Reference Elevations elevations,
            @Reference SessionsOuvertes sessions,
            @Reference SecondFacteur secondFacteur,
            @Reference ClesAcces cles,
            @Reference MotsDePasse motsDePasse,
            @Reference GestionJetonsApi jetons,
            @Reference GestionLiens liens,
            @Reference Rattachements rattachements,
            @Reference MonParcours parcours,
            @Reference Mentions mentions,
            @Reference AdministrationComptes administration,
            @Reference Invitations invitations,
            @Reference Depots depots,
            @Reference Registre registre,
            @Reference RegistreJurys registreJurys,
            @Reference MesVues vues,
            @Reference ActesEnLot lots,
            @Reference Cadences cadences,
            Configuration configuration) {
        this(
                new UseCases(
                        catalogue,
                        regles,
                        connexions,
                        inscriptions,
                        evaluations,
                        deliberations,
                        delivrances,
                        verifications,
                        migrations,
                        parametres,
                        identites,
                        journaux,
                        new Suivi(echanges, fil, notifications),
                        new Acces(elevations, sessions, secondFacteur, cles, motsDePasse, jetons, liens),
                        new Administration(administration, invitations, depots),
                        new Listes(registre, registreJurys, vues, lots),
                        new Personnes(rattachements, parcours, mentions)),
                HeureLegale.clock(),
                configuration.cookie_secure(),
                cadences);
    }

    FrontServlet(UseCases useCases, Clock clock, boolean cookieSecure, Cadences cadences) {
        this(() -> build(useCases, clock, cookieSecure), cadences);
    }

    /** The pages are made when the first is asked for: a servlet that fails before that leaves its place to the container. */
    FrontServlet(Supplier<Site> plan, Cadences cadences) {
        this.plan = plan;
        this.cadences = cadences;
    }

    private static Site build(UseCases useCases, Clock clock, boolean cookieSecure) {
        Templates templates = new StaticTemplates();
        Cles cles = new Cles(useCases.acces().cles());
        ErrorPages errors = new ErrorPages(templates, cles);
        Router router = new Router();
        new CataloguePages(useCases.catalogue(), useCases.regles(), useCases.parametres(), templates, errors, clock)
                .register(router);
        new VerificationPages(useCases.verifications(), templates).register(router);
        Acces acces = useCases.acces();
        new ConnexionPages(
                        useCases.connexions(),
                        useCases.identites(),
                        acces.motsDePasse(),
                        acces.liens(),
                        cles,
                        templates)
                .register(router);
        new ClePages(useCases.acces().cles(), cles, templates, errors).register(router);
        new IdentitePages(useCases.identites(), templates, errors).register(router);
        new ComptePages(
                        acces.sessions(),
                        acces.secondFacteur(),
                        acces.motsDePasse(),
                        acces.jetons(),
                        cles,
                        templates,
                        errors)
                .register(router);
        Listes listes = useCases.listes();
        // Before the pages of one file or jury, whose addresses have any word in the place of « lot ».
        new ListePages(
                        new ListePages.UseCases(
                                useCases.catalogue(),
                                listes.registre(),
                                listes.jurys(),
                                useCases.inscriptions(),
                                listes.vues(),
                                listes.lots()),
                        templates,
                        errors)
                .register(router);
        new CandidaturePages(
                        useCases.catalogue(),
                        useCases.inscriptions(),
                        useCases.evaluations(),
                        useCases.deliberations(),
                        useCases.delivrances(),
                        useCases.migrations(),
                        useCases.suivi(),
                        templates,
                        errors,
                        clock)
                .register(router);
        Suivi suivi = useCases.suivi();
        new EchangePages(suivi.echanges(), suivi.fil(), suivi.notifications(), templates, errors).register(router);
        new NotificationPages(suivi.notifications(), templates, errors).register(router);
        new MigrationPages(useCases.migrations(), templates, errors).register(router);
        new ParametresPages(useCases.catalogue(), useCases.parametres(), templates, errors, clock).register(router);
        new CertificatPages(useCases.catalogue(), useCases.delivrances(), templates, errors, clock).register(router);
        new JuryPages(useCases.catalogue(), useCases.deliberations(), templates, errors).register(router);
        new JournalPages(useCases.catalogue(), useCases.journaux(), templates, errors).register(router);
        new PersonnePages(
                        useCases.catalogue(),
                        useCases.inscriptions(),
                        useCases.personnes().rattachements(),
                        useCases.personnes().parcours(),
                        templates,
                        errors,
                        clock)
                .register(router);
        Administration administration = useCases.administration();
        new AdministrationComptesPages(
                        useCases.catalogue(),
                        administration.comptes(),
                        administration.invitations(),
                        acces.secondFacteur(),
                        templates,
                        errors,
                        clock)
                .register(router);
        new MentionPages(useCases.inscriptions(), useCases.personnes().mentions(), templates, errors).register(router);
        new AdministrationBranchesPages(administration.depots(), acces.elevations(), templates, errors)
                .register(router);
        new DroitsPages(templates).register(router);
        new LiensPages(useCases.inscriptions(), acces.liens(), templates, errors, clock).register(router);
        return new Site(
                router,
                new Palette(useCases.catalogue()),
                new Sessions(useCases.connexions(), clock, cookieSecure),
                acces.elevations(),
                cles,
                errors,
                suivi.notifications());
    }

    Site site() {
        Site site = built;
        if (site == null) {
            site = plan.get();
            built = site;
        }
        return site;
    }

    /** What is answered; the browser tests ask the running servlet for it, by name, to miss no page. */
    Router router() {
        return site().router();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        String path = path(request);
        Site site;
        try {
            site = site();
        } catch (RuntimeException | LinkageError e) {
            speechless(response, path, e);
            return;
        }
        if (path.startsWith("/statique/") && serveStatic(request, response, site.palette(), path)) {
            return;
        }
        request.setCharacterEncoding("UTF-8");
        Sessions.Visitor visitor = site.sessions().visitor(request, response);
        Optional<Router.Match> match = site.router().find(request.getMethod(), path);
        Exchange exchange = new Exchange(
                request,
                match.map(Router.Match::variables).orElse(Map.of()),
                visitor,
                assets,
                site.palette(),
                site.notifications()::unread);
        ErrorPages errors = site.errors();
        Answer answer;
        try {
            Optional<Duration> attente = drawn(request, visitor, match);
            if (attente.isPresent()) {
                answer = tooOften(response, exchange, errors, attente.get());
            } else if (Exchange.isMultipart(request)
                    && !match.map(m -> m.route().files()).orElse(false)) {
                answer = errors.unreadable(exchange.withoutParameters());
            } else if (match.isPresent()) {
                answer = handle(request, exchange, match.get().route(), site);
            } else {
                answer = nowhere(response, exchange, site, path);
            }
        } catch (Exchange.NotFound e) {
            answer = errors.notFound(exchange);
        } catch (Exchange.Unreadable e) {
            LOG.debug("Unreadable request to {}", path, e);
            answer = errors.unreadable(exchange.withoutParameters());
        } catch (RuntimeException | LinkageError e) {
            answer = broken(exchange, errors, path, e);
        }
        boolean forThisVisitor = match.map(m -> !m.route().droit().isPublic()).orElse(false)
                || request.getCookies() != null
                || !"GET".equals(request.getMethod());
        response.setHeader("Cache-Control", forThisVisitor ? "no-store" : "no-cache");
        write(response, exchange, errors, path, answer);
    }

    /** What somebody sends who is not signed in tries a secret, whichever page takes it. */
    private Optional<Duration> drawn(
            HttpServletRequest request, Sessions.Visitor visitor, Optional<Router.Match> match) {
        Optional<Acteur> acteur = visitor.acteur();
        if (acteur.isPresent()) {
            return cadences.draw(Cadence.COMPTE, acteur.get().identifiant());
        }
        Cadence asked = match.map(m -> Cadence.of(m.route().droit())).orElse(Cadence.PUBLIQUE);
        boolean tries = asked != Cadence.VERIFICATION && "POST".equals(request.getMethod());
        // To look at the page that signs in is to look at a page.
        Cadence looks = asked == Cadence.CONNEXION ? Cadence.PUBLIQUE : asked;
        return cadences.draw(tries ? Cadence.CONNEXION : looks, request.getRemoteAddr());
    }

    private static Answer tooOften(
            HttpServletResponse response, Exchange exchange, ErrorPages errors, Duration attente) {
        long seconds = attente.plusSeconds(1).minusNanos(1).toSeconds();
        response.setHeader("Retry-After", String.valueOf(seconds));
        return errors.refused(exchange.withoutParameters(), Refus.of(CodeRefus.CADENCE_DEPASSEE, seconds));
    }

    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        String path = rest == null ? request.getServletPath() : request.getServletPath() + rest;
        return path.isEmpty() ? "/" : path;
    }

    private static Answer handle(HttpServletRequest request, Exchange exchange, Router.Route route, Site site) {
        ErrorPages errors = site.errors();
        boolean sends = exchange.isSent();
        if (!route.droit().isPublic() && exchange.visitor().identite().isEmpty()) {
            return ErrorPages.signIn(sends ? pageOf(request) : pageWithQuery(request));
        }
        if (sends && !exchange.visitor().formTokenMatches(exchange.param("jeton"))) {
            return errors.formExpired(exchange);
        }
        if (sends && exchange.visitor().identite().isPresent()) {
            Optional<Refus> unproved = prove(exchange, site);
            if (unproved.isPresent()) {
                return errors.confirmation(exchange, unproved.get());
            }
        }
        Optional<Refus> never = exchange.visitor().identite().flatMap(by -> lacks(by, route, sends, site));
        if (never.isPresent()) {
            // Where to go is better than that one may not pass.
            return never.get().code() == CodeRefus.SECOND_FACTEUR_ATTENDU && !sends
                    ? Answer.seeOther("/compte")
                    : errors.refused(exchange, never.get());
        }
        return route.handler().handle(exchange);
    }

    /** Why the route is not for who asks. A form that leads to a signature is shown without a fresh proof. */
    private static Optional<Refus> lacks(Identite by, Router.Route route, boolean sends, Site site) {
        return site.elevations()
                .lacks(by, route.droit())
                .filter(refus -> sends || refus.code() != CodeRefus.ELEVATION_REQUISE)
                .or(() -> by.acteur().lacksAnywhere(route.droit()));
    }

    /** Takes the proof that came with a form, if one did; why it is none. */
    private static Optional<Refus> prove(Exchange exchange, Site site) {
        String motDePasse = exchange.raw(Exchange.CONFIRMATION + "motDePasse");
        String cle = exchange.raw(Exchange.CONFIRMATION + "cle");
        if (motDePasse == null && cle == null) {
            return Optional.empty();
        }
        Optional<Refus> refus = cle != null
                ? site.cles().elevate(exchange, cle)
                : site.elevations()
                        .elevate(
                                exchange.visitor().token(),
                                motDePasse,
                                exchange.param(Exchange.CONFIRMATION + "code"),
                                exchange.origine())
                        .reason();
        exchange.visitor().refresh();
        return refus;
    }

    private static String pageWithQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** The page that holds the form which was sent: an address that only takes forms is no place to come back to. */
    private static String pageOf(HttpServletRequest request) {
        String[] segments = request.getRequestURI().split("/");
        return segments.length < 3 ? "/" : "/" + segments[1] + "/" + segments[2];
    }

    private static Answer nowhere(HttpServletResponse response, Exchange exchange, Site site, String path) {
        Set<String> methods = site.router().methods(path);
        if (methods.isEmpty()) {
            return site.errors().notFound(exchange);
        }
        response.setHeader("Allow", String.join(", ", methods));
        return site.errors().methodNotAllowed(exchange);
    }

    private static Answer.Page broken(Exchange exchange, ErrorPages errors, String path, Throwable e) {
        return errors.broken(exchange, logged(path, e));
    }

    private static String logged(String path, Throwable e) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Page {} failed, reference {}", path, reference, e);
        return reference;
    }

    /** No page can be made, not even the one that says so. */
    private static void speechless(HttpServletResponse response, String path, Throwable e) throws IOException {
        String text = CodeRefus.ERREUR_INTERNE.titre() + "\n\n"
                + Refus.of(CodeRefus.ERREUR_INTERNE, logged(path, e)).detail() + "\n";
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setHeader("Cache-Control", "no-store");
        send(response, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean serveStatic(HttpServletRequest request, HttpServletResponse response, Palette palette, String path)
            throws IOException {
        String[] segments = path.split("/", -1);
        if (segments.length != 4 || !Set.of("GET", "HEAD").contains(request.getMethod())) {
            return false;
        }
        Optional<Assets.Asset> found =
                Palette.NAME.equals(segments[3]) ? Optional.of(palette.current()) : assets.find(segments[3]);
        if (found.isEmpty()) {
            return false;
        }
        Assets.Asset asset = found.get();
        String etag = "\"" + asset.hash() + "\"";
        // A page of an earlier state may ask for a hash that is no more: it gets what there is, not to be kept.
        response.setHeader("Cache-Control", segments[2].equals(asset.hash()) ? FOR_EVER : "no-cache");
        response.setHeader("ETag", etag);
        if (asset.gzipped() != null) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (etag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        String accepted = request.getHeader("Accept-Encoding");
        boolean gzip = asset.gzipped() != null && accepted != null && accepted.contains("gzip");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        send(response, asset.type(), gzip ? asset.gzipped() : asset.content());
        return true;
    }

    private static void write(
            HttpServletResponse response, Exchange exchange, ErrorPages errors, String path, Answer answer)
            throws IOException {
        if (answer instanceof Answer.SeeOther elsewhere) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", elsewhere.location());
        } else if (answer instanceof Answer.NoContent) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (answer instanceof Answer.Pdf pdf) {
            // The viewer of the browser needs styles and plugins of its own: what is left of the policy is who may
            // frame it.
            response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
            response.setHeader("Content-Disposition", "inline; filename=\"" + fileName(pdf.fileName()) + "\"");
            send(response, "application/pdf", pdf.content());
        } else if (answer instanceof Answer.Feuille feuille) {
            response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName(feuille.fileName()) + "\"");
            send(response, "text/csv; charset=utf-8", feuille.content());
        } else if (answer instanceof Answer.Passage passage) {
            response.setHeader("Refresh", "0;url=" + passage.next());
            writePage(response, exchange, errors, path, new Answer.Page(200, passage.model()));
        } else {
            writePage(response, exchange, errors, path, (Answer.Page) answer);
        }
    }

    /** Rendered whole before a byte leaves, so that a page which fails is replaced by the one that says so. */
    private static void writePage(
            HttpServletResponse response, Exchange exchange, ErrorPages errors, String path, Answer.Page page)
            throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        Answer.Page written = page;
        try {
            page.model().render(output);
        } catch (RuntimeException | LinkageError e) {
            output = new Utf8ByteOutput();
            try {
                written = broken(exchange, errors, path, e);
                written.model().render(output);
            } catch (RuntimeException | LinkageError worse) {
                speechless(response, path, worse);
                return;
            }
        }
        response.setStatus(written.status());
        response.setContentType("text/html; charset=utf-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream()::write);
    }

    private static void send(HttpServletResponse response, String type, byte[] content) throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static String fileName(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
