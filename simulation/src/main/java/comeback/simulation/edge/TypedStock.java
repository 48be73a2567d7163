package comeback.simulation.edge;

import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.catalogue.Wanted;
import comeback.commit.Catalogue;
import comeback.commit.DueItems.DueItem;
import comeback.commit.InMemoryWaves;
import comeback.commit.WaitingList;
import comeback.commit.WaveAlarms;
import comeback.commit.Waves;
import comeback.customer.CustomerId;
import comeback.simulation.edge.Edge.Call;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import comeback.wave.Wave;
import comeback.wave.WaveId;
import comeback.wave.WaveRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Goods, waiting lists and waves over the fakes that pass their contracts, each call made through the edge. */
public final class TypedStock {
    private final Catalogue catalogue;
    private final InMemoryWaves waves;
    private final Edge edge;
    private final Seen seen;

    public TypedStock(Catalogue catalogue, InMemoryWaves waves, Edge edge, Seen seen) {
        this.catalogue = catalogue;
        this.waves = waves;
        this.edge = edge;
        this.seen = seen;
    }

    /** As the functions see it. */
    public Stockroom room(WaveAlarms alarms) {
        return new Stockroom(new EdgeCatalogue(), new EdgeWaitingList(), new EdgeWaves(), alarms);
    }

    private <T> T read(String operation, String about, Supplier<T> effect) {
        return edge.make(new Call(operation, about, Outage.Service.TABLE, Harm.OF_READS, true), effect);
    }

    private <T> T write(String operation, String about, boolean repeatsAnswer, Supplier<T> effect) {
        return edge.make(new Call(operation, about, Outage.Service.TABLE, Harm.OF_WRITES, repeatsAnswer), effect);
    }

    private static String all(StoreId store, Set<String> names) {
        return store + "/" + String.join(",", new TreeSet<>(names));
    }

    private static String about(StoreId store, Wanted wanted) {
        return store + "/" + WaveId.of(wanted);
    }

    /** Goods; nothing is asked about nothing. */
    private final class EdgeCatalogue implements Catalogue {
        @Override
        public Map<String, Product> find(StoreId store, Set<String> ids) {
            return ids.isEmpty()
                    ? Map.of()
                    : read("BatchGetItem products", all(store, ids), () -> catalogue.find(store, ids));
        }

        @Override
        public Map<String, String> productsNamed(StoreId store, Set<String> names) {
            return names.isEmpty()
                    ? Map.of()
                    : read("BatchGetItem names", all(store, names), () -> catalogue.productsNamed(store, names));
        }

        @Override
        public boolean save(StoreId store, Product next, Set<String> newNames) {
            return write(
                    "PutItem product", store + "/" + next.id(), false, () -> catalogue.save(store, next, newNames));
        }

        @Override
        public Instant openedAt(StoreId store, Instant now) {
            return write("PutItem opening", store.value(), true, () -> catalogue.openedAt(store, now));
        }

        @Override
        public void came(StoreId store, Newcomer newcomer) {
            write("PutItem newcomer", store + "/" + newcomer.product(), true, () -> {
                catalogue.came(store, newcomer);
                return true;
            });
        }

        @Override
        public List<Newcomer> newcomers(StoreId store, Instant from, Instant until, int most) {
            return read("Query newcomers", store.value(), () -> catalogue.newcomers(store, from, until, most));
        }
    }

    /** Those who wait. */
    private final class EdgeWaitingList implements WaitingList {
        @Override
        public boolean ask(StoreId store, Wanted wanted, Waiter waiter, int max) {
            String who = about(store, wanted) + "/" + waiter.customer();
            return write("Transact ask", who, true, () -> waves.ask(store, wanted, waiter, max));
        }

        @Override
        public void forget(StoreId store, Wanted wanted, CustomerId customer) {
            write("Transact forget", about(store, wanted) + "/" + customer, true, () -> {
                waves.forget(store, wanted, customer);
                return true;
            });
        }

        @Override
        public List<Waiter> first(StoreId store, Wanted wanted, int limit) {
            return read("Query waiting", about(store, wanted), () -> waves.first(store, wanted, limit));
        }

        @Override
        public void told(StoreId store, Wanted wanted, List<Waiter> waiters) {
            write("BatchWriteItem told", about(store, wanted), true, () -> {
                waves.told(store, wanted, waiters);
                return true;
            });
        }

        @Override
        public Set<String> watched(StoreId store, String productId) {
            return read("GetItem watched", store + "/" + productId, () -> waves.watched(store, productId));
        }
    }

    /** Waves. */
    private final class EdgeWaves implements Waves {
        @Override
        public Optional<Wave> find(StoreId store, WaveId id) {
            return read("GetItem wave", store + "/" + id, () -> waves.find(store, id));
        }

        @Override
        public boolean save(StoreId store, Wave next, WaveRules rules) {
            return write("PutItem wave", store + "/" + next.id(), false, () -> {
                boolean isSaved = waves.save(store, next, rules);
                if (isSaved) {
                    next.dueAt(rules).ifPresent(at -> seen.dueAt(new DueItem.OfWave(store, next.id()), at));
                }
                return isSaved;
            });
        }
    }
}
