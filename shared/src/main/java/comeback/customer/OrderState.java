package comeback.customer;

import java.time.Instant;

/**
 * How far an order has come. Stages only rise, so reports that arrive late or twice change nothing.
 *
 * @param id which order
 * @param placedAt when it was bought
 * @param stage the furthest stage that was reported
 */
public record OrderState(OrderId id, Instant placedAt, Stage stage) {
    /** In the order in which they come; cancelled ends everything. */
    public enum Stage {
        PLACED,
        SHIPPED,
        DELIVERED,
        CANCELLED
    }

    public OrderState reached(Stage reported) {
        return reported.compareTo(stage) > 0 ? new OrderState(id, placedAt, reported) : this;
    }
}
