package fr.parchemin.jury;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port: the juries. */
public interface Jurys {

    Optional<Jury> find(UUID id);

    /** Newest first; those before {@code apres} (a number) when it is not {@code null}. */
    List<Jury> list(Set<String> branches, String apres, int limite);

    /** The last jury composed in the branch, whatever its certification; its row is locked until the act ends. */
    Optional<Jury> lastOf(String branche);

    long nextNumero();

    void add(Jury jury);

    void update(Jury jury);
}
