package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.catalogue.Wanted;
import comeback.commit.WaitingList;
import comeback.customer.CustomerId;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import comeback.wave.WaveId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Who waits, in the table: each request lies twice, in the list in the order of time, and with its customer, who so has few
 * enough and can be forgotten. Both are written together, and leave together.
 */
public final class DynamoWaitingList implements WaitingList {
    private static final String ASKED_AT = "askedAt";
    private static final String UNTIL = "until";
    private static final String CUSTOMER = "customer";
    private static final String FIRST = "first";
    private static final String VARIANTS = "variants";
    private static final int WRITES_MAX = 25;

    /** Two requests of one person at the same moment are a double click. */
    private static final int TRIES_MAX = 5;

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoWaitingList(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public boolean ask(StoreId store, Wanted wanted, Waiter waiter, int max) {
        WaveId wave = WaveId.of(wanted);
        // Before the request, so that no request is overlooked by a report of stock.
        watch(store, wanted);
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            List<Item> requests = requestsOf(store, waiter.customer(), max);
            Optional<Waiter> before = requests.stream()
                    .filter(item -> item.attributes()
                            .entrySet()
                            .containsAll(
                                    Keys.request(store, waiter.customer(), wave).entrySet()))
                    .map(DynamoWaitingList::waiter)
                    .findFirst();
            if (before.isEmpty() && requests.size() >= max) {
                return false;
            }
            Waiter placed = before.map(known ->
                            new Waiter(known.customer(), known.askedAt(), waiter.until()).first(known.isFirst()))
                    .orElse(waiter);
            if (put(store, wave, placed)) {
                return true;
            }
        }
        throw new IllegalStateException("could not put somebody on a list of store " + store + ": too many at once");
    }

    private boolean put(StoreId store, WaveId wave, Waiter waiter) {
        Map<String, AttributeValue> request = new HashMap<>(Keys.request(store, waiter.customer(), wave));
        request.putAll(values(waiter));
        Map<String, AttributeValue> place = new HashMap<>(Keys.waiter(store, wave, waiter));
        place.putAll(values(waiter));
        Put first = Put.builder()
                .tableName(table)
                .item(request)
                .conditionExpression("attribute_not_exists(#askedAt) OR #askedAt = :askedAt")
                .expressionAttributeNames(Map.of("#askedAt", ASKED_AT))
                .expressionAttributeValues(
                        Map.of(":askedAt", text(waiter.askedAt().toString())))
                .build();
        Put second = Put.builder().tableName(table).item(place).build();
        try {
            dynamo.transactWriteItems(TransactWriteItemsRequest.builder()
                    .transactItems(
                            TransactWriteItem.builder().put(first).build(),
                            TransactWriteItem.builder().put(second).build())
                    .build());
            return true;
        } catch (TransactionCanceledException e) {
            boolean isOvertaken = e.cancellationReasons().stream()
                    .anyMatch(reason -> Set.of("ConditionalCheckFailed", "TransactionConflict")
                            .contains(reason.code()));
            if (!isOvertaken) {
                throw e;
            }
            return false;
        }
    }

    private static Map<String, AttributeValue> values(Waiter waiter) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                CUSTOMER,
                text(waiter.customer().value()),
                ASKED_AT,
                text(waiter.askedAt().toString()),
                UNTIL,
                text(waiter.until().toString()),
                "ttl",
                number(waiter.until().getEpochSecond())));
        if (waiter.isFirst()) {
            values.put(FIRST, AttributeValue.fromBool(true));
        }
        return values;
    }

    /** Adding to a set is once however often it is done, and needs no condition. */
    private void watch(StoreId store, Wanted wanted) {
        dynamo.updateItem(UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.watch(store, wanted.productId()))
                .updateExpression("ADD #variants :variant")
                .expressionAttributeNames(Map.of("#variants", VARIANTS))
                .expressionAttributeValues(Map.of(":variant", AttributeValue.fromSs(List.of(wanted.variantId()))))
                .build());
    }

    private List<Item> requestsOf(StoreId store, CustomerId customer, int max) {
        return dynamo
                .query(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#pk = :place AND begins_with(#sk, :request)")
                        .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                        .expressionAttributeValues(Keys.requestsOf(store, customer))
                        .consistentRead(true)
                        .limit(Math.min(max, WRITES_MAX) + 1)
                        .build())
                .items()
                .stream()
                .map(Item::new)
                .toList();
    }

    @Override
    public void forget(StoreId store, Wanted wanted, CustomerId customer) {
        WaveId wave = WaveId.of(wanted);
        Item request = new Item(dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Keys.request(store, customer, wave))
                        .consistentRead(true)
                        .build())
                .item());
        if (!request.isAbsent()) {
            told(store, wanted, List.of(waiter(request)));
        }
    }

    @Override
    public List<Waiter> first(StoreId store, Wanted wanted, int limit) {
        return dynamo
                .query(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#pk = :list AND begins_with(#sk, :waiter)")
                        .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                        .expressionAttributeValues(Keys.waitersFor(store, WaveId.of(wanted)))
                        .consistentRead(true)
                        .limit(limit)
                        .build())
                .items()
                .stream()
                .map(item -> waiter(new Item(item)))
                .toList();
    }

    static Waiter waiter(Item item) {
        return new Waiter(
                        new CustomerId(item.text(CUSTOMER)),
                        Instant.parse(item.text(ASKED_AT)),
                        Instant.parse(item.text(UNTIL)))
                .first(item.isTrue(FIRST));
    }

    @Override
    public void told(StoreId store, Wanted wanted, List<Waiter> waiters) {
        WaveId wave = WaveId.of(wanted);
        Deletes.of(
                dynamo,
                table,
                waiters.stream()
                        .flatMap(waiter -> Stream.of(
                                Keys.waiter(store, wave, waiter), Keys.request(store, waiter.customer(), wave)))
                        .toList());
    }

    @Override
    public Set<String> watched(StoreId store, String productId) {
        return Set.copyOf(new Item(dynamo.getItem(GetItemRequest.builder()
                                .tableName(table)
                                .key(Keys.watch(store, productId))
                                .consistentRead(true)
                                .build())
                        .item())
                .texts(VARIANTS));
    }
}
