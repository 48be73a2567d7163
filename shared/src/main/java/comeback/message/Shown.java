package comeback.message;

/**
 * Products that a letter shows, chosen when it is sent.
 *
 * @param what which ones
 * @param goesWithout whether the letter goes when there are none; else it is skipped
 */
public record Shown(What what, boolean goesWithout) {
    /** So many are a choice; more are a catalogue. */
    public static final int MAX = 4;

    /** By what the products are chosen. They can be bought at that moment, and the customer has none of them. */
    public enum What {
        /** Those that the customer looked at more than once. */
        VIEWED("viewed"),
        /** Those that others bought together with what the customer bought. */
        RELATED("related"),
        /** Those that are bought most, of the kind that the customer bought when there are any. */
        POPULAR("popular"),
        /** Those that came into the shop lately, first those of the kind that the customer bought. */
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
