package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.commit.Catalogue;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Products in the table, the names that lead to them, and which of them are new: a small item each, which expires. */
public final class DynamoCatalogue implements Catalogue {
    private static final String PRODUCT = "product";
    private static final String AT = "at";

    /** DynamoDB's own limit of one batch of writes. */
    private static final int WRITES_MAX = 25;

    /** A batch may come back in parts, because it is large or the table is busy; not for ever. */
    private static final int PARTS_MAX = 20;

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoCatalogue(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Map<String, Product> find(StoreId store, Set<String> ids) {
        Map<String, Product> found = new HashMap<>();
        var keys = ids.stream().map(id -> Keys.product(store, id)).toList();
        for (Item item : items(keys)) {
            String id = Keys.lastPart(item);
            found.put(
                    id,
                    ProductMapper.read(id, item.number(Versioned.VERSION).orElseThrow(), item.text(Versioned.BODY)));
        }
        return found;
    }

    @Override
    public Map<String, String> productsNamed(StoreId store, Set<String> names) {
        Map<String, String> found = new HashMap<>();
        var keys = names.stream().map(name -> Keys.productName(store, name)).toList();
        items(keys).forEach(item -> found.put(Keys.lastPart(item), item.text(PRODUCT)));
        return found;
    }

    @Override
    public boolean save(StoreId store, Product next, Set<String> newNames) {
        // Before the product: who falls between the two repeats, and a name that leads to nothing misleads nobody.
        lead(store, newNames, next.id());
        Map<String, AttributeValue> item = new HashMap<>(Keys.product(store, next.id()));
        item.put(Versioned.BODY, text(ProductMapper.write(next)));
        return Versioned.save(dynamo, table, item, next.version());
    }

    @Override
    public Instant openedAt(StoreId store, Instant now) {
        Map<String, AttributeValue> place = Keys.opening(store);
        Optional<Instant> known = opening(place);
        if (known.isEmpty() && putNew(place, Map.of(AT, text(now.toString())))) {
            return now;
        }
        // Whoever was first has written it.
        return known.or(() -> opening(place)).orElseThrow();
    }

    private Optional<Instant> opening(Map<String, AttributeValue> place) {
        Map<String, AttributeValue> found = dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(place)
                        .consistentRead(true)
                        .build())
                .item();
        return found.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(new Item(found).text(AT)));
    }

    @Override
    public void came(StoreId store, Newcomer newcomer) {
        putNew(
                Keys.newcomer(store, newcomer),
                Map.of(
                        PRODUCT,
                        text(newcomer.product()),
                        AT,
                        text(newcomer.at().toString()),
                        "ttl",
                        number(newcomer.at().plus(Newcomer.NEW_FOR).getEpochSecond())));
    }

    @Override
    public List<Newcomer> newcomers(StoreId store, Instant from, Instant until, int most) {
        return dynamo
                .query(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#pk = :list AND #sk BETWEEN :from AND :until")
                        .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                        .expressionAttributeValues(Keys.newcomers(store, from, until))
                        .scanIndexForward(false)
                        .limit(most)
                        .build())
                .items()
                .stream()
                .map(Item::new)
                .map(item -> new Newcomer(item.text(PRODUCT), Instant.parse(item.text(AT))))
                .toList();
    }

    /** False when it is there already. */
    private boolean putNew(Map<String, AttributeValue> place, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(place);
        item.putAll(attributes);
        try {
            dynamo.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(#pk)")
                    .expressionAttributeNames(Map.of("#pk", Keys.PK))
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /**
     * Without a condition, unlike all other writes: of two products that claim one name, the last to claim it has it,
     * and whoever asks by it sees in the product whether it really has a variant of that name.
     */
    private void lead(StoreId store, Set<String> names, String productId) {
        List<WriteRequest> writes = new ArrayList<>();
        for (String name : names) {
            Map<String, AttributeValue> item = new HashMap<>(Keys.productName(store, name));
            item.put(PRODUCT, text(productId));
            writes.add(WriteRequest.builder()
                    .putRequest(PutRequest.builder().item(item).build())
                    .build());
        }
        for (int from = 0; from < writes.size(); from += WRITES_MAX) {
            write(writes.subList(from, Math.min(from + WRITES_MAX, writes.size())));
        }
    }

    private void write(List<WriteRequest> writes) {
        Map<String, List<WriteRequest>> left = Map.of(table, writes);
        for (int part = 0; !left.isEmpty(); part++) {
            if (part == PARTS_MAX) {
                throw new IllegalStateException("the table did not take a batch of products' names");
            }
            left = dynamo.batchWriteItem(
                            BatchWriteItemRequest.builder().requestItems(left).build())
                    .unprocessedItems();
        }
    }

    private List<Item> items(List<Map<String, AttributeValue>> keys) {
        List<Item> items = new ArrayList<>();
        Map<String, KeysAndAttributes> left = keys.isEmpty()
                ? Map.of()
                : Map.of(
                        table,
                        KeysAndAttributes.builder()
                                .keys(keys)
                                .consistentRead(true)
                                .build());
        for (int part = 0; !left.isEmpty(); part++) {
            if (part == PARTS_MAX) {
                throw new IllegalStateException("the table did not give a batch of products");
            }
            BatchGetItemResponse answer = dynamo.batchGetItem(
                    BatchGetItemRequest.builder().requestItems(left).build());
            answer.responses().getOrDefault(table, List.of()).forEach(found -> items.add(new Item(found)));
            left = answer.unprocessedKeys();
        }
        return items;
    }
}
