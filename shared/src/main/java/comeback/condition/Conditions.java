package comeback.condition;

import comeback.flow.Condition;
import java.util.List;
import java.util.Optional;

/** Reads conditions. */
public final class Conditions {
    private Conditions() {}

    /**
     * Reads one.
     *
     * @param text as it stands in the file
     * @param place where it stands
     */
    public static Read read(String text, Place place) {
        return switch (text.strip()) {
            case "true" -> new Read(Optional.of(new Constant(text, true)), List.of());
            case "false" -> new Read(Optional.of(new Constant(text, false)), List.of());
            default -> new Read(Optional.empty(), List.of(new Mistake(0, "a condition is true or false")));
        };
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

    /** One that asks nothing. */
    private record Constant(String text, boolean holds) implements Condition {
        @Override
        public Answer about(Asked asked) {
            return new Answer(holds, List.of(), List.of(text));
        }
    }
}
