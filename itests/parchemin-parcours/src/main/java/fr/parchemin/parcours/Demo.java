package fr.parchemin.parcours;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Demande.Organisation;
import fr.parchemin.parcours.Profil.Arret;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * The demonstration: carries some fifty made-up candidates of two branches through the main job, by REST only, and
 * leaves the documents and a summary in a folder. On a server that already holds files it adds a fresh set.
 */
public final class Demo {

    private static final String VARIABLE = "PARCHEMIN_DEMO_MOT_DE_PASSE";
    private static final List<String> BRANCHES = List.of(Programme.METALLURGIE, Programme.SECURITE);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ParcheminClient client;
    private final Path folder;
    private final String motDePasse;
    private final PrintStream out;
    private final List<Suivi> suivis = new ArrayList<>();
    private final List<String> ecarts = new ArrayList<>();
    private final DemoSummary summary;
    private int existing;

    /** A case of the programme and the file it became. */
    record Suivi(Cas cas, Dossier dossier) {}

    Demo(ParcheminClient client, Path folder, String motDePasse, PrintStream out) {
        this.client = client;
        this.folder = folder;
        this.motDePasse = motDePasse;
        this.out = out;
        this.summary = new DemoSummary(client.server());
    }

    /** Arguments: the root address of the server, the folder for the documents. */
    public static void main(String[] args) throws IOException {
        // UTF-8 whatever the locale: a bare CI machine has the POSIX one.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        String motDePasse = System.getenv(VARIABLE);
        if (args.length != 2 || motDePasse == null || motDePasse.isEmpty()) {
            out.println("Usage : " + VARIABLE + "=… java -jar parchemin-parcours.jar <adresse> <dossier>");
            System.exit(2);
        }
        ParcheminClient client = new ParcheminClient(URI.create(args[0]));
        boolean asExpected;
        try {
            asExpected = new Demo(client, Path.of(args[1]), motDePasse, out).run();
        } catch (UnexpectedAnswer e) {
            Problem problem = e.answer().problem();
            out.printf(
                    "%nLa démonstration s’arrête : « %s » a répondu %d au lieu de %s.%n    %s %s%n",
                    e.answer().request(), e.answer().status(), e.expected(), problem.code(), problem.detail());
            asExpected = false;
        } catch (UncheckedIOException e) {
            out.printf("%nLa démonstration s’arrête : le serveur ne répond pas (%s).%n", e.getMessage());
            asExpected = false;
        }
        System.exit(asExpected ? 0 : 1);
    }

    /** Whether every file ended as the programme says. */
    boolean run() throws IOException {
        Files.createDirectories(folder);
        Instant start = Instant.now();
        if (!waitForBranches()) {
            return false;
        }
        existing = existingFiles();
        if (existing > 0) {
            out.printf("Le serveur porte déjà des candidatures : un nouveau jeu s’y ajoute.%n");
        }
        for (String branche : BRANCHES) {
            walk(branche);
        }
        suivis.forEach(this::compare);
        writeDocuments();
        summary.write(
                folder.resolve("summary.json"),
                client.get("/branches").expect(200).body(),
                suivis,
                comptes(),
                motDePasse);
        report(Duration.between(start, Instant.now()));
        return ecarts.isEmpty();
    }

    private boolean waitForBranches() {
        Instant deadline = Instant.now().plus(PATIENCE);
        JsonNode branches;
        do {
            branches = client.get("/branches").expect(200).body();
            if (codes(branches, "EN_ERREUR").stream().anyMatch(BRANCHES::contains)) {
                break;
            }
            if (codes(branches, "ACTIVE").containsAll(BRANCHES)) {
                printBranches(branches);
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        } while (Instant.now().isBefore(deadline));
        out.println("Les branches de la démonstration ne sont pas en service :");
        printBranches(branches);
        return false;
    }

    private static List<String> codes(JsonNode branches, String etat) {
        List<String> codes = new ArrayList<>();
        for (JsonNode branche : branches) {
            if (branche.path("etat").asText().equals(etat)) {
                codes.add(branche.path("code").asText());
            }
        }
        return codes;
    }

    private void printBranches(JsonNode branches) {
        for (JsonNode branche : branches) {
            out.printf(
                    "  %-18s %-10s %s%n",
                    branche.path("code").asText(),
                    branche.path("etat").asText(),
                    branche.path("certifications").findValuesAsText("code"));
            branche.path("motifs")
                    .forEach(motif ->
                            out.printf("      %s%n", motif.path("message").asText()));
        }
    }

    private int existingFiles() {
        int count = 0;
        for (String branche : BRANCHES) {
            ParcheminClient secretariat =
                    Acteurs.ofDemo(client, branche, motDePasse).secretariat();
            String apres = "";
            do {
                JsonNode page = secretariat
                        .get("/candidatures?branche=" + branche + "&limite=100" + apres)
                        .expect(200)
                        .body();
                count += page.path("elements").size();
                apres = page.path("suivant").isTextual()
                        ? "&apres=" + page.path("suivant").asText()
                        : "";
            } while (!apres.isEmpty());
        }
        return count;
    }

    private void walk(String branche) {
        Parcours parcours = new Parcours(Acteurs.ofDemo(client, branche, motDePasse));
        Map<String, List<Suivi>> byCertification = new LinkedHashMap<>();
        List<Cas> programme = Programme.cas();
        for (int i = 0; i < programme.size(); i++) {
            Cas cas = programme.get(i);
            if (cas.branche().equals(branche)) {
                Dossier dossier = parcours.instruct(demande(cas, i), cas.profil());
                byCertification
                        .computeIfAbsent(cas.certification(), code -> new ArrayList<>())
                        .add(new Suivi(cas, dossier));
            }
        }
        byCertification.forEach((certification, files) -> {
            suivis.addAll(files);
            deliberate(parcours, certification, files);
            files.stream()
                    .map(Suivi::dossier)
                    .filter(dossier -> dossier.issue().equals("VALIDATION_TOTALE"))
                    .forEach(parcours::deliver);
            out.printf("  %-18s %-10s %d candidatures menées%n", branche, certification, files.size());
        });
    }

    /** Two juries share the files of a certification; a third one takes up those postponed that come back. */
    private void deliberate(Parcours parcours, String certification, List<Suivi> files) {
        List<Suivi> ready = files.stream()
                .filter(suivi -> suivi.cas().profil().reaches(Arret.JURY))
                .filter(suivi -> Parcours.mayBePresented(suivi.dossier()))
                .toList();
        int half = (ready.size() + 1) / 2;
        session(parcours, certification, ready.subList(0, half), false);
        session(parcours, certification, ready.subList(half, ready.size()), false);
        session(
                parcours,
                certification,
                ready.stream().filter(suivi -> suivi.cas().reprise()).toList(),
                true);
    }

    private static void session(Parcours parcours, String certification, List<Suivi> files, boolean reprise) {
        if (files.isEmpty()) {
            return;
        }
        Jury jury = parcours.convene(certification, files.get(0).dossier().referentiel());
        parcours.present(jury, files.stream().map(Suivi::dossier).toList());
        for (Suivi suivi : files) {
            Profil profil = suivi.cas().profil();
            parcours.decide(
                    jury,
                    suivi.dossier(),
                    reprise ? Deliberation.SUIT_LA_PROPOSITION : profil.deliberation(),
                    profil.motif());
        }
    }

    private Demande demande(Cas cas, int rank) {
        boolean metallurgie = cas.branche().equals(Programme.METALLURGIE);
        Organisation organisme = metallurgie
                ? Inventions.organisation("Centre de formation d’exemple – Les Forges du Songe", 1)
                : Inventions.organisation("Institut d’exemple de la Vigie imaginaire", 2);
        Organisation entreprise = cas.profil().reconstituee()
                ? null
                : Inventions.organisation(
                        (metallurgie ? "Ateliers Chimère n° " : "Vigilance Feinte n° ") + (rank % 7 + 1),
                        10 + rank % 7);
        List<Candidat> candidats = Inventions.candidats();
        Candidat candidat = candidats.get(rank % candidats.size());
        LocalDate birth = cas.profil().prerequis() == Profil.Prerequis.MINEUR
                ? LocalDate.now().minusYears(16)
                : candidat.dateNaissance();
        return new Demande(
                // Another birth date makes another person: the same one may not have two open files.
                candidat.bornOn(birth.minusDays(existing)),
                cas.branche(),
                cas.certification(),
                cas.voie(),
                organisme,
                entreprise,
                List.of(metallurgie ? "Ondine Fraiseuse-Feinte" : "Achille Mainlevée"));
    }

    private void compare(Suivi suivi) {
        Cas cas = suivi.cas();
        Dossier dossier = suivi.dossier();
        if (!cas.proposition().isEmpty()) {
            compare(suivi, "proposition", cas.proposition(), dossier.proposition());
        }
        compare(suivi, "décision", cas.issue(), dossier.issue());
        compare(suivi, "état", cas.etat(), dossier.etat());
    }

    private void compare(Suivi suivi, String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            ecarts.add(String.format(
                    "%s (%s, %s) : %s « %s », attendue « %s »",
                    suivi.dossier().numero(),
                    suivi.cas().certification(),
                    suivi.cas().profil().libelle(),
                    what,
                    actual,
                    expected));
        }
    }

    private void writeDocuments() throws IOException {
        for (Suivi suivi : suivis) {
            Dossier dossier = suivi.dossier();
            Parcours parcours = new Parcours(Acteurs.ofDemo(client, suivi.cas().branche(), motDePasse));
            if (dossier.certificat() != null) {
                String numero = Parcours.numeroCertificat(dossier);
                Path certificat = folder.resolve("certificat-" + fileName(numero) + ".pdf");
                Path releve = folder.resolve("releve-" + fileName(numero) + ".pdf");
                Files.write(certificat, parcours.certificatPdf(dossier));
                Files.write(releve, parcours.relevePdf(dossier));
                checkVerification(parcours, dossier);
                summary.certificat(dossier, certificat, releve);
            } else if (dossier.issue().equals("VALIDATION_PARTIELLE")) {
                Files.write(
                        folder.resolve("releve-" + fileName(dossier.numero()) + ".pdf"), parcours.relevePdf(dossier));
            }
        }
    }

    private void checkVerification(Parcours parcours, Dossier dossier) {
        String statut = parcours.verify(dossier).expect(200).text("statut");
        if (!statut.equals("AUTHENTIQUE")) {
            ecarts.add(Parcours.numeroCertificat(dossier) + " : vérification par code « " + statut + " »");
        }
        String resultat = parcours.verifyByNumber(dossier).expect(200).text("resultat");
        if (!resultat.equals("CORRESPOND")) {
            ecarts.add(Parcours.numeroCertificat(dossier) + " : vérification par numéro « " + resultat + " »");
        }
    }

    private static String fileName(String numero) {
        return numero.replaceAll("[^A-Za-z0-9-]", "_");
    }

    private static List<String> comptes() {
        List<String> comptes = new ArrayList<>(List.of("admin"));
        BRANCHES.forEach(branche -> comptes.addAll(Acteurs.demoIdentifiants(branche)));
        return comptes;
    }

    private void report(Duration took) {
        out.printf("%n%d candidatures menées en %d s :%n", suivis.size(), took.toSeconds());
        Map<String, Long> endings = suivis.stream()
                .collect(Collectors.groupingBy(
                        suivi -> suivi.dossier().issue().isEmpty()
                                ? "sans décision, " + suivi.dossier().etat()
                                : suivi.dossier().issue(),
                        TreeMap::new,
                        Collectors.counting()));
        endings.forEach((ending, count) -> out.printf("  %3d  %s%n", count, ending));
        for (String branche : BRANCHES) {
            suivis.stream()
                    .filter(suivi -> suivi.cas().branche().equals(branche))
                    .filter(suivi -> suivi.dossier().certificat() != null)
                    .findFirst()
                    .ifPresent(this::reportEffet);
        }
        out.printf("%nAdresses%n");
        summary.adresses().forEach((name, address) -> out.printf("  %-14s %s%n", name, address));
        out.printf("%nComptes de démonstration (mot de passe commun : %s)%n", motDePasse);
        comptes().forEach(compte -> out.printf("  %s%n", compte));
        out.printf("%nDocuments dans %s%n", folder);
        summary.firstCertificat().ifPresent(certificat -> out.printf("  un certificat : %s%n", certificat));
        out.printf("  le résumé     : %s%n", folder.resolve("summary.json"));
        if (!ecarts.isEmpty()) {
            out.printf("%nCe qui ne s’est pas passé comme prévu :%n");
            ecarts.forEach(ecart -> out.printf("  %s%n", ecart));
        }
    }

    private void reportEffet(Suivi suivi) {
        Parcours parcours = new Parcours(Acteurs.ofDemo(client, suivi.cas().branche(), motDePasse));
        Map<String, String> situations = new LinkedHashMap<>();
        if (suivi.cas().branche().equals(Programme.METALLURGIE)) {
            situations.put("offre d’emploi sans niveau exigé", "");
            situations.put("offre d’emploi qui exige le niveau 5", "niveauExige=5");
        } else {
            situations.put("emploi tenu : agent de sécurité qualifié", "emploi=agent-securite-qualifie");
        }
        out.printf("%nEffet du certificat %s sur la classification%n", Parcours.numeroCertificat(suivi.dossier()));
        situations.forEach((situation, parameters) -> {
            JsonNode effet = parcours.effet(suivi.dossier(), parameters);
            out.printf(
                    "  %s : %s %s (%s)%n",
                    situation,
                    effet.path("type").asText(),
                    effet.path("libelle").asText(effet.path("position").asText("")),
                    effet.path("article").asText());
        });
    }
}
