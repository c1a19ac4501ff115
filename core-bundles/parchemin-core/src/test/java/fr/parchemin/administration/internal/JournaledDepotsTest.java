package fr.parchemin.administration.internal;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Elevations;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Limites;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Origine;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.administration.Depots;
import fr.parchemin.administration.DossierDepot;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Who drops and takes out what, and what is left of it in the journal. */
class JournaledDepotsTest {

    /** A folder in memory; what is sent is what its first entry is called: « zip essai », « jar essai », « rien x ». */
    private static final class Dossier implements DossierDepot {
        private final Set<Sorte> admitted = EnumSet.of(Sorte.ARCHIVE);
        private final List<Artefact> artefacts = new ArrayList<>();
        private final List<Retire> retires = new ArrayList<>();
        private boolean full;
        private int examined;

        @Override
        public boolean admits(Sorte sorte) {
            return admitted.contains(sorte);
        }

        @Override
        public List<Artefact> list() {
            return List.copyOf(artefacts);
        }

        @Override
        public Envoi look(byte[] contenu) {
            String[] words = name(contenu).split(" ");
            return switch (words[0]) {
                case "zip" -> new Envoi.Lisible(Sorte.ARCHIVE, words[1]);
                case "jar" -> new Envoi.Lisible(Sorte.EXTENSION, words[1]);
                default ->
                    new Envoi.Illisible(List.of(MotifErreur.of(MotifErreur.Code.ARTEFACT_REFUSE, "pas de branche")));
            };
        }

        private static String name(byte[] contenu) {
            int length = contenu[26];
            return new String(contenu, 30, length, StandardCharsets.ISO_8859_1);
        }

        @Override
        public Examen examine(Sorte sorte, byte[] contenu) {
            examined++;
            return new Examen(Optional.empty(), 0, List.of());
        }

        @Override
        public Examen examine(Artefact artefact) {
            examined++;
            return new Examen(Optional.empty(), 3, List.of());
        }

        @Override
        public String put(String branche, Sorte sorte, byte[] contenu, List<Artefact> avant, Instant now)
                throws IOException {
            if (full) {
                throw new IOException("no space left");
            }
            artefacts.removeAll(avant);
            String nom = branche + "." + sorte.extension();
            artefacts.add(new Artefact(nom, sorte, contenu.length, now, branche));
            return nom;
        }

        @Override
        public Retire remove(Artefact artefact, Instant now) {
            artefacts.remove(artefact);
            Retire retire = new Retire("0a1b2c3d", artefact.nom(), artefact.sorte(), artefact.branche(), now);
            retires.add(retire);
            return retire;
        }

        @Override
        public List<Retire> removed() {
            return List.copyOf(retires);
        }

        @Override
        public void restore(Retire retire) {
            retires.remove(retire);
            artefacts.add(new Artefact(retire.nom(), retire.sorte(), 1, retire.retireLe(), retire.branche()));
        }

        @Override
        public String empreinte(Artefact artefact) {
            return "empreinte de " + artefact.nom();
        }
    }

    /** Asks a proof for the acts that it is told to ask one for. */
    private static final class Preuves implements Elevations {
        private final Set<Droit> asked = EnumSet.noneOf(Droit.class);

        @Override
        public Optional<Refus> lacks(Identite by, Droit droit) {
            return asked.contains(droit)
                    ? Optional.of(Refus.of(CodeRefus.ELEVATION_REQUISE, "votre mot de passe"))
                    : Optional.empty();
        }

        @Override
        public Outcome<Instant> elevate(String jeton, String motDePasse, String typed, Origine origine) {
            throw new AssertionError("not by this use case");
        }
    }

    private final Plateforme p = new Plateforme();
    private final Dossier dossier = new Dossier();
    private final Preuves preuves = new Preuves();
    private final Depots depots = new JournaledDepots(
            dossier,
            p.catalogue,
            branches -> Map.of(Plateforme.ESSAI, Map.of("ESS-OPE", 2L)),
            preuves,
            p.snapshots,
            p.base,
            p.journal,
            p.clock);
    private final Acteur exploitant = holding(Habilitation.ofPlatform(Role.EXPLOITANT));

    private static Acteur holding(Habilitation habilitation) {
        return new Acteur("exploitant", "Exploitante", Set.of(habilitation));
    }

    private static Identite session(Acteur acteur) {
        return new Identite(
                acteur, UUID.randomUUID(), Moyen.MOT_DE_PASSE, null, false, false, Optional.<Limites>empty());
    }

    private static byte[] sent(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private List<Acte> acts() {
        return p.base.read(Base.TOUT, p.journal::all).stream()
                .filter(a -> a.nature() == Acte.Nature.BRANCHE_DEPOSEE
                        || a.nature() == Acte.Nature.BRANCHE_RETIREE
                        || a.nature() == Acte.Nature.BRANCHE_REMISE)
                .toList();
    }

    @Test
    void aDropIsJournaledWithWhoAndTheHashOfWhat() {
        Depots.Depose depose =
                depots.drop(session(exploitant), sent("zip essai")).orElseThrow();

        assertThat(depose.artefact()).isEqualTo("essai.zip");
        assertThat(depose.empreinte()).matches("[0-9a-f]{64}");
        assertThat(acts()).singleElement().satisfies(acte -> {
            assertThat(acte.acteur()).isEqualTo("exploitant");
            assertThat(acte.objet()).isEqualTo("branche/essai");
            assertThat(acte.apres().champs().get("empreinte").texte()).isEqualTo(depose.empreinte());
        });
    }

    @Test
    void aReplacementSaysWhatItReplaces() {
        depots.drop(session(exploitant), sent("zip essai")).orElseThrow();

        Depots.Depose again =
                depots.drop(session(exploitant), sent("zip essai")).orElseThrow();

        assertThat(again.remplace()).contains("essai.zip");
        assertThat(acts().get(1).avant().champs().get("empreinte").texte()).isEqualTo("empreinte de essai.zip");
    }

    @Test
    void onlyWhoRunsThePlatformDropsAndTakesOut() {
        for (Acteur stranger : List.of(p.secretariat, p.certificateur, p.organisme, p.jury)) {
            assertThat(code(depots.drop(session(stranger), sent("zip essai")))).isEqualTo(CodeRefus.ACCES_REFUSE);
            assertThat(code(depots.verify(session(stranger), sent("zip essai"))))
                    .isEqualTo(CodeRefus.ACCES_REFUSE);
            assertThat(code(depots.state(stranger))).isEqualTo(CodeRefus.ACCES_REFUSE);
            assertThat(code(depots.find(stranger, Plateforme.ESSAI))).isEqualTo(CodeRefus.ACCES_REFUSE);
            assertThat(code(depots.prove(stranger, Plateforme.ESSAI))).isEqualTo(CodeRefus.ACCES_REFUSE);
            assertThat(code(depots.remove(stranger, Plateforme.ESSAI, Plateforme.ESSAI)))
                    .isEqualTo(CodeRefus.ACCES_REFUSE);
            assertThat(code(depots.restore(stranger, "0a1b2c3d"))).isEqualTo(CodeRefus.ACCES_REFUSE);
        }
        assertThat(dossier.list()).isEmpty();
        assertThat(acts()).isEmpty();
    }

    @Test
    void codeIsNeitherDroppedNorRunUnlessTheOperatorLetsIt() {
        assertThat(code(depots.drop(session(exploitant), sent("jar essai")))).isEqualTo(CodeRefus.DEPOT_FERME);
        assertThat(code(depots.verify(session(exploitant), sent("jar essai")))).isEqualTo(CodeRefus.DEPOT_FERME);
        assertThat(dossier.examined).isZero();

        dossier.admitted.add(DossierDepot.Sorte.EXTENSION);
        preuves.asked.add(Droit.EXTENSION_DEPOSER);
        assertThat(code(depots.drop(session(exploitant), sent("jar essai")))).isEqualTo(CodeRefus.ELEVATION_REQUISE);
        assertThat(depots.drop(session(exploitant), sent("zip essai")).isDone()).isTrue();
        preuves.asked.clear();
        assertThat(depots.drop(session(exploitant), sent("jar essai")).isDone()).isTrue();
    }

    @Test
    void dataStayOutWhereTheOperatorSaysSo() {
        dossier.admitted.clear();

        assertThat(code(depots.drop(session(exploitant), sent("zip essai")))).isEqualTo(CodeRefus.DEPOT_FERME);
        assertThat(depots.verify(session(exploitant), sent("zip essai")).isDone())
                .isTrue();
    }

    @Test
    void whatIsNoArtefactIsRefusedWithTheReason() {
        for (byte[] wrong : List.of(
                new byte[0],
                "un texte".getBytes(StandardCharsets.UTF_8),
                new byte[DossierDepot.OCTETS_MAXIMUM + 1],
                sent("rien essai"))) {
            assertThat(code(depots.drop(session(exploitant), wrong))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        }
        assertThat(acts()).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNoLine() {
        dossier.full = true;

        assertThatThrownBy(() -> depots.drop(session(exploitant), sent("zip essai")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(acts()).isEmpty();
    }

    @Test
    void aBranchIsTakenOutByItsCodeAndPutBackToAFreePlace() {
        assertThat(code(depots.remove(exploitant, Plateforme.ESSAI, Plateforme.ESSAI)))
                .isEqualTo(CodeRefus.BRANCHE_HORS_DEPOT);
        depots.drop(session(exploitant), sent("zip " + Plateforme.ESSAI)).orElseThrow();

        assertThat(depots.find(exploitant, Plateforme.ESSAI).orElseThrow().ouverts())
                .isEqualTo(2);
        assertThat(code(depots.remove(exploitant, Plateforme.ESSAI, null))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(depots.remove(exploitant, "inconnue", "inconnue"))).isEqualTo(CodeRefus.BRANCHE_INCONNUE);
        depots.remove(exploitant, Plateforme.ESSAI, Plateforme.ESSAI).orElseThrow();
        assertThat(dossier.list()).isEmpty();

        depots.drop(session(exploitant), sent("zip " + Plateforme.ESSAI)).orElseThrow();
        assertThat(code(depots.restore(exploitant, "0a1b2c3d"))).isEqualTo(CodeRefus.DEPOT_OCCUPE);
        dossier.artefacts.clear();
        depots.restore(exploitant, "0a1b2c3d").orElseThrow();
        assertThat(code(depots.restore(exploitant, "0a1b2c3d"))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(acts())
                .extracting(Acte::nature)
                .containsExactly(
                        Acte.Nature.BRANCHE_DEPOSEE,
                        Acte.Nature.BRANCHE_RETIREE,
                        Acte.Nature.BRANCHE_DEPOSEE,
                        Acte.Nature.BRANCHE_REMISE);
    }

    @Test
    void casesAreRunAgainOnWhatLiesInTheFolder() {
        assertThat(code(depots.prove(exploitant, Plateforme.ESSAI))).isEqualTo(CodeRefus.BRANCHE_HORS_DEPOT);
        depots.drop(session(exploitant), sent("zip " + Plateforme.ESSAI)).orElseThrow();

        assertThat(depots.prove(exploitant, Plateforme.ESSAI).orElseThrow().cas())
                .isEqualTo(3);
    }
}
