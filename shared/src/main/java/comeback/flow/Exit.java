package comeback.flow;

/** What ends a journey early. */
public sealed interface Exit {
    /** Any purchase after the journey began, or the purchase of its cart. */
    record Purchase() implements Exit {}

    /** The cart that it is about has nothing in it any more. */
    record CartEmptied() implements Exit {}

    /** The customer agreed to marketing after the journey began. */
    record ConsentGiven() implements Exit {}

    /** The customer took their consent back after the journey began; what promotes ends then anyway. */
    record ConsentWithdrawn() implements Exit {}

    /**
     * Something happened after what began the journey.
     *
     * @param event its canonical name
     */
    record On(String event) implements Exit {}

    /**
     * A condition holds whenever the customer is looked at.
     *
     * @param condition which
     */
    record If(Condition condition) implements Exit {}
}
