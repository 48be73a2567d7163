package comeback.flow;

import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.customer.OrderState;
import comeback.flow.Reason.Verdict;
import comeback.message.MessageClass;
import comeback.message.Ruling;
import comeback.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What ends a journey early. Judged before anything is sent, whatever the input was. */
final class Exits {
    /** A flow that begins with one of these speaks of it. */
    private static final Set<String> GIVING_BACK = Set.of(
            "Order Cancelled",
            "Order Refunded",
            "Return Requested",
            "Return Approved",
            "Return Declined",
            "Return Received",
            "Return Closed",
            "Return Cancelled");

    private Exits() {}

    static Customer judge(Customer customer, Store store, Flows flows, Trail trail, Instant now) {
        List<Journey> running = new ArrayList<>();
        for (Journey journey : customer.journeys()) {
            Optional<Ruling> stop = ruling(customer, journey, store, flows, now);
            stop.ifPresent(ruling -> trail.say(journey.flow(), Verdict.STOPPED, ruling));
            if (stop.isEmpty()) {
                running.add(journey);
            }
        }
        return running.size() == customer.journeys().size() ? customer : customer.withJourneys(running);
    }

    static Optional<Ruling> ruling(Customer customer, Journey journey, Store store, Flows flows, Instant now) {
        Optional<Flow> named = flows.of(journey);
        if (named.isEmpty()) {
            return Optional.of(Rulings.noSuchFlow(journey.flow()));
        }
        Flow flow = named.get();
        if (store.flowsOff().contains(flow.name())) {
            return Optional.of(Rulings.switchedOff());
        }
        if (flow.messageClass() == MessageClass.MARKETING
                && customer.consent() instanceof Consent.Withdrawn withdrawn) {
            return Optional.of(Rulings.unsubscribed(withdrawn));
        }
        Optional<Ruling> overtaken = overtaken(customer, journey, flow);
        if (overtaken.isPresent()) {
            return overtaken;
        }
        if (customer.identity().email().filter(customer::isSuppressed).isPresent()
                && customer.shopping().cart().flatMap(Cart::email).isEmpty()) {
            return Optional.of(Rulings.suppressed());
        }
        // Of several reasons the nearest is told: "the cart was bought" says more than "something was bought".
        return flow.exits().stream()
                .sorted(Comparator.comparing(exit -> !(exit instanceof Exit.CartEmptied)))
                .flatMap(exit -> own(customer, journey, store, exit, now).stream())
                .findFirst();
    }

    /**
     * Nobody is told what is not so any more, and nobody is asked how they like, or offered more of, what they gave back.
     */
    private static Optional<Ruling> overtaken(Customer customer, Journey journey, Flow flow) {
        if (journey.about() instanceof About.TheChange about) {
            return customer.shopping()
                    .order(about.orderId())
                    .filter(order -> !about.change().stands(order))
                    .map(order -> Rulings.overtaken(about.orderId(), about.change()));
        }
        return journey.about()
                .order()
                .or(() -> journey.beginning().order())
                .filter(id -> flow.messageClass() == MessageClass.MARKETING)
                .filter(id -> flow.startsOn().stream().noneMatch(GIVING_BACK::contains))
                .flatMap(customer.shopping()::order)
                .filter(order -> order.isUndone() || order.isReturned() || order.isRefunded())
                .map(order -> Rulings.comesBack(order.id()));
    }

    private static Optional<Ruling> own(Customer customer, Journey journey, Store store, Exit exit, Instant now) {
        return switch (exit) {
            case Exit.Purchase purchase -> purchaseSince(customer, journey);
            case Exit.CartEmptied emptied ->
                journey.about() instanceof About.TheCart about ? reasonCartIsGone(customer, about) : Optional.empty();
            case Exit.ConsentGiven agreed ->
                customer.consent() instanceof Consent.Given given && given.at().isAfter(journey.startedAt())
                        ? Optional.of(Rulings.agreed(given))
                        : Optional.empty();
            case Exit.ConsentWithdrawn refused ->
                customer.consent() instanceof Consent.Withdrawn gone
                                && gone.at().isAfter(journey.startedAt())
                        ? Optional.of(Rulings.withdrew(gone))
                        : Optional.empty();
            case Exit.On on -> journey.heardAt(on.event()).map(at -> Rulings.exitOn(on.event(), at));
            case Exit.If condition -> {
                var asked = new Condition.Asked(customer, Optional.empty(), store, Optional.of(journey), now);
                var answer = condition.condition().about(asked);
                yield answer.holds() ? Optional.of(Rulings.exitIf(condition.condition(), answer)) : Optional.empty();
            }
        };
    }

    private static Optional<Ruling> reasonCartIsGone(Customer customer, About.TheCart about) {
        if (customer.shopping()
                .cart()
                .filter(cart -> cart.id().equals(about.cartId()))
                .isPresent()) {
            return Optional.empty();
        }
        return lastOrder(customer)
                .filter(order -> customer.shopping().cartClosedAt().equals(Optional.of(order.placedAt())))
                .map(order -> Rulings.cartBought(order.id()))
                .or(() -> Optional.of(Rulings.cartEmptied()));
    }

    private static Optional<Ruling> purchaseSince(Customer customer, Journey journey) {
        List<OrderState> bought = Purchases.since(customer, journey);
        return bought.isEmpty()
                ? Optional.empty()
                : Optional.of(Rulings.bought(bought.getLast().id()));
    }

    private static Optional<OrderState> lastOrder(Customer customer) {
        List<OrderState> orders = customer.shopping().orders();
        return orders.isEmpty() ? Optional.empty() : Optional.of(orders.getLast());
    }
}
