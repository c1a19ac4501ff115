package fr.parchemin.notification.internal;

import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.AuditeurActes;
import fr.parchemin.acte.Valeur;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.candidature.ActesVisibles;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.Jurys;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.notification.Destinataires;
import fr.parchemin.notification.Notification;
import fr.parchemin.notification.NotificationsGardees;
import fr.parchemin.notification.Sujet;
import fr.parchemin.referentiel.Referentiels;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one place where an act becomes something that accounts are told. It stands behind the journal: who journals an act
 * tells those whom it concerns, without knowing them. What it costs is at most one query for the accounts, and one
 * statement for all notifications of the transaction; files and juries were read by the act itself.
 */
@Component
public final class AvisDesActes implements AuditeurActes {

    /** More accounts than that no act concerns. */
    private static final int DESTINATAIRES_MAXIMUM = 200;

    private static final Set<Role> BRANCHE = EnumSet.of(Role.SECRETARIAT, Role.CERTIFICATEUR);
    private static final Set<Role> AUCUN = EnumSet.noneOf(Role.class);
    private static final Set<Role> SUIVENT_LE_DOSSIER =
            EnumSet.of(Role.EVALUATEUR, Role.CANDIDAT, Role.EMPLOYEUR, Role.ACCOMPAGNATEUR_VAE, Role.CONSEILLER);

    private static final String EVALUATEURS = "evaluateurs";
    private static final String CANDIDATURE = "candidature/";
    private static final String JURY = "jury/";
    private static final String COMPTE = "compte/";

    private final Candidatures candidatures;
    private final Jurys jurys;
    private final Referentiels referentiels;
    private final Destinataires destinataires;
    private final NotificationsGardees notifications;

    @Activate
    public AvisDesActes(
            @Reference Candidatures candidatures,
            @Reference Jurys jurys,
            @Reference Referentiels referentiels,
            @Reference Destinataires destinataires,
            @Reference NotificationsGardees notifications) {
        this.candidatures = candidatures;
        this.jurys = jurys;
        this.referentiels = referentiels;
        this.destinataires = destinataires;
        this.notifications = notifications;
    }

    @Override
    public void told(Acte acte) {
        switch (acte.nature()) {
            case CANDIDATURE_DEPOSEE -> deposited(acte, file(acte));
            case EVALUATEURS_DESIGNES ->
                tell(
                        acte,
                        designated(acte),
                        Sujet.EVALUATION_ATTENDUE,
                        file(acte).numero());
            case JURY_COMPOSE -> composed(acte, jury(id(acte, JURY)));
            case JURY_VALIDE -> {
                Jury jury = jury(id(acte, JURY));
                tell(acte, Set.of(jury.composePar()), Sujet.JURY_VALIDE, jury.numero());
            }
            case CANDIDATURE_PRESENTEE -> presented(acte, file(acte));
            case DECISION_PRISE -> decided(acte, file(acte));
            case CERTIFICAT_DELIVRE -> {
                Candidature file = file(acte);
                tell(acte, candidate(file), Sujet.CERTIFICAT_DELIVRE, file.numero());
            }
            case MESSAGE_ENVOYE -> {
                Candidature file = file(acte);
                tell(
                        acte,
                        circle(Cercle.valueOf(texte(acte.apres(), ActesVisibles.CERCLE)), file),
                        Sujet.MESSAGE_RECU,
                        file.numero());
            }
            case NOTE_AJOUTEE -> {
                Candidature file = file(acte);
                tell(acte, branch(file.branche(), BRANCHE), Sujet.NOTE_AJOUTEE, file.numero());
            }
            case ROLE_ATTRIBUE -> role(acte);
            default -> {
                // Everything else concerns nobody who does not look for it.
            }
        }
    }

    private Candidature file(Acte acte) {
        return candidatures.find(id(acte, CANDIDATURE)).orElseThrow();
    }

    private Jury jury(UUID id) {
        return jurys.find(id).orElseThrow();
    }

    private static UUID id(Acte acte, String kind) {
        return UUID.fromString(acte.objet().substring(kind.length()));
    }

    /** The value of a field in clear, empty when there is none. */
    private static String texte(Valeurs valeurs, String champ) {
        return Optional.ofNullable(valeurs.champs().get(champ))
                .map(Valeur::texte)
                .orElse("");
    }

    /** The secretariat, unless it is one of theirs who opened the file. */
    private void deposited(Acte acte, Candidature file) {
        Set<String> secretariat = branch(file.branche(), EnumSet.of(Role.SECRETARIAT));
        if (!secretariat.contains(acte.acteur())) {
            tell(acte, secretariat, Sujet.DOSSIERS_DEPOSES, "branche/" + file.branche(), file.numero());
        }
    }

    /** Those who were not yet. */
    private static Set<String> designated(Acte acte) {
        Set<String> designated = names(texte(acte.apres(), EVALUATEURS));
        designated.removeAll(names(texte(acte.avant(), EVALUATEURS)));
        return designated;
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(", "))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void composed(Acte acte, Jury jury) {
        tell(acte, members(jury), Sujet.JURY_CONVOQUE, jury.numero());
        if (referentiels
                .get(jury.branche(), jury.certification(), jury.version())
                .jury()
                .validationCertificateur()) {
            tell(acte, branch(jury.branche(), EnumSet.of(Role.CERTIFICATEUR)), Sujet.JURY_A_VALIDER, jury.numero());
        }
    }

    private static Set<String> members(Jury jury) {
        return jury.membres().stream()
                .map(MembreJury::identifiant)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** One notification for all the files that come before the jury until it is read. */
    private void presented(Acte acte, Candidature file) {
        Jury jury = jury(file.etat().jury());
        tell(acte, members(jury), Sujet.DOSSIERS_PRESENTES, JURY + jury.id(), jury.numero());
    }

    private void decided(Acte acte, Candidature file) {
        tell(acte, candidate(file), Sujet.DECISION_PRISE, file.numero());
        if (texte(acte.apres(), "issue").equals(Decision.Issue.VALIDATION_TOTALE.name())) {
            tell(
                    acte,
                    branch(file.branche(), EnumSet.of(Role.CERTIFICATEUR)),
                    Sujet.CERTIFICAT_A_DELIVRER,
                    file.numero());
        }
    }

    private void role(Acte acte) {
        if (acte.branche() != null) {
            String which = texte(acte.apres(), "roles").replaceFirst(" pour .*", "");
            tell(acte, Set.of(acte.objet().substring(COMPTE.length())), Sujet.ROLE_RECU, which);
        }
    }

    private Set<String> branch(String branche, Set<Role> roles) {
        return destinataires.holding(branche, roles, AUCUN, Set.of(), DESTINATAIRES_MAXIMUM);
    }

    /** The person of the file, and who submitted it. */
    private Set<String> candidate(Candidature file) {
        Set<String> all = new HashSet<>(destinataires.holding(
                file.branche(),
                AUCUN,
                EnumSet.of(Role.CANDIDAT),
                Set.of(file.id().toString()),
                DESTINATAIRES_MAXIMUM));
        all.add(file.deposeePar());
        return all;
    }

    /** Those whom the circle reaches: the same whom {@link Cercle#readBy} lets read. */
    private Set<String> circle(Cercle cercle, Candidature file) {
        Set<Role> narrow = EnumSet.noneOf(Role.class);
        Set<String> targets = new HashSet<>(Set.of(file.id().toString()));
        Set<String> all = new HashSet<>();
        if (cercle == Cercle.TOUS) {
            narrow.addAll(SUIVENT_LE_DOSSIER);
        }
        if (cercle == Cercle.CANDIDAT) {
            narrow.add(Role.CANDIDAT);
        }
        if (cercle == Cercle.TOUS || cercle == Cercle.EVALUATEURS) {
            narrow.add(Role.EVALUATEUR);
            all.addAll(file.evaluateurs());
        }
        if (cercle == Cercle.TOUS || cercle == Cercle.ORGANISME) {
            narrow.add(Role.ORGANISME);
            all.add(file.deposeePar());
            if (file.organisme() != null && file.organisme().siret() != null) {
                targets.add(file.organisme().siret());
            }
        }
        all.addAll(destinataires.holding(file.branche(), BRANCHE, narrow, targets, DESTINATAIRES_MAXIMUM));
        return all;
    }

    private void tell(Acte acte, Set<String> whom, Sujet sujet, String reference) {
        tell(acte, whom, sujet, acte.objet(), reference);
    }

    /** Who acts is not told what he does. */
    private void tell(Acte acte, Set<String> whom, Sujet sujet, String objet, String reference) {
        notifications.add(whom.stream()
                .filter(identifiant -> !identifiant.equals(acte.acteur()))
                .sorted()
                .map(identifiant ->
                        new Notification(null, identifiant, sujet, acte.branche(), objet, reference, acte.le(), null))
                .toList());
    }
}
