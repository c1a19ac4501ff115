package fr.parchemin.delivrance;

import fr.parchemin.branche.Branche;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.classification.CalculEffet;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.classification.Effet;
import fr.parchemin.delivrance.DocumentCertificat.EffetLigne;
import fr.parchemin.delivrance.DocumentCertificat.LigneBloc;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decision.DecisionBloc;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.ReglesBranche;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws up what the papers of a decided file say, from the branch, its référentiel and the decision; a pure function. */
public final class Redaction {

    /** What only a delivery gives. */
    public record Livraison(String numero, String codeVerification, String adresse, LocalDate le, String lieu) {}

    private Redaction() {}

    public static DocumentCertificat draw(
            VueBranche vue,
            Referentiel referentiel,
            Candidature candidature,
            Decision decision,
            Optional<Livraison> livraison,
            ReglesBranche regles) {
        Branche branche = vue.identite().orElseThrow();
        Certification certification = referentiel.certification();
        LocalDate day = livraison.map(Livraison::le).orElse(decision.date());
        Effet effet = CalculEffet.of(referentiel, vue.classifications(), ContexteEmploi.on(day), regles);
        boolean whole = decision.issue() == Decision.Issue.VALIDATION_TOTALE;
        String title =
                referentiel.documents() == null || referentiel.documents().intituleCertificat() == null
                        ? certification.intitule()
                        : referentiel.documents().intituleCertificat();
        DocumentCertificat.Enregistrement enregistrement = enregistrement(certification, day);
        return new DocumentCertificat(
                livraison.map(Livraison::numero).orElse(null),
                certification.nomComplet() == null ? certification.designation() : certification.nomComplet(),
                certification.designation(),
                title,
                branche.nom(),
                branche.couleur(),
                branche.logo(),
                contact(branche.contact()),
                branche.certificateurs().stream()
                        .map(c -> new DocumentCertificat.Certificateur(c.nom(), null, c.siret()))
                        .toList(),
                candidature.candidat().nomComplet(),
                candidature.candidat().sexe(),
                candidature.candidat().dateNaissance(),
                candidature.candidat().lieuNaissance(),
                livraison.map(Livraison::le).orElse(null),
                livraison.map(Livraison::lieu).orElse(null),
                decision.date(),
                enregistrement,
                mentions(referentiel, enregistrement),
                blocs(referentiel, decision, whole),
                effetLigne(effet, vue, referentiel, day),
                new DocumentCertificat.Signataire(
                        branche.signataire().qualite(), branche.signataire().nom()),
                candidature.empreinte(),
                candidature.version(),
                livraison.map(Livraison::adresse).orElse(null),
                livraison
                        .map(l -> CodeVerification.printed(l.codeVerification()))
                        .orElse(null));
    }

    private static DocumentCertificat.Contact contact(Branche.Contact contact) {
        return contact == null
                ? null
                : new DocumentCertificat.Contact(
                        contact.courriel(), contact.telephone(), contact.site(), contact.adresse());
    }

    /** The registration in force on the day; without one the certificate is that of the branch alone. */
    private static DocumentCertificat.Enregistrement enregistrement(Certification certification, LocalDate day) {
        Optional<Enregistrement> active =
                certification.enregistrement(day).filter(e -> e.statut() != Enregistrement.Statut.TRANSMIS);
        return active.map(e -> new DocumentCertificat.Enregistrement(
                        DocumentCertificat.Statut.valueOf(e.statut().name()),
                        e.code(),
                        e.statut() == Enregistrement.Statut.RNCP ? certification.niveau() : null,
                        e.decision(),
                        certification.nsf()))
                .orElseGet(() -> new DocumentCertificat.Enregistrement(
                        DocumentCertificat.Statut.TRANSMIS, null, null, null, List.of()));
    }

    /** The lines of the branch itself; a registered certificate says what the law lays down and nothing beside it. */
    private static List<String> mentions(Referentiel referentiel, DocumentCertificat.Enregistrement enregistrement) {
        return referentiel.documents() == null || enregistrement.statut() != DocumentCertificat.Statut.TRANSMIS
                ? List.of()
                : referentiel.documents().mentions();
    }

    private static List<LigneBloc> blocs(Referentiel referentiel, Decision decision, boolean whole) {
        Enregistrement.Statut statut = referentiel.certification().statut(decision.date());
        List<LigneBloc> lines = new ArrayList<>();
        for (BlocCompetences bloc : referentiel.blocs()) {
            boolean valide = decision.blocs().stream()
                    .anyMatch(b -> b.code().equals(bloc.code()) && b.decision() == DecisionBloc.Resultat.VALIDE);
            // Once the whole is obtained its blocs no longer lapse: the certificate is for life.
            LocalDate until = !valide || whole
                    ? null
                    : bloc.valideJusquAu(statut, decision.date()).orElse(null);
            lines.add(new LigneBloc(
                    bloc.code(),
                    bloc.intitule(),
                    valide,
                    valide ? decision.date() : null,
                    until,
                    bloc.competences().stream().map(Competence::intitule).toList()));
        }
        return lines;
    }

    private static EffetLigne effetLigne(Effet effet, VueBranche vue, Referentiel referentiel, LocalDate day) {
        String reference = referentiel.effets().stream()
                .filter(e -> e.isInForceOn(day) && e.classification() != null)
                .map(e -> vue.classifications().get(e.classification()))
                .filter(Objects::nonNull)
                .map(c -> c.intitule())
                .findFirst()
                .orElse(null);
        List<Effet> all =
                effet.all().stream().filter(e -> e.type() != Effet.Type.AUCUN).toList();
        return all.size() < 2 && effet.type() == Effet.Type.AUCUN == all.isEmpty()
                ? new EffetLigne(effet.libelle(), effet.article(), reference)
                : new EffetLigne(joined(all, Effet::libelle, " ; "), joined(all, Effet::article, ", "), reference);
    }

    private static String joined(List<Effet> effets, Function<Effet, String> part, String between) {
        return effets.stream().map(part).filter(Objects::nonNull).distinct().collect(Collectors.joining(between));
    }
}
