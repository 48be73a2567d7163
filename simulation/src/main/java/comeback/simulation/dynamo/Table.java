package comeback.simulation.dynamo;

import comeback.simulation.dynamo.Items.Layout;
import comeback.simulation.dynamo.Writes.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One table and its index, asked in DynamoDB's words. A call is done whole, at one moment. */
public final class Table {
    private static final int TRANSACTION_MAX = 100;
    private static final int READS_MAX = 100;
    private static final int WRITES_MAX = 25;
    private static final long CALL_BYTES_MAX = 4 * 1024 * 1024;

    /** How long a transaction's token makes its repetition the same transaction. */
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(10);

    private final String name;
    private final Layout layout;
    private final InstantSource clock;
    private final Watcher watcher;
    private final Items items;
    private final Writes writes;
    private final Map<String, Done> done = new LinkedHashMap<>();

    /** Is told of every change, after the call that made it. */
    public interface Watcher {
        /** An item was written or taken away. */
        void changed(Image before, Image after);
    }

    private record Done(Object writes, Instant at) {}

    /** Holds nothing yet. */
    public Table(
            String name,
            String pk,
            String sk,
            String index,
            String indexPk,
            String indexSk,
            InstantSource clock,
            Watcher watcher) {
        this.name = name;
        this.layout = new Layout(pk, sk, index, indexPk, indexSk);
        this.clock = clock;
        this.watcher = watcher;
        this.items = new Items(layout);
        this.writes = new Writes(name, layout, items);
    }

    public void clear() {
        items.clear();
        done.clear();
    }

    /** All that stands in one part of the index, in its order, seen from within. */
    public List<Image> indexPart(String part) {
        return items.indexPart(part).stream().map(Image::new).toList();
    }

    /** The keys of the items that hold this word in any way, seen from within. */
    public List<String> holding(String word) {
        return items.holding(word);
    }

    /** Does a call. */
    public synchronized Answer call(String operation, Map<String, Object> request) {
        try {
            return new Answer(
                    200,
                    switch (operation) {
                        case "GetItem" -> getItem(request);
                        case "PutItem" -> write(writes.put(request), request);
                        case "UpdateItem" -> write(writes.update(request), request);
                        case "Query" -> new Search(layout, items).query(ofTable(request));
                        case "BatchGetItem" -> batchGet(request);
                        case "BatchWriteItem" -> batchWrite(request);
                        case "TransactWriteItems" -> transact(request);
                        default -> throw new IllegalStateException("the simulator's table does not know " + operation);
                    });
        } catch (Refusal refused) {
            return new Answer(400, refused.body());
        }
    }

    private Map<String, Object> getItem(Map<String, Object> request) {
        Writes.only(request, Set.of("TableName", "Key", "ConsistentRead"));
        Map<String, Attribute> item = items.get(writes.key(Writes.member(ofTable(request), "Key")));
        return item.isEmpty() ? Map.of() : Map.of("Item", Attribute.written(item));
    }

    private Map<String, Object> write(Write write, Map<String, Object> request) {
        Map<String, Attribute> before = items.get(write.key());
        if (!write.condition().holds(before)) {
            boolean isAskedFor = "ALL_OLD".equals(request.get("ReturnValuesOnConditionCheckFailure"));
            throw Refusal.condition(isAskedFor ? before : Map.of());
        }
        apply(List.of(write));
        return Map.of();
    }

    private Map<String, Object> batchGet(Map<String, Object> request) {
        Writes.only(request, Set.of("RequestItems"));
        Map<?, ?> asked = ofBatch(request) instanceof Map<?, ?> map ? map : Map.of();
        List<?> keys = asked.get("Keys") instanceof List<?> list ? list : List.of();
        List<Map<String, Attribute>> all = keys.stream().map(writes::key).toList();
        limited(all, READS_MAX);
        return Map.of(
                "Responses",
                Map.of(
                        name,
                        all.stream()
                                .map(items::get)
                                .filter(item -> !item.isEmpty())
                                .map(Attribute::written)
                                .toList()),
                "UnprocessedKeys",
                Map.of());
    }

    private Map<String, Object> batchWrite(Map<String, Object> request) {
        Writes.only(request, Set.of("RequestItems"));
        List<?> parts = ofBatch(request) instanceof List<?> list ? list : List.of();
        List<Write> all =
                parts.stream().map(part -> writes.ofBatch((Map<?, ?>) part)).toList();
        limited(all.stream().map(Write::key).toList(), WRITES_MAX);
        apply(all);
        return Map.of("UnprocessedItems", Map.of());
    }

    private Object ofBatch(Map<String, Object> request) {
        Map<?, ?> tables = request.get("RequestItems") instanceof Map<?, ?> map ? map : Map.of();
        if (tables.size() != 1 || !tables.containsKey(name)) {
            throw Refusal.unknownTable();
        }
        return tables.values().iterator().next();
    }

    private static void limited(List<Map<String, Attribute>> keys, int most) {
        if (keys.isEmpty() || keys.size() > most) {
            throw Refusal.invalid("1 validation error detected: a batch has 1 to " + most + " parts");
        }
        if (new HashSet<>(keys).size() < keys.size()) {
            throw Refusal.invalid("Provided list of item keys contains duplicates");
        }
    }

    private Map<String, Object> transact(Map<String, Object> request) {
        Writes.only(request, Set.of("TransactItems", "ClientRequestToken"));
        Object asked = Optional.ofNullable(request.get("TransactItems")).orElse(List.of());
        String token = String.valueOf(request.getOrDefault("ClientRequestToken", ""));
        Instant now = clock.instant();
        done.values().removeIf(earlier -> earlier.at().plus(TOKEN_KEPT).isBefore(now));
        Optional<Done> before = Optional.ofNullable(done.get(token));
        if (before.isPresent()) {
            if (!before.get().writes().equals(asked)) {
                throw Refusal.otherRequest();
            }
            return Map.of();
        }
        List<Write> all = ((List<?>) asked)
                .stream().map(each -> writes.oneOf((Map<?, ?>) each)).toList();
        checkTransaction(all);
        List<Boolean> failed = all.stream()
                .map(write -> !write.condition().holds(items.get(write.key())))
                .toList();
        if (failed.contains(true)) {
            throw Refusal.cancelled(failed);
        }
        apply(all);
        if (!token.isEmpty()) {
            done.put(token, new Done(asked, now));
        }
        return Map.of();
    }

    private static void checkTransaction(List<Write> writes) {
        if (writes.isEmpty() || writes.size() > TRANSACTION_MAX) {
            throw Refusal.invalid("Member must have length less than or equal to " + TRANSACTION_MAX);
        }
        if (writes.stream().map(Write::key).distinct().count() < writes.size()) {
            throw Refusal.invalid("Transaction request cannot include multiple operations on one item");
        }
        if (writes.stream().mapToLong(write -> Attribute.bytes(write.after())).sum() > CALL_BYTES_MAX) {
            throw Refusal.invalid("Transaction request cannot be larger than 4 MB");
        }
    }

    /** Checked first, then done: a call does all or nothing. */
    private void apply(List<Write> all) {
        all.forEach(write -> writes.check(write.after()));
        List<Map<String, Attribute>> before =
                all.stream().map(write -> items.get(write.key())).toList();
        all.forEach(write -> items.set(write.key(), write.after()));
        for (int i = 0; i < all.size(); i++) {
            watcher.changed(new Image(before.get(i)), new Image(all.get(i).after()));
        }
    }

    private Map<String, Object> ofTable(Map<String, Object> request) {
        if (!name.equals(request.get("TableName"))) {
            throw Refusal.unknownTable();
        }
        return request;
    }
}
