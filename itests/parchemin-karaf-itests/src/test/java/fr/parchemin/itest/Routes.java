package fr.parchemin.itest;

import fr.parchemin.acces.Droit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What the running servlet of the pages answers to, with {@code {name}} for any one segment of an address; asked of itself,
 * so that a page which somebody adds is in this list at once.
 */
record Routes(List<Route> all) {

    /** An address with the method it answers to, and the row of the table of rights that it names. */
    record Route(String method, String path, Droit droit) {
        private static Route of(String line) {
            String[] parts = line.split(" ");
            return new Route(parts[0], parts[1], Droit.valueOf(parts[2]));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Routes of(Karaf karaf) {
        karaf.installProbe(Inside.class, "tell");
        try {
            karaf.call("tell");
            return new Routes(Files.readAllLines(karaf.home().resolve("data").resolve(Inside.FILE)).stream()
                    .map(Route::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            karaf.uninstallProbe();
        }
    }

    /** The addresses that answer GET. */
    List<String> pages() {
        return all.stream()
                .filter(route -> route.method().equals("GET"))
                .map(Route::path)
                .toList();
    }

    /** The address of the list that this path is an instance of; the first that fits, as the router takes it. */
    Optional<String> of(String path) {
        String[] given = path.split("/", -1);
        return pages().stream().filter(page -> fits(page.split("/", -1), given)).findFirst();
    }

    private static boolean fits(String[] expected, String[] given) {
        boolean fits = expected.length == given.length;
        for (int i = 0; fits && i < expected.length; i++) {
            fits = expected[i].startsWith("{") ? !given[i].isEmpty() : expected[i].equals(given[i]);
        }
        return fits;
    }

    /** What runs in the container. It reaches the servlet by names only, since the bundle of the pages exports nothing. */
    static final class Inside {
        private static final String FILE = "routes.txt";

        @InContainer
        void tell() throws ReflectiveOperationException, IOException, InvalidSyntaxException {
            BundleContext context = FrameworkUtil.getBundle(Inside.class).getBundleContext();
            ServiceReference<?> servlet = context.getAllServiceReferences(
                            "jakarta.servlet.Servlet", "(osgi.http.whiteboard.servlet.name=parchemin-web)")[0];
            List<String> routes = new ArrayList<>();
            for (Object route : (List<?>) read(read(context.getService(servlet), "router"), "routes")) {
                routes.add(read(route, "method") + " " + read(route, "path") + " " + read(route, "droit"));
            }
            context.ungetService(servlet);
            Files.write(Path.of(System.getProperty("karaf.data"), FILE), routes);
        }

        private static Object read(Object from, String name) throws ReflectiveOperationException {
            Method method = from.getClass().getDeclaredMethod(name);
            method.setAccessible(true);
            return method.invoke(from);
        }
    }
}
