package fr.parchemin.personne.internal;

import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Typographie;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.courriel.Courriel;
import fr.parchemin.courriel.Courriels;
import fr.parchemin.courriel.Lettre;
import fr.parchemin.personne.AvisPersonne;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks persons by mail. On a thread of its own: how long an application takes must not tell whoever made it that somebody
 * is being written to. A question that is under way when the node ends goes unasked, and its token lapses.
 */
@Component(service = AvisPersonne.class, configurationPid = "fr.parchemin.plateforme")
public final class AvisParCourriel implements AvisPersonne {

    /** Configuration {@code fr.parchemin.plateforme}. */
    public @interface Config {
        /** Where people reach the platform. */
        String adressePublique() default "http://127.0.0.1:8181";
    }

    private static final Logger LOG = LoggerFactory.getLogger(AvisParCourriel.class);
    private static final int FILE_MAXIMALE = 1000;
    private static final int ARRET_SECONDES = 5;

    private final Transactions transactions;
    private final Courriels courriels;
    private final String base;
    private final ExecutorService sender;

    @Activate
    public AvisParCourriel(@Reference Transactions transactions, @Reference Courriels courriels, Config config) {
        this(transactions, courriels, config.adressePublique());
    }

    public AvisParCourriel(Transactions transactions, Courriels courriels, String adressePublique) {
        this.transactions = transactions;
        this.courriels = courriels;
        this.base = adressePublique.replaceAll("/+$", "") + "/rattachement/";
        this.sender =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(FILE_MAXIMALE), work -> {
                    Thread thread = new Thread(work, "parchemin-avis-personne");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Deactivate
    public void close() throws InterruptedException {
        sender.shutdown();
        if (!sender.awaitTermination(ARRET_SECONDES, TimeUnit.SECONDS)) {
            LOG.warn("persons were left unasked about links");
        }
    }

    @Override
    public void askWhetherTheirs(Candidat connue, String jeton, Instant expireLe) {
        if (connue.courriel() != null && courriels.isConfigured()) {
            Courriel courriel = question(connue, base + jeton, expireLe);
            sender.execute(() -> send(courriel));
        }
    }

    private void send(Courriel courriel) {
        try {
            transactions
                    .write(() -> {
                        courriels.enqueue(courriel);
                        return Outcome.done(null);
                    })
                    .orElseThrow();
            courriels.wake();
        } catch (RuntimeException failed) {
            LOG.warn("a person could not be written to about a link", failed);
        }
    }

    private static Courriel question(Candidat connue, String lien, Instant expireLe) {
        return Lettre.of(
                connue.courriel(),
                "Une inscription à votre nom sur Parchemin",
                List.of(
                        "Bonjour,",
                        "Une inscription à une certification professionnelle porte votre nom, votre date et votre lieu de"
                                + " naissance, sur la plateforme Parchemin où vous êtes déjà connu.",
                        "Si elle est de vous, dites-le par ce lien : vos dossiers et vos titres seront réunis, et vous"
                                + " seul déciderez quelle branche les voit. Il sert une seule fois, jusqu’au "
                                + Typographie.jour(
                                        expireLe.atZone(HeureLegale.ZONE).toLocalDate())
                                + " :"),
                lien,
                "Si elle n’est pas de vous, ne faites rien : rien ne sera réuni, et personne ne saura que la question vous"
                        + " a été posée.",
                expireLe);
    }
}
