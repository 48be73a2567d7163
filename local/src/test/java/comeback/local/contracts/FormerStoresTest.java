package comeback.local.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.KeyHolder;
import comeback.commit.Registered;
import comeback.commit.StoreRegister.Outcome;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.store.HeldKey;
import comeback.store.KeyClass;
import comeback.store.KeyHash;
import comeback.store.StoreId;
import comeback.table.DynamoStores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A store that was written before keys had an end: its item holds hashes only, and no version. */
class FormerStoresTest {
    private static final StoreId DEMO = new StoreId("demo");

    private static final Map<String, AttributeValue> PLACE =
            Map.of("pk", AttributeValue.fromS("S#demo"), "sk", AttributeValue.fromS("STORE"));

    /** Rewrites the demo store's item as it was then. */
    private static DynamoStores formerly(TestWorld world) {
        DynamoDbClient dynamo = world.inside().aws().dynamo();
        var item = new HashMap<>(
                dynamo.getItem(get -> get.tableName(Aws.TABLE).key(PLACE)).item());
        item.remove("access");
        item.remove("version");
        item.put(
                "keyHashes",
                AttributeValue.fromSs(List.of(
                        "KEY#" + KeyHash.of("sk_demo").hex(),
                        "KEY#" + KeyHash.of("pk_demo").hex())));
        dynamo.putItem(put -> put.tableName(Aws.TABLE).item(item));
        return new DynamoStores(dynamo, Aws.TABLE);
    }

    @Test
    void it_is_opened_by_its_keys_and_can_be_changed() {
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            DynamoStores stores = formerly(world);

            assertThat(stores.holding("sk_demo").map(KeyHolder::keyClass)).contains(KeyClass.SECRET);
            assertThat(stores.holding("pk_demo").map(KeyHolder::keyClass)).contains(KeyClass.PUBLIC);
            Registered seen = stores.registered(DEMO).orElseThrow();
            assertThat(seen.version()).isZero();
            assertThat(seen.keys())
                    .containsExactlyInAnyOrder(
                            new HeldKey.OfSettings(KeyHash.of("sk_demo"), KeyClass.SECRET),
                            new HeldKey.OfSettings(KeyHash.of("pk_demo"), KeyClass.PUBLIC));

            assertThat(stores.register(seen.withKeys(seen.keys().stream()
                            .filter(key -> key.keyClass() == KeyClass.SECRET)
                            .toList())))
                    .isInstanceOf(Outcome.Saved.class);

            assertThat(stores.holding("sk_demo")).isPresent();
            assertThat(stores.holding("pk_demo")).isEmpty();
            assertThat(stores.registered(DEMO).orElseThrow().version()).isEqualTo(1);
        }
    }
}
