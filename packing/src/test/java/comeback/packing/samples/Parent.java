package comeback.packing.samples;

import java.util.function.Supplier;

/** What {@link Lambdas} inherits. */
class Parent {
    protected String greet() {
        return "the parent's";
    }

    String told() {
        Supplier<String> mine = () -> "parent " + this.getClass().getSimpleName();
        return mine.get();
    }
}
