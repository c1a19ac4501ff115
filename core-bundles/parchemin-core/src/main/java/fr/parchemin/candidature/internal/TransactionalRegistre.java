package fr.parchemin.candidature.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Atteinte;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.FeuilleCsv;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Tranche;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.Candidatures.Recherche;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.candidature.Filtre;
import fr.parchemin.candidature.Registre;
import fr.parchemin.candidature.Tiers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The register, by what the table of rights says. */
@Component
public final class TransactionalRegistre implements Registre {

    private final Transactions transactions;
    private final Candidatures candidatures;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Clock clock;

    @Activate
    public TransactionalRegistre(
            @Reference Transactions transactions,
            @Reference Candidatures candidatures,
            @Reference Journal journal,
            @Reference Catalogue catalogue) {
        this(transactions, candidatures, journal, catalogue, HeureLegale.clock());
    }

    public TransactionalRegistre(
            Transactions transactions, Candidatures candidatures, Journal journal, Catalogue catalogue, Clock clock) {
        this.transactions = transactions;
        this.candidatures = candidatures;
        this.journal = journal;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public Outcome<Tranche<Candidature>> page(Acteur by, Filtre filtre, Filtre.Tri tri, Tranche.Place place) {
        return within(by, Droit.CANDIDATURE_LIRE, filtre)
                .map(atteinte -> transactions.read(
                        by.perimetre(),
                        () -> Tranche.at(
                                place.atMost(LIMITE_MAXIMALE),
                                besoin -> candidatures.search(new Recherche(
                                        atteinte, filtre, tri, besoin.repere(), besoin.remonte(), besoin.nombre())),
                                Candidature::numero)));
    }

    @Override
    public Outcome<Nombre> count(Acteur by, Filtre filtre) {
        return within(by, Droit.CANDIDATURE_LIRE, filtre)
                .map(atteinte -> transactions.read(
                        by.perimetre(), () -> candidatures.count(atteinte, filtre, COMPTE_MAXIMAL + 1)))
                .map(found -> new Nombre(Math.min(found, COMPTE_MAXIMAL), found <= COMPTE_MAXIMAL));
    }

    @Override
    public List<Candidature> among(Acteur by, Set<UUID> dossiers) {
        Atteinte atteinte = Atteinte.of(by, Droit.CANDIDATURE_LIRE);
        return dossiers.isEmpty()
                ? List.of()
                : transactions.read(
                        by.perimetre(),
                        () -> candidatures.search(new Recherche(
                                atteinte,
                                Filtre.none().among(dossiers),
                                Filtre.Tri.RECENTES,
                                null,
                                false,
                                LIMITE_MAXIMALE)));
    }

    @Override
    public Outcome<byte[]> export(Acteur by, Filtre filtre, Filtre.Tri tri) {
        return within(by, Droit.CANDIDATURES_EXPORTER, filtre)
                .then(atteinte -> Outcome.unless(by.lacksAnywhere(Droit.CANDIDATURES_EXPORTER), atteinte))
                .then(atteinte -> transactions.write(by.perimetre(), () -> {
                    List<Candidature> files =
                            candidatures.search(new Recherche(atteinte, filtre, tri, null, false, EXPORT_MAXIMAL + 1));
                    if (files.size() > EXPORT_MAXIMAL) {
                        return Outcome.refused(CodeRefus.EXPORT_TROP_GRAND, EXPORT_MAXIMAL);
                    }
                    tell(by, files);
                    return Outcome.done(sheet(files));
                }));
    }

    /** Of the filters nothing is said: words looked for are often the name of a person. */
    private void tell(Acteur by, List<Candidature> files) {
        Map<String, List<Candidature>> byBranche =
                files.stream().collect(groupingBy(Candidature::branche, TreeMap::new, toList()));
        byBranche.forEach((branche, exported) -> journal.append(new Acte(
                        null,
                        clock.instant(),
                        by.identifiant(),
                        branche,
                        "branche/" + branche,
                        Acte.Nature.CANDIDATURES_EXPORTEES,
                        exported.size() == 1 ? "1 dossier exporté" : exported.size() + " dossiers exportés")
                .changing(
                        Valeurs.none(),
                        Valeurs.of(
                                "dossiers",
                                exported.stream().map(Candidature::numero).collect(joining(", "))))));
    }

    private static byte[] sheet(List<Candidature> files) {
        FeuilleCsv sheet = new FeuilleCsv()
                .line(
                        "Dossier",
                        "Nom de naissance",
                        "Nom d’usage",
                        "Prénoms",
                        "Branche",
                        "Certification",
                        "Intitulé",
                        "Version",
                        "Voie",
                        "État",
                        "Déposée le",
                        "Organisme",
                        "SIRET de l’organisme",
                        "Employeur",
                        "SIRET de l’employeur",
                        "Évaluateurs");
        files.forEach(c -> sheet.line(
                c.numero(),
                c.candidat().nomNaissance(),
                c.candidat().nomUsage(),
                c.candidat().prenoms(),
                c.branche(),
                c.certification(),
                c.intitule(),
                c.version(),
                c.voie().libelle(),
                c.etat().libelle(),
                c.deposeeLe().atZone(HeureLegale.ZONE).toLocalDate(),
                Optional.ofNullable(c.organisme()).map(Tiers::nom).orElse(null),
                Optional.ofNullable(c.organisme()).map(Tiers::siret).orElse(null),
                Optional.ofNullable(c.entreprise()).map(Tiers::nom).orElse(null),
                Optional.ofNullable(c.entreprise()).map(Tiers::siret).orElse(null),
                String.join(", ", c.evaluateurs())));
        return sheet.toBytes();
    }

    /** How far the account reaches by that row; a refusal when the filter is not one, or names a branch out of reach. */
    private Outcome<Atteinte> within(Acteur by, Droit droit, Filtre filtre) {
        Optional<Refus> wrong = wrong(filtre);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        String branche = filtre.branche();
        if (branche != null && !by.branches(droit).contains(branche)) {
            return catalogue
                    .branche(branche)
                    .then(v -> Outcome.refused(
                            by.lacks(droit, Objet.branche(branche)).orElseThrow()));
        }
        return Outcome.done(Atteinte.of(by, droit));
    }

    private static Optional<Refus> wrong(Filtre filtre) {
        return filtre.etats().stream()
                .filter(etat -> !EtatCandidature.CODES.contains(etat))
                .findFirst()
                .map(etat -> Refus.of(
                        CodeRefus.CHAMP_INVALIDE,
                        "etat",
                        "« " + etat + " » n’est pas un état ; les états sont "
                                + String.join(", ", EtatCandidature.CODES)))
                .or(() -> filtre.du() != null
                                && filtre.au() != null
                                && filtre.au().isBefore(filtre.du())
                        ? Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, "au", "le dernier jour est avant le premier"))
                        : Optional.empty())
                .or(() -> Champs.line("texte", filtre.texte()))
                .or(() -> Champs.line("organisme", filtre.organisme()))
                .or(() -> Champs.line("employeur", filtre.employeur()))
                .or(() -> Champs.line("certification", filtre.certification()))
                .or(() -> Champs.line("version", filtre.version()))
                .or(() -> Champs.line("evaluateur", filtre.evaluateur()));
    }
}
