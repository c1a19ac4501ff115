package fr.parchemin.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The scripts in bin/, run as an operator would, on a machine that is not set to French. */
final class Scripts {
    private Scripts() {}

    static Process daemon(Path home) {
        return run(home, "karaf", "daemon");
    }

    static Process run(Path home, String script, String... arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder();
            builder.command().add(home.resolve("bin").resolve(script).toString());
            builder.command().addAll(List.of(arguments));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("LC_ALL", "C");
            builder.environment().keySet().removeAll(List.of("JAVA_OPTS", "EXTRA_JAVA_OPTS", "KARAF_OPTS"));
            return builder.redirectErrorStream(true)
                    .redirectOutput(home.resolve(script + ".out").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long pid(Path home) {
        try {
            return Long.parseLong(Files.readString(home.resolve("karaf.pid"), StandardCharsets.US_ASCII)
                    .trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
