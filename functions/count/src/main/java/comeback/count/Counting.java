package comeback.count;

import comeback.commit.Customers;
import comeback.commit.Messages;
import comeback.commit.Stores;
import comeback.commit.Tallies;
import comeback.commit.Tallies.Change;
import comeback.commit.Tallies.Counted;
import comeback.commit.Tallies.Kind;
import comeback.commit.Tallies.Subject;
import comeback.commit.Timelines;
import comeback.customer.OrderId;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.report.Attribution;
import comeback.report.Provider;
import comeback.report.Tally;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Counts messages, and then the orders that they may have brought.
 *
 * <p>In this order, and for this reason: what was counted is read first, then the truth, and the difference is saved only if
 * nobody has counted meanwhile. So of two who count the same at once, the one with the older truth is turned away.
 */
public final class Counting {
    /** Whoever is turned away so often leaves it to the next call. */
    static final int TRIES_MAX = 5;

    /** A message's tally outlives the message, which goes after 400 days: else it could be counted twice. */
    static final Duration REMEMBERED_FOR = Duration.ofDays(430);

    private final Stores stores;
    private final Customers customers;
    private final Messages messages;
    private final Tallies tallies;
    private final Bringing bringing;

    public Counting(
            Stores stores,
            Customers customers,
            Messages messages,
            Timelines timelines,
            Tallies tallies,
            InstantSource clock) {
        this.stores = stores;
        this.customers = customers;
        this.messages = messages;
        this.tallies = tallies;
        this.bringing = new Bringing(customers, messages, timelines, clock);
    }

    /** Counts what these hint at; how many things counted otherwise than before. */
    public int count(Collection<Hint> hints) {
        Map<StoreId, List<Hint>> byStore = new LinkedHashMap<>();
        hints.forEach(hint -> byStore.computeIfAbsent(hint.store(), store -> new ArrayList<>())
                .add(hint));
        int counted = 0;
        for (Map.Entry<StoreId, List<Hint>> of : byStore.entrySet()) {
            // A store that was taken away meanwhile has no reports.
            Optional<Store> store = stores.find(of.getKey());
            counted += store.isPresent() ? count(store.get(), of.getValue()) : 0;
        }
        return counted;
    }

    private int count(Store store, List<Hint> hints) {
        Set<MessageId> settled = new LinkedHashSet<>();
        Set<Bringing.Purchases> bought = new LinkedHashSet<>();
        for (Hint hint : hints) {
            switch (hint) {
                case Hint.Settled message -> settled.add(message.message());
                case Hint.Sold sold ->
                    bought.add(new Bringing.Purchases(
                            sold.customer(), Set.copyOf(sold.orders()), Set.copyOf(sold.trials())));
            }
        }
        int counted = 0;
        for (List<MessageId> some : chunks(settled)) {
            Map<MessageId, Message> found = new LinkedHashMap<>();
            counted += saved(subjects(store, Kind.MESSAGE, some, MessageId::value), seen -> {
                found.clear();
                found.putAll(messages.findAll(store.id(), Set.copyOf(some)));
                return changes(store, seen, found);
            });
            // Also when nothing of it counts anew: who counted it may have fallen before they came so far.
            found.values().stream()
                    .filter(message -> !Attribution.humanClicks(message).isEmpty())
                    .map(message -> bringing.after(store, message))
                    .forEach(bought::add);
        }
        for (Bringing.Purchases purchases : bought) {
            counted += purchases(store, purchases);
        }
        return counted;
    }

    private List<Change> changes(Store store, List<Counted> seen, Map<MessageId, Message> found) {
        return seen.stream()
                .flatMap(counted -> Optional.ofNullable(
                        found.get(new MessageId(counted.subject().id())))
                        .map(message -> new Change(
                                counted,
                                Tally.of(message, store.zone(), provider(message, counted)),
                                Optional.of(message.bornAt().plus(REMEMBERED_FOR))))
                        .stream())
                .filter(change -> !change.next().equals(change.seen().tally()))
                .toList();
    }

    /** Read once for each letter that went, and kept with what was counted of it. */
    private Optional<Provider> provider(Message message, Counted counted) {
        if (!(message.state() instanceof MessageState.Accepted)) {
            return Optional.empty();
        }
        return counted.tally()
                .provider()
                .or(() -> counted.version() > 0
                        ? Optional.empty()
                        : customers
                                .at(message.store(), message.customer())
                                .identity()
                                .email()
                                .map(Provider::of));
    }

    /** Orders, and the part that their customer has in trials, in one. */
    private int purchases(Store store, Bringing.Purchases purchases) {
        List<Subject> all =
                new ArrayList<>(subjects(store, Kind.ORDER, List.copyOf(purchases.orders()), OrderId::value));
        all.addAll(subjects(
                store, Kind.PART, List.copyOf(purchases.trials()), trial -> Parts.id(trial, purchases.customer())));
        int counted = 0;
        for (List<Subject> some : chunks(all)) {
            counted += saved(some, seen -> bringing.changes(store, purchases, seen));
        }
        return counted;
    }

    private static <T> List<Subject> subjects(Store store, Kind kind, List<T> ids, Function<T, String> id) {
        return ids.stream()
                .map(each -> new Subject(store.id(), kind, id.apply(each)))
                .toList();
    }

    /** Reads what was counted, then what counts, and saves the difference; how many there were. */
    private int saved(List<Subject> subjects, Truth truth) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            List<Change> changes = truth.changes(tallies.counted(subjects));
            if (changes.isEmpty() || tallies.count(changes)) {
                return changes.size();
            }
        }
        throw new IllegalStateException(
                "could not count for store " + subjects.getFirst().store() + ": too many count at once");
    }

    /** What counts now, and did not. */
    private interface Truth {
        List<Change> changes(List<Counted> seen);
    }

    private static <T> List<List<T>> chunks(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += Tallies.AT_ONCE_MAX) {
            chunks.add(list.subList(from, Math.min(from + Tallies.AT_ONCE_MAX, list.size())));
        }
        return chunks;
    }
}
