package comeback.message;

/**
 * Products that a letter shows, chosen when it is sent.
 *
 * @param what which ones
 * @param atLeast fewer are as good as none; 1 to {@value #MAX}
 * @param goesWithout whether the letter goes when there are none; else it is skipped
 */
public record Shown(What what, int atLeast, boolean goesWithout) {
    /** So many are a choice; more are a catalogue. */
    public static final int MAX = 4;

    public Shown {
        if (atLeast < 1 || atLeast > MAX) {
            throw new IllegalArgumentException("a letter shows 1 to " + MAX + " products, not " + atLeast + " or more");
        }
    }

    /** However few there are. */
    public Shown(What what, boolean goesWithout) {
        this(what, 1, goesWithout);
    }

    /** By what the products are chosen. They can be bought at that moment, and the customer has none of them. */
    public enum What {
        /** Those that the customer looked at more than once. */
        VIEWED("viewed"),
        /** Those that others bought together with what the customer bought. */
        RELATED("related"),
        /** Those that are bought most, of the kind that the customer bought when there are any. */
        POPULAR("popular"),
        /**
         * Those that came into the shop lately, and not before the flow's last letter to them; first those of the kind that
         * the customer bought. Where several are wanted, only those of that kind count.
         */
        NEW("new");

        private final String words;

        What(String words) {
            this.words = words;
        }

        /** As it stands in flow files. */
        public String words() {
            return words;
        }

        /** Whether the shop chooses them, and not the customer. */
        public boolean isRecommended() {
            return this != VIEWED;
        }
    }
}
