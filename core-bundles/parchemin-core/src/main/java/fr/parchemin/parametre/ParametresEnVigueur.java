package fr.parchemin.parametre;

import fr.parchemin.branche.Branche;
import fr.parchemin.branche.Financement;
import fr.parchemin.branche.VueBranche;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries that hold on one day, to be laid over the definition; a pure function of what was decided.
 *
 * @param entrees one for each place
 */
public record ParametresEnVigueur(LocalDate le, List<Entree> entrees) {

    public ParametresEnVigueur {
        entrees = List.copyOf(entrees);
    }

    /**
     * What holds on that day: of entries for the same place, the latest decided.
     *
     * @param decided in the order in which they were decided
     */
    public static ParametresEnVigueur on(LocalDate day, Collection<Entree> decided) {
        Map<String, Entree> byPlace = new LinkedHashMap<>();
        for (Entree entree : decided) {
            if (entree.covers(day)) {
                byPlace.put(entree.valeur().place(), entree);
            }
        }
        return new ParametresEnVigueur(day, List.copyOf(byPlace.values()));
    }

    /** The branch with what holds in place of what its definition says. */
    public VueBranche over(VueBranche vue) {
        return new VueBranche(
                vue.code(),
                vue.identite().map(this::over),
                vue.etat(),
                vue.extension(),
                vue.referentiels(),
                vue.classifications());
    }

    private Branche over(Branche branche) {
        Branche.Signataire signataire = value(Valeur.Signataire.class)
                .map(s -> new Branche.Signataire(s.qualite(), s.nom()))
                .orElse(branche.signataire());
        Branche.Contact contact = value(Valeur.Contact.class)
                .map(c -> new Branche.Contact(c.courriel(), c.site(), c.telephone(), c.adresse(), null))
                .orElse(branche.contact());
        String logo = value(Valeur.Logo.class).map(Valeur.Logo::image).orElse(branche.logo());
        return branche.adjusted(logo, contact, signataire, financement(branche.financement()));
    }

    /** A cost of the definition gives way on the days of the price only: on others it still stands. */
    private List<Financement> financement(List<Financement> defined) {
        List<Financement> lines = new ArrayList<>(defined);
        for (Entree entree : entrees) {
            if (entree.valeur() instanceof Valeur.Tarif tarif) {
                lines.removeIf(line -> line.isInForceOn(le) && tarif.replaces(line));
                lines.add(new Financement(
                        "tarif-" + entree.id(),
                        tarif.certification(),
                        Financement.Nature.COUT,
                        tarif.libelle(),
                        null,
                        tarif.montant(),
                        tarif.unite(),
                        entree.du(),
                        entree.au(),
                        List.of(),
                        null));
            }
        }
        return lines;
    }

    private <T extends Valeur> Optional<T> value(Class<T> type) {
        return entrees.stream()
                .map(Entree::valeur)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
