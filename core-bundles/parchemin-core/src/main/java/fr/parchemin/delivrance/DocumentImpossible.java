package fr.parchemin.delivrance;

import java.util.Objects;

/** A paper that must not be made, because it would be incomplete or would not say what was issued. */
public final class DocumentImpossible extends RuntimeException {

    /** A mention that must stand on the paper is missing. */
    public static final String DOCUMENT_INCOMPLET = "DOCUMENT_INCOMPLET";

    /** A name or a title holds characters that the fonts do not have, or is too long for the page. */
    public static final String DOCUMENT_NON_IMPRIMABLE = "DOCUMENT_NON_IMPRIMABLE";

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable, one of the constants of this class
     * @param message in French, says what is missing or what cannot be printed
     */
    public DocumentImpossible(String code, String message) {
        super(Objects.requireNonNull(message, "message"));
        this.code = Objects.requireNonNull(code, "code");
    }

    /** The stable code of the refusal. */
    public String code() {
        return code;
    }
}
