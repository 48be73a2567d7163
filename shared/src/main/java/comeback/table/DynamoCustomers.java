package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.commit.Commit;
import comeback.commit.Committed;
import comeback.commit.Customers;
import comeback.commit.DueItems;
import comeback.commit.LogEntry;
import comeback.commit.Slot;
import comeback.customer.ConsentWord;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.report.Trial;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Customers in the table. */
public final class DynamoCustomers implements Customers {
    /** How long a timeline is kept. */
    static final Duration LOG_LIFE = Duration.ofDays(400);

    static final String VERSION = "version";
    static final String BODY = "body";
    static final String FORGOTTEN = "forgotten";

    /** The orders that a line of the timeline brought, so that whoever takes the line away finds them. */
    static final String ORDERS = "orders";

    /** The orders that this very change counts otherwise, one a line: for whoever counts, off the stream. */
    public static final String SOLD = "sold";

    /** What is measured of flows in which this very change counts, one a line: for the same reader. */
    public static final String TRIED = "tried";

    private static final String MOVED = "moved";
    private static final String FAILED = "ConditionalCheckFailed";
    private static final String CONFLICT = "TransactionConflict";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoCustomers(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Slot find(StoreId store, CustomerId id) {
        Item item = new Item(dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Keys.customer(store, id))
                        .consistentRead(true)
                        .build())
                .item());
        if (item.isAbsent()) {
            return new Slot.Nobody();
        }
        Optional<String> moved = item.optionalText(MOVED);
        if (moved.isPresent()) {
            return new Slot.Moved(new CustomerId(moved.get()));
        }
        long version = item.number(VERSION).orElseThrow();
        Optional<String> forgotten = item.optionalText(FORGOTTEN);
        if (forgotten.isPresent()) {
            return new Slot.Gone(ForgottenMapper.read(id, version, forgotten.get()));
        }
        return new Slot.Here(CustomerMapper.read(
                id, version, item.number(Keys.DUE_AT).map(Instant::ofEpochSecond), item.packed(BODY)));
    }

    @Override
    public Committed commit(StoreId store, Commit commit) {
        return commit.isPlain() ? plain(store, commit) : transaction(store, commit);
    }

    private Committed plain(StoreId store, Commit commit) {
        Put customer = customer(store, commit);
        PutItemRequest.Builder request = PutItemRequest.builder()
                .tableName(table)
                .item(customer.item())
                .conditionExpression(customer.conditionExpression())
                .expressionAttributeNames(customer.expressionAttributeNames());
        // DynamoDB refuses an empty map of values; someone new is compared with none.
        if (customer.hasExpressionAttributeValues()) {
            request.expressionAttributeValues(customer.expressionAttributeValues());
        }
        // Before the customer: who falls between the two repeats, and writes the same line again. After it, the repeat
        // would find the input already decided about, and its line would be missing for good.
        commit.log().ifPresent(entry -> log(store, commit.next().id(), entry));
        try {
            dynamo.putItem(request.build());
        } catch (ConditionalCheckFailedException e) {
            return new Committed.Stale();
        }
        return new Committed.Saved();
    }

    @Override
    public void log(StoreId store, CustomerId id, LogEntry entry) {
        dynamo.putItem(PutItemRequest.builder()
                .tableName(table)
                .item(logItem(store, id, entry))
                .build());
    }

    private Committed transaction(StoreId store, Commit commit) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(customer(store, commit)));
        commit.moved()
                .forEach(merged ->
                        writes.add(put(moved(store, merged, commit.next().id()))));
        commit.names()
                .forEach(name -> writes.add(put(sign(store, name, commit.next().id()))));
        int firstMessage = writes.size();
        commit.born().forEach(message -> writes.add(put(message(message))));
        commit.orders().forEach(order -> writes.add(put(order(store, order))));
        commit.word().ifPresent(word -> writes.add(put(word(store, word))));
        commit.log().ifPresent(entry -> {
            Map<String, AttributeValue> line = logItem(store, commit.next().id(), entry);
            if (!commit.orders().isEmpty()) {
                line.put(
                        ORDERS,
                        AttributeValue.fromSs(commit.orders().stream()
                                .map(order -> order.id().value())
                                .distinct()
                                .toList()));
            }
            writes.add(put(Put.builder().tableName(table).item(line).build()));
        });
        try {
            dynamo.transactWriteItems(
                    TransactWriteItemsRequest.builder().transactItems(writes).build());
            return new Committed.Saved();
        } catch (TransactionCanceledException e) {
            return reasonFor(e, commit.born(), firstMessage);
        }
    }

    private static Committed reasonFor(TransactionCanceledException e, List<Message> born, int firstMessage) {
        List<String> codes =
                e.cancellationReasons().stream().map(CancellationReason::code).toList();
        Set<MessageId> known = new HashSet<>();
        boolean isStale = false;
        for (int i = 0; i < codes.size(); i++) {
            boolean isMessage = i >= firstMessage && i < firstMessage + born.size();
            if (codes.get(i).equals(CONFLICT) || (codes.get(i).equals(FAILED) && !isMessage)) {
                isStale = true;
            } else if (codes.get(i).equals(FAILED)) {
                known.add(born.get(i - firstMessage).id());
            }
        }
        if (!known.isEmpty()) {
            return new Committed.AlreadyDone(known);
        }
        if (isStale) {
            return new Committed.Stale();
        }
        throw e;
    }

    private Put customer(StoreId store, Commit commit) {
        Customer customer = commit.next();
        Map<String, AttributeValue> item = new HashMap<>(Keys.customer(store, customer.id()));
        item.put(VERSION, number(customer.version() + 1));
        item.put(BODY, Packed.of(CustomerMapper.write(customer)));
        customer.alarmAt().ifPresent(at -> {
            item.put(
                    Keys.DUE_PARTITION,
                    Keys.duePartition(DueItems.Queue.of(customer), customer.id().value()));
            item.put(Keys.DUE_AT, number(at.getEpochSecond()));
        });
        if (!commit.sold().isEmpty()) {
            item.put(SOLD, text(commit.sold().stream().map(OrderId::value).collect(Collectors.joining("\n"))));
        }
        if (!commit.tried().isEmpty()) {
            item.put(TRIED, text(commit.tried().stream().map(Trial::text).collect(Collectors.joining("\n"))));
        }
        return atVersion(item, customer.version());
    }

    private Put moved(StoreId store, Commit.Merged merged, CustomerId to) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.customer(store, merged.id()));
        item.put(VERSION, number(merged.version() + 1));
        item.put(MOVED, text(to.value()));
        return atVersion(item, merged.version());
    }

    private Put atVersion(Map<String, AttributeValue> item, long seen) {
        Put.Builder put = Put.builder().tableName(table).item(item);
        return seen == 0
                ? put.conditionExpression("attribute_not_exists(#version)")
                        .expressionAttributeNames(Map.of("#version", VERSION))
                        .build()
                : put.conditionExpression("#version = :seen")
                        .expressionAttributeNames(Map.of("#version", VERSION))
                        .expressionAttributeValues(Map.of(":seen", number(seen)))
                        .build();
    }

    /** A sign may be turned to someone else, but never put where a customer lies. */
    private Put sign(StoreId store, CustomerId name, CustomerId to) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.customer(store, name));
        item.put(MOVED, text(to.value()));
        item.put(VERSION, number(1));
        return Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(#version) OR attribute_exists(#moved)")
                .expressionAttributeNames(Map.of("#version", VERSION, "#moved", MOVED))
                .build();
    }

    private Put message(Message message) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.message(message.store(), message.id()));
        item.put(BODY, text(MessageMapper.write(message)));
        item.putAll(DynamoMessages.stateAttributes(message.state()));
        // It goes when the line of the timeline does that names it.
        item.put("ttl", number(message.bornAt().plus(LOG_LIFE).getEpochSecond()));
        if (message.state() instanceof MessageState.Due due) {
            item.put(
                    Keys.DUE_PARTITION,
                    Keys.duePartition(
                            DueItems.Queue.of(message, due), message.id().value()));
            item.put(Keys.DUE_AT, number(due.at().getEpochSecond()));
        }
        return Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(#pk)")
                .expressionAttributeNames(Map.of("#pk", Keys.PK))
                .build();
    }

    private Put order(StoreId store, Order order) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.order(store, order.id()));
        item.put(BODY, text(OrderMapper.write(order)));
        return Put.builder().tableName(table).item(item).build();
    }

    /** Never over another: what was said once stays. */
    private Put word(StoreId store, ConsentWord word) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.word(store, word));
        item.put(BODY, text(ConsentWordMapper.write(word)));
        return Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(#pk)")
                .expressionAttributeNames(Map.of("#pk", Keys.PK))
                .build();
    }

    private static Map<String, AttributeValue> logItem(StoreId store, CustomerId id, LogEntry entry) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.log(store, id, entry));
        item.put(BODY, Packed.of(LogMapper.write(entry)));
        item.put("ttl", number(entry.at().plus(LOG_LIFE).getEpochSecond()));
        return item;
    }

    private static TransactWriteItem put(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }
}
