package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.brouillon.Brouillon;
import fr.parchemin.brouillon.Brouillons;
import fr.parchemin.brouillon.Brouillons.Esquisse;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.BrouillonView;
import fr.parchemin.web.internal.view.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Long forms that are kept while they are written: by the page itself, or by a button where no script runs. */
final class Redactions {
    /** What the fields about the draft itself begin with. */
    static final String CHAMP = "brouillon.";

    private static final Logger LOG = LoggerFactory.getLogger(Redactions.class);
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String CERTIFICATION = "\\?branche=[a-z][a-z0-9-]{1,39}&certification=[A-Za-z0-9._-]{1,60}";
    private static final int TITRE = 200;

    /** The forms that have a draft; no other address is kept, and none is led to. */
    private static final Pattern FORMULAIRE = Pattern.compile("/candidatures/nouvelle" + CERTIFICATION
            + "|/jurys/nouveau" + CERTIFICATION
            + "|/candidatures/" + ID + "/epreuves/[A-Za-z0-9._%-]{1,60}"
            + "|/jurys/" + ID + "/candidatures/" + ID);

    private final Brouillons brouillons;
    private final ErrorPages errors;

    Redactions(Brouillons brouillons, ErrorPages errors) {
        this.brouillons = brouillons;
        this.errors = errors;
    }

    void register(Router router) {
        router.post("/brouillons", Droit.BROUILLON_GARDER, this::keep);
        router.post("/brouillons/effacer", Droit.BROUILLON_GARDER, this::erase);
    }

    /** A form to show, and what there is to say of its draft. */
    record Reprise(Form form, BrouillonView brouillon) {}

    /**
     * What a page shows: what was sent and refused, else the draft when it is asked for, else the form as it is given.
     *
     * @param etat short name of what the form shows of the data as they are now
     * @param name which form of the page it is
     */
    Reprise open(Exchange exchange, String formulaire, String titre, String etat, String name, Form given) {
        Optional<Brouillon> found = given.isSent() ? Optional.empty() : brouillons.find(exchange.acteur(), formulaire);
        boolean resumed = found.isPresent() && "reprendre".equals(exchange.param("brouillon"));
        return new Reprise(
                resumed ? new Form(name, found.get().champs(), Map.of()) : given,
                new BrouillonView(
                        formulaire,
                        titre,
                        etat,
                        found.map(Brouillon::gardeLe),
                        resumed,
                        found.isPresent() && !found.get().isAbout(etat)));
    }

    private Answer keep(Exchange exchange) {
        String formulaire = formulaire(exchange);
        String titre = exchange.param(CHAMP + "titre");
        String etat = exchange.param(CHAMP + "etat");
        Map<String, List<String>> champs = new LinkedHashMap<>();
        exchange.sentFields().forEach(field -> {
            if (!field.getKey().startsWith(CHAMP)) {
                champs.computeIfAbsent(field.getKey(), k -> new ArrayList<>()).add(field.getValue());
            }
        });
        boolean byScript = exchange.param(CHAMP + "script") != null;
        return brouillons
                .keep(
                        exchange.acteur(),
                        new Esquisse(
                                formulaire,
                                titre == null ? formulaire : titre.substring(0, Math.min(TITRE, titre.length())),
                                champs,
                                etat == null ? "" : etat))
                .fold(
                        kept -> byScript
                                ? new Answer.NoContent()
                                : Answer.seeOther(formulaire + (formulaire.contains("?") ? "&" : "?")
                                        + "brouillon=reprendre&fait=" + Announcement.BROUILLON_GARDE.name()),
                        refus -> errors.refused(exchange, refus));
    }

    private Answer erase(Exchange exchange) {
        String formulaire = formulaire(exchange);
        brouillons.erase(exchange.acteur(), formulaire);
        String back = "accueil".equals(exchange.param(CHAMP + "retour")) ? "/accueil" : formulaire;
        return Answer.seeOther(
                back + (back.contains("?") ? "&" : "?") + "fait=" + Announcement.BROUILLON_EFFACE.name());
    }

    /** Forgets the draft of a form that came through. What was done stays done, even if that fails. */
    void sent(Exchange exchange, Answer answer) {
        String formulaire = exchange.param(CHAMP + "formulaire");
        if (formulaire == null
                || exchange.path().startsWith("/brouillons")
                || !(answer instanceof Answer.SeeOther done)
                || !done.location().contains("?fait=")) {
            return;
        }
        try {
            brouillons.erase(exchange.acteur(), formulaire);
        } catch (RuntimeException e) {
            LOG.warn("The draft of a form that was sent is left to expire", e);
        }
    }

    private static String formulaire(Exchange exchange) {
        String formulaire = exchange.param(CHAMP + "formulaire");
        if (formulaire == null || !FORMULAIRE.matcher(formulaire).matches()) {
            throw new Exchange.Unreadable(new IllegalArgumentException("no form that has a draft"));
        }
        return formulaire;
    }
}
