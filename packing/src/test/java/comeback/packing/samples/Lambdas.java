package comeback.packing.samples;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lambdas and method references of every kind; what it supplies tells whether each does what it says. */
public class Lambdas extends Parent implements Supplier<List<Object>> {
    private final String name = "it";
    private final List<Object> told = new ArrayList<>();

    /** A functional interface with a default and a generic method's bridge. */
    @FunctionalInterface
    interface Join<T extends Comparable<T>> extends BiFunction<T, T, T> {
        default T twice(T one) {
            return apply(one, one);
        }
    }

    private enum Shade {
        LIGHT,
        DARK
    }

    private record Pair(String left, int right) {}

    @Override
    public List<Object> get() {
        held((byte) 1, (short) 2, 'c', 4, 5L, 6.5f, 7.5, true, "nine");
        unboxes();
        refers();
        Runnable outer = () -> {
            Supplier<String> inner = () -> name + " inside";
            told.add(inner.get());
        };
        outer.run();
        Supplier<String> parents = super::greet;
        told.add(parents.get());
        told.add(new Child().tell());
        Runnable kept = (Runnable & Serializable) () -> told.add("serializable");
        kept.run();
        Stream.of("b", "a")
                .sorted(Comparator.comparing(Function.<String>identity()).reversed())
                .forEach(told::add);
        Map<String, List<Integer>> byParity = IntStream.range(0, 5)
                .boxed()
                .collect(Collectors.groupingBy(
                        number -> number % 2 == 0 ? "even" : "odd", TreeMap::new, Collectors.toList()));
        told.add(byParity);
        try {
            Supplier<String> fails = Lambdas::failing;
            told.add(fails.get());
        } catch (IllegalStateException e) {
            told.add(e.getMessage());
        }
        return told;
    }

    private void held(
            byte one, short two, char three, int four, long five, float six, double seven, boolean eight, String nine) {
        Supplier<String> all = () -> "" + one + two + three + four + five + six + seven + eight + nine + name;
        told.add(all.get());
        LongSupplier wide = () -> five + four;
        DoubleSupplier widest = () -> seven + six;
        told.add(wide.getAsLong());
        told.add(widest.getAsDouble());
    }

    private void unboxes() {
        ToIntFunction<Integer> unboxed = number -> number + 1;
        ToLongFunction<Integer> widened = Integer::intValue;
        Function<Integer, Long> boxed = Integer::longValue;
        IntBinaryOperator most = Math::max;
        IntFunction<Integer> same = number -> number;
        Predicate<String> empty = String::isEmpty;
        Function<Character, Integer> code = Lambdas::code;
        told.addAll(List.of(
                unboxed.applyAsInt(1),
                widened.applyAsLong(2),
                boxed.apply(3),
                most.applyAsInt(4, 5),
                same.apply(6),
                empty.test(""),
                code.apply('a')));
    }

    private void refers() {
        BiFunction<String, Integer, Pair> makes = Pair::new;
        Function<Pair, String> left = Pair::left;
        IntFunction<String[]> array = String[]::new;
        Function<int[], Object> copies = int[]::clone;
        Join<String> joins = String::concat;
        Consumer<Object> adds = told::add;
        Function<String, Shade> shade = Shade::valueOf;
        Supplier<ArrayList<String>> list = ArrayList::new;
        Function<Object, String> text = Object::toString;
        adds.accept(makes.andThen(left).apply("left", 1));
        adds.accept(array.apply(3).length);
        adds.accept(((int[]) copies.apply(new int[] {7}))[0]);
        adds.accept(joins.twice("ha"));
        adds.accept(shade.apply("DARK"));
        adds.accept(list.get());
        adds.accept(text.apply(12));
        Runnable dropsWhatIsReturned = told::removeLast;
        dropsWhatIsReturned.run();
        Consumer<String> dropsLongs = Long::parseLong;
        dropsLongs.accept("14");
    }

    private static int code(char of) {
        return of;
    }

    private static String failing() {
        throw new IllegalStateException("thrown in a lambda");
    }

    @Override
    protected String greet() {
        return "the child's";
    }

    /** Has a lambda of the same name as its parent's, which must not come instead of it. */
    static class Child extends Parent {
        String tell() {
            Supplier<String> mine = () -> "child " + this.getClass().getSimpleName();
            return mine.get() + ", " + told();
        }
    }
}
