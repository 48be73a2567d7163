package comeback.table;

import static comeback.table.Keys.text;

import comeback.catalogue.Product;
import comeback.commit.Catalogue;
import comeback.store.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Products in the table, and the names that lead to them. */
public final class DynamoCatalogue implements Catalogue {
    private static final String PRODUCT = "product";

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
