package fr.parchemin.branche.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.exemple.Copie;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.golden.GoldenCases;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A definition that says all that it may, and each thing in it that can be wrong. */
class DefinitionCompleteTest {

    @TempDir
    private Path folder;

    private final DefinitionReader reader = new YamlDefinitionReader();

    private List<String> phrases(Copie copie) {
        Lecture lecture = reader.read(copie.url());
        assertThat(lecture).isInstanceOf(Lecture.Invalide.class);
        return ((Lecture.Invalide) lecture)
                .motifs().stream().map(MotifErreur::phrase).map(Exemple::plain).toList();
    }

    private DefinitionBranche complete() {
        Lecture lecture = reader.read(Plateforme.definition("complete"));
        if (lecture instanceof Lecture.Invalide invalide) {
            assertThat(invalide.motifs()).extracting(MotifErreur::phrase).isEmpty();
        }
        return ((Lecture.Valide) lecture).definition();
    }

    @Test
    void isAdmittedOnItsGoldenCases() {
        assertThat(GoldenCases.run(complete())).hasSize(15).allSatisfy(r -> assertThat(r.difference())
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delivrance: OUVERTE|delivrance: FERMEE|délivrance attendue FERMEE, obtenu OUVERTE",
                "GUI-A: [GUI-B1, GUI-B2]|GUI-A: [GUI-B1]|bloc GUI-A : suite attendue GUI-B1, obtenu GUI-B1, GUI-B2",
                "GUI-Z: []|GUI-Z: [GUI-OPT]|bloc GUI-Z : suite attendue GUI-OPT, obtenu aucune",
                "K2-a: [C2-a]|K2-a: [C1-a]|critère K2-a : suite attendue C1-a, obtenu C2-a",
                "K1: [C1]|K1: [C2]|compétence K1 : suite attendue C2, obtenu C1",
                "A-E: [B1-E, B2-E]|A-E: [B2-E]|épreuve A-E : suite attendue B2-E, obtenu B1-E, B2-E"
            })
    void aGoldenCaseSeesWhatATransitionMakesOfTheEarlierVersion(String before, String after, String difference) {
        Copie copie = Copie.of("complete", folder).replace("golden/gui-2.yaml", before, after);
        Lecture.Valide lecture = (Lecture.Valide) reader.read(copie.url());

        assertThat(GoldenCases.run(lecture.definition()))
                .flatExtracting(r -> r.difference().map(Exemple::plain).stream().toList())
                .containsExactly(difference);
    }

    @Test
    void whatASnapshotKeepsReadsAsTheSameReferentiel() {
        assertThat(complete().referentiels())
                .allSatisfy(v -> assertThat(DefinitionJson.read(v.contenu(), Referentiel.class))
                        .isEqualTo(v.referentiel()));
    }

    /** SHA-256 of the canonical JSON, made from the files by another program than the platform. */
    @ParameterizedTest
    @CsvSource({
        "essai, c86dbe7bfb9fe2826de8d73ba2c79c80b094d098fa9b2fe39c7ce329484cf2d3",
        "temoin, 63a0a76c6ef7612eb5cf6694e171535b9d6b9b326779e866fa05e9f7dd7f6a40"
    })
    void whatDefinitionsMaySayMoreLeavesTheHashOfThoseThatDoNotSayIt(String branche, String empreinte) {
        Lecture.Valide lecture = (Lecture.Valide) reader.read(Plateforme.definition(branche));

        assertThat(lecture.definition().referentiels().get(0).empreinte()).isEqualTo(empreinte);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // mentions
                "gui-2.0.0|groupe: TERRAIN, blocs: [GUI-B1]|groupe: TERRAI, blocs: [GUI-B1]|mentions[0].groupe : le groupe de mentions « TERRAI » n’existe pas",
                "gui-2.0.0|blocs: [GUI-OPT] }|blocs: [GUI-B9] }|mentions[1].blocs[0] : le bloc « GUI-B9 » n’existe pas dans ce référentiel",
                "gui-2.0.0|min: 1, max: 2 }|min: 3, max: 3 }|groupesMentions[0].min : le groupe « TERRAIN » demande 3 mentions, il n’en compte que 2",
                "gui-2.0.0|min: 1, max: 2 }|min: 2, max: 1 }|groupesMentions[0].max : le groupe demande 2 mentions au moins et 1 au plus",
                "gui-2.0.0|min: 1, max: 2 }|min: 0, max: 2 }|groupesMentions[0].min : une option constitutive fait partie de l’intitulé : il en faut au moins une, min: 1",
                "gui-2.0.0|blocs: [GUI-OPT] }|blocs: [GUI-OPT], exclut: [ROCHE] }¤min: 1, max: 2 }¤min: 2, max: 2 }|groupesMentions[0].min : les mentions du groupe « TERRAIN » s’excluent : personne ne pourrait en tenir 2",
                "gui-2.0.0|exclut: [CLOCHER]|exclut: [CRYPTE]|mentions[5].exclut[0] : une mention ne se cite pas elle-même",
                "gui-2.0.0|exclut: [CLOCHER]|exclut: [BEFFROI]|mentions[5].exclut[0] : la mention « BEFFROI » n’existe pas",
                "gui-2.0.0|titres: [CARTE]|titres: [PERMIS]|mentions[4].titres[0] : le titre d’exercice « PERMIS » n’existe pas",
                "gui-2.0.0|type: NIVEAU_MENTION, blocs: [GUI-B1] }|type: NIVEAU_MENTION, inclut: [AVEC] }|mentions[7].inclut : ces mentions s’incluent en rond : SANS → AVEC → SANS",
                "gui-2.0.0|type: SPECIALITE, blocs: [GUI-B2], exclut|type: SPECIALITE, emplacement: CERTIFICAT, blocs: [GUI-B2], exclut|mentions[5].emplacement : l’intitulé d’un certificat enregistré ne reçoit pas d’ajout : ATTESTATION_ANNEXE ou REGISTRE_SEUL",
                "gui-2.0.0|type: OPTION_CONSTITUTIVE, groupe: TERRAIN, blocs: [GUI-OPT]|type: OPTION_CONSTITUTIVE, groupe: TERRAIN|mentions[1] : une option constitutive repose sur un bloc",
                "gui-2.0.0|type: CONFORMITE_NORME, norme: NF X 00-000|type: CONFORMITE_NORME|mentions[9] : une conformité nomme sa norme",
                // registrations
                "gui-2.0.0|au: 2031-06-30 }]|au: 2031-06-30 }, { statut: RNCP, code: RNCP99997, du: 2031-06-30, au: null }]|certification.enregistrements[1].du : cette période en chevauche une autre du même statut, RNCP99999 du 2026-07-01 au 2031-06-30 : une seule est en vigueur un jour donné ; la fin de l’une est la veille du début de l’autre",
                "gui-2.0.0|au: 2031-06-30 }]|au: 2031-06-30 }, { statut: RNCP, code: RNCP99997, du: null, au: null }]|certification.enregistrements[1].du : cette période en chevauche une autre du même statut, RNCP99999 du 2026-07-01 au 2031-06-30 : une seule est en vigueur un jour donné ; la fin de l’une est la veille du début de l’autre",
                "gui-2.0.0|au: 2031-06-30 }]|au: 2031-06-30 }, { statut: TRANSMIS, code: null, du: null }, { statut: TRANSMIS, code: null, du: 2040-01-01 }]|certification.enregistrements[2].du : cette période en chevauche une autre du même statut, TRANSMIS sans échéance : une seule est en vigueur un jour donné ; la fin de l’une est la veille du début de l’autre",
                // transitions
                "gui-2.0.0|depuis: \"1.0.0\"|depuis: \"2.0.0\"|transitions[0].depuis : la version 2.0.0 n’est pas antérieure à 2.0.0",
                "gui-2.0.0|depuis: \"1.0.0\"|depuis: \"0.9.0\"|transitions[0].depuis : la définition n’a plus la version 0.9.0 : gardez son fichier tant que sa transition est déclarée",
                "gui-2.0.0|- { de: GUI-Z, vers: [] }|# néant|transitions[0].blocs : rien n’est dit du bloc « GUI-Z » de la version 1.0.0 ; s’il n’a pas de suite, écrivez vers: []",
                "gui-2.0.0|de: GUI-Z, vers: []|de: GUI-Z, vers: [GUI-B9]|transitions[0].blocs[1].vers[0] : le bloc « GUI-B9 » n’existe pas dans cette version",
                "gui-2.0.0|de: K1, vers: [C1]|de: K7, vers: [C1]|transitions[0].competences[0].de : la compétence « K7 » n’existe pas dans la version antérieure",
                "gui-2.0.0|code: C1-a, intitule: Mène, echelle: BINAIRE|code: C1-a, intitule: Mène, echelle: POINTS, bareme: 20|transitions[0].criteres[0] : « K1-a » et « C1-a » n’ont pas la même échelle : une note ne passe pas de l’un à l’autre",
                "gui-2.0.0|delivranceJusquAu: 2027-06-30|delivranceJusquAu: 2026-06-29|transitions[0].delivranceJusquAu : des dossiers s’ouvriraient encore sous la version 1.0.0 quand elle ne se délivre plus : elle est en vigueur jusqu’au 2026-06-30",
                // jury
                "gui-2.0.0|membresMax: 7|membresMax: 3|jury.membresMax : ce jury ne pourrait jamais être composé : il demande 4 membres au moins et 3 au plus",
                "gui-2.0.0|membres: 3, colleges|membres: 8, colleges|jury.quorum.membres : ce quorum ne pourrait jamais être atteint : 8 présents demandés, le jury a 7 membres au plus",
                "gui-2.0.0|colleges: { EMPLOYEURS: 1 }|colleges: { EMPLOYEURS: 4 }|jury.quorum.colleges.EMPLOYEURS : ce quorum ne pourrait jamais être atteint : 4 présents demandés, le collège a 3 membres au plus",
                "gui-2.0.0|colleges: { EMPLOYEURS: 1 }|colleges: { TUTEURS: 1 }|jury.quorum.colleges.TUTEURS : le collège « TUTEURS » assiste sans voter",
                "gui-2.0.0|min: 1, max: 3, voix: 2|min: 4, max: 3, voix: 2|jury.colleges[0].max : le collège « EMPLOYEURS » demande 4 membres au moins et 3 au plus",
                "gui-2.0.0|parite: false|parite: true|jury.colleges[0].voix : sous la parité les collèges pèsent le même poids : « voix » n’y change rien",
                "gui-2.0.0|presidence: ALTERNEE_ANNUELLE|presidence: DESIGNEE|jury.presidenceAnnuelle : « presidenceAnnuelle » ne va qu’avec la présidence ALTERNEE_ANNUELLE",
                "gui-2.0.0|annee: 2026, college: SALARIES|annee: 2026, college: TUTEURS|jury.presidenceAnnuelle.college : le collège « TUTEURS » assiste sans voter",
                "gui-2.0.0|college: EMPLOYEURS, fraction|college: EMPLOYES, fraction|jury.majoritesColleges[0].college : le collège « EMPLOYES » n’existe pas",
                "gui-2.0.0|preuve: PRESENCE|preuve: INVITATION|jury.quorum.preuve : un quorum par preuve d’invitation n’est pas encore pris en charge, seule PRESENCE l’est",
                "gui-2.0.0|suppleants: true|pouvoirs: { maximumParMembre: 1 }|jury.pouvoirs : les pouvoirs entre membres ne sont pas encore pris en charge : chacun vote présent",
                "gui-2.0.0|suppleants: true|reecritureNotes: true|jury.reecritureNotes : la réécriture des notes n’est pas encore prise en charge : le jury décide bloc par bloc, avec un motif",
                "aid-1.0.0|min: 1 }], membresMin|min: 0, voix: 0 }], membresMin|jury.colleges : aucun collège n’a de voix : ce jury ne pourrait jamais décider",
                "gui-2.0.0|ouvert: true, instance: La CPNE|ouvert: true|jury.recours : un recours ouvert nomme son instance",
                // VAE
                "gui-2.0.0|recevabiliteJours: 45|recevabiliteJours: 90|vae.recevabiliteJours : la recevabilité est répondue en deux mois (L. 6412-2), au plus 59 jours",
                "gui-2.0.0|silence: ACCEPTATION|silence: REFUS|vae.silence : le silence gardé deux mois vaut recevabilité (L. 6412-2)",
                "gui-2.0.0|dossiersParAn: 1|dossiersParAn: 2|vae.dossiersParAn : un seul dossier par certification entière et par année civile (R. 6412-3), une branche n’en ouvre pas davantage",
                "gui-2.0.0|juryMois: 3|experienceMinMois: 12|vae.experienceMinMois : la loi du 21 décembre 2022 a supprimé toute durée minimale d’expérience, une branche n’en exige pas",
                "gui-2.0.0|juryMois: 3|blocsSeuls: false|vae.blocsSeuls : la loi permet de viser des blocs seuls, une branche ne l’interdit pas",
                "aid-1.0.0|route: BRANCHE|route: CLASSIQUE|vae.route : la VAE légale suppose un enregistrement au RNCP : pour un certificat qui n’y est pas, BRANCHE",
                "aid-1.0.0|voies: [FORMATION, VAE]|voies: [FORMATION]|vae : la VAE n’est pas parmi les voies d’accès de la certification",
                // rights to practise, tests of others, life cycle, papers
                "gui-2.0.0|formationMoisAvant: 24|formationMoisAvant: 61|titresExercice[0].renouvellement.formationMoisAvant : 61 mois avant l’échéance, c’est avant la délivrance : le titre dure 60 mois",
                "gui-2.0.0|heures: 14, prerequis: [SEC]|heures: 14, prerequis: [SST]|titresExercice[0].renouvellement.prerequis[0] : le prérequis « SST » n’existe pas",
                "gui-2.0.0|ouvre: [B2-E]|ouvre: [B9-E]|epreuvesExternes[0].ouvre[0] : l’épreuve « B9-E » n’existe pas dans le référentiel",
                "gui-2.0.0|tousLesMois: 12|tousLesMois: 60|certification.cycleDeVie.surveillance[0].tousLesMois : la surveillance n’aurait jamais lieu : le certificat dure 60 mois",
                "aid-1.0.0|type: PERMANENT|type: PERMANENT, dureeMois: 12|certification.cycleDeVie.dureeMois : « dureeMois » ne va qu’avec le type RENOUVELABLE",
                "gui-2.0.0|effectifMax: 12|effectifMax: 3|certification.sessions.effectifMax : une session ne s’ouvrirait jamais : 4 candidats au moins, 3 au plus",
                "gui-2.0.0|modalites: [MISE_EN_SITUATION_REELLE]|modalites: [DOSSIER]|blocs[0].competences[0].modalites[0] : aucune épreuve du bloc n’observe la compétence « C1 » sous la forme DOSSIER",
                "gui-2.0.0|à {lieu}|à {salle}|documents.papiers[0].parties[0].texte : le champ {salle} n’existe pas, attendu : blocs, certificateur, certification, date, jury, lieu, mentions, niveau, numero, recours, titulaire",
            })
    void whatAReferentielSaysAmissIsRefusedAtItsPlace(String file, String before, String after, String expected) {
        Copie copie = Copie.of("complete", folder);
        String path = "referentiels/" + file + ".yaml";
        String[] replacements = after.split("¤");
        copie.replace(path, before, replacements[0]);
        if (replacements.length == 3) {
            copie.replace(path, replacements[1], replacements[2]);
        }

        assertThat(phrases(copie))
                .anySatisfy(p -> assertThat(p).startsWith(path).endsWith(expected));
    }

    /** A renewal that takes over the next day; both répertoires; a transmission that nobody ended before the registration. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ statut: RNCP, code: RNCP99997, du: 2031-07-01, au: null }",
                "{ statut: RS, code: RS9997, du: 2026-07-01, au: 2031-06-30 }",
                "{ statut: TRANSMIS, code: null, du: 2020-01-01, au: null }"
            })
    void periodsOfDifferentKindsAndARenewalTheNextDayAreNoOverlap(String period) {
        Copie copie = Copie.of("complete", folder)
                .replace("referentiels/gui-2.0.0.yaml", "au: 2031-06-30 }]", "au: 2031-06-30 }, " + period + "]");

        assertThat(reader.read(copie.url())).isInstanceOf(Lecture.Valide.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bloc: AID-B1 }|bloc: AID-B9 }|equivalences[0].vers.bloc : le bloc « AID-B9 » n’existe pas dans « CPL-AID »",
                "version: \"1.0.0\", bloc|version: \"1.1.0\", bloc|equivalences[0].de.version : la certification « CPL-GUI » n’a pas de version 1.1.0",
                "competence: C1 }|competence: C9 }|equivalences[1].vers.competence : la compétence « C9 » n’existe pas dans le bloc « GUI-B1 »",
                "vers: { certification: CPL-GUI, bloc: GUI-B1, competence: C1 }|vers: { branche: la-bas, certification: LAB }|equivalences[1] : l’équivalence ne concerne pas cette branche : « de » ou « vers » en est une certification",
                "vers: { branche: ailleurs, certification: AIL-AID, bloc: B7 }|vers: { branche: ailleurs, certification: AIL-AID }|equivalences[2] : un bloc commun relie deux blocs",
                "vers: { certification: CPL-AID, bloc: AID-B1 }|vers: { certification: CPL-GUI, version: \"2.0.0\", bloc: GUI-B1 }|equivalences[0] : d’une version à l’autre d’une même certification, c’est une transition du référentiel",
                "conditions: [Un entretien]|conditions: []|equivalences[1].conditions : une passerelle dit ses conditions ; sans condition, c’est une EQUIVALENCE",
                "certification: CPL-GUI, intitule: Agrément|certification: CPL-GUX, intitule: Agrément|agrements[0].certification : la certification « CPL-GUX » n’existe pas dans cette branche",
                "{ code: F3, nature: PLAFOND, objet: Parcours, financeur: OPCO complet, montant: null|{ code: F3, nature: COUT, objet: Parcours, montant: 1600|financement[2] : une autre ligne dit le même montant au même moment, une seule est appliquée",
                "code: F2, certification: CPL-GUI, nature: PRISE_EN_CHARGE, objet: Parcours, financeur: OPCO complet|code: F2, nature: PRISE_EN_CHARGE, objet: Parcours|financement[1] : une prise en charge ou un plafond nomme son financeur",
                "telephone: \"01 00 00 00 00\"|telephone: \"zéro un\"|contact.telephone : doit être un numéro de téléphone, par exemple \"01 23 45 67 89\", ou null",
            })
    void whatTheBranchSaysAmissIsRefusedAtItsPlace(String before, String after, String expected) {
        Copie copie = Copie.of("complete", folder).replace("branche.yaml", before, after);

        assertThat(phrases(copie))
                .anySatisfy(
                        p -> assertThat(p).startsWith("branche.yaml, ligne ").endsWith(expected));
    }

    @Test
    void aCycleOfEquivalencesIsNamed() {
        Copie copie = Copie.of("complete", folder)
                .replace(
                        "branche.yaml",
                        "equivalences:\n",
                        """
                        equivalences:
                          - code: E4
                            nature: EQUIVALENCE
                            de: { certification: CPL-AID, bloc: AID-B1 }
                            vers: { certification: CPL-GUI, version: "1.0.0" }
                            du: 2030-06-01
                            decision: CPNE
                        """);

        assertThat(phrases(copie))
                .containsExactly(
                        "branche.yaml, ligne " + copie.line("branche.yaml", "equivalences:")
                                + ", equivalences : cycle d’équivalences : complete/CPL-AID bloc AID-B1 → complete/CPL-GUI 1.0.0 bloc GUI-A → complete/CPL-AID bloc AID-B1 ; pour un bloc commun à deux certifications, écrivez BLOC_COMMUN");
    }
}
