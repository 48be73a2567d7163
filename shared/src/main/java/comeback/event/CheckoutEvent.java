package comeback.event;

/**
 * What a shop system says about a checkout by itself. That it was thrown away or left decides nothing: we know by ourselves
 * what was left, and what the system has forgotten is still what the shopper wanted. That it was bought ends it.
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

    /**
     * A checkout was bought, by whomever: who left it is not reminded of it.
     *
     * @param cart which
     */
    record CheckoutCompleted(CartRef cart) implements CheckoutEvent {
        @Override
        public String name() {
            return "Checkout Completed";
        }
    }
}
