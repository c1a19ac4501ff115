package fr.parchemin.web.internal;

/** Serves the pages of a made-up platform, to look at them: the port is the argument, every password the same. */
public final class DemoPages {
    private DemoPages() {}

    public static void main(String[] arguments) throws Exception {
        Demo demo = new Demo();
        demo.disturb();
        demo.newerVersion();
        demo.roles();
        Formes.addTo(demo.catalogue, demo.world.clock.instant());
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
