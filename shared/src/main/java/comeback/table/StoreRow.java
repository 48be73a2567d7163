package comeback.table;

import comeback.commit.Registered;
import comeback.store.HeldKey;
import comeback.store.KeyClass;
import comeback.store.KeyHash;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.table.AccessMapper.Access;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A store's item: its settings, what opens it, and how often it was written. */
final class StoreRow {
    static final String VERSION = "version";

    private static final String BODY = "body";
    private static final String ACCESS = "access";

    /** Items that were written before keys had an end hold only these, and the class stands in the key's own item. */
    private static final String FORMER_HASHES = "keyHashes";

    private static final String FORMER_START = "KEY#";

    private StoreRow() {}

    static Map<String, AttributeValue> write(Registered registered) {
        Store store = registered.store();
        Map<String, AttributeValue> item = new HashMap<>(Keys.store(store.id()));
        item.put(BODY, Keys.text(StoreMapper.write(store)));
        item.put(
                ACCESS,
                Keys.text(AccessMapper.write(
                        new Access(registered.keys(), store.webhooks().made()))));
        item.put(VERSION, Keys.number(registered.version() + 1));
        return item;
    }

    static Store store(StoreId id, Item item) {
        Store settings = StoreMapper.read(id, item.text("body"));
        return access(id, item)
                .map(access -> settings.with(settings.webhooks().withMade(access.secrets())))
                .orElse(settings);
    }

    /** The key, if this store has it. */
    static Optional<HeldKey> key(StoreId id, Item item, KeyHash hash, KeyClass keyClass) {
        return access(id, item)
                .map(access -> access.keys().stream()
                        .filter(key -> key.hash().equals(hash))
                        .findFirst())
                .orElseGet(() -> item.texts(FORMER_HASHES).contains(FORMER_START + hash.hex())
                        ? Optional.of(new HeldKey.OfSettings(hash, keyClass))
                        : Optional.empty());
    }

    /**
     * All of it.
     *
     * @param classOf asks the key's own item
     */
    static Registered read(StoreId id, Item item, Function<KeyHash, KeyClass> classOf) {
        List<HeldKey> keys = access(id, item)
                .map(Access::keys)
                .orElseGet(() -> item.texts(FORMER_HASHES).stream()
                        .map(hash -> new KeyHash(hash.substring(FORMER_START.length())))
                        .<HeldKey>map(hash -> new HeldKey.OfSettings(hash, classOf.apply(hash)))
                        .toList());
        return new Registered(store(id, item), keys, item.number(VERSION).orElse(0L));
    }

    private static Optional<Access> access(StoreId id, Item item) {
        return item.optionalText(ACCESS).map(text -> AccessMapper.read(id, text));
    }
}
