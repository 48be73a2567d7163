package comeback.flow;

import java.util.HashSet;
import java.util.Set;

/**
 * What the nightly review finds out. No storefront reports it: it is that nothing happened, or that a day is
 * near, or that a week is over.
 */
public enum Review {
    /** No sign of them for a while: by their own rhythm of buying, else two months. */
    GONE_QUIET("Gone Quiet"),
    /** By their own rhythm they would soon buy again. */
    ORDER_EXPECTED("Order Expected"),
    /** No sign of them for a quarter, though they were asked to come back. */
    LONG_SILENT("Long Silent"),
    /** What the flow asks of a customer has come to be so: a best customer, somebody who comes back day after day. */
    CONDITION_MET("Condition Met"),
    /** They agreed, or were last told that they did, two years ago. */
    CONSENT_OLD("Consent Old"),
    /** The day that the flow waits for is tomorrow. */
    DAY_NEAR("Day Near"),
    /** A week has passed since the flow last began for them, and they have not gone quiet. */
    WEEK_OVER("Week Over");

    /** As flow files call them. */
    public static final Set<String> NAMES = names();

    private final String words;

    Review(String words) {
        this.words = words;
    }

    /** As flow files call it. */
    public String words() {
        return words;
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        for (Review review : values()) {
            names.add(review.words);
        }
        return Set.copyOf(names);
    }

    /** Whether it starts this flow. */
    boolean starts(Flow flow) {
        return flow.startsOn().contains(words);
    }
}
