package fr.parchemin.web.internal;

import fr.parchemin.attente.Attente;
import java.time.LocalDate;

/** Serves the pages of a made-up platform, to look at them: the port is the argument, every password the same. */
public final class DemoPages {
    private DemoPages() {}

    private static void waiting(Demo demo) {
        LocalDate today = LocalDate.now(demo.world.clock);
        Attente.Sujet file = new Attente.Sujet.Dossier(
                demo.deposee.id(), demo.deposee.numero(), "Issa Moussa TRAORÉ", demo.deposee.intitule());
        Attente.Sujet jury =
                new Attente.Sujet.Seance(demo.juryMet.id(), demo.juryMet.numero(), demo.juryMet.intitule());
        demo.attentes.add(
                demo.secretariat,
                new Attente(
                        Attente.Nature.PREREQUIS_QUI_EXPIRE,
                        Demo.SEC,
                        file,
                        "« Autorisation préalable du CNAPS » n’est établi que jusqu’à cette date.",
                        1,
                        today.minusDays(1),
                        today.minusDays(20)));
        demo.attentes.add(
                demo.secretariat,
                new Attente(
                        Attente.Nature.DOSSIERS_A_PRESENTER,
                        Demo.MET,
                        jury,
                        "Les évaluations de 3 candidats sont complètes, ce jury siège le 14 avril 2026.",
                        3,
                        today.plusDays(3),
                        today.minusDays(9)));
        demo.attentes.add(
                demo.secretariat,
                new Attente(
                        Attente.Nature.PREREQUIS_A_CONSTATER,
                        Demo.SEC,
                        file,
                        "Reste à établir : Autorisation préalable du CNAPS, Aptitude à la langue française.",
                        1,
                        null,
                        today.minusDays(4)));
        demo.attentes.add(
                demo.secretariat,
                new Attente(
                        Attente.Nature.JURY_A_COMPOSER,
                        Demo.MET,
                        new Attente.Sujet.Certification("MET-OMI", "Opérateur(trice) en maintenance industrielle"),
                        "L’évaluation de Noémie ATTIAS est complète, et aucun jury n’est prévu.",
                        1,
                        null,
                        today.minusDays(2)));
    }

    public static void main(String[] arguments) throws Exception {
        Demo demo = new Demo();
        demo.disturb();
        demo.newerVersion();
        demo.roles();
        Formes.addTo(demo.catalogue, demo.world.clock.instant());
        waiting(demo);
        try (WebServer server = new WebServer(demo.servlet(false), Integer.parseInt(arguments[0]))) {
            System.out.println(server.address());
            System.out.println("certificat /certificats/" + demo.certificat.numero());
            System.out.println("verification /v/" + demo.certificat.codeVerification());
            System.out.println("delivree /candidatures/" + demo.delivree.id());
            System.out.println("decidee /candidatures/" + demo.decidee.id());
            System.out.println("partielle /candidatures/" + demo.partielle.id());
            System.out.println("enEvaluation /candidatures/" + demo.enEvaluation.id());
            System.out.println("gardiennage /candidatures/" + demo.gardiennage.id());
            System.out.println("deposee /candidatures/" + demo.deposee.id());
            System.out.println("recevable /candidatures/" + demo.recevable.id());
            System.out.println("jury /jurys/" + demo.juryMet.id());
            System.out.println("jurySec /jurys/" + demo.jurySec.id());
            System.out.println("deliberation /jurys/" + demo.juryMet.id() + "/candidatures/" + demo.presentee.id());
            Thread.currentThread().join();
        }
    }
}
