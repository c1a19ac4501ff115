package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** From a method and a path to what answers. Paths are matched by segments; the first route that fits is taken. */
final class Router {
    /**
     * A route: {@code {name}} in its path stands for any one segment.
     *
     * @param droit whose it is; what the account may do to the very thing there is for the use case to tell
     * @param files whether its form may hold files; everywhere else they are not even read
     */
    record Route(String method, String path, Droit droit, Handler handler, boolean files) {}

    /** A route that fits, with what stands for the names in its path. */
    record Match(Route route, Map<String, String> variables) {}

    private final List<Route> routes = new ArrayList<>();

    void get(String path, Droit droit, Handler handler) {
        routes.add(new Route("GET", path, droit, handler, false));
    }

    void post(String path, Droit droit, Handler handler) {
        routes.add(new Route("POST", path, droit, handler, false));
    }

    /** The same for a form that holds a file. */
    void postWithFile(String path, Droit droit, Handler handler) {
        routes.add(new Route("POST", path, droit, handler, true));
    }

    List<Route> routes() {
        return List.copyOf(routes);
    }

    Optional<Match> find(String method, String path) {
        String effective = "HEAD".equals(method) ? "GET" : method;
        for (Route route : routes) {
            if (route.method().equals(effective)) {
                Map<String, String> variables = match(route.path(), path);
                if (variables != null) {
                    return Optional.of(new Match(route, variables));
                }
            }
        }
        return Optional.empty();
    }

    /** The methods that the path answers to, none when it is nowhere. */
    Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (match(route.path(), path) != null) {
                methods.add(route.method());
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private static Map<String, String> match(String pattern, String path) {
        String[] expected = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        if (expected.length != given.length) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{")) {
                if (given[i].isEmpty()) {
                    return null;
                }
                variables.put(expected[i].substring(1, expected[i].length() - 1), given[i]);
            } else if (!expected[i].equals(given[i])) {
                return null;
            }
        }
        return variables;
    }
}
