package fr.parchemin.brouillon.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Coffre;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import fr.parchemin.brouillon.Brouillon;
import fr.parchemin.brouillon.Brouillons;
import fr.parchemin.brouillon.BrouillonsGardes;
import fr.parchemin.brouillon.BrouillonsGardes.Garde;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drafts in the store, sealed: they hold what a file holds, before anybody may read that file. */
@Component
public final class SealedBrouillons implements Brouillons {

    private static final Logger LOG = LoggerFactory.getLogger(SealedBrouillons.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    /** What is sealed. */
    record Contenu(String titre, String etat, Map<String, List<String>> champs) {}

    private final Transactions transactions;
    private final BrouillonsGardes gardes;
    private final Coffre coffre;
    private final Clock clock;

    @Activate
    public SealedBrouillons(
            @Reference Transactions transactions, @Reference BrouillonsGardes gardes, @Reference Coffre coffre) {
        this(transactions, gardes, coffre, HeureLegale.clock());
    }

    public SealedBrouillons(Transactions transactions, BrouillonsGardes gardes, Coffre coffre, Clock clock) {
        this.transactions = transactions;
        this.gardes = gardes;
        this.coffre = coffre;
        this.clock = clock;
    }

    @Override
    public Outcome<Brouillon> keep(Acteur by, Esquisse esquisse) {
        Instant now = clock.instant();
        Brouillon brouillon = new Brouillon(
                esquisse.formulaire(), esquisse.titre(), esquisse.champs(), esquisse.etat(), now, now.plus(DUREE));
        String text = write(new Contenu(brouillon.titre(), brouillon.etat(), brouillon.champs()));
        if (text.length() > TAILLE_MAXIMALE) {
            return Outcome.refused(CodeRefus.BROUILLON_TROP_LONG, TAILLE_MAXIMALE / 1024);
        }
        Garde garde = new Garde(
                by.identifiant(),
                brouillon.formulaire(),
                coffre.seal(place(by.identifiant(), brouillon.formulaire()), text),
                now,
                brouillon.expireLe());
        return transactions.write(() -> {
            gardes.removeExpired(now);
            gardes.of(by.identifiant()).stream()
                    .filter(g -> !g.formulaire().equals(garde.formulaire()))
                    .skip(NOMBRE_MAXIMAL - 1L)
                    .forEach(oldest -> gardes.remove(by.identifiant(), oldest.formulaire()));
            gardes.put(garde);
            return Outcome.done(brouillon);
        });
    }

    @Override
    public Optional<Brouillon> find(Acteur by, String formulaire) {
        return transactions
                .read(() -> gardes.find(by.identifiant(), formulaire))
                .filter(this::isCurrent)
                .flatMap(this::open);
    }

    @Override
    public List<Resume> list(Acteur by) {
        return transactions.read(() -> gardes.of(by.identifiant())).stream()
                .filter(this::isCurrent)
                .flatMap(g -> open(g).stream())
                .map(b -> new Resume(b.formulaire(), b.titre(), b.gardeLe(), b.expireLe()))
                .toList();
    }

    @Override
    public void erase(Acteur by, String formulaire) {
        transactions
                .write(() -> {
                    gardes.remove(by.identifiant(), formulaire);
                    return Outcome.done(formulaire);
                })
                .orElseThrow();
    }

    private boolean isCurrent(Garde garde) {
        return clock.instant().isBefore(garde.expireLe());
    }

    /** A draft that does not open any more, since the key of the platform was changed, is none: nothing was promised. */
    private Optional<Brouillon> open(Garde garde) {
        try {
            Contenu contenu = MAPPER.readValue(
                    coffre.open(place(garde.identifiant(), garde.formulaire()), garde.contenu()), Contenu.class);
            return Optional.of(new Brouillon(
                    garde.formulaire(),
                    contenu.titre(),
                    contenu.champs(),
                    contenu.etat(),
                    garde.gardeLe(),
                    garde.expireLe()));
        } catch (IllegalStateException | JsonProcessingException e) {
            LOG.warn("A draft does not open and is left aside", e);
            return Optional.empty();
        }
    }

    private static String place(String identifiant, String formulaire) {
        return "brouillon/" + identifiant + formulaire;
    }

    private static String write(Contenu contenu) {
        try {
            return MAPPER.writeValueAsString(contenu);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are JSON", e);
        }
    }
}
