package comeback.catalogue;

/** How many of a variant the shop has. */
public sealed interface Stock {
    /** The shop did not say. We take its word that it is sold: a letter is not held back by what nobody told. */
    record Unknown() implements Stock {}

    /** Sold without counting: made to order, digital, or a shop that tells only "in stock". */
    record Unlimited() implements Stock {}

    /**
     * Counted.
     *
     * @param count never negative: a shop that has sold more than it had has none
     */
    record Units(int count) implements Stock {
        public Units {
            count = Math.max(0, count);
        }
    }

    /** There are none left. */
    static Stock none() {
        return new Units(0);
    }

    /** Both together; what nobody told counts as nothing beside what somebody did. */
    default Stock plus(Stock other) {
        return switch (this) {
            case Unknown unknown -> other;
            case Unlimited unlimited -> this;
            case Units(int mine) ->
                switch (other) {
                    case Unknown unknown -> this;
                    case Unlimited unlimited -> other;
                    case Units(int theirs) -> new Units(Math.addExact(mine, theirs));
                };
        };
    }

    /** Whether we know that there are so many at least. */
    default boolean isAtLeast(int count) {
        return !(this instanceof Unknown) && !isBelow(count);
    }

    /** Whether we know that there are not so many. */
    default boolean isBelow(int count) {
        return switch (this) {
            case Unknown unknown -> false;
            case Unlimited unlimited -> false;
            case Units(int units) -> units < count;
        };
    }

    /** Whether we know that nobody can buy it now. */
    default boolean isOut() {
        return isBelow(1);
    }
}
