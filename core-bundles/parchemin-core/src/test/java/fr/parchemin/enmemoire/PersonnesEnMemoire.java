package fr.parchemin.enmemoire;

import fr.parchemin.candidature.Candidat;
import fr.parchemin.personne.Lien;
import fr.parchemin.personne.Partage;
import fr.parchemin.personne.Personne;
import fr.parchemin.personne.Personnes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The persons, which no perimeter of branches reaches. */
public final class PersonnesEnMemoire implements Personnes {

    /** No branch has this code, so that only a perimeter that holds everything sees the rows. */
    private static final String PERSONNE = "une personne";

    private final Base.Table<UUID, Personne> personnes;
    private final Base.Table<String, Lien> liens;
    private final Base.Table<UUID, Partage> partages;

    public PersonnesEnMemoire(Base base) {
        personnes = base.openTable(row -> PERSONNE);
        liens = base.table(row -> PERSONNE);
        partages = base.table(row -> PERSONNE);
    }

    @Override
    public void add(Personne personne) {
        personnes.add(personne.id(), personne);
    }

    @Override
    public Optional<Personne> find(UUID id) {
        return Optional.ofNullable(personnes.rows().get(id));
    }

    @Override
    public List<Personne> bornWith(Candidat candidat, int limite) {
        return personnes.rows().values().stream()
                .filter(p -> p.identite().dateNaissance().equals(candidat.dateNaissance()))
                .limit(limite)
                .toList();
    }

    @Override
    public List<UUID> linkedTo(UUID racine) {
        return personnes.rows().values().stream()
                .filter(p -> p.racine().equals(racine))
                .map(Personne::id)
                .toList();
    }

    @Override
    public void link(UUID personne, UUID racine) {
        for (Personne p : personnes.rows().values()) {
            if (p.racine().equals(personne)) {
                personnes.put(p.id(), new Personne(p.id(), p.identite(), p.creeeLe(), racine));
            }
        }
    }

    @Override
    public void addLien(Lien lien) {
        liens.add(lien.empreinte(), lien);
    }

    @Override
    public Optional<Lien> findLien(String empreinte) {
        return Optional.ofNullable(liens.rows().get(empreinte));
    }

    /** Every question ever put, for tests. */
    public List<Lien> liens() {
        return List.copyOf(liens.rows().values());
    }

    @Override
    public void answer(Lien lien) {
        liens.put(lien.empreinte(), lien);
    }

    @Override
    public List<Lien> unanswered(Collection<UUID> of, Collection<UUID> connues) {
        return liens.rows().values().stream()
                .filter(l -> l.isUnanswered() && of.contains(l.personne()) && connues.contains(l.connue()))
                .sorted(Comparator.comparing(Lien::expireLe))
                .toList();
    }

    @Override
    public void addPartage(Partage partage) {
        partages.add(partage.id(), partage);
    }

    @Override
    public void update(Partage partage) {
        partages.put(partage.id(), partage);
    }

    @Override
    public List<Partage> partagesOf(Collection<UUID> of) {
        return partages.rows().values().stream()
                .filter(p -> of.contains(p.personne()))
                .toList();
    }
}
