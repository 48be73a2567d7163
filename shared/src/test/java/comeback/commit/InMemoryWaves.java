package comeback.commit;

import comeback.catalogue.Sight;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.customer.Seen;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import comeback.wave.Wave;
import comeback.wave.WaveId;
import comeback.wave.WaveRules;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Waves and those who wait, in memory, for tests. It passes the same contracts as the real ones. */
public final class InMemoryWaves implements WaitingList, Waves, Sightings {
    private static final Comparator<Waiter> OLDEST_FIRST = Comparator.comparing((Waiter waiter) -> !waiter.isFirst())
            .thenComparing(Waiter::askedAt)
            .thenComparing(waiter -> waiter.customer().value());

    private final Map<WavePlace, Wave> waves = new HashMap<>();
    private final Map<WavePlace, NavigableSet<Waiter>> lists = new HashMap<>();
    private final Map<RequestPlace, Waiter> requests = new HashMap<>();
    private final Map<StoreId, Map<String, Set<String>>> watched = new HashMap<>();
    private final Map<StoreId, Map<String, NavigableMap<String, Viewer>>> viewers = new HashMap<>();
    private final InMemoryDueIndex due;

    /** One who saw a product, and what they wish. */
    private record Viewer(Seen seen, boolean isInCart, Optional<Seen> wish) {
        Waiter waiter(CustomerId customer) {
            boolean isWished =
                    wish.filter(last -> last.how() == Seen.How.WISHED).isPresent();
            return new Waiter(
                    customer,
                    seen.at(),
                    seen.at().plus(KEPT_FOR),
                    Optional.of(new Sight(seen.variantId(), seen.price(), isInCart, isWished)));
        }
    }

    public InMemoryWaves() {
        this(new InMemoryDueIndex());
    }

    /** Whose overdue waves stand beside a table's other due items. */
    InMemoryWaves(InMemoryDueIndex due) {
        this.due = due;
    }

    private record WavePlace(StoreId store, WaveId id) {}

    private record RequestPlace(StoreId store, CustomerId customer, WaveId wave) {}

    @Override
    public boolean ask(StoreId store, Wanted wanted, Waiter waiter, int max) {
        watched.computeIfAbsent(store, each -> new HashMap<>())
                .computeIfAbsent(wanted.productId(), each -> new TreeSet<>())
                .add(wanted.variantId());
        RequestPlace place = new RequestPlace(store, waiter.customer(), WaveId.of(wanted));
        Optional<Waiter> before = Optional.ofNullable(requests.get(place));
        long held = requests.keySet().stream()
                .filter(request ->
                        request.store().equals(store) && request.customer().equals(waiter.customer()))
                .count();
        if (before.isEmpty() && held >= max) {
            return false;
        }
        Waiter kept = before.map(
                        known -> new Waiter(known.customer(), known.askedAt(), waiter.until()).first(known.isFirst()))
                .orElse(waiter);
        before.ifPresent(list(store, wanted)::remove);
        requests.put(place, kept);
        list(store, wanted).add(kept);
        return true;
    }

    @Override
    public void forget(StoreId store, Wanted wanted, CustomerId customer) {
        Optional.ofNullable(requests.get(new RequestPlace(store, customer, WaveId.of(wanted))))
                .ifPresent(waiter -> told(store, wanted, List.of(waiter)));
    }

    @Override
    public void note(StoreId store, CustomerId customer, Seen seen) {
        NavigableMap<String, Viewer> all = viewers.computeIfAbsent(store, each -> new HashMap<>())
                .computeIfAbsent(seen.productId(), each -> new TreeMap<>());
        if (seen.how() != Seen.How.WISHED_NO_MORE) {
            all.merge(
                    customer.value(),
                    new Viewer(seen, isCart(seen), Optional.empty()),
                    (known, newer) -> known.seen().at().isAfter(seen.at())
                            ? known
                            : new Viewer(seen, known.isInCart() || isCart(seen), known.wish()));
        }
        if (seen.how() == Seen.How.WISHED || seen.how() == Seen.How.WISHED_NO_MORE) {
            all.computeIfPresent(
                    customer.value(),
                    (each, known) -> known.wish()
                                    .filter(last -> last.at().isAfter(seen.at()))
                                    .isPresent()
                            ? known
                            : new Viewer(known.seen(), known.isInCart(), Optional.of(seen)));
        }
    }

    private static boolean isCart(Seen seen) {
        return seen.how() == Seen.How.IN_CART;
    }

    @Override
    public List<Waiter> page(StoreId store, String productId, Optional<CustomerId> after, int limit) {
        return viewers
                .getOrDefault(store, Map.of())
                .getOrDefault(productId, new TreeMap<>())
                .tailMap(after.map(CustomerId::value).orElse(""), false)
                .entrySet()
                .stream()
                .limit(limit)
                .map(viewer -> viewer.getValue().waiter(new CustomerId(viewer.getKey())))
                .toList();
    }

    /** Takes a customer off every list; false when they were on none. */
    boolean forgetAll(StoreId store, CustomerId customer) {
        boolean hasSeen = viewers.getOrDefault(store, Map.of()).values().stream()
                        .filter(all -> all.keySet().removeIf(customer.value()::equals))
                        .count()
                > 0;
        boolean wasThere = requests.keySet()
                .removeIf(request ->
                        request.store().equals(store) && request.customer().equals(customer));
        lists.forEach((place, list) -> {
            if (place.store().equals(store)) {
                list.removeIf(waiter -> waiter.customer().equals(customer));
            }
        });
        return hasSeen || wasThere;
    }

    @Override
    public List<Waiter> first(StoreId store, Wanted wanted, int limit) {
        return list(store, wanted).stream().limit(limit).toList();
    }

    @Override
    public void told(StoreId store, Wanted wanted, List<Waiter> waiters) {
        Set<CustomerId> gone = waiters.stream().map(Waiter::customer).collect(Collectors.toSet());
        list(store, wanted).removeIf(waiter -> gone.contains(waiter.customer()));
        gone.forEach(customer -> requests.remove(new RequestPlace(store, customer, WaveId.of(wanted))));
    }

    @Override
    public Set<String> watched(StoreId store, String productId) {
        return Set.copyOf(watched.getOrDefault(store, Map.of()).getOrDefault(productId, Set.of()));
    }

    @Override
    public Optional<Wave> find(StoreId store, WaveId id) {
        return Optional.ofNullable(waves.get(new WavePlace(store, id)));
    }

    @Override
    public boolean save(StoreId store, Wave next, WaveRules rules) {
        long seen = find(store, next.id()).map(Wave::version).orElse(0L);
        if (seen != next.version()) {
            return false;
        }
        waves.put(new WavePlace(store, next.id()), next.withVersion(seen + 1));
        DueItems.DueItem item = new DueItems.DueItem.OfWave(store, next.id());
        next.dueAt(rules)
                .ifPresentOrElse(at -> due.put(item, DueItems.Queue.TO_LOOK_AFTER, at), () -> due.remove(item));
        return true;
    }

    private NavigableSet<Waiter> list(StoreId store, Wanted wanted) {
        return lists.computeIfAbsent(new WavePlace(store, WaveId.of(wanted)), place -> new TreeSet<>(OLDEST_FIRST));
    }
}
