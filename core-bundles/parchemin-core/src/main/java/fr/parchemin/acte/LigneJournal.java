package fr.parchemin.acte;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A line of the journal as it is kept: personal values encrypted, chained to the line before by its hash.
 *
 * <p>The hash of a line is SHA-256, in lower case hexadecimal, of this text in UTF-8: {@code parchemin-acte-1}, a line
 * feed, then for the hash of the line before and each field in the order of this record one line {@code
 * name=length:value}, the length being that of the value in octets, or {@code name=-} for none. What is encrypted is
 * hashed encrypted, so that a line verifies with or without the key of its person. Decided in ADR 26, for ever: a third
 * party can check a dump without this code.
 *
 * @param rang place in the chain, without holes from the line that begins it
 * @param id random, {@code null} for lines from before the chain
 * @param avant JSON text: values by field, {@code null} when none
 * @param apres the same
 * @param motif JSON text of one value, {@code null} when none
 * @param empreinte hash, {@code null} until the line is chained and for lines from before the chain
 */
public record LigneJournal(
        long rang,
        UUID id,
        Instant le,
        String acteur,
        String auNomDe,
        String branche,
        String objet,
        String nature,
        String detail,
        String avant,
        String apres,
        String motif,
        UUID personne,
        String empreinte) {

    /** What stands for the hash of the line before the first. */
    public static final String ORIGINE = "0".repeat(64);

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The hash that this line has behind a line of that hash. */
    public String sealedBehind(String precedente) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(canonical(precedente).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String canonical(String precedente) {
        StringBuilder text = new StringBuilder(512).append("parchemin-acte-1\n");
        field(text, "precedente", precedente);
        field(text, "rang", Long.toString(rang));
        field(text, "id", id == null ? null : id.toString());
        field(text, "le", INSTANT.format(le));
        field(text, "acteur", acteur);
        field(text, "au_nom_de", auNomDe);
        field(text, "branche", branche);
        field(text, "objet", objet);
        field(text, "nature", nature);
        field(text, "detail", detail);
        field(text, "avant", avant);
        field(text, "apres", apres);
        field(text, "motif", motif);
        field(text, "personne", personne == null ? null : personne.toString());
        return text.toString();
    }

    private static void field(StringBuilder text, String name, String value) {
        text.append(name).append('=');
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(value);
        }
        text.append('\n');
    }

    /** This line at that place behind a line of that hash. */
    public LigneJournal chained(long place, String precedente) {
        LigneJournal placed = with(place, null);
        return placed.with(place, placed.sealedBehind(precedente));
    }

    private LigneJournal with(long place, String seal) {
        return new LigneJournal(
                place, id, le, acteur, auNomDe, branche, objet, nature, detail, avant, apres, motif, personne, seal);
    }
}
