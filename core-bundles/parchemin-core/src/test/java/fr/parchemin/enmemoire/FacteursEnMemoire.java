package fr.parchemin.enmemoire;

import fr.parchemin.acces.Facteurs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The second factors. */
public final class FacteursEnMemoire implements Facteurs {

    private final Base.Table<String, Application> applications;
    private final Base.Table<String, List<String>> secours;
    private final Base.Table<String, Cle> cles;

    public FacteursEnMemoire(Base base) {
        applications = base.table();
        secours = base.table();
        cles = base.table();
    }

    @Override
    public Optional<Application> application(String identifiant) {
        return Optional.ofNullable(applications.rows().get(identifiant));
    }

    @Override
    public void putApplication(Application application) {
        applications.put(application.identifiant(), application);
    }

    @Override
    public void removeApplication(String identifiant) {
        applications.remove(identifiant);
    }

    @Override
    public boolean usePas(String identifiant, long pas) {
        Application a = applications.rows().get(identifiant);
        if (a == null || a.dernierPas() >= pas) {
            return false;
        }
        applications.put(identifiant, new Application(identifiant, a.secret(), a.depuis(), pas));
        return true;
    }

    @Override
    public void setSecours(String identifiant, List<String> empreintes) {
        secours.put(identifiant, List.copyOf(empreintes));
    }

    @Override
    public boolean useSecours(String identifiant, String empreinte) {
        List<String> left = new ArrayList<>(secours.rows().getOrDefault(identifiant, List.of()));
        if (!left.remove(empreinte)) {
            return false;
        }
        secours.put(identifiant, List.copyOf(left));
        return true;
    }

    @Override
    public int countSecours(String identifiant) {
        return secours.rows().getOrDefault(identifiant, List.of()).size();
    }

    @Override
    public List<Cle> cles(String identifiant) {
        return cles.rows().values().stream()
                .filter(c -> c.identifiant().equals(identifiant))
                .toList();
    }

    @Override
    public Optional<Cle> cle(String id) {
        return Optional.ofNullable(cles.rows().get(id));
    }

    @Override
    public void addCle(Cle cle) {
        cles.add(cle.id(), cle);
    }

    @Override
    public boolean useCle(String id, long compteur, Instant now) {
        Cle c = cles.rows().get(id);
        if (c == null || c.compteur() >= compteur && !(c.compteur() == 0 && compteur == 0)) {
            return false;
        }
        cles.put(id, new Cle(id, c.identifiant(), c.nom(), c.donnees(), compteur, c.creeeLe(), now));
        return true;
    }

    @Override
    public boolean renameCle(String identifiant, String id, String nom) {
        Optional<Cle> theirs = cle(id).filter(c -> c.identifiant().equals(identifiant));
        theirs.ifPresent(c ->
                cles.put(id, new Cle(id, identifiant, nom, c.donnees(), c.compteur(), c.creeeLe(), c.utiliseeLe())));
        return theirs.isPresent();
    }

    @Override
    public boolean removeCle(String identifiant, String id) {
        boolean theirs =
                cle(id).filter(c -> c.identifiant().equals(identifiant)).isPresent();
        if (theirs) {
            cles.remove(id);
        }
        return theirs;
    }
}
