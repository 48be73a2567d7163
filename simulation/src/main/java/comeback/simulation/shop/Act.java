package comeback.simulation.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that a shopper does, or that happens to what they bought.
 *
 * @param id the report's own id; a repetition carries the same
 * @param what it is
 * @param at when it happens
 * @param toldAt when the storefront reports it, usually at once
 */
public record Act(String id, What what, Instant at, Instant toldAt) {
    /** What can happen. */
    public sealed interface What {
        /**
         * An account is made.
         *
         * @param word what they say about marketing: "yes", "no" or nothing
         */
        record SignsUp(String word) implements What {}

        /**
         * A product goes into the cart.
         *
         * @param product its id
         * @param cart the storefront's name for the cart; empty for none
         */
        record Adds(String product, String cart) implements What {}

        /** A product is taken out again. */
        record Removes(String product, String cart) implements What {}

        /**
         * The cart goes to the checkout.
         *
         * @param products all of it
         * @param cart the storefront's name for the cart; empty for none
         */
        record ChecksOut(List<String> products, String cart) implements What {
            public ChecksOut {
                products = List.copyOf(products);
            }
        }

        /** The cart is bought. */
        record Buys(String order, List<String> products, String cart) implements What {
            public Buys {
                products = List.copyOf(products);
            }
        }

        /** A parcel of an order leaves. */
        record Ships(String order, String parcel) implements What {}

        /** An order is cancelled. */
        record Cancels(String order) implements What {}

        /**
         * Somebody wants to hear when it is there again.
         *
         * @param product its id
         */
        record AsksFor(String product) implements What {}

        /** Somebody wants to hear of it no more. */
        record ForgetsAbout(String product) implements What {}

        /** The shopper switches marketing off in their account. */
        record Unsubscribes() implements What {}

        /** The shopper presses the button of their mail program, under the last advertisement. */
        record PressesTheLink() implements What {}

        /** The shopper wants to be forgotten, and leaves for good. */
        record WantsToBeForgotten() implements What {}

        /** The order that it is about. */
        default Optional<String> ofOrder() {
            if (this instanceof Buys(var order, var products, var cart)) {
                return Optional.of(order);
            }
            if (this instanceof Ships(var order, var parcel)) {
                return Optional.of(order);
            }
            return this instanceof Cancels(var order) ? Optional.of(order) : Optional.empty();
        }

        /** Whether it touches the open cart. */
        default boolean touchesCart() {
            return this instanceof Adds || this instanceof Removes || this instanceof ChecksOut;
        }
    }

    /** The same report, told again at another time. */
    public Act toldAt(Instant again) {
        return new Act(id, what, at, again);
    }
}
