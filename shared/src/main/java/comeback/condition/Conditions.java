package comeback.condition;

import comeback.flow.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditions. */
public final class Conditions {
    /** A longer one is a mistake, or should be two flows. */
    static final int LENGTH_MAX = 1_000;

    private Conditions() {}

    /**
     * Reads one.
     *
     * @param text as it stands in the file
     * @param place where it stands
     */
    public static Read read(String text, Place place) {
        if (text.length() > LENGTH_MAX) {
            return new Read(
                    Optional.empty(), List.of(new Mistake(0, "a condition has at most " + LENGTH_MAX + " characters")));
        }
        List<Mistake> mistakes = new ArrayList<>();
        Translation translation = new Translation(place, mistakes);
        Optional<Condition> condition = Grammar.parse(text, mistakes)
                .flatMap(translation::of)
                .map(expression -> new Readied(text.strip(), translation.isAboutEvent(), expression));
        return new Read(condition, mistakes);
    }

    /**
     * What reading brought.
     *
     * @param condition absent when there are mistakes
     * @param mistakes all of them
     */
    public record Read(Optional<Condition> condition, List<Mistake> mistakes) {
        public Read {
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * Something wrong in a condition.
     *
     * @param line below its first one, which is 0
     * @param what is wrong, in a sentence
     */
    public record Mistake(int line, String what) {}

    /**
     * One that can be asked.
     *
     * @param text as it stands in the flow file
     * @param isAboutEvent whether it asks about what has just happened
     * @param expression what must hold
     */
    record Readied(String text, boolean isAboutEvent, Expression expression) implements Condition {
        @Override
        public Answer about(Asked asked) {
            List<Seen> seen = new ArrayList<>();
            Expression.Judgement judgement = expression.judge(asked, seen);
            return new Answer(judgement.truth() == Truth.YES, seen, judgement.decisive());
        }
    }
}
