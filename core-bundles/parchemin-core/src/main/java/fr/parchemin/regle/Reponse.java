package fr.parchemin.regle;

import fr.parchemin.acte.Typographie;
import java.util.function.Function;

/**
 * What asking a rule in code came to. A failure is a value like another: nobody has to catch anything.
 *
 * @param <A> what the rule answers
 */
public sealed interface Reponse<A> {

    /** The rule answered, and the answer can be used. */
    record Donnee<A>(A valeur) implements Reponse<A> {}

    /**
     * There is no answer to use.
     *
     * @param nom name of the rule
     * @param precision French words that say more than the cause does, {@code null} when there are none
     */
    record Echec<A>(Cause cause, String nom, String precision) implements Reponse<A> {

        /** French sentence part, for instance « la règle « x » de l’extension a échoué (délai dépassé) ». */
        public String phrase() {
            return Typographie.francaise("la règle « " + nom + " » de l’extension " + cause.libelle
                    + (precision == null ? "" : " : " + precision));
        }
    }

    /** Why there is no answer. */
    enum Cause {
        DELAI("a échoué (délai dépassé)"),
        EXCEPTION("a échoué (exception)"),
        INEXPLOITABLE("a échoué (réponse inexploitable)"),
        /** It failed too often in a row: not called for a while. */
        SUSPENDUE("est suspendue après des échecs répétés"),
        /** Too many calls of the branch never came back, or are under way. */
        SATUREE("n’a pas pu être appelée, trop d’appels de cette extension n’aboutissent pas"),
        /** One act has only so much time for all its rules. */
        TEMPS_EPUISE("n’a pas été appelée, les précédentes ont épuisé le temps accordé à l’opération"),
        /** The plugin is away, in error, or has no such rule. */
        ABSENTE("n’est pas disponible, l’extension est absente ou n’est pas admise");

        private final String libelle;

        Cause(String libelle) {
            this.libelle = libelle;
        }
    }

    default <R> R fold(Function<? super A, ? extends R> whenGiven, Function<? super Echec<A>, ? extends R> whenFailed) {
        return this instanceof Donnee<A> donnee ? whenGiven.apply(donnee.valeur()) : whenFailed.apply((Echec<A>) this);
    }
}
