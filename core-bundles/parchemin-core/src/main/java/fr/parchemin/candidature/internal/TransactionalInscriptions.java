package fr.parchemin.candidature.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Atteinte;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Lectures;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Tranche;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Typographie;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.branche.Agrement;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.branche.VueBranche.ReferentielCourant;
import fr.parchemin.candidature.ActesVisibles;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.Candidatures.Recherche;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.ControleDepot;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.candidature.Filtre;
import fr.parchemin.candidature.Identite;
import fr.parchemin.candidature.Identites;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.candidature.Notateurs;
import fr.parchemin.candidature.ReglesDepot;
import fr.parchemin.candidature.ReglesDepot.Faits;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Referentiels;
import fr.parchemin.referentiel.Voie;
import fr.parchemin.regle.Regles;
import fr.parchemin.regle.Reponse;
import fr.parchemin.spi.Avis;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each act in one transaction, journaled. */
@Component
public final class TransactionalInscriptions implements Inscriptions {

    private static final int LIGNES_JOURNAL = 500;

    private final Transactions transactions;
    private final Candidatures candidatures;
    private final Identites identites;
    private final Notateurs notateurs;
    private final Comptes comptes;
    private final Journal journal;
    private final Lectures lectures;
    private final Catalogue catalogue;
    private final Referentiels referentiels;
    private final Regles regles;
    private final Clock clock;

    @Activate
    public TransactionalInscriptions(
            @Reference Transactions transactions,
            @Reference Candidatures candidatures,
            @Reference Identites identites,
            @Reference Notateurs notateurs,
            @Reference Comptes comptes,
            @Reference Journal journal,
            @Reference Lectures lectures,
            @Reference Catalogue catalogue,
            @Reference Referentiels referentiels,
            @Reference Regles regles) {
        this(
                transactions,
                candidatures,
                identites,
                notateurs,
                comptes,
                journal,
                lectures,
                catalogue,
                referentiels,
                regles,
                HeureLegale.clock());
    }

    public TransactionalInscriptions(
            Transactions transactions,
            Candidatures candidatures,
            Identites identites,
            Notateurs notateurs,
            Comptes comptes,
            Journal journal,
            Lectures lectures,
            Catalogue catalogue,
            Referentiels referentiels,
            Regles regles,
            Clock clock) {
        this.transactions = transactions;
        this.candidatures = candidatures;
        this.identites = identites;
        this.notateurs = notateurs;
        this.comptes = comptes;
        this.journal = journal;
        this.lectures = lectures;
        this.catalogue = catalogue;
        this.referentiels = referentiels;
        this.regles = regles;
        this.clock = clock;
    }

    @Override
    public Outcome<Candidature> submit(Acteur by, Depot depot) {
        return catalogue
                .branche(depot.branche())
                .then(vue -> Outcome.unless(by.lacks(Droit.CANDIDATURE_DEPOSER, Objet.branche(depot.branche())), vue))
                .then(vue -> catalogue.active(depot.branche()))
                .then(vue -> current(vue, depot))
                .then(courant -> open(by, depot, courant));
    }

    private Outcome<ReferentielCourant> current(VueBranche vue, Depot depot) {
        Optional<ReferentielCourant> found = vue.referentiel(depot.certification());
        if (found.isEmpty()) {
            return Outcome.refused(CodeRefus.CERTIFICATION_INCONNUE, vue.nom(), depot.certification());
        }
        Referentiel referentiel = found.get().referentiel();
        if (!referentiel.isInForceOn(LocalDate.now(clock))) {
            return Outcome.refused(
                    CodeRefus.VERSION_HORS_VIGUEUR,
                    referentiel.certification().intitule(),
                    referentiel.version(),
                    period(referentiel));
        }
        Optional<Agrement> agrement =
                vue.identite().flatMap(b -> b.missingAgrement(depot.certification(), LocalDate.now(clock)));
        if (agrement.isPresent()) {
            return Outcome.refused(
                    CodeRefus.AGREMENT_MANQUANT,
                    agrement.get().intitule(),
                    agrement.get().autorite());
        }
        return depot.version() == null || depot.version().equals(referentiel.version())
                ? Outcome.done(found.get())
                : Outcome.refused(
                        CodeRefus.CHAMP_INVALIDE,
                        "version",
                        "les nouveaux dossiers s’ouvrent sur la version en vigueur, " + referentiel.version());
    }

    private static String period(Referentiel referentiel) {
        String from =
                referentiel.enVigueurDu() == null ? "" : "à partir du " + Typographie.jour(referentiel.enVigueurDu());
        String to = referentiel.enVigueurAu() == null ? "" : "jusqu’au " + Typographie.jour(referentiel.enVigueurAu());
        return (from + " " + to).trim();
    }

    private Outcome<Candidature> open(Acteur by, Depot depot, ReferentielCourant courant) {
        Certification certification = courant.referentiel().certification();
        LocalDate today = LocalDate.now(clock);
        if (!certification.voies().contains(depot.voie())) {
            return Outcome.refused(
                    CodeRefus.VOIE_FERMEE,
                    certification.intitule(),
                    depot.voie().libelle(),
                    certification.voies().stream().map(Voie::libelle).collect(Collectors.joining(", ")));
        }
        Optional<Refus> wrong = ControleDepot.candidat(depot.candidat(), today)
                .or(() -> ControleDepot.tiers("organisme", depot.organisme()))
                .or(() -> ControleDepot.tiers("entreprise", depot.entreprise()))
                .or(() -> ControleDepot.formateurs(depot.formateurs()));
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        // Rules in code are asked before the transaction: nothing waits for them.
        Calcul calcul = calculate(depot, courant.referentiel(), today);
        Outcome<Candidature> submitted = transactions.write(by.perimetre(), () -> {
            Optional<Candidature> open = candidatures.findOpen(depot.branche(), certification.code(), depot.candidat());
            if (open.isPresent()) {
                // Only who may see the other file hears its number.
                String which = open.get().isVisibleTo(by) ? open.get().numero() : "déposé par un autre organisme";
                return Outcome.refused(CodeRefus.CANDIDATURE_DEJA_OUVERTE, certification.intitule(), which);
            }
            Candidature candidature = fresh(by, depot, courant, calcul, today);
            candidatures.add(candidature);
            journal.append(acte(
                            by,
                            candidature,
                            Acte.Nature.CANDIDATURE_DEPOSEE,
                            "Candidature déposée, voie d’accès : "
                                    + depot.voie().libelle())
                    .changing(Valeurs.none(), submitted(candidature)));
            calcul.sansReponse()
                    .forEach(detail -> journal.append(acte(by, candidature, Acte.Nature.REGLE_EN_ECHEC, detail)));
            return Outcome.done(candidature);
        });
        // Past the act and past its perimeter: what comes of it is between the platform and the person.
        return submitted.map(file -> {
            identites.applied(file.personne(), file.candidat());
            return file;
        });
    }

    /**
     * What the platform established by itself.
     *
     * @param sansReponse a French sentence for each prerequisite whose rule gave no answer
     */
    private record Calcul(Map<String, ConstatPrerequis> constats, List<String> sansReponse) {}

    private Calcul calculate(Depot depot, Referentiel referentiel, LocalDate today) {
        Instant now = clock.instant();
        Map<String, ConstatPrerequis> constats = new LinkedHashMap<>();
        for (Prerequis prerequis : referentiel.certification().prerequis()) {
            ControleDepot.computed(prerequis, depot.candidat(), today, now)
                    .ifPresent(c -> constats.put(prerequis.code(), c));
        }
        Set<String> held = constats.values().stream()
                .filter(c -> c.holdsOn(today))
                .map(ConstatPrerequis::code)
                .collect(Collectors.toSet());
        Faits faits = new Faits(depot.voie(), depot.candidat(), depot.organisme(), depot.entreprise(), held);
        ReglesDepot rules = new ReglesDepot(referentiel, regles.of(depot.branche()), today);
        List<String> sansReponse = new ArrayList<>();
        for (Prerequis prerequis : referentiel.certification().prerequis()) {
            if (prerequis.type() == Prerequis.Type.CODE) {
                Reponse<Avis> reponse = rules.recevabilite(prerequis, faits);
                if (reponse instanceof Reponse.Donnee<Avis> donnee) {
                    constats.put(prerequis.code(), ControleDepot.told(prerequis, donnee.valeur(), now));
                } else {
                    sansReponse.add("« " + prerequis.intitule() + " ». "
                            + ReglesDepot.aVerifier((Reponse.Echec<Avis>) reponse));
                }
            }
        }
        return new Calcul(constats, sansReponse);
    }

    private Candidature fresh(Acteur by, Depot depot, ReferentielCourant courant, Calcul calcul, LocalDate today) {
        Referentiel referentiel = courant.referentiel();
        Instant now = clock.instant();
        return new Candidature(
                        UUID.randomUUID(),
                        identites.of(depot.branche(), depot.candidat()),
                        String.format("C-%d-%06d", today.getYear(), candidatures.nextNumero()),
                        depot.branche(),
                        referentiel.certification().code(),
                        referentiel.certification().intitule(),
                        referentiel.version(),
                        courant.empreinte(),
                        depot.voie(),
                        new EtatCandidature.Deposee(),
                        depot.candidat(),
                        depot.organisme(),
                        depot.entreprise(),
                        depot.formateurs(),
                        calcul.constats(),
                        Set.of(),
                        by.identifiant(),
                        now,
                        0)
                .assess(referentiel.certification(), today);
    }

    @Override
    public Outcome<Candidature> establishPrerequis(Acteur by, UUID id, String code, Constat constat) {
        return change(by, Droit.PREREQUIS_CONSTATER, id, candidature -> {
            Referentiel referentiel = referentiel(candidature);
            Certification certification = referentiel.certification();
            Optional<Prerequis> prerequis = certification.prerequis(code);
            if (prerequis.isEmpty()) {
                return Outcome.refused(
                        CodeRefus.PREREQUIS_INCONNU,
                        certification.intitule(),
                        code,
                        certification.prerequis().stream().map(Prerequis::code).collect(Collectors.joining(", ")));
            }
            LocalDate today = LocalDate.now(clock);
            ReglesDepot rules = new ReglesDepot(referentiel, regles.of(candidature.branche()), today);
            return constat(by, prerequis.get(), candidature, constat, rules, today)
                    .then(c -> candidature.establish(certification, c, today))
                    .map(next -> {
                        journal.append(acte(
                                        by,
                                        next,
                                        Acte.Nature.PREREQUIS_CONSTATE,
                                        "« " + prerequis.get().intitule() + " » constaté "
                                                + (constat.satisfait() ? "satisfait" : "non satisfait"))
                                .changing(established(candidature, code), established(next, code)));
                        return next;
                    });
        });
    }

    /** What a file says when it comes; who it is about is for the file to say, and for the key of the person here. */
    private static Valeurs submitted(Candidature candidature) {
        return Valeurs.of("numero", candidature.numero())
                .and("etat", candidature.etat().code())
                .and("certification", candidature.certification())
                .and("version", candidature.version())
                .and("voie", candidature.voie())
                .andPersonal("candidat", candidature.candidat().nomComplet());
    }

    /** Where a prerequisite stands: the number of the document seen is of the person, its dates are not. */
    private static Valeurs established(Candidature candidature, String code) {
        Valeurs etat = Valeurs.of("etat", candidature.etat().code());
        ConstatPrerequis constat = candidature.constats().get(code);
        return constat == null
                ? etat
                : etat.and("satisfait", constat.satisfait() ? "oui" : "non")
                        .and("valideJusquAu", constat.valideJusquAu())
                        .andPersonal("numero", constat.numero())
                        .andPersonal("observation", constat.observation());
    }

    private Outcome<ConstatPrerequis> constat(
            Acteur by,
            Prerequis prerequis,
            Candidature candidature,
            Constat constat,
            ReglesDepot rules,
            LocalDate today) {
        Optional<Reponse.Echec<Avis>> failed = Optional.empty();
        if (prerequis.type() == Prerequis.Type.CODE) {
            Faits faits = new Faits(
                    candidature.voie(),
                    candidature.candidat(),
                    candidature.organisme(),
                    candidature.entreprise(),
                    candidature.attestationsOn(today));
            Reponse<Avis> reponse = rules.recevabilite(prerequis, faits);
            if (reponse instanceof Reponse.Donnee<Avis> donnee) {
                return ControleDepot.agreed(prerequis, donnee.valeur(), constat, clock.instant());
            }
            // Whoever applies does not get to say in place of the rule.
            Optional<Refus> notTheirs = by.lacks(Droit.PREREQUIS_SUPPLEER, candidature.asObjet());
            if (notTheirs.isPresent()) {
                return Outcome.refused(CodeRefus.REGLE_SANS_REPONSE, ((Reponse.Echec<Avis>) reponse).phrase());
            }
            failed = Optional.of((Reponse.Echec<Avis>) reponse);
        }
        Outcome<ConstatPrerequis> checked = ControleDepot.constat(
                prerequis, candidature.candidat(), constat, today, by.identifiant(), clock.instant());
        if (checked.isDone()
                && constat.satisfait()
                && prerequis.regle() != null
                && prerequis.type() != Prerequis.Type.CODE) {
            Reponse<Avis> reponse = rules.piece(prerequis, candidature.candidat(), checked.orElseThrow());
            if (reponse instanceof Reponse.Donnee<Avis> donnee) {
                return donnee.valeur() instanceof Avis.Defavorable no
                        ? Outcome.refused(CodeRefus.PREREQUIS_INVALIDE, prerequis.intitule(), no.motif())
                        : checked;
            }
            failed = Optional.of((Reponse.Echec<Avis>) reponse);
        }
        if (failed.isEmpty() || !checked.isDone()) {
            return checked;
        }
        String detail = ReglesDepot.aVerifier(failed.get());
        journal.append(
                acte(by, candidature, Acte.Nature.REGLE_EN_ECHEC, "« " + prerequis.intitule() + " ». " + detail));
        return checked.map(c -> c.noted(detail));
    }

    @Override
    public Outcome<Candidature> designateEvaluateurs(Acteur by, UUID id, Set<String> evaluateurs) {
        return change(by, Droit.EVALUATEURS_DESIGNER, id, candidature -> {
            for (String identifiant : evaluateurs) {
                Optional<Compte> compte = comptes.find(identifiant);
                if (compte.isEmpty() || !compte.get().acteur().is(Role.EVALUATEUR, candidature.branche())) {
                    return Outcome.refused(CodeRefus.EVALUATEUR_INCONNU, identifiant);
                }
                if (candidature.formateurs().stream()
                        .anyMatch(f -> Textes.samePerson(f, compte.get().nom()))) {
                    return Outcome.refused(
                            CodeRefus.EVALUATEUR_INCOMPATIBLE, compte.get().nom());
                }
            }
            // Their marks count: the file goes on naming them, and they stay out of the jury.
            Optional<String> marked = notateurs.of(id).stream()
                    .filter(identifiant -> !evaluateurs.contains(identifiant))
                    .findFirst();
            if (marked.isPresent()) {
                return Outcome.refused(
                        CodeRefus.EVALUATEUR_DEJA_NOTE,
                        comptes.find(marked.get()).map(Compte::nom).orElseGet(marked::get));
            }
            return candidature
                    .designate(referentiel(candidature), evaluateurs, LocalDate.now(clock))
                    .map(next -> {
                        journal.append(acte(
                                        by,
                                        next,
                                        Acte.Nature.EVALUATEURS_DESIGNES,
                                        "Évaluateurs désignés : " + String.join(", ", next.evaluateurs()))
                                .changing(designated(candidature), designated(next)));
                        return next;
                    });
        });
    }

    private static Valeurs designated(Candidature candidature) {
        return Valeurs.of("etat", candidature.etat().code())
                .and("evaluateurs", String.join(", ", candidature.evaluateurs()));
    }

    private Outcome<Candidature> change(
            Acteur by, Droit droit, UUID id, Function<Candidature, Outcome<Candidature>> change) {
        return transactions.write(
                by.perimetre(), () -> Candidature.allowed(by, droit, candidatures.findForUpdate(id), id)
                        .then(change)
                        .map(next -> {
                            candidatures.update(next);
                            return next;
                        }));
    }

    @Override
    public Outcome<Dossier> find(Acteur by, UUID id) {
        return read(by, transactions.read(by.perimetre(), () -> Candidature.visible(by, candidatures.find(id), id)))
                .map(c -> new Dossier(c, referentiel(c)));
    }

    @Override
    public Outcome<List<Ressemblance>> alike(Acteur by, UUID id) {
        return transactions.read(by.perimetre(), () -> Candidature.allowed(
                        by, Droit.RESSEMBLANCES_LIRE, candidatures.find(id), id)
                .map(file ->
                        candidatures
                                .neighbours(file.branche(), file.candidat().dateNaissance(), LIMITE_MAXIMALE)
                                .stream()
                                .filter(v -> !v.id().equals(id))
                                .map(v -> new Ressemblance(
                                        v.id(), v.numero(), Identite.of(v.candidat(), file.candidat())))
                                .filter(r -> r.identite() != Identite.AUTRE)
                                .toList()));
    }

    @Override
    public Outcome<Page> list(Acteur by, String branche, String etat, String apres, int limite) {
        if (branche != null && !by.branches(Droit.CANDIDATURE_LIRE).contains(branche)) {
            return catalogue
                    .branche(branche)
                    .then(v -> Outcome.refused(by.lacks(Droit.CANDIDATURE_LIRE, Objet.branche(branche))
                            .orElseThrow()));
        }
        Atteinte atteinte = Atteinte.of(by, Droit.CANDIDATURE_LIRE);
        Filtre filtre = Filtre.none().inBranche(branche).inEtats(etat == null ? Set.of() : Set.of(etat));
        Tranche<Candidature> tranche = transactions.read(
                by.perimetre(),
                () -> Tranche.at(
                        new Tranche.Place(apres, null, limite).atMost(LIMITE_MAXIMALE),
                        besoin -> candidatures.search(new Recherche(
                                atteinte,
                                filtre,
                                Filtre.Tri.RECENTES,
                                besoin.repere(),
                                besoin.remonte(),
                                besoin.nombre())),
                        Candidature::numero));
        return Outcome.done(new Page(tranche.elements(), tranche.suivant()));
    }

    @Override
    public Outcome<List<Acteur>> evaluateurs(Acteur by, String branche) {
        return Outcome.unless(by.lacks(Droit.EVALUATEURS_LISTER, Objet.branche(branche)), branche)
                .map(b -> transactions
                        .read(
                                by.perimetre(),
                                () -> comptes.holding(new Habilitation(Role.EVALUATEUR, b), LIMITE_MAXIMALE))
                        .stream()
                        .map(Compte::acteur)
                        .sorted(Comparator.comparing(a -> Textes.fold(a.nom())))
                        .toList());
    }

    @Override
    public Outcome<List<Acte>> journal(Acteur by, UUID id) {
        return read(
                        by,
                        transactions.read(
                                by.perimetre(),
                                () -> Candidature.allowed(
                                        by, Droit.CANDIDATURE_JOURNAL_LIRE, candidatures.find(id), id)))
                .map(c -> transactions.read(by.perimetre(), () -> journal.about(c.objet(), LIGNES_JOURNAL)).stream()
                        .filter(acte -> ActesVisibles.shows(by, c, acte))
                        .toList());
    }

    /** The file that is about to be shown, once the journal tells of it. */
    private Outcome<Candidature> read(Acteur by, Outcome<Candidature> found) {
        return found.map(c -> {
            c.readBy(by).ifPresent(lecture -> lectures.tell(by.identifiant(), lecture));
            return c;
        });
    }

    private Referentiel referentiel(Candidature candidature) {
        return referentiels.get(candidature.branche(), candidature.certification(), candidature.version());
    }

    private Acte acte(Acteur by, Candidature candidature, Acte.Nature nature, String detail) {
        return new Acte(
                        null,
                        clock.instant(),
                        by.identifiant(),
                        candidature.branche(),
                        candidature.objet(),
                        nature,
                        detail)
                .about(candidature.personne());
    }
}
