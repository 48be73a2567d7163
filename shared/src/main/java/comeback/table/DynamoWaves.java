package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.commit.DueItems;
import comeback.commit.Sightings;
import comeback.commit.Waves;
import comeback.store.StoreId;
import comeback.wave.Wave;
import comeback.wave.WaveId;
import comeback.wave.WaveRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Waves in the table. */
public final class DynamoWaves implements Waves {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoWaves(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Wave> find(StoreId store, WaveId id) {
        Item item = new Item(dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Keys.wave(store, id))
                        .consistentRead(true)
                        .build())
                .item());
        return item.isAbsent()
                ? Optional.empty()
                : Optional.of(WaveMapper.read(item.number(Versioned.VERSION).orElseThrow(), item.text(Versioned.BODY)));
    }

    @Override
    public boolean save(StoreId store, Wave next, WaveRules rules) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.wave(store, next.id()));
        item.put(Versioned.BODY, text(WaveMapper.write(next)));
        // What was told once is told no more; nobody reads it again.
        next.occasion()
                .ifPresent(occasion -> item.put(
                        "ttl", number(occasion.since().plus(Sightings.KEPT_FOR).getEpochSecond())));
        next.dueAt(rules).ifPresent(at -> {
            item.put(
                    Keys.DUE_PARTITION,
                    Keys.duePartition(DueItems.Queue.TO_LOOK_AFTER, next.id().value()));
            item.put(Keys.DUE_AT, number(at.getEpochSecond()));
        });
        return Versioned.save(dynamo, table, item, next.version());
    }
}
