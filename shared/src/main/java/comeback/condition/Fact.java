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
 * @param among all values that it can have, listed when somebody asks: no start looks up all countries; empty when there are
 *     too many to say
 * @param events those that bring it; empty when it does not depend on what just happened
 * @param source finds it out; nothing when it is not known
 */
record Fact(String name, Form form, Kind kind, String means, Among among, Set<String> events, Source source) {
    private static final Among ANYTHING = () -> new String[0];

    Fact {
        events = Set.copyOf(events);
    }

    /** A list of values. */
    interface Among {
        String[] list();
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

    static Fact text(String name, String means, From<String> source) {
        return text(name, means, source, ANYTHING);
    }

    static Fact text(String name, String means, From<String> source, Among among) {
        Source found = (asked, argument) -> source.of(asked).map(Value.Text::new);
        return new Fact(name, Form.PLAIN, Kind.TEXT, means, among, Set.of(), found);
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
        return new Fact(name, Form.CALL, Kind.TRUTH, means, ANYTHING, Set.of(), source);
    }

    static Fact field(String name, String means, Source source) {
        return new Fact(name, Form.FIELD, Kind.ANYTHING, means, ANYTHING, Set.of(), source);
    }

    /** This fact, which only these events bring. */
    Fact broughtBy(String... names) {
        return new Fact(name, form, kind, means, among, Set.of(names), source);
    }

    /** All values that it can have, in the order of their documentation. */
    Set<String> choices() {
        return new LinkedHashSet<>(Arrays.asList(among.list()));
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
                ANYTHING,
                Set.of(),
                (asked, argument) -> source.of(asked).map(value -> value));
    }
}
