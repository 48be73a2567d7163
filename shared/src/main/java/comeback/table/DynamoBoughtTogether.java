package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.catalogue.Bestsellers;
import comeback.catalogue.Together;
import comeback.commit.BoughtTogether;
import comeback.commit.DueItems;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Orders' products in the table: one small item an order for the shop, and one for each of its products. They are only ever
 * added and leave by themselves, so that no counter has to be right. What is counted of them is one item a shop, which knows
 * how far it has counted, so that no order is counted twice; while it has something to count it stands in the night's queue.
 */
public final class DynamoBoughtTogether implements BoughtTogether {
    private static final String AT = "at";
    private static final String ORDER = "order";
    private static final String PRODUCTS = "products";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoBoughtTogether(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void note(StoreId store, Together order) {
        put(Keys.bought(store, order), order);
        order.products().forEach(product -> put(Keys.bought(store, product, order), order));
        // After the order: who falls before it is told of the order again.
        haveCounted(store, BoughtTogether.countedAfter(order.at()));
    }

    /** Puts the shop into the night's queue, if it does not stand there. */
    private void haveCounted(StoreId store, Instant at) {
        try {
            dynamo.updateItem(UpdateItemRequest.builder()
                    .tableName(table)
                    .key(Keys.bestsellers(store))
                    .updateExpression("SET #partition = :partition, #dueAt = :at")
                    .conditionExpression("attribute_not_exists(#partition)")
                    .expressionAttributeNames(Map.of("#partition", Keys.DUE_PARTITION, "#dueAt", Keys.DUE_AT))
                    .expressionAttributeValues(
                            Map.of(":partition", partition(store), ":at", number(at.getEpochSecond())))
                    .build());
        } catch (ConditionalCheckFailedException e) {
            // It stands there since an earlier order.
            return;
        }
    }

    private static AttributeValue partition(StoreId store) {
        return Keys.duePartition(DueItems.Queue.REVIEWS, store.value());
    }

    private void put(Map<String, AttributeValue> key, Together order) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.put(AT, text(order.at().toString()));
        item.put(ORDER, text(order.order()));
        item.put(
                PRODUCTS,
                AttributeValue.fromL(
                        order.products().stream().map(AttributeValue::fromS).toList()));
        item.put("ttl", number(order.at().plus(KEPT_FOR).getEpochSecond()));
        try {
            dynamo.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(#pk)")
                    .expressionAttributeNames(Map.of("#pk", Keys.PK))
                    .build());
        } catch (ConditionalCheckFailedException e) {
            // It is there: the same order is told of more than once.
            return;
        }
    }

    @Override
    public List<Together> lately(StoreId store, int most) {
        return newest(Keys.boughtIn(store), most);
    }

    @Override
    public List<Together> latelyWith(StoreId store, String productId, int most) {
        return newest(Keys.boughtWith(store, productId), most);
    }

    @Override
    public List<Together> after(StoreId store, Optional<Bestsellers.Last> last, Instant until, int most) {
        // The table refuses to go on from behind the end.
        if (last.filter(seen -> !seen.at().isBefore(until)).isPresent()) {
            return List.of();
        }
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("#pk = :place AND #sk < :until")
                .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                .expressionAttributeValues(Keys.boughtIn(store, until))
                .limit(most);
        last.ifPresent(
                seen -> query.exclusiveStartKey(Keys.bought(store, new Together(seen.order(), seen.at(), List.of()))));
        return orders(query.build());
    }

    @Override
    public Bestsellers bestsellers(StoreId store) {
        Item item = new Item(dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Keys.bestsellers(store))
                        .consistentRead(true)
                        .build())
                .item());
        // A shop of which nothing was counted yet may stand in the queue.
        return item.number(Versioned.VERSION)
                .map(version -> BestsellersMapper.read(version, item.text(Versioned.BODY)))
                .orElse(Bestsellers.NONE);
    }

    @Override
    public boolean save(StoreId store, Bestsellers next, Optional<Instant> again) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.bestsellers(store));
        item.put(Versioned.BODY, text(BestsellersMapper.write(next)));
        again.ifPresent(at -> {
            item.put(Keys.DUE_PARTITION, partition(store));
            item.put(Keys.DUE_AT, number(at.getEpochSecond()));
        });
        return Versioned.save(dynamo, table, item, next.version());
    }

    /** One page; half a megabyte would be thousands of them. */
    private List<Together> newest(Map<String, AttributeValue> place, int most) {
        return orders(QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("#pk = :place")
                .expressionAttributeNames(Map.of("#pk", Keys.PK))
                .expressionAttributeValues(place)
                .scanIndexForward(false)
                .limit(most)
                .build());
    }

    private List<Together> orders(QueryRequest query) {
        return dynamo.query(query).items().stream()
                .map(Item::new)
                .map(item -> new Together(item.text(ORDER), Instant.parse(item.text(AT)), item.listed(PRODUCTS)))
                .toList();
    }
}
