package comeback.condition;

import comeback.flow.Condition.Asked;
import comeback.flow.Condition.Seen;
import java.util.List;
import java.util.Optional;

/** One side of a comparison. */
sealed interface Operand {
    Kind kind();

    /** As it stands in the condition. */
    String text();

    /** What it is now; nothing when it is not known. What was looked at is added to what was seen. */
    Optional<Value> value(Asked asked, List<Seen> seen);

    /**
     * Written out.
     *
     * @param value what
     * @param kind of it
     * @param text as it was written
     */
    record Literal(Value value, Kind kind, String text) implements Operand {
        @Override
        public Optional<Value> value(Asked asked, List<Seen> seen) {
            return Optional.of(value);
        }
    }

    /**
     * Looked up.
     *
     * @param fact what
     * @param argument what stands in its brackets; empty for a plain one
     * @param text as it was written
     */
    record Look(Fact fact, String argument, String text) implements Operand {
        @Override
        public Kind kind() {
            return fact.kind();
        }

        @Override
        public Optional<Value> value(Asked asked, List<Seen> seen) {
            Optional<Value> value = fact.value(asked, argument);
            seen.add(new Seen(text, value.map(Value::inWords).orElse("not known")));
            return value;
        }
    }

    /**
     * Whether something is known: itself it always is.
     *
     * @param look at what
     */
    record Known(Look look) implements Operand {
        @Override
        public Kind kind() {
            return Kind.TRUTH;
        }

        @Override
        public String text() {
            return look.text() + "." + NAME;
        }

        @Override
        public Optional<Value> value(Asked asked, List<Seen> seen) {
            boolean isKnown = look.fact().value(asked, look.argument()).isPresent();
            seen.add(new Seen(text(), String.valueOf(isKnown)));
            return Optional.of(new Value.Truth(isKnown));
        }

        static final String NAME = "known";
    }
}
