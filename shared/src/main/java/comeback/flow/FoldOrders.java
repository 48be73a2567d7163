package comeback.flow;

import comeback.customer.Cart;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.OrderState.Stage;
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
import comeback.event.ShipmentStage;
import comeback.event.StoreEvent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer's purchases become when an event about an order is added. Stages only rise; and whatever tells of an
 * order tells that it was placed, so a report of its payment that overtakes the order itself ends reminders too.
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
        if (event instanceof OrderRefunded refunded) {
            return refunded(known, refunded);
        }
        return stage(event)
                .map(stage -> moved(known, event.orderId(), stage, at))
                .orElse(known);
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

    private static Optional<Stage> stage(OrderEvent event) {
        return switch (event) {
            case Event.OrderCompleted completed -> Optional.empty();
            case OrderUpdated updated -> Optional.empty();
            case OrderPaid paid -> Optional.of(Stage.PLACED);
            case OrderPaymentFailed failed -> Optional.empty();
            // They may be about an order from before our time, and tell nothing of when it was placed.
            case OrderRefunded refunded -> Optional.empty();
            case ReturnEvent goods -> Optional.empty();
            case Event.OrderShipped shipped -> Optional.of(Stage.SHIPPED);
            case Event.OrderDelivered delivered -> Optional.of(Stage.DELIVERED);
            case Event.OrderCancelled cancelled -> Optional.of(Stage.CANCELLED);
            case ShipmentUpdated moved -> stage(moved.stage());
        };
    }

    private static Optional<Stage> stage(ShipmentStage parcel) {
        if (parcel == ShipmentStage.DELIVERED) {
            return Optional.of(Stage.DELIVERED);
        }
        return parcel.hasLeft() ? Optional.of(Stage.SHIPPED) : Optional.empty();
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
        Shopping closed = shopping.closedAt(at, tombstones);
        // A cart that was begun after the purchase is a new one, though the purchase is reported later.
        Shopping after = isItsCart ? closed : closed.withCart(shopping.cart().orElseThrow());
        OrderState known = shopping.order(order.id()).orElseGet(() -> new OrderState(order.id(), at, Stage.PLACED));
        return after.with(known.seenAt(asOf(order, seenAt)));
    }

    /** An order that was placed later than it was seen has a clock of its own. */
    private static Instant asOf(Order order, Instant seenAt) {
        return seenAt.isBefore(order.placedAt()) ? order.placedAt() : seenAt;
    }

    /** Only of an order that is known: a refund tells nothing of when it was placed. */
    private static Shopping refunded(Shopping shopping, OrderRefunded refund) {
        return shopping.order(refund.orderId())
                .filter(order -> refund.isWhole())
                .map(order -> shopping.with(order.reached(Stage.REFUNDED)))
                .orElse(shopping);
    }

    private static Shopping moved(Shopping shopping, OrderId id, Stage stage, Instant reportedAt) {
        // The order itself was never seen: whatever tells of it later is newer for letters, though it happened earlier.
        OrderState known =
                shopping.order(id).orElseGet(() -> new OrderState(id, reportedAt, Stage.PLACED, Instant.EPOCH));
        return shopping.with(known.reached(stage));
    }
}
