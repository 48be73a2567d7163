package comeback.commit;

import comeback.customer.ConsentWord;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table's ports in memory, for tests. It passes the same contracts as the real ones. */
public final class InMemoryTable {
    private final Map<Place, Slot> customers = new HashMap<>();
    private final Map<Place, TreeMap<String, LogEntry>> logs = new HashMap<>();
    private final Map<MessageKey, Message> messages = new HashMap<>();
    private final InMemoryDueIndex due = new InMemoryDueIndex();
    private final InMemoryWaves waves = new InMemoryWaves(due);
    private final InMemoryEngagements engagements = new InMemoryEngagements(
            new InMemoryMessages(),
            message -> messages.put(new MessageKey(message.store(), message.id()), message),
            due);
    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, List<OrderId>> ordersOfLines = new HashMap<>();
    private final InMemoryStores stores = new InMemoryStores();
    private final InMemorySignIns signIns = new InMemorySignIns(stores.audit());

    private final List<Word> words = new ArrayList<>();

    private record Word(StoreId store, ConsentWord word) {}

    private final InMemoryCoupons coupons = new InMemoryCoupons();

    private record Place(StoreId store, CustomerId id) {}

    private record MessageKey(StoreId store, MessageId id) {}

    public TablePorts ports() {
        return new TablePorts(
                new InMemoryCustomers(),
                new InMemoryMessages(),
                this::order,
                new InMemoryDueItems(),
                stores,
                this::page);
    }

    /** What was said about marketing, ever. */
    public ConsentLedger ledger() {
        return (store, customer) -> words.stream()
                .filter(word -> word.store().equals(store))
                .map(Word::word)
                .filter(word -> word.who().equals(customer.id())
                        || customer.identity().formerIds().contains(word.who()))
                .sorted(Comparator.comparing(ConsentWord::at)
                        .thenComparingLong(ConsentWord::version)
                        .reversed())
                .toList();
    }

    /** Takes people away, from here and from these lists. */
    public Erasures erasures(InMemoryWaves waves) {
        return new InMemoryErasures(waves);
    }

    private final class InMemoryErasures implements Erasures {
        private final InMemoryWaves lists;

        InMemoryErasures(InMemoryWaves lists) {
            this.lists = lists;
        }

        @Override
        public boolean bury(StoreId store, Forgotten stone) {
            return lay(store, stone, stone);
        }

        @Override
        public boolean finish(StoreId store, Forgotten seen, Instant at) {
            return lay(store, seen, seen.with(new Forgotten.State.Done(at)));
        }

        private boolean lay(StoreId store, Forgotten seen, Forgotten next) {
            Place place = new Place(store, seen.id());
            long version = switch (customers.getOrDefault(place, new Slot.Nobody())) {
                case Slot.Here here -> here.customer().version();
                case Slot.Gone gone -> gone.stone().version();
                case Slot.Nobody nobody -> 0;
                case Slot.Moved moved -> 0;
            };
            if (version != seen.version()) {
                return false;
            }
            put(
                    place,
                    new Slot.Gone(
                            new Forgotten(next.id(), version + 1, next.askedAt(), next.suppressions(), next.state())));
            return true;
        }

        @Override
        public boolean clear(StoreId store, CustomerId id) {
            List<LogEntry> page = timeline(store, id).stream().limit(PAGE).toList();
            for (LogEntry line : page) {
                line.messages().forEach(message -> {
                    messages.remove(new MessageKey(store, message));
                    due.remove(new DueItems.DueItem.OfMessage(store, message));
                });
                logs.getOrDefault(new Place(store, id), new TreeMap<>()).remove(line.at() + "#" + line.id());
                Optional.ofNullable(ordersOfLines.remove(store + "#" + id + "#" + line.id()))
                        .ifPresent(ids -> clear(store, ids));
            }
            return lists.forgetAll(store, id) || !page.isEmpty();
        }

        @Override
        public void clear(StoreId store, List<OrderId> ids) {
            ids.forEach(id -> orders.remove(store + "#" + id));
        }
    }

    /** How letters were touched. */
    public Engagements engagements() {
        return engagements;
    }

    public Coupons coupons() {
        return coupons;
    }

    /** Waves and those who wait; overdue waves stand among the due items. */
    public InMemoryWaves waves() {
        return waves;
    }

    public StoreRegister register() {
        return stores;
    }

    /** Who changed what. */
    public AuditTrail audit() {
        return stores.audit();
    }

    /** Who signs in at the console. */
    public InMemorySignIns signIns() {
        return signIns;
    }

    /** A customer's timeline, oldest first. */
    public List<LogEntry> timeline(StoreId store, CustomerId id) {
        return List.copyOf(
                logs.getOrDefault(new Place(store, id), new TreeMap<>()).values());
    }

    private Timelines.Page page(StoreId store, Customer customer, Optional<Timelines.Place> before, int limit) {
        List<LogEntry> read = Stream.concat(Stream.of(customer.id()), customer.identity().formerIds().stream())
                .distinct()
                .flatMap(id -> timeline(store, id).stream())
                .filter(line -> before.filter(place -> !isBefore(line, place)).isEmpty())
                .sorted(Timelines.NEWEST_FIRST)
                .limit(limit + 1L)
                .toList();
        return Timelines.Page.of(read, limit);
    }

    private static boolean isBefore(LogEntry line, Timelines.Place place) {
        int time = line.at().compareTo(place.at());
        return time < 0 || (time == 0 && line.id().compareTo(place.id()) < 0);
    }

    private Optional<Order> order(StoreId store, OrderId id) {
        return Optional.ofNullable(orders.get(store + "#" + id));
    }

    private final class InMemoryDueItems implements DueItems {
        @Override
        public List<DueItem> before(Queue queue, int partition, Instant time, int limit) {
            return due.before(queue, partition, time, limit);
        }

        @Override
        public List<DueItem> flagged(int limit) {
            return messages.values().stream()
                    .filter(Message::isFlagged)
                    .sorted(Comparator.comparing(message -> flaggedAt(message.state())))
                    .limit(limit)
                    .<DueItem>map(message -> new DueItem.OfMessage(message.store(), message.id()))
                    .toList();
        }

        private static Instant flaggedAt(MessageState state) {
            return state instanceof MessageState.Failed failed ? failed.at() : ((MessageState.Unknown) state).at();
        }
    }

    private void put(Place place, Slot slot) {
        customers.put(place, slot);
        DueItems.DueItem item = new DueItems.DueItem.OfCustomer(place.store(), place.id());
        lookAt(slot).ifPresentOrElse(at -> due.put(item, queueOf(slot), at), () -> due.remove(item));
    }

    private static DueItems.Queue queueOf(Slot slot) {
        return slot instanceof Slot.Here here ? DueItems.Queue.of(here.customer()) : DueItems.Queue.TO_LOOK_AFTER;
    }

    private static Optional<Instant> lookAt(Slot slot) {
        return switch (slot) {
            case Slot.Here here -> here.customer().alarmAt();
            case Slot.Gone gone
            when gone.stone().doneAt().isEmpty() -> Optional.of(gone.stone().lookAgainAt());
            case Slot.Gone done -> Optional.empty();
            case Slot.Nobody nobody -> Optional.empty();
            case Slot.Moved moved -> Optional.empty();
        };
    }

    private final class InMemoryCustomers implements Customers {
        @Override
        public Slot find(StoreId store, CustomerId id) {
            return customers.getOrDefault(new Place(store, id), new Slot.Nobody());
        }

        @Override
        public void log(StoreId store, CustomerId id, LogEntry entry) {
            logs.computeIfAbsent(new Place(store, id), place -> new TreeMap<>())
                    .put(entry.at() + "#" + entry.id(), entry);
        }

        @Override
        public Committed commit(StoreId store, Commit commit) {
            if (commit.isPlain()) {
                // As in DynamoDB: the line is written before the customer, and stays when somebody else was faster.
                commit.log().ifPresent(entry -> log(store, commit.next().id(), entry));
            }
            var known = commit.born().stream()
                    .map(Message::id)
                    .filter(id -> messages.containsKey(new MessageKey(store, id)))
                    .collect(Collectors.toSet());
            if (!known.isEmpty()) {
                return new Committed.AlreadyDone(known);
            }
            boolean isFresh = isAt(store, commit.next().id(), commit.next().version())
                    && commit.moved().stream().allMatch(merged -> isAt(store, merged.id(), merged.version()))
                    && commit.names().stream()
                            .noneMatch(name ->
                                    find(store, name) instanceof Slot.Here || find(store, name) instanceof Slot.Gone);
            if (!isFresh) {
                return new Committed.Stale();
            }
            save(store, commit);
            return new Committed.Saved();
        }

        private boolean isAt(StoreId store, CustomerId id, long version) {
            return switch (find(store, id)) {
                case Slot.Nobody nobody -> version == 0;
                case Slot.Here here -> here.customer().version() == version;
                case Slot.Moved moved -> false;
                case Slot.Gone gone -> gone.stone().version() == version;
            };
        }

        private void save(StoreId store, Commit commit) {
            Customer next = commit.next();
            put(new Place(store, next.id()), new Slot.Here(next.withVersion(next.version() + 1)));
            Stream.concat(commit.moved().stream().map(Commit.Merged::id), commit.names().stream())
                    .forEach(id -> put(new Place(store, id), new Slot.Moved(next.id())));
            for (Message message : commit.born()) {
                MessageKey key = new MessageKey(store, message.id());
                messages.put(key, message);
                lookAgain(message);
            }
            commit.word().ifPresent(word -> words.add(new Word(store, word)));
            commit.orders().forEach(order -> orders.put(store + "#" + order.id(), order));
            commit.log().ifPresent(entry -> {
                log(store, next.id(), entry);
                ordersOfLines.put(
                        store + "#" + next.id() + "#" + entry.id(),
                        commit.orders().stream().map(Order::id).toList());
            });
        }
    }

    private void lookAgain(Message message) {
        DueItems.DueItem item = new DueItems.DueItem.OfMessage(message.store(), message.id());
        DueItems.Queue queue = DueItems.Queue.of(message, message.state());
        switch (message.state()) {
            case MessageState.Due waiting -> due.put(item, queue, waiting.at());
            case MessageState.Claimed claimed -> due.put(item, queue, claimed.leaseUntil());
            case MessageState.Accepted done -> due.remove(item);
            case MessageState.Skipped done -> due.remove(item);
            case MessageState.Failed done -> due.remove(item);
            case MessageState.Unknown done -> due.remove(item);
        }
    }

    private final class InMemoryMessages implements Messages {
        @Override
        public Optional<Message> find(StoreId store, MessageId id) {
            return Optional.ofNullable(messages.get(new MessageKey(store, id)));
        }

        @Override
        public Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue) {
            if (!isAsSeen(message)) {
                return Claim.NOT_DUE;
            }
            Place place = new Place(message.store(), next.id());
            if (!(customers.get(place) instanceof Slot.Here here)
                    || here.customer().version() != next.version()) {
                return Claim.CUSTOMER_CHANGED;
            }
            if (issue.isPresent() && !coupons.isIssued(issue.get())) {
                return Claim.CUSTOMER_CHANGED;
            }
            put(
                    place,
                    new Slot.Here(next.withVersion(next.version() + 1)
                            .withAlarmAt(here.customer().alarmAt())));
            change(message, claim);
            messages.computeIfPresent(
                    new MessageKey(message.store(), message.id()), (key, kept) -> kept.leavingOut(message.leftOut()));
            return Claim.TAKEN;
        }

        @Override
        public boolean change(Message seen, MessageState next) {
            if (!isAsSeen(seen)) {
                return false;
            }
            MessageKey key = new MessageKey(seen.store(), seen.id());
            Message changed = find(seen.store(), seen.id()).orElseThrow().with(next);
            messages.put(key, changed);
            lookAgain(changed);
            return true;
        }

        @Override
        public boolean learn(StoreId store, MessageId id, Feedback feedback) {
            Optional<Message> message = find(store, id);
            boolean isGraver = message.isPresent()
                    && message.get()
                            .feedback()
                            .filter(known ->
                                    known.kind().gravity() >= feedback.kind().gravity())
                            .isEmpty();
            if (isGraver) {
                messages.put(new MessageKey(store, id), message.get().with(feedback));
            }
            return isGraver;
        }

        @Override
        public void touch(Message seen, Instant sweepAgainAt) {
            if (isAsSeen(seen)) {
                due.put(
                        new DueItems.DueItem.OfMessage(seen.store(), seen.id()),
                        DueItems.Queue.of(seen, seen.state()),
                        sweepAgainAt);
            }
        }

        private boolean isAsSeen(Message seen) {
            return find(seen.store(), seen.id())
                    .filter(now -> now.state().equals(seen.state()))
                    .isPresent();
        }
    }
}
