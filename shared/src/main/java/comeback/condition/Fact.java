package comeback.condition;

import comeback.catalogue.Money;
import comeback.flow.Condition.Asked;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that conditions can ask, and how it is found out. Whoever wants conditions to know more adds one to a table.
 *
 * @param name "customer.orders.count"
 * @param form how it is asked
 * @param kind of its value
 * @param means what it is, for the documentation: the rest of a sentence
 * @param choices all values that it can have; empty when there are too many to say
 * @param events those that bring it; empty when it does not depend on what just happened
 * @param source finds it out; nothing when it is not known
 */
record Fact(String name, Form form, Kind kind, String means, Set<String> choices, Set<String> events, Source source) {
    Fact {
        choices = new LinkedHashSet<>(choices);
        events = Set.copyOf(events);
    }

    /** How a fact stands in a condition. */
    enum Form {
        /** {@code $cart.value}. */
        PLAIN,
        /** {@code $cart.contains('mug')}. */
        CALL,
        /** {@code $event.properties.size} or {@code $event.properties.get('gift wrap')}. */
        FIELD
    }

    /** Where a value comes from. Pure. */
    interface Source {
        /**
         * The value.
         *
         * @param argument what stands in the brackets; empty for a plain fact
         */
        Optional<Value> of(Asked asked, String argument);
    }

    /** A source without an argument. */
    interface From<T> {
        Optional<? extends T> of(Asked asked);
    }

    static Fact number(String name, String means, From<Number> source) {
        return plain(
                name,
                Kind.NUMBER,
                means,
                asked -> source.of(asked).map(number -> new Value.Quantity(new BigDecimal(number.toString()))));
    }

    static Fact text(String name, String means, From<String> source, String... choices) {
        Fact fact = plain(name, Kind.TEXT, means, asked -> source.of(asked).map(Value.Text::new));
        return fact.with(new LinkedHashSet<>(Arrays.asList(choices)), fact.events);
    }

    static Fact truth(String name, String means, From<Boolean> source) {
        return plain(name, Kind.TRUTH, means, asked -> source.of(asked).map(Value.Truth::new));
    }

    static Fact time(String name, String means, From<Instant> source) {
        return plain(name, Kind.TIME, means, asked -> source.of(asked).map(Value.Time::new));
    }

    static Fact money(String name, String means, From<Money> source) {
        return plain(name, Kind.MONEY, means, asked -> source.of(asked).map(Value.Amount::new));
    }

    static Fact call(String name, String means, Source source) {
        return new Fact(name, Form.CALL, Kind.TRUTH, means, Set.of(), Set.of(), source);
    }

    static Fact field(String name, String means, Source source) {
        return new Fact(name, Form.FIELD, Kind.ANYTHING, means, Set.of(), Set.of(), source);
    }

    /** This fact, which only these events bring. */
    Fact broughtBy(String... names) {
        return with(choices, Set.of(names));
    }

    /** As it is written: "$cart.contains('…')". */
    String usage() {
        return switch (form) {
            case PLAIN -> "$" + name;
            case CALL -> "$" + name + "('…')";
            case FIELD -> "$" + name + ".…";
        };
    }

    /** The first part of its name: "customer". */
    String root() {
        return name.substring(0, name.indexOf('.'));
    }

    private static Fact plain(String name, Kind kind, String means, From<Value> source) {
        return new Fact(
                name,
                Form.PLAIN,
                kind,
                means,
                Set.of(),
                Set.of(),
                (asked, argument) -> source.of(asked).map(value -> value));
    }

    private Fact with(Set<String> changedChoices, Set<String> changedEvents) {
        return new Fact(name, form, kind, means, changedChoices, changedEvents, source);
    }
}
