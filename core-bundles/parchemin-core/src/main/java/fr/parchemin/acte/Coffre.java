package fr.parchemin.acte;

/** What the database keeps but must not be able to read: sealed under the key of the platform. */
public interface Coffre {

    /**
     * Seals a text.
     *
     * @param place what it belongs to: it opens in that place only
     */
    String seal(String place, String text);

    /**
     * Opens what was sealed in that place.
     *
     * @throws IllegalStateException when it was sealed under another key or elsewhere, or was changed
     */
    String open(String place, String sealed);
}
