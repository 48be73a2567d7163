package comeback.event;

/**
 * What a shop system says about a checkout by its own clock. It is kept in the timeline and decides nothing: we know by
 * ourselves what was left, and a checkout that the system has thrown away is still what the shopper wanted.
 */
public sealed interface CheckoutEvent extends Event {
    /** How the storefront calls it. */
    CartRef cart();

    /**
     * The shop system has thrown a checkout away.
     *
     * @param cart which
     */
    record CheckoutDeleted(CartRef cart) implements CheckoutEvent {
        @Override
        public String name() {
            return "Checkout Deleted";
        }
    }

    /**
     * The shop system takes a checkout for abandoned.
     *
     * @param cart which
     */
    record CheckoutAbandoned(CartRef cart) implements CheckoutEvent {
        @Override
        public String name() {
            return "Checkout Abandoned";
        }
    }
}
