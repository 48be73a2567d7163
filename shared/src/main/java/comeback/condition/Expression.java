package comeback.condition;

import comeback.flow.Condition.Asked;
import comeback.flow.Condition.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** A condition that was read and found right. */
sealed interface Expression {
    /** As it is written; worked out once, because every decision tells it. */
    String text();

    /** Whether it holds. What was looked at is added to what was seen. */
    Judgement judge(Asked asked, List<Seen> seen);

    /**
     * What came out.
     *
     * @param truth whether it holds
     * @param decisive the parts that made it so: when they change, it may
     */
    record Judgement(Truth truth, List<String> decisive) {}

    /**
     * Several that all must hold.
     *
     * @param left one
     * @param right another
     * @param text of both
     */
    record And(Expression left, Expression right, String text) implements Expression {
        And(Expression left, Expression right) {
            this(left, right, inner(left) + " && " + inner(right));
        }

        @Override
        public Judgement judge(Asked asked, List<Seen> seen) {
            return both(left.judge(asked, seen), right.judge(asked, seen), Truth::and, Truth.YES);
        }

        private static String inner(Expression part) {
            return part instanceof Or ? "(" + part.text() + ")" : part.text();
        }
    }

    /**
     * Several of which one must hold.
     *
     * @param left one
     * @param right another
     * @param text of both
     */
    record Or(Expression left, Expression right, String text) implements Expression {
        Or(Expression left, Expression right) {
            this(left, right, left.text() + " || " + right.text());
        }

        @Override
        public Judgement judge(Asked asked, List<Seen> seen) {
            Judgement one = left.judge(asked, seen);
            Judgement other = right.judge(asked, seen);
            // When none holds, any of them would have been enough: that is the whole of it.
            return one.truth().or(other.truth()) == Truth.YES
                    ? both(one, other, Truth::or, Truth.NO)
                    : new Judgement(one.truth().or(other.truth()), List.of(text()));
        }
    }

    /**
     * One that must not hold.
     *
     * @param negated which
     * @param text of it
     */
    record Not(Expression negated, String text) implements Expression {
        Not(Expression negated) {
            this(negated, "!(" + negated.text() + ")");
        }

        @Override
        public Judgement judge(Asked asked, List<Seen> seen) {
            return new Judgement(negated.judge(asked, seen).truth().opposite(), List.of(text()));
        }
    }

    /**
     * Two values side by side. It is unknown when one of them is.
     *
     * @param left one
     * @param operator how they are compared
     * @param right the other
     * @param text of it
     */
    record Comparison(Operand left, Operator operator, Operand right, String text) implements Expression {
        Comparison(Operand left, Operator operator, Operand right) {
            this(left, operator, right, left.text() + " " + operator.sign() + " " + right.text());
        }

        @Override
        public Judgement judge(Asked asked, List<Seen> seen) {
            Optional<Value> one = left.value(asked, seen);
            Optional<Value> other = right.value(asked, seen);
            Truth truth =
                    one.isPresent() && other.isPresent() ? operator.compare(one.get(), other.get()) : Truth.UNKNOWN;
            return new Judgement(truth, List.of(text()));
        }
    }

    /**
     * A value that is itself true or false.
     *
     * @param operand which
     */
    record Plain(Operand operand) implements Expression {
        @Override
        public String text() {
            return operand.text();
        }

        @Override
        public Judgement judge(Asked asked, List<Seen> seen) {
            Truth truth = operand.value(asked, seen)
                    .map(value -> value instanceof Value.Truth yesOrNo ? Truth.of(yesOrNo.isTrue()) : Truth.UNKNOWN)
                    .orElse(Truth.UNKNOWN);
            return new Judgement(truth, List.of(text()));
        }
    }

    /** Of two parts, those decided that came out as the whole did; a part with the neutral answer decided nothing. */
    private static Judgement both(Judgement one, Judgement other, BinaryOperator<Truth> operator, Truth neutral) {
        Truth truth = operator.apply(one.truth(), other.truth());
        boolean isOneDecisive = truth == neutral || one.truth() != neutral;
        boolean isOtherDecisive = truth == neutral || other.truth() != neutral;
        if (!isOneDecisive || !isOtherDecisive) {
            return new Judgement(truth, isOneDecisive ? one.decisive() : other.decisive());
        }
        List<String> decisive = new ArrayList<>(one.decisive());
        decisive.addAll(other.decisive());
        return new Judgement(truth, decisive);
    }
}
