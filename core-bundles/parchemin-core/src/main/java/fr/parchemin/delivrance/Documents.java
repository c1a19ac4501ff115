package fr.parchemin.delivrance;

/**
 * Port: the papers made from issued data.
 *
 * <p>A paper is a pure function of its argument: it reads no clock, no database and no branch, so the same argument
 * gives the same paper, to the byte, as long as the implementation is the same. That is what makes a duplicata possible
 * long after the branch that issued the certificate has gone.
 *
 * <p>Implementations are safe for use by many threads at once.
 */
public interface Documents {

    /**
     * The parchemin itself: one page, to be signed.
     *
     * @throws DocumentImpossible if a mention that must stand on it is missing, or if a name or a title cannot be
     *     printed
     */
    byte[] certificat(DocumentCertificat d);

    /**
     * The relevé de blocs, which goes with a certificate or, when {@link DocumentCertificat#numero()} is {@code null},
     * attests what a partial validation has given.
     *
     * @throws DocumentImpossible if a mention that must stand on it is missing, or if a name or a title cannot be
     *     printed
     */
    byte[] releve(DocumentCertificat d);
}
