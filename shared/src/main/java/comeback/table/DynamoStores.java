package comeback.table;

import comeback.commit.AuditEntry;
import comeback.commit.Domains;
import comeback.commit.KeyHolder;
import comeback.commit.Registered;
import comeback.commit.StoreRegister;
import comeback.commit.Stores;
import comeback.store.HeldKey;
import comeback.store.KeyClass;
import comeback.store.KeyHash;
import comeback.store.Store;
import comeback.store.StoreId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Stores in the table. The store's own item says which keys it has; a key's item only says whose it may be. A store that
 * was read has no keys in it: they are kept hashed only.
 */
public final class DynamoStores implements Stores, StoreRegister {
    /** Who is overtaken so often is one of very many who change the same store at once. */
    private static final int TRIES_MAX = 5;

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoStores(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<KeyHolder> holding(String key) {
        KeyHash hash = KeyHash.of(key);
        Item sign = get(Keys.writeKey(hash));
        if (sign.isAbsent()) {
            return Optional.empty();
        }
        StoreId id = new StoreId(sign.text("store"));
        Item item = get(Keys.store(id));
        return item.isAbsent()
                ? Optional.empty()
                : StoreRow.key(id, item, hash, classOf(sign))
                        .map(held -> new KeyHolder(StoreRow.store(id, item), held.keyClass(), held.endsAt()));
    }

    @Override
    public Optional<Store> find(StoreId id) {
        Item item = get(Keys.store(id));
        return item.isAbsent() ? Optional.empty() : Optional.of(StoreRow.store(id, item));
    }

    @Override
    public Optional<Store> atDomain(String domain) {
        Item own = get(Keys.domain(domain));
        Item item = own.isAbsent() ? get(Keys.domain(Domains.ANY)) : own;
        return item.isAbsent() ? Optional.empty() : find(new StoreId(item.text("store")));
    }

    @Override
    public void save(Store store) {
        for (int i = 0; i < TRIES_MAX; i++) {
            Registered next = registered(store.id())
                    .map(seen -> seen.with(store).withKeysOfSettings(store.keys()))
                    .orElseGet(() -> Registered.fresh(store));
            switch (register(next)) {
                case Outcome.Saved saved -> {
                    return;
                }
                case Outcome.KeyTaken taken ->
                    throw new IllegalStateException("a key of store " + store.id() + " is another store's");
                case Outcome.Stale stale -> {}
            }
        }
        throw new IllegalStateException("store " + store.id() + " is changed by too many at once");
    }

    @Override
    public Optional<Registered> registered(StoreId id) {
        Item item = get(Keys.store(id));
        return item.isAbsent()
                ? Optional.empty()
                : Optional.of(StoreRow.read(id, item, hash -> classOf(get(Keys.writeKey(hash)))));
    }

    @Override
    public List<StoreId> stores(Optional<StoreId> after, int limit) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("#pk = :place")
                .expressionAttributeNames(Map.of("#pk", Keys.PK))
                .expressionAttributeValues(Keys.allStores())
                .limit(limit);
        after.ifPresent(last -> query.exclusiveStartKey(Keys.listed(last)));
        return dynamo.query(query.build()).items().stream()
                .map(item -> new StoreId(new Item(item).text(Keys.SK)))
                .toList();
    }

    @Override
    public Outcome register(Registered next, Optional<AuditEntry> entry) {
        Store store = next.store();
        Optional<Registered> seen = registered(store.id());
        if (seen.map(Registered::version).orElse(0L) != next.version()) {
            return new Outcome.Stale();
        }
        var writes = new StoreWrites(dynamo, table, store.id());
        writes.store(next);
        for (HeldKey key : next.keys()) {
            Item sign = get(Keys.writeKey(key.hash()));
            if (!sign.isAbsent() && !writes.isOurs(sign)) {
                return new Outcome.KeyTaken();
            }
            writes.sign(key, sign.isAbsent());
        }
        seen.ifPresent(former -> former.keys().stream()
                .map(HeldKey::hash)
                .filter(hash -> next.keys().stream().noneMatch(key -> key.hash().equals(hash)))
                .filter(hash -> writes.isOurs(get(Keys.writeKey(hash))))
                .forEach(hash -> writes.give(Keys.writeKey(hash))));
        for (String domain : Domains.of(store)) {
            writes.take(domain, get(Keys.domain(domain)));
        }
        seen.map(Registered::store).map(Domains::of).stream()
                .flatMap(domains -> domains.stream())
                .filter(domain -> !Domains.of(store).contains(domain))
                .filter(domain -> writes.isOurs(get(Keys.domain(domain))))
                .forEach(domain -> writes.give(Keys.domain(domain)));
        entry.ifPresent(writes::note);
        return writes.commit();
    }

    private static KeyClass classOf(Item sign) {
        return KeyClass.valueOf(sign.text("keyClass"));
    }

    private Item get(Map<String, AttributeValue> key) {
        return new Item(dynamo.getItem(
                        GetItemRequest.builder().tableName(table).key(key).build())
                .item());
    }
}
