package comeback.condition;

import comeback.flow.Condition.Asked;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that conditions can ask, and how it is found out. Whoever wants conditions to know more adds one to a table,
 * and a case that finds it out.
 *
 * @param name "customer.orders.count"
 * @param form how it is asked
 * @param kind of its value
 * @param means what it is, for the documentation: the rest of a sentence
 * @param among all values that it can have, listed when somebody asks: no start looks up all countries; empty when there are
 *     too many to say
 * @param events those that bring it; empty when it does not depend on what just happened
 * @param source finds it out, as all of its table
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

    /**
     * Finds out all facts of one table, each in one case of a switch: with a method for each fact every start would link all of
     * them, and an event asks a few. Pure.
     */
    interface Source {
        /**
         * The value.
         *
         * @param name of a fact of this table
         * @param argument what stands in the brackets; empty for a plain fact
         */
        Optional<Value> of(String name, Asked asked, String argument);

        default Fact number(String name, String means) {
            return plain(name, Kind.NUMBER, means, ANYTHING);
        }

        default Fact text(String name, String means) {
            return text(name, means, ANYTHING);
        }

        default Fact text(String name, String means, Among among) {
            return plain(name, Kind.TEXT, means, among);
        }

        default Fact truth(String name, String means) {
            return plain(name, Kind.TRUTH, means, ANYTHING);
        }

        default Fact time(String name, String means) {
            return plain(name, Kind.TIME, means, ANYTHING);
        }

        default Fact money(String name, String means) {
            return plain(name, Kind.MONEY, means, ANYTHING);
        }

        default Fact call(String name, String means) {
            return new Fact(name, Form.CALL, Kind.TRUTH, means, ANYTHING, Set.of(), this);
        }

        private Fact plain(String name, Kind kind, String means, Among among) {
            return new Fact(name, Form.PLAIN, kind, means, among, Set.of(), this);
        }
    }

    /** What it is now; nothing when it is not known. */
    Optional<Value> value(Asked asked, String argument) {
        return source.of(name, asked, argument);
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
}
