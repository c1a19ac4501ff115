package fr.parchemin.spi;

/**
 * A rule of a branch written in Java, for what its definition cannot say. Each kind is an interface of its own; a rule is
 * handed over by {@link BranchePlugin#regles()} and applies only where the definition names it.
 *
 * <p><b>Who calls:</b> the platform, on a thread that it keeps for the rules of this branch, several at a time: a rule is
 * stateless. <b>Time:</b> an answer is awaited for 200 ms (1 s while the branch is admitted) unless the operator set
 * otherwise; then the thread is interrupted and the answer, if it comes, is not read. <b>Arguments:</b> an immutable view,
 * never {@code null}, valid during the call; a {@code Map} keeps the order of the definition. A rule uses nothing else: no
 * clock (the day is in the view), no file, no network, no memory of earlier calls, so that the same file gives the same
 * answer on any node and in any year. <b>Answer:</b> never {@code null}; texts are one French sentence of at most 500
 * characters, without line breaks, which people will read.
 *
 * <p><b>When it fails</b> (exception or error of any kind, time out, answer that cannot be used), the platform goes on
 * without it and says so where the answer was expected; each kind tells what that means. After three failures in a row it
 * is not called for 30 s. Other rules, files and branches are not touched.
 */
public sealed interface RegleEnCode
        permits RegleRecevabilite,
                ReglePrerequis,
                RegleProposition,
                RegleAttribution,
                RegleClassification,
                RegleNumerotation,
                RegleIncompatibilite,
                RegleMention {

    /**
     * The name by which the definition calls the rule. Read once, when the branch is admitted.
     *
     * @return shape {@code ^[a-z][a-z0-9-]{1,39}$}, never {@code null}, unique among the rules of its kind
     */
    String nom();
}
