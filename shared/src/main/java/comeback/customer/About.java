package comeback.customer;

import comeback.catalogue.News;
import comeback.catalogue.Wish;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a journey and its letters are about, beyond the customer. */
public sealed interface About {
    /** The order that it is about, or a parcel of which it is about. */
    default Optional<OrderId> order() {
        return switch (this) {
            case TheCustomer customer -> Optional.empty();
            case TheCart cart -> Optional.empty();
            case TheOrder order -> Optional.of(order.orderId());
            case TheShipment parcel -> Optional.of(parcel.shipment().orderId());
            case TheChange change -> Optional.of(change.orderId());
            case TheGoods goods -> Optional.empty();
            case TheDay day -> Optional.empty();
        };
    }

    /** The customer only. */
    record TheCustomer() implements About {}

    /**
     * The cart of that id; its lines are read from the customer at sending, so they are true then.
     *
     * @param cartId as in the customer
     */
    record TheCart(String cartId) implements About {}

    /**
     * An order.
     *
     * @param orderId its lines are read from the order's own item at sending
     */
    record TheOrder(OrderId orderId) implements About {}

    /**
     * A parcel.
     *
     * @param shipment as the storefront told it
     */
    record TheShipment(Shipment shipment) implements About {}

    /**
     * What became of an order.
     *
     * @param orderId its lines are read from the order's own item at sending
     * @param change as the storefront told it
     */
    record TheChange(OrderId orderId, Change change) implements About {}

    /**
     * A day of the customer's.
     *
     * @param name which: "sign-up", or as the store calls it
     * @param on when it is
     * @param years how many it is then since it first was; 0 when that is not known
     */
    record TheDay(String name, LocalDate on, int years) implements About {}

    /**
     * Things that the customer asked to be told about, or saw.
     *
     * @param wishes oldest first; at most {@value #WISHES_MAX}, for one letter shows no more
     * @param news what the letter tells of them, which must be true at sending; absent while they are only asked for
     */
    record TheGoods(List<Wish> wishes, Optional<News> news) implements About {
        public static final int WISHES_MAX = 10;

        /** Things that were asked for. */
        public TheGoods(List<Wish> wishes) {
            this(wishes, Optional.empty());
        }

        public TheGoods {
            wishes = List.copyOf(wishes.subList(0, Math.min(wishes.size(), WISHES_MAX)));
        }

        /** Whether the letter says that they are there again: what is sold out at sending is left out then. */
        public boolean areBack() {
            return news.equals(Optional.of(News.BACK));
        }

        /** With one more thing; the same thing twice is once. */
        public TheGoods with(Wish wish) {
            boolean isThere = wishes.stream().anyMatch(wish::isSameThing);
            return isThere
                    ? this
                    : new TheGoods(
                            Stream.concat(wishes.stream(), Stream.of(wish)).toList(), news);
        }
    }
}
