package fr.parchemin.enmemoire;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Habilitation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The accounts. */
public final class ComptesEnMemoire implements Comptes {

    private final Base.Table<String, Compte> comptes;

    public ComptesEnMemoire(Base base) {
        comptes = base.table();
    }

    @Override
    public Optional<Compte> find(String identifiant) {
        return Optional.ofNullable(comptes.rows().get(identifiant));
    }

    @Override
    public List<Compte> list(int limite) {
        return comptes.rows().values().stream()
                .sorted(Comparator.comparing(Compte::identifiant))
                .limit(limite)
                .toList();
    }

    @Override
    public boolean isEmpty() {
        return comptes.rows().isEmpty();
    }

    @Override
    public void add(Compte compte) {
        comptes.add(compte.identifiant(), compte);
    }

    @Override
    public void setHabilitations(String identifiant, Set<Habilitation> habilitations) {
        Compte compte = comptes.rows().get(identifiant);
        comptes.put(identifiant, new Compte(identifiant, compte.nom(), compte.motDePasse(), habilitations));
    }

    @Override
    public List<Compte> holding(Habilitation habilitation, int limite) {
        return comptes.rows().values().stream()
                .filter(c -> c.habilitations().contains(habilitation))
                .sorted(Comparator.comparing(Compte::nom))
                .limit(limite)
                .map(c -> new Compte(c.identifiant(), c.nom(), c.motDePasse(), Set.of(habilitation)))
                .toList();
    }
}
