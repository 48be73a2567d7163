package comeback.table;

import static comeback.table.Keys.text;

import comeback.commit.Domains;
import comeback.commit.KeyHolder;
import comeback.commit.Stores;
import comeback.store.AccessKey;
import comeback.store.KeyClass;
import comeback.store.Store;
import comeback.store.StoreId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Stores in the table. A store that was read has no keys in it: they are kept hashed only. */
public final class DynamoStores implements Stores {
    private static final String KEY_HASHES = "keyHashes";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoStores(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<KeyHolder> holding(String key) {
        Item item = get(Keys.writeKey(key));
        return item.isAbsent()
                ? Optional.empty()
                : find(new StoreId(item.text("store")))
                        .map(store -> new KeyHolder(store, KeyClass.valueOf(item.text("keyClass"))));
    }

    @Override
    public Optional<Store> find(StoreId id) {
        Item item = get(Keys.store(id));
        return item.isAbsent() ? Optional.empty() : Optional.of(StoreMapper.read(id, item.text("body")));
    }

    @Override
    public Optional<Store> atDomain(String domain) {
        Item own = get(Keys.domain(domain));
        Item item = own.isAbsent() ? get(Keys.domain(Domains.ANY)) : own;
        return item.isAbsent() ? Optional.empty() : find(new StoreId(item.text("store")));
    }

    @Override
    public void save(Store store) {
        Set<String> lostDomains =
                new HashSet<>(find(store.id()).map(Domains::of).orElse(Set.of()));
        lostDomains.removeAll(Domains.of(store));
        Set<String> lost = new HashSet<>(get(Keys.store(store.id())).texts(KEY_HASHES));
        List<String> hashes = StoreMapper.hashes(store);
        lost.removeAll(hashes);
        Map<String, AttributeValue> item = new HashMap<>(Keys.store(store.id()));
        item.put("body", text(StoreMapper.write(store)));
        item.put(KEY_HASHES, AttributeValue.fromSs(hashes));
        put(item);
        for (AccessKey key : store.keys()) {
            Map<String, AttributeValue> keyItem = new HashMap<>(Keys.writeKey(key.key()));
            keyItem.put("store", text(store.id().value()));
            keyItem.put("keyClass", text(key.keyClass().name()));
            put(keyItem);
        }
        Domains.of(store).forEach(domain -> take(domain, store.id()));
        lostDomains.forEach(domain -> giveUp(domain, store.id()));
        lost.forEach(hash -> dynamo.deleteItem(DeleteItemRequest.builder()
                .tableName(table)
                .key(Map.of(Keys.PK, text(hash), Keys.SK, text("KEY")))
                .build()));
    }

    /** Who has a domain keeps it. */
    private void take(String domain, StoreId store) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.domain(domain));
        item.put("store", text(store.value()));
        try {
            dynamo.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR #store = :store")
                    // DynamoDB keeps the word for itself.
                    .expressionAttributeNames(Map.of("#store", "store"))
                    .expressionAttributeValues(Map.of(":store", text(store.value())))
                    .build());
        } catch (ConditionalCheckFailedException e) {
            // Another store's; this one is still found by its id.
            return;
        }
    }

    private void giveUp(String domain, StoreId store) {
        try {
            dynamo.deleteItem(DeleteItemRequest.builder()
                    .tableName(table)
                    .key(Keys.domain(domain))
                    .conditionExpression("#store = :store")
                    // DynamoDB keeps the word for itself.
                    .expressionAttributeNames(Map.of("#store", "store"))
                    .expressionAttributeValues(Map.of(":store", text(store.value())))
                    .build());
        } catch (ConditionalCheckFailedException e) {
            // It was another store's all the time.
            return;
        }
    }

    private Item get(Map<String, AttributeValue> key) {
        return new Item(dynamo.getItem(
                        GetItemRequest.builder().tableName(table).key(key).build())
                .item());
    }

    private void put(Map<String, AttributeValue> item) {
        dynamo.putItem(PutItemRequest.builder().tableName(table).item(item).build());
    }
}
