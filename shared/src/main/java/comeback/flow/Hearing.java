package comeback.flow;

import comeback.catalogue.Wanted;
import comeback.catalogue.Wish;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.customer.OrderId;
import comeback.event.StockRequestEvent;
import comeback.event.StoreEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets running journeys remember the events that their flows wait for, so that none is missed before its step comes. */
final class Hearing {
    private Hearing() {}

    /** History is no news, and what happened before the journey's own event is not about it. */
    static Customer note(Customer customer, StoreEvent event, Flows flows) {
        if (event.isHistory() || customer.journeys().isEmpty()) {
            return customer;
        }
        List<Journey> heard = customer.journeys().stream()
                .map(journey -> heard(journey, event, flows))
                .toList();
        return heard.equals(customer.journeys()) ? customer : customer.withJourneys(heard);
    }

    private static Journey heard(Journey journey, StoreEvent event, Flows flows) {
        Journey next = journey;
        for (String name : event.names()) {
            if (concerns(journey, event, name, flows)) {
                next = next.hearing(name, event.occurredAt());
            }
        }
        return next;
    }

    private static boolean concerns(Journey journey, StoreEvent event, String name, Flows flows) {
        Instant from = journey.beginning().happenedAt();
        Optional<OrderId> own = journey.about().order();
        Optional<OrderId> its = Entry.orderOf(event.event());
        return flows.of(journey).filter(flow -> flow.listensTo(name)).isPresent()
                && !event.occurredAt().isBefore(from)
                && (own.isEmpty() || its.isEmpty() || own.equals(its))
                && (!(event.event() instanceof StockRequestEvent request) || isOf(journey, Wanted.of(request.line())));
    }

    /** Of two things that somebody waits for, the one may be back. */
    private static boolean isOf(Journey journey, Wanted wanted) {
        return !(journey.about() instanceof About.TheGoods goods)
                || goods.wishes().stream().map(Wish::wanted).anyMatch(wanted::equals);
    }

    /** Journeys about what is there again hear of it. */
    static Customer note(Customer customer, Input.StockArrived arrived, Flows flows) {
        List<Journey> heard = customer.journeys().stream()
                .map(journey -> flows.of(journey)
                                        .filter(flow -> flow.listensTo(arrived.name()))
                                        .isPresent()
                                && isOf(journey, arrived.wish().wanted())
                        ? journey.hearing(arrived.name(), arrived.at())
                        : journey)
                .toList();
        return heard.equals(customer.journeys()) ? customer : customer.withJourneys(heard);
    }
}
