package comeback.flow;

/** Kinds of content that a flow may keep out of its letters. The macros of a kind stand in a parts file of its name. */
public enum Content {
    /** Products that the customer did not choose: bought by others, or best sellers. */
    RECOMMENDATIONS("recommendations"),
    /** A reduction that is the customer's own. */
    COUPON("coupon"),
    /** That there is not much left. */
    SCARCITY("scarcity");

    private final String words;

    Content(String words) {
        this.words = words;
    }

    /** As it stands in flow files. */
    public String words() {
        return words;
    }
}
