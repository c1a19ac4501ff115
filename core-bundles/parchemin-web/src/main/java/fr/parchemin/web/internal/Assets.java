package fr.parchemin.web.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The static files of the pages, read from the bundle the first time each is asked for. Their address holds a hash of
 * their content, so that browsers may keep them for ever.
 */
final class Assets {
    /** A file, as it is served. */
    record Asset(String type, String hash, byte[] content, byte[] gzipped) {
        static Asset of(String type, byte[] content) {
            boolean text = !type.startsWith("font/");
            return new Asset(type, hashOf(content), content, text ? gzip(content) : null);
        }
    }

    /** The only files that are served, with their type. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pico.min.css", "text/css; charset=utf-8"),
            Map.entry("parchemin.css", "text/css; charset=utf-8"),
            Map.entry("htmx.min.js", "text/javascript; charset=utf-8"),
            Map.entry("parchemin.js", "text/javascript; charset=utf-8"),
            Map.entry("parchemin.svg", "image/svg+xml"),
            Map.entry("eb-garamond-latin-wght-normal.woff2", "font/woff2"),
            Map.entry("eb-garamond-latin-wght-italic.woff2", "font/woff2"),
            Map.entry("eb-garamond-latin-ext-wght-normal.woff2", "font/woff2"),
            Map.entry("source-sans-3-latin-wght-normal.woff2", "font/woff2"),
            Map.entry("source-sans-3-latin-wght-italic.woff2", "font/woff2"),
            Map.entry("source-sans-3-latin-ext-wght-normal.woff2", "font/woff2"));

    private static final int HASH_LENGTH = 16;
    private static final Pattern FONT = Pattern.compile("url\\(\"([^\"/]+\\.woff2)\"\\)");

    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

    Optional<Asset> find(String name) {
        String type = TYPES.get(name);
        return type == null ? Optional.empty() : Optional.of(loaded.computeIfAbsent(name, n -> load(n, type)));
    }

    /** Address of a file, relative to the host. */
    String url(String name) {
        return find(name)
                .map(asset -> "/statique/" + asset.hash() + "/" + name)
                .orElseThrow(() -> new IllegalArgumentException("no static file " + name));
    }

    private static Asset load(String name, String type) {
        byte[] content = read(name, type);
        return Asset.of(type, name.equals("parchemin.css") ? withFonts(content) : content);
    }

    /** The stylesheet, each font in it named by the address that holds its hash. */
    private static byte[] withFonts(byte[] stylesheet) {
        String css = FONT.matcher(new String(stylesheet, StandardCharsets.UTF_8))
                .replaceAll(found -> {
                    String font = found.group(1);
                    return "url(\"../" + hashOf(read(font, TYPES.get(font))) + "/" + font + "\")";
                });
        return css.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String name, String type) {
        String folder = type.startsWith("font/") ? "/statique/polices/" : "/statique/";
        try (InputStream in = Assets.class.getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new IllegalStateException("static file missing from the bundle: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hashOf(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java platform", e);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
