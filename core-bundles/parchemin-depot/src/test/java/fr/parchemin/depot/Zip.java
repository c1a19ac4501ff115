package fr.parchemin.depot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zips, honest or not. */
public final class Zip {
    private record Entry(String name, byte[] content) {}

    private final List<Entry> entries = new ArrayList<>();

    public Zip with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Zip with(String name, byte[] content) {
        entries.add(new Entry(name, content));
        return this;
    }

    public byte[] bytes() {
        return bytes(StandardCharsets.UTF_8);
    }

    public byte[] bytes(Charset names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public Path to(Path file) {
        return write(file, bytes());
    }

    public static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
