package comeback.event;

import comeback.catalogue.Line;

/** Someone wants to hear when a product can be bought again, or does not want to any more. */
public sealed interface StockRequestEvent extends Event {
    /** What a request is called that comes with a public key: its person has still to say that it is theirs. */
    String ASKED = "Back In Stock Asked";

    /** The product, and the variant when one was chosen; its quantity is one. */
    Line line();

    /**
     * Someone asks to be told when it is back.
     *
     * @param line what
     */
    record BackInStockSubscribed(Line line) implements StockRequestEvent {
        @Override
        public String name() {
            return "Back In Stock Subscribed";
        }
    }

    /**
     * Someone does not want to be told any more.
     *
     * @param line what
     */
    record BackInStockUnsubscribed(Line line) implements StockRequestEvent {
        @Override
        public String name() {
            return "Back In Stock Unsubscribed";
        }
    }
}
