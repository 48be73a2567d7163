package comeback.flow;

import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.customer.OrderState;
import java.util.List;

/** What a customer bought since a journey's own event, in whatever order it was reported. */
final class Purchases {
    private Purchases() {}

    /** Oldest first. What was cancelled is none, and neither is the order that the journey began with or is about. */
    static List<OrderState> since(Customer customer, Journey journey) {
        return customer.shopping().orders().stream()
                .filter(OrderState::isPlaced)
                .filter(order -> order.stage() != OrderState.Stage.CANCELLED)
                .filter(order -> !order.placedAt().isBefore(journey.beginning().happenedAt()))
                .filter(order ->
                        journey.beginning().order().filter(order.id()::equals).isEmpty())
                .filter(order ->
                        journey.about().order().filter(order.id()::equals).isEmpty())
                .toList();
    }
}
