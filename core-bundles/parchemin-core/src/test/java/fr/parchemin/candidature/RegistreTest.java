package fr.parchemin.candidature;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Tranche;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.jury.FiltreJurys;
import fr.parchemin.jury.Jury;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegistreTest {

    private final Plateforme p = new Plateforme();

    private List<String> names(Acteur by, Filtre filtre) {
        return p
                .registreCandidatures
                .page(by, filtre, Filtre.Tri.RECENTES, Tranche.Place.first(50))
                .orElseThrow()
                .elements()
                .stream()
                .map(c -> c.candidat().nomNaissance())
                .toList();
    }

    @Test
    void whoHoldsARoleForOneFileOrOneJuryListsItAndNoOther() {
        Candidature one = p.deposee("Un");
        Jury jury = p.juryParitaire();
        p.presentee("Deux", jury, true, true);
        p.presentee("Trois", p.juryParitaire(), true, true);
        Acteur employeur = p.account(
                "employeur",
                "Élise Employeuse",
                new Habilitation(Role.EMPLOYEUR, new Portee.DeDossier(Plateforme.ESSAI, one.id())));
        Acteur occasionnel = p.account(
                "occasionnel",
                "Oscar Occasionnel",
                new Habilitation(Role.JURY, new Portee.DeJury(Plateforme.ESSAI, jury.id())));

        assertThat(names(employeur, Filtre.none())).containsExactly("Un");
        assertThat(names(occasionnel, Filtre.none())).containsExactly("Deux");
        assertThat(p.registreJurys
                        .page(occasionnel, FiltreJurys.none(), Tranche.Place.first(50))
                        .orElseThrow()
                        .elements())
                .containsExactly(jury);
        assertThat(p.inscriptions
                        .list(employeur, null, null, null, 50)
                        .orElseThrow()
                        .elements())
                .containsExactly(one);
    }

    @Test
    void aFilterThatIsNoneIsRefusedAndABranchOutOfReachToo() {
        assertThat(code(p.registreCandidatures.count(
                        p.secretariat, Filtre.none().inEtats(Set.of("PERDUE")))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(p.registreCandidatures.count(
                        p.secretariat, Filtre.none().submitted(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 1)))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(p.registreCandidatures.count(
                        p.secretariat, Filtre.none().inBranche(Plateforme.TEMOIN))))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.registreJurys.page(
                        p.organisme, FiltreJurys.none().inBranche(Plateforme.ESSAI), Tranche.Place.first(5))))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.registreCandidatures.count(
                        p.secretariat, Filtre.none().inBranche("nulle-part"))))
                .isEqualTo(CodeRefus.BRANCHE_INCONNUE);
    }

    @Test
    void anExportHoldsWhatTheAccountMayExportAndIsJournaledWithoutAName() {
        Candidature own = p.deposee("=Formule");
        p.inscriptions
                .submit(p.autreOrganisme, p.depot(Plateforme.candidat("Autre")))
                .orElseThrow();

        String csv = new String(
                p.registreCandidatures
                        .export(p.organisme, Filtre.none().saying("formule"), Filtre.Tri.NOM)
                        .orElseThrow(),
                StandardCharsets.UTF_8);

        assertThat(csv).contains("\"'=Formule\"").contains(own.numero()).doesNotContain("Autre");
        List<Acte> lines = p.base.read(Base.TOUT, p.journal::readings).stream()
                .filter(acte -> acte.nature() == Acte.Nature.CANDIDATURES_EXPORTEES)
                .toList();
        assertThat(lines).singleElement().satisfies(acte -> {
            assertThat(acte.acteur()).isEqualTo("organisme");
            assertThat(acte.detail()).isEqualTo("1 dossier exporté");
            assertThat(acte.toString()).contains(own.numero()).doesNotContainIgnoringCase("formule");
        });
        assertThat(code(p.registreCandidatures.export(p.evaluateur1, Filtre.none(), Filtre.Tri.NOM)))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
    }
}
