package fr.parchemin.testkit;

import fr.parchemin.spi.BranchePlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The service that a plugin announces, as the build wrote it from {@code @Component}: the annotation itself is gone by then. */
final class ServiceAnnonce {

    private ServiceAnnonce() {}

    /** What keeps the platform from finding the plugin under that code, in French. */
    static List<String> objections(Class<?> plugin, String code) {
        try (InputStream description = plugin.getResourceAsStream("/OSGI-INF/" + plugin.getName() + ".xml")) {
            if (description == null) {
                return List.of("« " + plugin.getSimpleName() + " » n’annonce aucun service : annotez la classe de "
                        + "@Component(property = BranchePlugin.CODE + \"=" + code + "\")");
            }
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(description);
            NodeList properties = document.getElementsByTagName("property");
            List<String> announced = IntStream.range(0, properties.getLength())
                    .mapToObj(i -> (Element) properties.item(i))
                    .filter(p -> p.getAttribute("name").equals(BranchePlugin.CODE))
                    .map(p -> p.getAttribute("value"))
                    .toList();
            return announced.equals(List.of(code))
                    ? List.of()
                    : List.of("le service s’annonce « " + String.join(", ", announced)
                            + " » mais la définition porte le code « " + code + " »");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SAXException | ParserConfigurationException malformed) {
            throw new IllegalStateException("the build wrote a component description that is no XML", malformed);
        }
    }
}
