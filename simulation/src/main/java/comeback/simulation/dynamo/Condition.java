package comeback.simulation.dynamo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold of an item. An attribute that is not there makes every comparison false, as in DynamoDB. */
sealed interface Condition {
    boolean holds(Map<String, Attribute> item);

    /** Always so. */
    record True() implements Condition {
        @Override
        public boolean holds(Map<String, Attribute> item) {
            return true;
        }
    }

    /** Both. */
    record And(Condition first, Condition second) implements Condition {
        @Override
        public boolean holds(Map<String, Attribute> item) {
            return first.holds(item) && second.holds(item);
        }
    }

    /** One of two. */
    record Or(Condition first, Condition second) implements Condition {
        @Override
        public boolean holds(Map<String, Attribute> item) {
            return first.holds(item) || second.holds(item);
        }
    }

    /** The contrary. */
    record Not(Condition of) implements Condition {
        @Override
        public boolean holds(Map<String, Attribute> item) {
            return !of.holds(item);
        }
    }

    /** An attribute is there. */
    record Exists(String name) implements Condition {
        @Override
        public boolean holds(Map<String, Attribute> item) {
            return item.containsKey(name);
        }
    }

    /** A comparison: =, less, less or equal, greater, greater or equal. */
    record Compared(Operand left, String sign, Operand right) implements Condition {
        @Override
        public boolean holds(Map<String, Attribute> item) {
            Optional<Attribute> one = left.in(item);
            Optional<Attribute> other = right.in(item);
            if (one.isEmpty() || other.isEmpty()) {
                return false;
            }
            if (sign.equals("=")) {
                return one.get().equals(other.get());
            }
            return one.get()
                    .comparedTo(other.get())
                    .filter(order -> switch (sign) {
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        default -> order >= 0;
                    })
                    .isPresent();
        }
    }

    /** A text begins with another. */
    record Begins(Operand text, Operand prefix) implements Condition {
        @Override
        public boolean holds(Map<String, Attribute> item) {
            return text.in(item).map(Attribute::content).orElse("") instanceof String whole
                    && prefix.in(item).orElseThrow().content() instanceof String begin
                    && text.in(item).isPresent()
                    && whole.startsWith(begin);
        }
    }

    /** A set of texts has this one. */
    record Contains(Operand set, Operand element) implements Condition {
        @Override
        public boolean holds(Map<String, Attribute> item) {
            return set.in(item).map(Attribute::content).orElse(Set.of()) instanceof Set<?> all
                    && all.contains(element.in(item).orElseThrow().content());
        }
    }

    /** What stands in an expression for a value. */
    sealed interface Operand {
        Optional<Attribute> in(Map<String, Attribute> item);
    }

    /** An attribute's value. */
    record Path(String name) implements Operand {
        @Override
        public Optional<Attribute> in(Map<String, Attribute> item) {
            return Optional.ofNullable(item.get(name));
        }
    }

    /** A value that came with the call. */
    record Given(Attribute value) implements Operand {
        @Override
        public Optional<Attribute> in(Map<String, Attribute> item) {
            return Optional.of(value);
        }
    }

    /** How many it holds. */
    record Size(String name) implements Operand {
        @Override
        public Optional<Attribute> in(Map<String, Attribute> item) {
            return Optional.ofNullable(item.get(name)).map(value -> Attribute.number(BigDecimal.valueOf(value.size())));
        }
    }

    /** What is there, else something else. */
    record IfNotExists(String name, Operand otherwise) implements Operand {
        @Override
        public Optional<Attribute> in(Map<String, Attribute> item) {
            return Optional.ofNullable(item.get(name)).or(() -> otherwise.in(item));
        }
    }
}
