package comeback.flow;

import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.customer.OrderState;
import comeback.flow.Flow.Exit;
import comeback.flow.Reason.Verdict;
import comeback.message.MessageClass;
import comeback.message.Ruling;
import comeback.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ends a journey early. Judged before anything is sent, whatever the input was. */
final class Exits {
    private Exits() {}

    static Customer judge(Customer customer, Store store, Flows flows, Trail trail) {
        List<Journey> running = new ArrayList<>();
        for (Journey journey : customer.journeys()) {
            Optional<Ruling> stop = ruling(customer, journey, store, flows);
            stop.ifPresent(ruling -> trail.say(journey.flow(), Verdict.STOPPED, ruling));
            if (stop.isEmpty()) {
                running.add(journey);
            }
        }
        return running.size() == customer.journeys().size() ? customer : customer.withJourneys(running);
    }

    static Optional<Ruling> ruling(Customer customer, Journey journey, Store store, Flows flows) {
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
        if (customer.identity().email().filter(customer::isSuppressed).isPresent()
                && customer.shopping().cart().flatMap(Cart::email).isEmpty()) {
            return Optional.of(Rulings.suppressed());
        }
        if (flow.exits().contains(Exit.CART_EMPTIED) && journey.about() instanceof About.TheCart about) {
            Optional<Ruling> gone = reasonCartIsGone(customer, about);
            if (gone.isPresent()) {
                return gone;
            }
        }
        return flow.exits().contains(Exit.PURCHASE) ? purchaseSince(customer, journey) : Optional.empty();
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
        return lastOrder(customer)
                .filter(order -> order.placedAt().isAfter(journey.startedAt()))
                .filter(order -> order.stage() != OrderState.Stage.CANCELLED)
                .map(order -> Rulings.bought(order.id()));
    }

    private static Optional<OrderState> lastOrder(Customer customer) {
        List<OrderState> orders = customer.shopping().orders();
        return orders.isEmpty() ? Optional.empty() : Optional.of(orders.getLast());
    }
}
