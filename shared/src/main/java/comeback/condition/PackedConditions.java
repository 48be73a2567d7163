package comeback.condition;

import comeback.catalogue.Money;
import comeback.flow.Condition;
import comeback.packing.Packer;
import comeback.packing.Unpacker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

/** Conditions that were read and found right, to bytes and back: who unpacks one needs no grammar. */
public final class PackedConditions {
    private PackedConditions() {}

    /**
     * Packs one.
     *
     * @param condition which {@link Conditions#read} or {@link #unpack} made
     */
    public static void pack(Packer into, Condition condition) {
        if (!(condition instanceof Conditions.Readied readied)) {
            throw new IllegalArgumentException("this condition was read by somebody else");
        }
        expression(into.text(readied.text()).flag(readied.isAboutEvent()), readied.expression());
    }

    public static Condition unpack(Unpacker from) {
        return new Conditions.Readied(from.text(), from.flag(), expression(from));
    }

    private static void expression(Packer into, Expression expression) {
        switch (expression) {
            case Expression.And and -> {
                expression(into.number(0), and.left());
                expression(into, and.right());
            }
            case Expression.Or or -> {
                expression(into.number(1), or.left());
                expression(into, or.right());
            }
            case Expression.Not not -> expression(into.number(2), not.negated());
            case Expression.Comparison comparison -> {
                operand(into.number(3), comparison.left());
                operand(into.choice(comparison.operator()), comparison.right());
            }
            case Expression.Plain plain -> operand(into.number(4), plain.operand());
        }
    }

    private static Expression expression(Unpacker from) {
        return switch (from.small()) {
            case 0 -> new Expression.And(expression(from), expression(from));
            case 1 -> new Expression.Or(expression(from), expression(from));
            case 2 -> new Expression.Not(expression(from));
            case 3 -> new Expression.Comparison(operand(from), from.choice(Operator.values()), operand(from));
            case 4 -> new Expression.Plain(operand(from));
            default -> throw new IllegalArgumentException("no such expression");
        };
    }

    private static void operand(Packer into, Operand operand) {
        switch (operand) {
            case Operand.Literal literal ->
                value(into.number(0).choice(literal.kind()).text(literal.text()), literal.value());
            case Operand.Look look -> look(into.number(1), look);
            case Operand.Known known -> look(into.number(2), known.look());
        }
    }

    private static Operand operand(Unpacker from) {
        return switch (from.small()) {
            case 0 -> literal(from.choice(Kind.values()), from.text(), from);
            case 1 -> look(from);
            case 2 -> new Operand.Known(look(from));
            default -> throw new IllegalArgumentException("no such side of a comparison");
        };
    }

    private static Operand literal(Kind kind, String text, Unpacker from) {
        return new Operand.Literal(value(from), kind, text);
    }

    private static void look(Packer into, Operand.Look look) {
        into.text(look.fact().name()).text(look.argument()).text(look.text());
    }

    private static Operand.Look look(Unpacker from) {
        String name = from.text();
        Fact fact = Facts.named(name)
                .orElseThrow(() -> new IllegalArgumentException("nothing is called $" + name + " any more"));
        return new Operand.Look(fact, from.text(), from.text());
    }

    private static void value(Packer into, Value value) {
        switch (value) {
            case Value.Quantity quantity ->
                into.number(0).text(quantity.number().toString());
            case Value.Text text -> into.number(1).text(text.text());
            case Value.Truth truth -> into.number(2).flag(truth.isTrue());
            case Value.Time time -> into.number(3).text(time.at().toString());
            case Value.Amount amount ->
                into.number(4)
                        .number(amount.money().minor())
                        .text(amount.money().currency().getCurrencyCode());
        }
    }

    private static Value value(Unpacker from) {
        return switch (from.small()) {
            case 0 -> new Value.Quantity(new BigDecimal(from.text()));
            case 1 -> new Value.Text(from.text());
            case 2 -> new Value.Truth(from.flag());
            case 3 -> new Value.Time(Instant.parse(from.text()));
            case 4 -> new Value.Amount(new Money(from.number(), Currency.getInstance(from.text())));
            default -> throw new IllegalArgumentException("no such value");
        };
    }
}
