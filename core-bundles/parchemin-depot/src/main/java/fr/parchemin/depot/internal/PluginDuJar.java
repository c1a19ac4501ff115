package fr.parchemin.depot.internal;

import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.spi.RegleEnCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The plugin in a jar that is not installed. Its class sees the SPI and the JDK, as it does once dropped; it is loaded and
 * made by the first method called, so that the guard that calls it bears whatever its constructor does.
 */
public final class PluginDuJar implements BranchePlugin, AutoCloseable {

    private final URLClassLoader loader;
    private final String components;
    private BranchePlugin plugin;

    public PluginDuJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String header = file.getManifest() == null
                    ? null
                    : file.getManifest().getMainAttributes().getValue("Service-Component");
            components = header == null ? "" : header;
        }
        loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, BranchePlugin.class.getClassLoader());
    }

    /** Whether it has a component at all; otherwise it is data only. */
    public boolean bringsCode() {
        return !components.isBlank();
    }

    @Override
    public URL definition() {
        return plugin().definition();
    }

    @Override
    public List<RegleEnCode> regles() {
        return plugin().regles();
    }

    private synchronized BranchePlugin plugin() {
        if (plugin == null) {
            plugin = make();
        }
        return plugin;
    }

    private BranchePlugin make() {
        try {
            for (String component : components.split(",")) {
                Class<?> type = Class.forName(implementation(component.strip()), true, loader);
                if (BranchePlugin.class.isAssignableFrom(type)) {
                    return (BranchePlugin) type.getConstructor().newInstance();
                }
            }
            throw new IllegalStateException("aucun composant n’est un BranchePlugin");
        } catch (ReflectiveOperationException | IOException unusable) {
            throw new IllegalStateException(unusable.toString(), unusable);
        }
    }

    private String implementation(String component) throws IOException {
        try (InputStream in = loader.getResourceAsStream(component)) {
            if (in == null) {
                throw new IOException(component + " est introuvable");
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element implementation = (Element) factory.newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("implementation")
                    .item(0);
            if (implementation == null) {
                throw new IOException(component + " ne nomme aucune classe");
            }
            return implementation.getAttribute("class");
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException(component, unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
