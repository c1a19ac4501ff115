package fr.parchemin.jury.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Atteinte;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Tranche;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.jury.FiltreJurys;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.Jurys;
import fr.parchemin.jury.RegistreJurys;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The register of juries, by what the table of rights says. */
@Component
public final class TransactionalRegistreJurys implements RegistreJurys {

    private final Transactions transactions;
    private final Jurys jurys;
    private final Catalogue catalogue;

    @Activate
    public TransactionalRegistreJurys(
            @Reference Transactions transactions, @Reference Jurys jurys, @Reference Catalogue catalogue) {
        this.transactions = transactions;
        this.jurys = jurys;
        this.catalogue = catalogue;
    }

    @Override
    public Outcome<Tranche<Jury>> page(Acteur by, FiltreJurys filtre, Tranche.Place place) {
        Optional<Refus> wrong = wrong(filtre);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        String branche = filtre.branche();
        if (branche != null && !by.branches(Droit.JURY_LIRE).contains(branche)) {
            return catalogue
                    .branche(branche)
                    .then(v -> Outcome.refused(
                            by.lacks(Droit.JURY_LIRE, Objet.branche(branche)).orElseThrow()));
        }
        Atteinte atteinte = Atteinte.of(by, Droit.JURY_LIRE);
        return Outcome.done(transactions.read(
                by.perimetre(),
                () -> Tranche.at(
                        place.atMost(LIMITE_MAXIMALE),
                        besoin -> jurys.search(new Jurys.Recherche(
                                atteinte, filtre, besoin.repere(), besoin.remonte(), besoin.nombre())),
                        Jury::numero)));
    }

    private static Optional<Refus> wrong(FiltreJurys filtre) {
        return filtre.du() != null && filtre.au() != null && filtre.au().isBefore(filtre.du())
                ? Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, "au", "le dernier jour est avant le premier"))
                : Champs.line("certification", filtre.certification());
    }
}
