package comeback.count;

import comeback.commit.Customers;
import comeback.commit.LogEntry;
import comeback.commit.Messages;
import comeback.commit.Tallies.Change;
import comeback.commit.Tallies.Counted;
import comeback.commit.Tallies.Kind;
import comeback.commit.Timelines;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.flow.Input;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.report.Attribution;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.report.Trial;
import comeback.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which letters brought a customer's orders, from their timeline. */
final class Bringing {
    /** Nobody does so much in a month; what is further back brings nothing. */
    private static final int PAGES_MAX = 10;

    private final Customers customers;
    private final Messages messages;
    private final Timelines timelines;
    private final InstantSource clock;

    Bringing(Customers customers, Messages messages, Timelines timelines, InstantSource clock) {
        this.customers = customers;
        this.messages = messages;
        this.timelines = timelines;
        this.clock = clock;
    }

    /**
     * Orders that are to be counted, and trials.
     *
     * @param customer a place where their customer lay
     * @param trials in which they take part
     */
    record Purchases(CustomerId customer, Set<OrderId> orders, Set<Trial> trials) {}

    /** The orders that this letter may have brought. */
    Purchases after(Store store, Message message) {
        Customer customer = customers.at(store.id(), message.customer());
        Set<OrderId> orders = customer.shopping().orders().stream()
                .filter(order -> Attribution.mayHaveBrought(message, order))
                .map(OrderState::id)
                .collect(Collectors.toSet());
        return new Purchases(customer.id(), orders, Set.of());
    }

    /** How those orders count now, of which this was counted. Somebody who was forgotten has none: what was counted stays. */
    List<Change> changes(Store store, Purchases purchases, List<Counted> all) {
        Customer customer = customers.at(store.id(), purchases.customer());
        List<Counted> seen = all.stream()
                .filter(counted -> counted.subject().kind() == Kind.ORDER)
                .toList();
        return Stream.concat(
                        orders(store, customer, seen).stream(),
                        Parts.changes(store, customer, purchases, all, clock.instant()).stream())
                .filter(change -> !change.next().equals(change.seen().tally()))
                .toList();
    }

    private List<Change> orders(Store store, Customer customer, List<Counted> seen) {
        List<OrderState> fresh = seen.stream()
                .flatMap(counted -> order(customer, counted).stream())
                .filter(this::isFresh)
                .toList();
        List<Message> followed = fresh.isEmpty() ? List.of() : followed(store, customer, fresh);
        return seen.stream()
                .flatMap(counted -> order(customer, counted)
                        .map(order -> new Change(
                                counted,
                                Tally.of(order, store.zone(), broughtBy(store, order, counted, followed)),
                                Optional.empty()))
                        .stream())
                .toList();
    }

    private static Optional<OrderState> order(Customer customer, Counted counted) {
        return customer.shopping().order(new OrderId(counted.subject().id()));
    }

    private boolean isFresh(OrderState order) {
        return order.placedAt().isAfter(clock.instant().minus(Attribution.SETTLED_AFTER));
    }

    /** Which letter brought an old order was settled long ago, and the letter may be gone. */
    private Optional<Row> broughtBy(Store store, OrderState order, Counted counted, List<Message> followed) {
        return isFresh(order)
                ? Attribution.of(order, followed).flatMap(message -> Tally.row(message, store.zone()))
                : counted.tally().broughtBy();
    }

    /**
     * The letters whose links they followed, as far back as one may have brought any of these orders. Also what stands after
     * the orders is read: several clicks are judged at once, and the line stands where the last of them does.
     */
    private List<Message> followed(Store store, Customer customer, List<OrderState> orders) {
        Instant first = orders.stream()
                .map(OrderState::placedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(Attribution.WINDOW);
        Set<MessageId> found = new HashSet<>();
        Optional<Timelines.Place> before = Optional.empty();
        for (int page = 0; page == 0 || (page < PAGES_MAX && before.isPresent()); page++) {
            Timelines.Page lines = timelines.page(store.id(), customer, before, Timelines.PAGE_MAX);
            lines.lines().stream()
                    .filter(line -> line.name().equals(Input.Clicked.NAME))
                    .map(LogEntry::messages)
                    .forEach(found::addAll);
            before = lines.next().filter(place -> !place.at().isBefore(first));
        }
        return new ArrayList<>(messages.findAll(store.id(), found).values());
    }
}
