package fr.parchemin.branche.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.exemple.Copie;
import fr.parchemin.exemple.Exemple;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A way of scoring that cannot come out either way is refused with its place and what is wrong. */
class CoherenceBaremesTest {

    @TempDir
    private Path folder;

    private List<String> phrases(Copie copie) {
        Lecture lecture = DefinitionReader.standalone().read(copie.url());
        assertThat(lecture).isInstanceOf(Lecture.Invalide.class);
        return ((Lecture.Invalide) lecture)
                .motifs().stream().map(MotifErreur::phrase).map(Exemple::plain).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bar-aepe|seuil: 10, termes|seuil: 21, termes|blocs[0].regle.seuil : 21 dépasse l’échelle de 20, aucun candidat ne peut l’atteindre",
                "bar-aepe|epreuve: EP1, poids: 7|epreuve: EP9, poids: 7|blocs[0].regle.termes[0].epreuve : l’épreuve « EP9 » n’existe pas dans le bloc",
                "bar-aepe|{ epreuve: EP1, poids: 7 }|{ epreuve: EP1, critere: e1 }|blocs[0].regle.termes[0] : un terme nomme exactement un de",
                "bar-aepe|{ epreuve: EP2, poids: 4 }, { epreuve: EP3, poids: 4 }|{ epreuve: EP1, poids: 4 }|blocs[0].regle.termes[1] : ce terme figure deux fois",
                "bar-aepe|{ epreuve: EP1, poids: 7 }, { epreuve: EP2, poids: 4 }, { epreuve: EP3, poids: 4 }|{ epreuve: EP1, poids: 0 }|blocs[0].regle.termes : les poids font zéro",
                "bar-aepe|maximum: 5, retenu: DERNIER|maximum: 5, retenu: MEILLEUR|blocs[0].epreuves[0].passages.conservation : une note gardée",
                "bar-car|{ termes: [ { source: FORMATEURS, poids: 30 }|{ termes: [ { source: CLIENTS, poids: 30 }|blocs[0].note.termes[0].source : aucune épreuve du bloc n’a « CLIENTS » pour source",
                "bar-car|MOYENNE_BLOCS, seuil: 12|MOYENNE_BLOCS, seuil: 20.5|regle.regles[1].seuil : 20.5 dépasse l’échelle de 20",
                "bar-car|{ type: TOUS_BLOCS }|{ type: TOUS_BLOCS, blocs: [CAR-D9] }|regle.regles[0].blocs[0] : le bloc « CAR-D9 » n’existe pas",
                "bar-vdl|type: TOTAL, seuil: 26|type: TOTAL, seuil: 41|blocs[0].regle.regles[2].seuil : 41 dépasse le total possible de 40",
                "bar-vdl|{ epreuve: PRATIQUE } ]|{ epreuve: PRATIQUE, poids: 2 } ]|blocs[0].regle.regles[2].termes[1].poids : un total additionne des points",
                "bar-vdl|{ type: NOTE_MINIMALE, epreuve: PRATIQUE, seuil: 14 }|{ type: PORTE, epreuve: PRATIQUE, seuil: 14, ouvre: [THEORIE] }|blocs[0].regle.regles[0].ouvre : les portes se ferment l’une l’autre",
                "bar-ap1|plancher: 6|plancher: 21|blocs[0].regle.plancher : le plancher de 21 dépasse le barème de 20",
                "bar-num|note: { termes: [ { competence: C1.1 }, { competence: C1.2 } ] }|# sans note|blocs[0].regle : la moyenne ne nomme aucun terme",
                "bar-num|note: { termes: [ { competence: C1.1 }, { competence: C1.2 } ] }|# sans note|regle : le bloc « UV1 » ne dit pas comment se calcule sa note",
                "bar-num|plancher: 8|plancher: 30|regle.plancher : 30 dépasse l’échelle de 20",
                "bar-num|competence: C1.1 }, { competence: C1.2|competence: C1.1 }, { competence: C9|blocs[0].note.termes[1].competence : la compétence « C9 » n’existe pas",
                "bar-etat|prerequis: EPREUVE-ETAT, ouvre|prerequis: INCONNU, ouvre|blocs[0].regle.regles[0].prerequis : le prérequis « INCONNU » n’existe pas",
                "bar-etat|ouvre: [MSP]|ouvre: [MSX]|blocs[0].regle.regles[0].ouvre : l’épreuve « MSX »",
                "bar-opt|nombre: 1, blocs: [O1, O2, O3]|nombre: 4, blocs: [O1, O2, O3]|regle.regles[1].nombre : 4 blocs demandés parmi 3",
                "bar-niv|acquisA: B }|acquisA: Z }|acquisA : le niveau « Z » n’existe pas",
                "bar-niv|acquisA: B }|acquisA: D }|acquisA : « D » est le plus bas niveau, tout candidat l’atteint",
                "bar-niv|libelle: Fragile, points: 6|libelle: Fragile|niveaux : tous les niveaux ont des points, ou aucun",
                "bar-niv|libelle: Fragile, points: 6|libelle: Fragile, points: 15|niveaux[2].points : ce niveau vaut moins que le précédent",
                "bar-niv|type: NIVEAU_PAR_COMPETENCE, niveau: B|type: NIVEAU_PAR_COMPETENCE, niveau: E|blocs[0].regle.niveau : le critère « n1 » n’a pas de niveau « E »",
                "bar-niv|type: NIVEAU_PAR_COMPETENCE, niveau: B|type: NIVEAU_PAR_COMPETENCE, niveau: D|est le plus bas niveau du critère « n1 »",
                "bar-niv|nombre: 2, seuil: 12|nombre: 4, seuil: 12|blocs[3].regle.nombre : 4 notes retenues sur 3 épreuves",
                "bar-niv|minimum: 3, maximum: 6|minimum: 7, maximum: 6|blocs[2].epreuves[0].passages.minimum : 7 passages demandés, 6 admis",
                "bar-niv|criteres: [g, i]|criteres: [g]|blocs[4].epreuves[0] : l’épreuve de groupe n’a aucun critère individuel",
                "bar-niv|echelle: BINAIRE, poids: 2|echelle: BINAIRE, bareme: 2|« bareme » ne va qu’avec l’échelle POINTS",
                "bar-niv|echelle: BINAIRE, poids: 2|echelle: BINAIRE, acquisA: B|« acquisA » ne va qu’avec l’échelle NIVEAUX",
                "bar-niv|code: D, libelle|code: ACQUIS, libelle|doit être un code de niveau",
                "bar-niv|portee: CRITERES, seuil: 70|portee: CRITERES, seuil: 101|blocs[1].regle.seuil : trop grand",
                "bar-eca|ecartMaximal: 4|ecartMaximal: 21|concordance.ecartMaximal : trop grand",
            })
    void saysWhereAndWhatIsWrong(String file, String before, String after, String expected) {
        Copie copie = Copie.of("baremes", folder).replace("referentiels/" + file + ".yaml", before, after);

        assertThat(phrases(copie)).anyMatch(phrase -> phrase.contains(expected));
    }
}
