package comeback.flow;

import comeback.customer.Change;
import comeback.customer.Change.Edited.Part;
import comeback.customer.Contents;
import comeback.customer.Customer;
import comeback.customer.OrderState;
import comeback.customer.ReturnStage;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.event.ReturnEvent;
import comeback.message.Ruling;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a report about an order is news of. Flows start on what became of the order, not on that somebody said so again: of
 * reports that contradict each other, only the one that holds starts anything.
 */
final class OrderNews {
    private OrderNews() {}

    /** How far a return is when this happens. */
    static ReturnStage stage(ReturnEvent event) {
        return switch (event) {
            case ReturnEvent.ReturnRequested requested -> ReturnStage.REQUESTED;
            case ReturnEvent.ReturnApproved approved -> ReturnStage.APPROVED;
            case ReturnEvent.ReturnDeclined declined -> ReturnStage.DECLINED;
            case ReturnEvent.ReturnReceived received -> ReturnStage.RECEIVED;
            case ReturnEvent.ReturnClosed closed -> ReturnStage.CLOSED;
            case ReturnEvent.ReturnCancelled cancelled -> ReturnStage.CANCELLED;
        };
    }

    /** What the event changed; nothing when it is the order itself, or when it changed nothing. */
    static Optional<Change> change(Customer before, Customer after, OrderEvent event) {
        Optional<OrderState> was = before.shopping().order(event.orderId());
        return switch (event) {
            case Event.OrderCompleted completed -> Optional.empty();
            case OrderEvent.OrderPaid paid -> Optional.empty();
            case Event.OrderShipped shipped -> Optional.empty();
            case OrderEvent.OrderPaymentFailed failed -> Optional.of(new Change.PaymentFailed(failed.payUrl()));
            case OrderEvent.OrderUpdated updated ->
                was.filter(OrderState::isSeen)
                        .flatMap(known -> after.shopping()
                                .order(event.orderId())
                                .flatMap(now -> edited(known.contents(), now.contents())));
            case OrderEvent.OrderRefunded refund ->
                was.filter(known -> known.hasRefund(refund.refundId())).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Change.Refunded(
                                refund.refundId(), refund.amount(), refund.isWhole(), refund.lines()));
            case ReturnEvent goods -> Optional.of(new Change.ReturnMoved(goods.goods(), stage(goods)));
            case Event.OrderDelivered delivered -> Optional.of(new Change.Arrived());
            case Event.OrderCancelled cancelled ->
                was.map(OrderState::stage)
                                .filter(OrderState.Stage.CANCELLED::equals)
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(new Change.Cancelled());
            case OrderEvent.ShipmentUpdated moved ->
                Optional.of(new Change.ParcelMoved(moved.shipment(), moved.stage(), moved.expectedAt()));
        };
    }

    /** What a receipt or a credit note is drawn for. A purchase that is not paid for yet is asked about again when it is. */
    static Optional<Change> money(Customer before, OrderEvent event) {
        if (event instanceof OrderEvent.OrderRefunded refund) {
            boolean isKnown = before.shopping()
                    .order(event.orderId())
                    .filter(known -> known.hasRefund(refund.refundId()))
                    .isPresent();
            return isKnown
                    ? Optional.empty()
                    : refund.amount()
                            .filter(amount -> amount.minor() > 0)
                            .map(amount -> new Change.PaidBack(refund.refundId(), amount));
        }
        return event instanceof Event.OrderCompleted || event instanceof OrderEvent.OrderPaid
                ? Optional.of(new Change.Paid())
                : Optional.empty();
    }

    private static Optional<Change> edited(Contents was, Contents now) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (Contents.differ(was.goods(), now.goods())) {
            parts.add(Part.GOODS);
        }
        if (Contents.differ(was.destination(), now.destination())) {
            parts.add(Part.DESTINATION);
        }
        if (was.total().isPresent() && now.total().isPresent() && !was.total().equals(now.total())) {
            parts.add(Part.TOTAL);
        }
        String total = now.total().map(money -> Long.toString(money.minor())).orElse("");
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change.Edited(parts, now.goods() + now.destination() + total));
    }

    /** Why nothing should be told of this event: what is known of its order by now speaks against it. */
    static Optional<Ruling> contradiction(Customer before, Customer after, OrderEvent event) {
        Optional<OrderState> known = after.shopping().order(event.orderId());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Optional<Change> change = change(before, after, event);
        boolean isOvertaken = change.filter(told -> !told.stands(known.get())).isPresent();
        // What is over can still be paid back or sent back, but nothing else becomes of it.
        boolean isAfterTheEnd = !(event instanceof Event.OrderCancelled)
                && !(event instanceof OrderEvent.OrderRefunded)
                && !(event instanceof ReturnEvent);
        if (isAfterTheEnd && known.get().stage() == OrderState.Stage.CANCELLED) {
            return Optional.of(Rulings.cancelled(event.orderId()));
        }
        if (event instanceof Event.OrderDelivered && known.get().stage() == OrderState.Stage.SHIPPED) {
            return Optional.of(Rulings.moreToCome(event.orderId()));
        }
        if (event instanceof Event.OrderCompleted && known.get().isUndone()) {
            return Optional.of(Rulings.paidBack(event.orderId()));
        }
        return isOvertaken ? Optional.of(Rulings.overtaken(event.orderId(), change.orElseThrow())) : Optional.empty();
    }
}
