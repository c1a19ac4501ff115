package fr.parchemin.administration.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Elevations;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.TypeFichier;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.administration.Depots;
import fr.parchemin.administration.DossierDepot;
import fr.parchemin.administration.DossierDepot.Artefact;
import fr.parchemin.administration.DossierDepot.Envoi;
import fr.parchemin.administration.DossierDepot.Examen;
import fr.parchemin.administration.DossierDepot.Retire;
import fr.parchemin.administration.DossierDepot.Sorte;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.VersionsAdmises;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.candidature.DossiersOuverts;
import fr.parchemin.referentiel.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Drops and takes out branches, each change journaled. The line and the file go together: the file moves last, so that what
 * fails before leaves neither.
 */
@Component
public final class JournaledDepots implements Depots {

    private static final String FICHIER = "fichier";

    private final DossierDepot dossier;
    private final Catalogue catalogue;
    private final DossiersOuverts ouverts;
    private final Elevations elevations;
    private final Snapshots snapshots;
    private final Transactions transactions;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public JournaledDepots(
            @Reference DossierDepot dossier,
            @Reference Catalogue catalogue,
            @Reference DossiersOuverts ouverts,
            @Reference Elevations elevations,
            @Reference Snapshots snapshots,
            @Reference Transactions transactions,
            @Reference Journal journal) {
        this(dossier, catalogue, ouverts, elevations, snapshots, transactions, journal, HeureLegale.clock());
    }

    public JournaledDepots(
            DossierDepot dossier,
            Catalogue catalogue,
            DossiersOuverts ouverts,
            Elevations elevations,
            Snapshots snapshots,
            Transactions transactions,
            Journal journal,
            Clock clock) {
        this.dossier = dossier;
        this.catalogue = catalogue;
        this.ouverts = ouverts;
        this.elevations = elevations;
        this.snapshots = snapshots;
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
    }

    /** What the file system may refuse, as a surprise: who runs the platform finds it in the log. */
    private interface Access<T> {
        T get() throws IOException;
    }

    private static <T> T reading(Access<T> access) {
        try {
            return access.get();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    @Override
    public Outcome<Etat> state(Acteur by) {
        return Outcome.unless(by.lacks(Droit.BRANCHES_ADMINISTRER, Objet.PLATEFORME), by)
                .map(reader -> new Etat(
                        fiches(catalogue.branches()),
                        reading(dossier::removed),
                        dossier.admits(Sorte.ARCHIVE),
                        dossier.admits(Sorte.EXTENSION)));
    }

    @Override
    public Outcome<Fiche> find(Acteur by, String branche) {
        return Outcome.unless(by.lacks(Droit.BRANCHES_ADMINISTRER, Objet.PLATEFORME), by)
                .then(reader -> catalogue.branche(branche))
                .map(vue -> fiches(List.of(vue)).get(0));
    }

    private List<Fiche> fiches(List<VueBranche> vues) {
        // Those that were ever admitted: what is shown under the name of a file has no files, and is no code.
        Set<String> codes = vues.stream()
                .filter(vue -> vue.identite().isPresent())
                .map(VueBranche::code)
                .collect(Collectors.toSet());
        Map<String, Map<String, Long>> counted = transactions.read(Perimetre.de(codes), () -> ouverts.count(codes));
        List<Artefact> artefacts = reading(dossier::list);
        return vues.stream()
                .map(vue -> new Fiche(vue, bringing(artefacts, vue.code()), counted.getOrDefault(vue.code(), Map.of())))
                .toList();
    }

    private static List<Artefact> bringing(List<Artefact> artefacts, String branche) {
        return artefacts.stream().filter(a -> a.isShownAs(branche)).toList();
    }

    @Override
    public Outcome<Verdict> verify(Identite by, byte[] contenu) {
        return Outcome.unless(by.acteur().lacks(Droit.BRANCHES_ADMINISTRER, Objet.PLATEFORME), by)
                .then(reader -> readable(contenu))
                .then(envoi -> Outcome.unless(
                        envoi.sorte() == Sorte.EXTENSION ? closed(by, Sorte.EXTENSION) : Optional.empty(), envoi))
                .map(envoi -> verdict(
                        envoi.sorte(), envoi.branche(), reading(() -> dossier.examine(envoi.sorte(), contenu))));
    }

    @Override
    public Outcome<Verdict> prove(Acteur by, String branche) {
        return find(by, branche)
                .then(fiche -> fiche.artefacts().stream()
                        .findFirst()
                        .<Outcome<Artefact>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(CodeRefus.BRANCHE_HORS_DEPOT, branche)))
                .map(artefact -> verdict(artefact.sorte(), branche, reading(() -> dossier.examine(artefact))));
    }

    private Verdict verdict(Sorte sorte, String branche, Examen examen) {
        List<MotifErreur> motifs = new ArrayList<>(examen.motifs());
        examen.definition().ifPresent(d -> motifs.addAll(VersionsAdmises.changed(transactions, snapshots, d)));
        List<String> certifications = examen.definition().stream()
                .flatMap(d -> d.referentiels().stream())
                .map(v -> v.referentiel().certification().code() + " "
                        + v.referentiel().version())
                .toList();
        return new Verdict(sorte, branche, certifications, examen.cas(), motifs);
    }

    /** What was sent, if it brings a branch at all. */
    private Outcome<Envoi.Lisible> readable(byte[] contenu) {
        if (contenu.length == 0) {
            return Outcome.refused(CodeRefus.CHAMP_INVALIDE, FICHIER, "il est vide");
        }
        if (contenu.length > DossierDepot.OCTETS_MAXIMUM) {
            return Outcome.refused(
                    CodeRefus.CHAMP_INVALIDE,
                    FICHIER,
                    "il dépasse " + DossierDepot.OCTETS_MAXIMUM / 1_000_000
                            + " Mo ; l’exploitant peut le déposer dans le dossier des branches");
        }
        if (TypeFichier.of(contenu).filter(TypeFichier.ZIP::equals).isEmpty()) {
            return Outcome.refused(
                    CodeRefus.CHAMP_INVALIDE, FICHIER, "ce n’est ni une archive .zip ni une extension .jar entière");
        }
        Envoi envoi = reading(() -> dossier.look(contenu));
        return envoi instanceof Envoi.Illisible illisible
                ? Outcome.refused(
                        CodeRefus.CHAMP_INVALIDE,
                        FICHIER,
                        illisible.motifs().get(0).phrase())
                : Outcome.done((Envoi.Lisible) envoi);
    }

    /** Why an artefact of that kind is not dropped by who asks. */
    private Optional<Refus> closed(Identite by, Sorte sorte) {
        Droit droit = sorte == Sorte.EXTENSION ? Droit.EXTENSION_DEPOSER : Droit.BRANCHE_DEPOSER;
        return by.acteur()
                .lacks(droit, Objet.PLATEFORME)
                .or(() -> dossier.admits(sorte)
                        ? Optional.empty()
                        : Optional.of(Refus.of(CodeRefus.DEPOT_FERME, sorte.libelle())))
                .or(() -> elevations.lacks(by, droit));
    }

    @Override
    public Outcome<Depose> drop(Identite by, byte[] contenu) {
        return Outcome.unless(by.acteur().lacks(Droit.BRANCHE_DEPOSER, Objet.PLATEFORME), by)
                .then(dropper -> readable(contenu))
                .then(envoi -> Outcome.unless(closed(by, envoi.sorte()), envoi))
                .then(envoi -> put(by.acteur(), envoi.sorte(), envoi.branche(), contenu));
    }

    private Outcome<Depose> put(Acteur by, Sorte sorte, String branche, byte[] contenu) {
        String empreinte = sha256(contenu);
        List<Artefact> avant = bringing(reading(dossier::list), branche);
        Valeurs before = avant.isEmpty()
                ? Valeurs.none()
                : Valeurs.of("artefact", names(avant)).and("empreinte", reading(() -> dossier.empreinte(avant.get(0))));
        return transactions.write(by.perimetre(), () -> {
            journal.append(line(
                            by,
                            branche,
                            Acte.Nature.BRANCHE_DEPOSEE,
                            (avant.isEmpty() ? "Branche déposée : " : "Branche remplacée dans le dépôt : ")
                                    + sorte.libelle() + " de " + contenu.length + " octets")
                    .changing(before, Valeurs.of("sorte", sorte.name()).and("empreinte", empreinte)));
            String nom = reading(() -> dossier.put(branche, sorte, contenu, avant, clock.instant()));
            return Outcome.done(new Depose(
                    nom, sorte, branche, empreinte, avant.isEmpty() ? Optional.empty() : Optional.of(names(avant))));
        });
    }

    private static String names(List<Artefact> artefacts) {
        return artefacts.stream().map(Artefact::nom).collect(Collectors.joining(", "));
    }

    @Override
    public Outcome<Retire> remove(Acteur by, String branche, String confirmation) {
        Optional<Refus> wrong = by.lacks(Droit.BRANCHE_RETIRER, Objet.PLATEFORME)
                .or(() -> catalogue.branche(branche).reason());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        List<Artefact> artefacts = bringing(reading(dossier::list), branche);
        if (artefacts.isEmpty()) {
            return Outcome.refused(CodeRefus.BRANCHE_HORS_DEPOT, branche);
        }
        if (confirmation == null || !confirmation.strip().equals(branche)) {
            return Outcome.refused(
                    CodeRefus.CHAMP_INVALIDE, "confirmation", "écrivez « " + branche + " » pour confirmer le retrait");
        }
        return transactions.write(by.perimetre(), () -> {
            for (Artefact artefact : artefacts) {
                journal.append(line(
                                by,
                                branche,
                                Acte.Nature.BRANCHE_RETIREE,
                                "Branche retirée du dépôt : " + artefact.sorte().libelle())
                        .changing(
                                Valeurs.of("artefact", artefact.nom())
                                        .and("empreinte", reading(() -> dossier.empreinte(artefact))),
                                Valeurs.none()));
            }
            Retire last = null;
            for (Artefact artefact : artefacts) {
                last = reading(() -> dossier.remove(artefact, clock.instant()));
            }
            return Outcome.done(last);
        });
    }

    @Override
    public Outcome<Retire> restore(Acteur by, String id) {
        Optional<Refus> wrong = by.lacks(Droit.BRANCHE_RETIRER, Objet.PLATEFORME);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        Optional<Retire> found = reading(dossier::removed).stream()
                .filter(r -> r.id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "retrait " + id);
        }
        Retire retire = found.get();
        String branche = retire.branche() == null ? retire.nom() : retire.branche();
        // Two artefacts of one branch would leave it to chance which of them is admitted.
        Optional<String> taken = reading(dossier::list).stream()
                .filter(a -> a.nom().equals(retire.nom()) || a.isShownAs(branche))
                .map(Artefact::nom)
                .findFirst();
        if (taken.isPresent()) {
            return Outcome.refused(CodeRefus.DEPOT_OCCUPE, retire.nom());
        }
        return transactions.write(by.perimetre(), () -> {
            journal.append(line(
                            by,
                            branche,
                            Acte.Nature.BRANCHE_REMISE,
                            "Branche remise dans le dépôt : " + retire.sorte().libelle())
                    .changing(Valeurs.none(), Valeurs.of("artefact", retire.nom())));
            reading(() -> {
                dossier.restore(retire);
                return null;
            });
            return Outcome.done(retire);
        });
    }

    /** A line of the platform about a branch: who runs the platform acts, whose perimeter holds no branch. */
    private Acte line(Acteur by, String branche, Acte.Nature nature, String detail) {
        return new Acte(null, clock.instant(), by.identifiant(), null, "branche/" + branche, nature, detail);
    }

    private static String sha256(byte[] contenu) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(contenu));
        } catch (NoSuchAlgorithmException impossible) { // every Java platform has it
            throw new IllegalStateException(impossible);
        }
    }
}
