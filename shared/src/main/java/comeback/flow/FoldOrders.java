package comeback.flow;

import comeback.customer.Cart;
import comeback.customer.Order;
import comeback.customer.OrderState;
import comeback.customer.OrderState.Milestone;
import comeback.customer.ShipmentStage;
import comeback.customer.Shopping;
import comeback.event.CheckoutEvent;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.event.OrderEvent.OrderPaid;
import comeback.event.OrderEvent.OrderPaymentFailed;
import comeback.event.OrderEvent.OrderRefunded;
import comeback.event.OrderEvent.OrderUpdated;
import comeback.event.OrderEvent.ShipmentUpdated;
import comeback.event.ReturnEvent;
import comeback.event.StoreEvent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer's purchases become when an event about an order is added. Whatever tells of an order tells that it was placed,
 * so a report of its payment that overtakes the order itself ends reminders too.
 */
final class FoldOrders {
    private FoldOrders() {}

    static Shopping into(Shopping shopping, OrderEvent event, Instant at) {
        if (event instanceof OrderPaymentFailed) {
            // Nothing was bought yet, so what was left behind still is.
            return shopping;
        }
        Shopping known = event.snapshot()
                .map(order -> seen(shopping, order, tokens(event), at))
                .orElse(shopping);
        OrderState before = known.order(event.orderId()).orElseGet(() -> OrderState.unheardOf(event.orderId()));
        return known.with(told(before, event, at));
    }

    /** The order with what an event says of it, besides the order itself. */
    private static OrderState told(OrderState order, OrderEvent event, Instant at) {
        return switch (event) {
            case OrderPaymentFailed failed -> order;
            case OrderUpdated updated -> order;
            case Event.OrderCompleted completed ->
                completed.order().payment() == Order.Payment.PAID ? order.with(Milestone.PAID) : order;
            case OrderPaid paid -> order.supposedBy(at).with(Milestone.PAID);
            // They may be about an order from before our time, and tell nothing of when it was placed.
            case OrderRefunded refund -> order.refunded(refund.refundId(), refund.amount(), refund.isWhole());
            case ReturnEvent goods -> order.returned(goods.goods(), OrderNews.stage(goods), at);
            case Event.OrderShipped shipped ->
                order.supposedBy(at)
                        .with(Milestone.SHIPPED)
                        .parcelAt(shipped.shipment().id(), ShipmentStage.PICKED_UP, at);
            case Event.OrderDelivered delivered ->
                delivered
                        .shipmentId()
                        .map(parcel -> order.supposedBy(at).parcelAt(parcel, ShipmentStage.DELIVERED, at))
                        .orElseGet(() -> order.supposedBy(at).with(Milestone.DELIVERED));
            case Event.OrderCancelled cancelled -> order.supposedBy(at).with(Milestone.CANCELLED);
            case ShipmentUpdated moved -> {
                OrderState known = moved.stage().hasLeft() ? order.supposedBy(at) : order;
                yield known.parcelAt(moved.shipment().id(), moved.stage(), at);
            }
        };
    }

    /** A checkout that was bought is over, and stays over when older reports about it come. */
    static Shopping into(Shopping shopping, CheckoutEvent event, Instant at) {
        return switch (event) {
            case CheckoutEvent.CheckoutDeleted deleted -> shopping;
            case CheckoutEvent.CheckoutAbandoned abandoned -> shopping;
            case CheckoutEvent.CheckoutCompleted completed -> {
                Set<String> tokens = completed.cart().tokens();
                boolean isOpen = shopping.cart()
                        .filter(cart -> cart.tokens().stream().anyMatch(tokens::contains))
                        .isPresent();
                Shopping closed = shopping.closedAt(at, tokens);
                yield isOpen || shopping.cart().isEmpty()
                        ? closed
                        : closed.withCart(shopping.cart().orElseThrow());
            }
        };
    }

    /** The order that letters should show from now on; nothing when a newer one is kept already. */
    static Optional<Order> newest(Shopping folded, StoreEvent event) {
        return event.event() instanceof OrderEvent about
                ? about.snapshot()
                        .filter(order -> folded.order(order.id())
                                .filter(known -> known.asOf().isAfter(asOf(order, event.occurredAt())))
                                .isEmpty())
                : Optional.empty();
    }

    private static Set<String> tokens(OrderEvent event) {
        return event instanceof Event.OrderCompleted completed ? completed.cartTokens() : Set.of();
    }

    private static Shopping seen(Shopping shopping, Order order, Set<String> cartTokens, Instant seenAt) {
        Instant at = order.placedAt();
        boolean isItsCart = shopping.cart()
                .map(cart ->
                        !cart.startedAt().isAfter(at) || cart.tokens().stream().anyMatch(cartTokens::contains))
                .orElse(true);
        Set<String> tombstones = new LinkedHashSet<>(cartTokens);
        if (isItsCart) {
            shopping.cart().map(Cart::tokens).ifPresent(tombstones::addAll);
        }
        Shopping closed = shopping.having(order.lines()).closedAt(at, tombstones);
        // A cart that was begun after the purchase is a new one, though the purchase is reported later.
        Shopping after = isItsCart ? closed : closed.withCart(shopping.cart().orElseThrow());
        OrderState known = shopping.order(order.id()).orElseGet(() -> OrderState.unheardOf(order.id()));
        return after.with(known.seenAt(asOf(order, seenAt), order));
    }

    /** An order that was placed later than it was seen has a clock of its own. */
    private static Instant asOf(Order order, Instant seenAt) {
        return seenAt.isBefore(order.placedAt()) ? order.placedAt() : seenAt;
    }
}
