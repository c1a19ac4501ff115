package fr.parchemin.web.internal.view;

import fr.parchemin.branche.Branche;
import fr.parchemin.branche.Financement;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.branche.VueBranche.ReferentielCourant;
import fr.parchemin.parametre.Entree;
import fr.parchemin.parametre.ParametresEnVigueur;
import fr.parchemin.parametre.Valeur;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is adjusted in a branch.
 *
 * @param definie the branch as its definition says it
 * @param le day whose state is shown
 * @param entrees all that was decided, in that order
 * @param decides whether the account may decide and cancel
 * @param form what was refused
 */
public record ParametresView(
        VueBranche definie, LocalDate today, LocalDate le, List<Entree> entrees, boolean decides, Form form) {

    /** What a price may be for. */
    public static final List<Financement.Unite> UNITES = Arrays.stream(Financement.Unite.values())
            .filter(unite -> unite != Financement.Unite.POURCENTAGE)
            .toList();

    /**
     * What holds in one place.
     *
     * @param objet what it is
     * @param textes its lines; none when nothing is said
     * @param image its picture, {@code null} for what has none
     * @param entree that which put it in force, empty when the definition does
     */
    public record Ligne(String objet, List<String> textes, String image, Optional<Entree> entree) {}

    /** What has become of an entry. */
    public enum Etat {
        ANNULEE("annulée", "mauvais"),
        A_VENIR("à venir", "attente"),
        EN_VIGUEUR("en vigueur", "bon"),
        REMPLACEE("remplacée", "neutre"),
        ECHUE("échue", "neutre");

        private final String libelle;
        private final String ton;

        Etat(String libelle, String ton) {
            this.libelle = libelle;
            this.ton = ton;
        }

        public String libelle() {
            return libelle;
        }

        public String ton() {
            return ton;
        }
    }

    public String code() {
        return definie.code();
    }

    public boolean isToday() {
        return le.equals(today);
    }

    /** The lines of the day. */
    public List<Ligne> lignes() {
        ParametresEnVigueur holding = ParametresEnVigueur.on(le, entrees);
        Optional<Branche> shown = holding.over(definie).identite();
        if (shown.isEmpty()) {
            return List.of();
        }
        Branche branche = shown.get();
        List<Ligne> lignes = new ArrayList<>();
        lignes.add(new Ligne(
                "Signataire",
                branche.signataire() == null
                        ? List.of()
                        : said(
                                branche.signataire().qualite(),
                                branche.signataire().nom()),
                null,
                holding(holding, Valeur.Signataire.class)));
        lignes.add(new Ligne("Contact", contact(branche.contact()), null, holding(holding, Valeur.Contact.class)));
        lignes.add(new Ligne("Logo", List.of(), branche.logo(), holding(holding, Valeur.Logo.class)));
        branche.financement().stream()
                .filter(line -> line.nature() == Financement.Nature.COUT && line.isInForceOn(le))
                .map(line -> tarif(line, holding))
                .forEach(lignes::add);
        return lignes;
    }

    private Ligne tarif(Financement line, ParametresEnVigueur holding) {
        return new Ligne(
                "Tarif",
                said(
                        line.objet(),
                        certification(line.certification()),
                        DefinitionInWords.montant(line.montant(), line.unite())),
                null,
                holding.entrees().stream()
                        .filter(e -> e.valeur() instanceof Valeur.Tarif tarif
                                && Objects.equals(tarif.certification(), line.certification())
                                && tarif.libelle().equals(line.objet()))
                        .findFirst());
    }

    private static Optional<Entree> holding(ParametresEnVigueur holding, Class<? extends Valeur> type) {
        return holding.entrees().stream()
                .filter(e -> type.isInstance(e.valeur()))
                .findFirst();
    }

    /** The entries, the latest decided first. */
    public List<Entree> historique() {
        List<Entree> latest = new ArrayList<>(entrees);
        Collections.reverse(latest);
        return latest;
    }

    /** What the entry puts in force, in words. */
    public Ligne valeur(Entree entree) {
        Valeur valeur = entree.valeur();
        if (valeur instanceof Valeur.Signataire s) {
            return new Ligne("Signataire", said(s.qualite(), s.nom()), null, Optional.of(entree));
        }
        if (valeur instanceof Valeur.Contact c) {
            return new Ligne(
                    "Contact", said(c.courriel(), c.telephone(), c.adresse(), c.site()), null, Optional.of(entree));
        }
        if (valeur instanceof Valeur.Tarif t) {
            return new Ligne(
                    "Tarif",
                    said(
                            t.libelle(),
                            certification(t.certification()),
                            DefinitionInWords.montant(t.montant(), t.unite())),
                    null,
                    Optional.of(entree));
        }
        return new Ligne("Logo", List.of(), ((Valeur.Logo) valeur).image(), Optional.of(entree));
    }

    /** The days of the entry, in words. */
    public String jours(Entree entree) {
        return entree.au() == null && entree.du().isAfter(today)
                ? "à compter du " + Wording.date(entree.du())
                : Wording.period(entree.du(), entree.au());
    }

    /** What has become of it today. */
    public Etat etat(Entree entree) {
        if (entree.annulation().isPresent()) {
            return Etat.ANNULEE;
        }
        if (entree.du().isAfter(today)) {
            return Etat.A_VENIR;
        }
        if (entree.au() != null && entree.au().isBefore(today)) {
            return Etat.ECHUE;
        }
        return ParametresEnVigueur.on(today, entrees).entrees().contains(entree) ? Etat.EN_VIGUEUR : Etat.REMPLACEE;
    }

    /** What is said today, to be changed rather than typed again. */
    public Optional<Branche> identite() {
        return ParametresEnVigueur.on(today, entrees).over(definie).identite();
    }

    /** The contact of today, of which each part may be {@code null}. */
    public Branche.Contact contact() {
        return identite().map(Branche::contact).orElseGet(() -> new Branche.Contact(null, null));
    }

    public List<ReferentielCourant> certifications() {
        return definie.referentiels().stream()
                .sorted(Comparator.comparing(
                        r -> r.referentiel().certification().intitule()))
                .toList();
    }

    /** The name of the form that takes an entry back. */
    public static String cancellation(UUID id) {
        return "annulation-" + id;
    }

    private static List<String> contact(Branche.Contact contact) {
        return contact == null
                ? List.of()
                : said(contact.courriel(), contact.telephone(), contact.adresse(), contact.site());
    }

    private String certification(String code) {
        return code == null
                ? "toutes les certifications"
                : definie.referentiel(code)
                        .map(r -> r.referentiel().certification().intitule())
                        .orElse(code);
    }

    private static List<String> said(String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).map(Wording::fr).toList();
    }
}
