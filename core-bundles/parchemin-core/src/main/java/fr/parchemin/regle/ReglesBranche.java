package fr.parchemin.regle;

import fr.parchemin.regle.Reponse.Cause;
import fr.parchemin.regle.Reponse.Echec;
import fr.parchemin.spi.RegleEnCode;
import java.util.Optional;
import java.util.function.Function;

/** Asks the rules in code of one branch during one act; for one thread. */
public interface ReglesBranche {

    /**
     * Puts a question to a rule, on a thread of its branch, and waits no longer than the budget. Never throws.
     *
     * @param type what the rule has to answer; anything else, {@code null} included, is a failure
     * @param flaw what is wrong with an answer of that type, in French words; empty when it can be used
     */
    <R extends RegleEnCode, A> Reponse<A> ask(
            Class<R> espece,
            String nom,
            Function<? super R, ?> question,
            Class<A> type,
            Function<? super A, Optional<String>> flaw);

    /** Those of a branch that has none: every rule asked for is absent. */
    static ReglesBranche absentes() {
        return new ReglesBranche() {
            @Override
            public <R extends RegleEnCode, A> Reponse<A> ask(
                    Class<R> espece,
                    String nom,
                    Function<? super R, ?> question,
                    Class<A> type,
                    Function<? super A, Optional<String>> flaw) {
                return new Echec<>(Cause.ABSENTE, nom, null);
            }
        };
    }
}
