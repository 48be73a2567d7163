package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.commit.DueItems;
import comeback.commit.Erasures;
import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.customer.OrderId;
import comeback.message.MessageId;
import comeback.store.StoreId;
import comeback.wave.WaveId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Takes people out of the table. What a line of a timeline names goes before the line: whoever falls between the two finds
 * the line again, and it still says what else there is.
 */
public final class DynamoErasures implements Erasures {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoErasures(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public boolean bury(StoreId store, Forgotten stone) {
        Map<String, AttributeValue> item = item(store, stone);
        item.put(
                Keys.DUE_PARTITION,
                Keys.duePartition(DueItems.Queue.TO_LOOK_AFTER, stone.id().value()));
        item.put(Keys.DUE_AT, number(stone.lookAgainAt().getEpochSecond()));
        return put(item, stone);
    }

    @Override
    public boolean finish(StoreId store, Forgotten seen, Instant at) {
        return put(item(store, seen.with(new Forgotten.State.Done(at))), seen);
    }

    private static Map<String, AttributeValue> item(StoreId store, Forgotten stone) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.customer(store, stone.id()));
        item.put(DynamoCustomers.VERSION, number(stone.version() + 1));
        item.put(DynamoCustomers.FORGOTTEN, text(ForgottenMapper.write(stone)));
        return item;
    }

    private boolean put(Map<String, AttributeValue> item, Forgotten seen) {
        try {
            dynamo.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(item)
                    .conditionExpression("#version = :seen")
                    .expressionAttributeNames(Map.of("#version", DynamoCustomers.VERSION))
                    .expressionAttributeValues(Map.of(":seen", number(seen.version())))
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public boolean clear(StoreId store, CustomerId place) {
        List<Item> lines = page(Keys.logsOf(store, place), ":log");
        List<Item> requests = page(Keys.requestsOf(store, place), ":request");
        Set<Map<String, AttributeValue>> keys = new LinkedHashSet<>();
        lines.forEach(line -> keys.addAll(named(store, line)));
        requests.forEach(request -> keys.add(Keys.waiter(
                store, new WaveId(Keys.afterPrefix(request, Keys.REQUEST)), DynamoWaitingList.waiter(request))));
        List<Item> sights = page(Keys.sightsOf(store, place), ":saw");
        sights.forEach(sight -> keys.add(Keys.viewer(store, Keys.afterPrefix(sight, Keys.SAW), place)));
        Stream.of(lines, requests, sights)
                .flatMap(List::stream)
                .map(Keys::keyOf)
                .forEach(keys::add);
        Deletes.of(dynamo, table, List.copyOf(keys));
        return !keys.isEmpty();
    }

    /** The messages and orders that a line of a timeline names. */
    private static List<Map<String, AttributeValue>> named(StoreId store, Item line) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (MessageId message : Keys.logLine(line).messages()) {
            keys.add(Keys.message(store, message));
        }
        for (String order : line.texts(DynamoCustomers.ORDERS)) {
            keys.add(Keys.order(store, new OrderId(order)));
        }
        return keys;
    }

    @Override
    public void clear(StoreId store, List<OrderId> orders) {
        Deletes.of(
                dynamo,
                table,
                orders.stream().distinct().map(id -> Keys.order(store, id)).toList());
    }

    private List<Item> page(Map<String, AttributeValue> values, String prefix) {
        return dynamo
                .query(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#pk = :place AND begins_with(#sk, " + prefix + ")")
                        .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                        .expressionAttributeValues(values)
                        .consistentRead(true)
                        .limit(PAGE)
                        .build())
                .items()
                .stream()
                .map(Item::new)
                .toList();
    }
}
