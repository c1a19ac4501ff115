package fr.parchemin.parcours;

/** The server answered otherwise than the scenario needs: the scenario cannot go on. */
public final class UnexpectedAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;
    private final String expected;

    public UnexpectedAnswer(Answer answer, String expected) {
        super(answer.request() + " answered " + answer.status() + " instead of " + expected + ": "
                + answer.problem().code() + " " + answer.problem().detail());
        this.answer = answer;
        this.expected = expected;
    }

    public Answer answer() {
        return answer;
    }

    public String expected() {
        return expected;
    }
}
