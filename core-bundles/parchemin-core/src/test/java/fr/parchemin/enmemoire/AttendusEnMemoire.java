package fr.parchemin.enmemoire;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Role;
import fr.parchemin.attente.Attendus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decisions;
import fr.parchemin.jury.Jury;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What may await somebody, found by looking at everything. */
public final class AttendusEnMemoire implements Attendus {

    private final Candidatures candidatures;
    private final JurysEnMemoire jurys;
    private final Decisions decisions;
    private final ComptesEnMemoire comptes;

    public AttendusEnMemoire(
            Candidatures candidatures, JurysEnMemoire jurys, Decisions decisions, ComptesEnMemoire comptes) {
        this.candidatures = candidatures;
        this.jurys = jurys;
        this.decisions = decisions;
        this.comptes = comptes;
    }

    @Override
    public List<Candidature> oldest(Choix choix, int limite) {
        return matching(choix).limit(limite).toList();
    }

    @Override
    public long count(Choix choix) {
        return matching(choix).count();
    }

    private Stream<Candidature> matching(Choix choix) {
        List<Candidature> files = new ArrayList<>(candidatures.list(
                Candidatures.Selection.in(choix.branches(), Integer.MAX_VALUE).inEtats(choix.etats())));
        Collections.reverse(files);
        return choix.etats().isEmpty() ? Stream.of() : files.stream().filter(c -> isAmong(c, choix.parmi()));
    }

    private boolean isAmong(Candidature file, Parmi parmi) {
        if (parmi instanceof Parmi.Deposes deposes) {
            return file.deposeePar().equals(deposes.identifiant())
                    || file.organisme() != null
                            && file.organisme().siret() != null
                            && deposes.sirets().contains(file.organisme().siret());
        }
        if (parmi instanceof Parmi.Designes designes) {
            return file.evaluateurs().contains(designes.identifiant());
        }
        if (parmi instanceof Parmi.Nommes nommes) {
            return nommes.ids().contains(file.id());
        }
        return parmi instanceof Parmi.Tous
                || decisions.lastOf(file.id()).map(Decision::opensCertificate).orElse(false);
    }

    @Override
    public Map<UUID, Long> presentees(Set<String> branches, Set<UUID> among) {
        Set<String> all = branches.isEmpty() && among.isEmpty() ? Set.of() : Set.of("essai", "temoin");
        return candidatures
                .list(Candidatures.Selection.in(all, Integer.MAX_VALUE).inEtats(Set.of("PRESENTEE")))
                .stream()
                .filter(c -> branches.contains(c.branche())
                        || among.contains(c.etat().jury()))
                .collect(groupingBy(c -> c.etat().jury(), counting()));
    }

    @Override
    public List<Jury> jurys(Collection<UUID> ids) {
        return ids.stream().flatMap(id -> jurys.find(id).stream()).toList();
    }

    @Override
    public List<Jury> jurysFrom(Set<String> branches, LocalDate day, int limite) {
        return jurys.of(branches).stream()
                .filter(j -> !j.date().isBefore(day))
                .sorted(Comparator.comparing(Jury::date))
                .limit(limite)
                .toList();
    }

    @Override
    public List<Jury> jurysToValidate(Set<String> branches, LocalDate day, int limite) {
        return jurysFrom(branches, day, Integer.MAX_VALUE).stream()
                .filter(j -> !j.isValide())
                .limit(limite)
                .toList();
    }

    @Override
    public long withoutSecondFacteur(Set<Role> roles, LocalDate day) {
        return comptes.list(Integer.MAX_VALUE).stream()
                .filter(c -> c.etat() == Compte.Etat.ACTIF && !c.secondFacteur())
                .filter(c -> c.habilitations().stream().anyMatch(h -> roles.contains(h.role())))
                .count();
    }
}
