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
            Optional<String> stop = reasonToStop(customer, journey, store, flows);
            stop.ifPresent(reason -> trail.say(journey.flow(), Verdict.STOPPED, reason));
            if (stop.isEmpty()) {
                running.add(journey);
            }
        }
        return running.size() == customer.journeys().size() ? customer : customer.withJourneys(running);
    }

    private static Optional<String> reasonToStop(Customer customer, Journey journey, Store store, Flows flows) {
        Optional<Flow> named = flows.named(journey.flow());
        if (named.isEmpty()) {
            return Optional.of("there is no such flow any more");
        }
        Flow flow = named.get();
        if (store.flowsOff().contains(flow.name())) {
            return Optional.of("the store has switched this flow off");
        }
        if (flow.messageClass() == MessageClass.MARKETING
                && customer.consent() instanceof Consent.Withdrawn withdrawn) {
            return Optional.of("the customer unsubscribed (" + withdrawn.source() + ")");
        }
        if (customer.identity().email().filter(customer::isSuppressed).isPresent()
                && customer.shopping().cart().flatMap(Cart::email).isEmpty()) {
            return Optional.of("mail to the customer's address is not possible any more");
        }
        if (flow.exits().contains(Exit.CART_EMPTIED) && journey.about() instanceof About.TheCart about) {
            Optional<String> gone = reasonCartIsGone(customer, about);
            if (gone.isPresent()) {
                return gone;
            }
        }
        return flow.exits().contains(Exit.PURCHASE) ? purchaseSince(customer, journey) : Optional.empty();
    }

    private static Optional<String> reasonCartIsGone(Customer customer, About.TheCart about) {
        if (customer.shopping()
                .cart()
                .filter(cart -> cart.id().equals(about.cartId()))
                .isPresent()) {
            return Optional.empty();
        }
        return lastOrder(customer)
                .filter(order -> customer.shopping().cartClosedAt().equals(Optional.of(order.placedAt())))
                .map(order -> "the cart was bought (order " + order.id() + ")")
                .or(() -> Optional.of("the cart was emptied"));
    }

    private static Optional<String> purchaseSince(Customer customer, Journey journey) {
        return lastOrder(customer)
                .filter(order -> order.placedAt().isAfter(journey.startedAt()))
                .filter(order -> order.stage() != OrderState.Stage.CANCELLED)
                .map(order -> "the customer bought something (order " + order.id() + ")");
    }

    private static Optional<OrderState> lastOrder(Customer customer) {
        List<OrderState> orders = customer.shopping().orders();
        return orders.isEmpty() ? Optional.empty() : Optional.of(orders.getLast());
    }
}
