package fr.parchemin.parcours;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The jar of a branch, and what an author would make of it: each change gives another jar. */
public final class BrancheJar {
    private final Manifest manifest;
    private final Map<String, byte[]> entries;

    private BrancheJar(Manifest manifest, Map<String, byte[]> entries) {
        this.manifest = manifest;
        this.entries = entries;
    }

    /** The jar of a branch that ships, in the file that the system property {@code parchemin.branche.<code>} names. */
    public static BrancheJar shipped(String code) {
        String file = System.getProperty("parchemin.branche." + code);
        if (file == null) {
            throw new IllegalStateException("The system property parchemin.branche." + code + " is not set");
        }
        try (InputStream in = Files.newInputStream(Path.of(file));
                JarInputStream jar = new JarInputStream(in)) {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), jar.readAllBytes());
                }
            }
            return new BrancheJar(jar.getManifest(), entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BrancheJar header(String name, String value) {
        Manifest changed = new Manifest(manifest);
        changed.getMainAttributes().putValue(name, value);
        return new BrancheJar(changed, entries);
    }

    public BrancheJar with(String entry, String text) {
        return with(entry, text.getBytes(StandardCharsets.UTF_8));
    }

    public BrancheJar with(String entry, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put(entry, content);
        return new BrancheJar(manifest, changed);
    }

    /** With a class of the tests, as an author would compile one. */
    public BrancheJar withClass(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            Map<String, byte[]> changed = new LinkedHashMap<>(entries);
            changed.put(name, in.readAllBytes());
            return new BrancheJar(manifest, changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without any entry whose name ends so. */
    public BrancheJar without(String suffix) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.keySet().removeIf(name -> name.endsWith(suffix));
        return new BrancheJar(manifest, changed);
    }

    /** In the one entry whose name ends so, this text in place of that one, which must be there. */
    public BrancheJar replace(String suffix, String before, String after) {
        String name = entries.keySet().stream()
                .filter(entry -> entry.endsWith(suffix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No entry ends with " + suffix));
        String text = new String(entries.get(name), StandardCharsets.UTF_8);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(name + " does not contain " + before);
        }
        return with(name, text.replace(before, after));
    }

    public String text(String entry) {
        return new String(entries.get(entry), StandardCharsets.UTF_8);
    }

    /** The definition alone, as somebody without Java would zip it: inside a folder of that name. */
    public byte[] zip(String top) {
        return zip(top, Map.of());
    }

    /** The same, with further entries whatever their names. */
    public byte[] zip(String top, Map<String, byte[]> further) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                if (entry.getKey().endsWith(".yaml")) {
                    zip.putNextEntry(new ZipEntry(top + "/" + entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
            for (Map.Entry<String, byte[]> entry : further.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The definition alone, as files in that folder. */
    public Path unpack(Path folder) {
        try {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                if (entry.getKey().endsWith(".yaml")) {
                    Path file = folder.resolve(entry.getKey());
                    Files.createDirectories(file.getParent());
                    Files.write(file, entry.getValue());
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
