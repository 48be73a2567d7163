package comeback.condition;

import comeback.customer.About;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.OrderState.Stage;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.event.StoreEvent;
import comeback.flow.Condition.Asked;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The order that it is about: the one that was just reported on, else the one that the journey runs for. */
final class OrderFacts {
    private static final Fact.Source ORDER = OrderFacts::value;

    static final List<Fact> ALL = List.of(
            ORDER.truth("order.known", "whether it is about an order that we know"),
            ORDER.text("order.stage", "how far it has come", OrderFacts::stages),
            ORDER.truth("order.paid", "whether its money is there"),
            ORDER.truth("order.refunded", "whether money for it went back, all or some"),
            ORDER.truth("order.returned", "whether something of it comes back, or is back"),
            ORDER.truth("order.twice", "whether the same goods were ordered within the 15 minutes before"),
            ORDER.truth("order.isSent", "whether it says where it goes, so that a delivery may be reported"),
            ORDER.number("order.daysSince", "whole days since it was placed"));

    private OrderFacts() {}

    private static Optional<Value> value(String name, Asked asked, String argument) {
        return switch (name) {
            case "order.known" -> Value.truth(order(asked).isPresent());
            case "order.stage" -> Value.text(order(asked).map(order -> inWords(order.stage())));
            case "order.paid" -> Value.truth(order(asked).map(OrderState::isPaid));
            case "order.refunded" -> Value.truth(order(asked).map(OrderState::isRefunded));
            case "order.returned" -> Value.truth(order(asked).map(OrderState::isReturned));
            case "order.twice" -> Value.truth(order(asked).map(order -> isTwice(order, asked)));
            case "order.isSent" ->
                Value.truth(order(asked)
                        .map(order -> !order.contents().destination().isEmpty()));
            case "order.daysSince" -> Value.number(daysSince(asked));
            default -> throw new IllegalArgumentException("nothing is known of " + name);
        };
    }

    private static boolean isTwice(OrderState order, Asked asked) {
        return asked.customer().shopping().twin(order.id()).isPresent();
    }

    private static String[] stages() {
        return Arrays.stream(Stage.values()).map(OrderFacts::inWords).toArray(String[]::new);
    }

    private static String inWords(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Long> daysSince(Asked asked) {
        return order(asked).filter(OrderState::isPlaced).map(order -> CustomerFacts.daysSince(order.placedAt(), asked));
    }

    private static Optional<OrderState> order(Asked asked) {
        return asked.event()
                .map(StoreEvent::event)
                .flatMap(OrderFacts::reportedOn)
                .or(() -> asked.journey().flatMap(journey -> isAbout(journey.about())))
                .flatMap(asked.customer().shopping()::order);
    }

    private static Optional<OrderId> reportedOn(Event event) {
        return event instanceof OrderEvent order ? Optional.of(order.orderId()) : Optional.empty();
    }

    private static Optional<OrderId> isAbout(About about) {
        return switch (about) {
            case About.TheOrder order -> Optional.of(order.orderId());
            case About.TheShipment shipment -> Optional.of(shipment.shipment().orderId());
            case About.TheChange change -> Optional.of(change.orderId());
            case About.TheCart cart -> Optional.empty();
            case About.TheGoods goods -> Optional.empty();
            case About.TheDay day -> Optional.empty();
            case About.TheCustomer customer -> Optional.empty();
        };
    }
}
