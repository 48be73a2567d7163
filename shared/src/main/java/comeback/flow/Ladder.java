package comeback.flow;

/**
 * What a flow that reminds of something left behind gives way to: of several that could run, the one that is nearest to the
 * purchase does.
 *
 * @param rung how near it is
 * @param lowerWait whether lower ones wait until this has ended; else they end when it begins
 */
public record Ladder(Rung rung, boolean lowerWait) {
    /** From far to near. */
    public enum Rung {
        BROWSE("browse"),
        CART("cart"),
        CHECKOUT("checkout"),
        PAYMENT_PROBLEM("payment problem");

        private final String words;

        Rung(String words) {
            this.words = words;
        }

        /** As it stands in flow files. */
        public String words() {
            return words;
        }
    }

    boolean isAbove(Ladder other) {
        return rung.compareTo(other.rung) > 0;
    }
}
