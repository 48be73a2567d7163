package comeback.customer;

import java.time.Instant;

/**
 * How far an order has come. Stages only rise, so reports that arrive late or twice change nothing.
 *
 * @param id which order
 * @param placedAt when it was bought
 * @param stage the furthest stage that was reported
 * @param asOf when the order was as we keep it for letters: what is older must not replace it
 */
public record OrderState(OrderId id, Instant placedAt, Stage stage, Instant asOf) {
    /** In the order in which they come; cancelled ends everything. */
    public enum Stage {
        PLACED,
        SHIPPED,
        DELIVERED,
        /** All of its money went back. */
        REFUNDED,
        CANCELLED
    }

    /** An order as it was placed. */
    public OrderState(OrderId id, Instant placedAt, Stage stage) {
        this(id, placedAt, stage, placedAt);
    }

    /** Whether the shopper has nothing of it any more. */
    public boolean isUndone() {
        return stage == Stage.REFUNDED || stage == Stage.CANCELLED;
    }

    public OrderState reached(Stage reported) {
        return reported.compareTo(stage) > 0 ? new OrderState(id, placedAt, reported, asOf) : this;
    }

    /** The order was seen whole again. */
    public OrderState seenAt(Instant at) {
        return at.isAfter(asOf) ? new OrderState(id, placedAt, stage, at) : this;
    }
}
