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
    static final List<Fact> ALL = List.of(
            Fact.truth("order.known", "whether it is about an order that we know", OrderFacts::isThere),
            Fact.text("order.stage", "how far it has come", OrderFacts::stage, OrderFacts::stages),
            Fact.truth(
                    "order.paid",
                    "whether its money is there",
                    asked -> order(asked).map(OrderState::isPaid)),
            Fact.truth(
                    "order.refunded",
                    "whether money for it went back, all or some",
                    asked -> order(asked).map(OrderState::isRefunded)),
            Fact.truth(
                    "order.returned",
                    "whether something of it comes back, or is back",
                    asked -> order(asked).map(OrderState::isReturned)),
            Fact.truth(
                    "order.twice",
                    "whether the same goods were ordered within the 15 minutes before",
                    asked -> order(asked)
                            .map(order ->
                                    asked.customer().shopping().twin(order.id()).isPresent())),
            Fact.truth(
                    "order.isSent",
                    "whether it says where it goes, so that a delivery may be reported",
                    OrderFacts::isSent),
            Fact.number("order.daysSince", "whole days since it was placed", OrderFacts::daysSince));

    private OrderFacts() {}

    private static Optional<Boolean> isThere(Asked asked) {
        return Optional.of(order(asked).isPresent());
    }

    private static Optional<String> stage(Asked asked) {
        return order(asked).map(order -> inWords(order.stage()));
    }

    private static String[] stages() {
        return Arrays.stream(Stage.values()).map(OrderFacts::inWords).toArray(String[]::new);
    }

    private static Optional<Boolean> isSent(Asked asked) {
        return order(asked).map(order -> !order.contents().destination().isEmpty());
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
