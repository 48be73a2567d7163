package comeback.simulation.edge;

import comeback.commit.Commit;
import comeback.commit.Committed;
import comeback.commit.Customers;
import comeback.commit.DueItems;
import comeback.commit.Issue;
import comeback.commit.KeyHolder;
import comeback.commit.LogEntry;
import comeback.commit.Messages;
import comeback.commit.Orders;
import comeback.commit.Slot;
import comeback.commit.Stores;
import comeback.commit.TablePorts;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.simulation.edge.Edge.Call;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The table's ports over the fake that passes their contracts, each call made through the edge. */
public final class TypedTable {
    private final TablePorts inner;
    private final Edge edge;
    private final Seen seen;
    private final Map<String, List<DueItems.DueItem>> earlier = new HashMap<>();

    public TypedTable(TablePorts inner, Edge edge, Seen seen) {
        this.inner = inner;
        this.edge = edge;
        this.seen = seen;
    }

    public Customers customers() {
        return new EdgeCustomers();
    }

    public Messages messages() {
        return new EdgeMessages();
    }

    public Orders orders() {
        return (store, id) ->
                read("GetItem order", id.value(), () -> inner.orders().find(store, id));
    }

    /** An index that lags: now and then it answers what it answered before, or nothing. */
    public DueItems dueItems() {
        return new EdgeDueItems();
    }

    private final class EdgeDueItems implements DueItems {
        @Override
        public List<DueItem> before(Queue queue, int partition, Instant time, int limit) {
            String part = queue + "/" + partition;
            String about = part + "@" + time.getEpochSecond();
            Optional<Harm> lag = edge.delivery("Index", about, Harm.OF_INDEXES);
            List<DueItem> items =
                    read("Query due", about, () -> inner.dueItems().before(queue, partition, time, limit));
            List<DueItem> before = Optional.ofNullable(earlier.put(part, items)).orElse(List.of());
            if (lag.equals(Optional.of(Harm.STALE))) {
                return before;
            }
            return lag.isPresent() ? List.of() : items;
        }

        @Override
        public List<DueItem> flagged(int limit) {
            return inner.dueItems().flagged(limit);
        }
    }

    public Stores stores() {
        return new Stores() {
            @Override
            public Optional<KeyHolder> holding(String key) {
                return read("GetItem key", key, () -> inner.stores().holding(key));
            }

            @Override
            public Optional<Store> find(StoreId id) {
                return read("GetItem store", id.value(), () -> inner.stores().find(id));
            }

            @Override
            public Optional<Store> atDomain(String domain) {
                return read("GetItem domain", domain, () -> inner.stores().atDomain(domain));
            }

            @Override
            public void save(Store store) {
                inner.stores().save(store);
            }
        };
    }

    private <T> T read(String operation, String about, Supplier<T> effect) {
        return edge.make(new Call(operation, about, Outage.Service.TABLE, Harm.OF_READS, true), effect);
    }

    private <T> T write(String operation, String about, boolean repeatsAnswer, Supplier<T> effect) {
        return edge.make(new Call(operation, about, Outage.Service.TABLE, Harm.OF_WRITES, repeatsAnswer), effect);
    }

    private void shows(Message message) {
        switch (message.state()) {
            case MessageState.Due due -> {
                seen.showsOnStream(message);
                seen.dueAt(new DueItems.DueItem.OfMessage(message.store(), message.id()), due.at());
            }
            case MessageState.Claimed claimed ->
                seen.dueAt(new DueItems.DueItem.OfMessage(message.store(), message.id()), claimed.leaseUntil());
            case MessageState.Accepted done -> {}
            case MessageState.Skipped done -> {}
            case MessageState.Failed done -> {}
            case MessageState.Unknown done -> {}
        }
    }

    /** Customers; a plain commit is two calls, as in DynamoDB: its line, then the customer. */
    private final class EdgeCustomers implements Customers {
        @Override
        public Slot find(StoreId store, CustomerId id) {
            return read("GetItem customer", id.value(), () -> inner.customers().find(store, id));
        }

        @Override
        public void log(StoreId store, CustomerId id, LogEntry entry) {
            write("PutItem line", id.value(), true, () -> {
                inner.customers().log(store, id, entry);
                return true;
            });
        }

        @Override
        public Committed commit(StoreId store, Commit commit) {
            String about = commit.next().id().value();
            if (commit.isPlain()) {
                commit.log().ifPresent(entry -> log(store, commit.next().id(), entry));
                Commit rest =
                        new Commit(commit.next(), List.of(), commit.names(), List.of(), List.of(), Optional.empty());
                return write("PutItem customer", about, false, () -> saved(store, rest));
            }
            return write("Transact commit", about, true, () -> saved(store, commit));
        }

        private Committed saved(StoreId store, Commit commit) {
            Committed committed = inner.customers().commit(store, commit);
            if (committed instanceof Committed.Saved) {
                commit.next()
                        .alarmAt()
                        .ifPresent(at -> seen.dueAt(
                                new DueItems.DueItem.OfCustomer(
                                        store, commit.next().id()),
                                at));
                commit.born().forEach(seen::born);
                commit.born().forEach(TypedTable.this::shows);
            }
            return committed;
        }
    }

    /** Messages. */
    private final class EdgeMessages implements Messages {
        @Override
        public Optional<Message> find(StoreId store, MessageId id) {
            return read("GetItem message", id.value(), () -> inner.messages().find(store, id));
        }

        @Override
        public Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue) {
            return write("Transact claim", message.id().value(), true, () -> {
                Claim answer = inner.messages().claim(message, next, claim, issue);
                if (answer == Claim.TAKEN) {
                    seen.claimed(message, edge.time().instant());
                    shows(message.with(claim));
                }
                return answer;
            });
        }

        @Override
        public boolean change(Message message, MessageState next) {
            return write("UpdateItem state", message.id().value(), false, () -> {
                boolean isChanged = inner.messages().change(message, next);
                if (isChanged) {
                    shows(message.with(next));
                }
                return isChanged;
            });
        }

        @Override
        public boolean learn(StoreId store, MessageId id, Feedback feedback) {
            return write(
                    "UpdateItem feedback",
                    id.value(),
                    false,
                    () -> inner.messages().learn(store, id, feedback));
        }

        @Override
        public void touch(Message message, Instant sweepAgainAt) {
            write("UpdateItem touch", message.id().value(), true, () -> {
                inner.messages().touch(message, sweepAgainAt);
                inner.messages()
                        .find(message.store(), message.id())
                        .filter(now -> now.state().equals(message.state()))
                        .ifPresent(now -> {
                            seen.showsOnStream(now);
                            seen.dueAt(new DueItems.DueItem.OfMessage(now.store(), now.id()), sweepAgainAt);
                        });
                return true;
            });
        }
    }
}
