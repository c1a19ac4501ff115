package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KarafServer.class)
class DistributionIT {

    @Test
    void tellsThatItIsWell(Karaf karaf) {
        var sante = karaf.get("/api/sante");
        assertThat(sante.statusCode()).isEqualTo(200);
        assertThat(sante.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(sante.body()).contains("\"statut\":\"OK\"");
    }

    @Test
    void listensOnThisMachineOnly(Karaf karaf) throws SocketException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress address : others) {
            for (int port : new int[] {karaf.httpPort(), karaf.sshPort()}) {
                assertThatThrownBy(() -> connect(address, port))
                        .as("%s port %d", address, port)
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void remoteConsoleAnswersOnThisMachine(Karaf karaf) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), karaf.sshPort())) {
            byte[] banner = socket.getInputStream().readNBytes(4);
            assertThat(new String(banner, StandardCharsets.US_ASCII)).isEqualTo("SSH-");
        }
    }

    @Test
    void shipsNoAccountForTheConsole(Karaf karaf) throws IOException {
        for (String file : List.of("users.properties", "keys.properties")) {
            assertThat(Files.readAllLines(karaf.home().resolve("etc").resolve(file)))
                    .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                    .allMatch(line -> line.startsWith("_g_"));
        }
    }

    /** Jetty refuses such an address before any servlet sees it. */
    @Test
    void whatTheServerItselfRefusesIsAProblemThatTellsNothing(Karaf karaf) {
        var refused = karaf.get("/api/certifications/a%2Fb");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("REQUETE_REFUSEE").doesNotContain("a%2Fb", "Jetty", "URI");
        assertThat(refused.headers().firstValue("Server")).isEmpty();
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }
}
