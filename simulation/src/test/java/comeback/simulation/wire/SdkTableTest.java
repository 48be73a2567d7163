package comeback.simulation.wire;

import comeback.simulation.dynamo.Table;
import comeback.table.TableContracts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every contract of the table, held by the simulator's own. */
class SdkTableTest extends TableContracts {
    private final Table table = SdkSeam.table(() -> Instant.parse("2026-03-02T09:00:00Z"), (before, after) -> {});
    private final DynamoDbClient client = Clients.over(
                    new WireClient(Map.of("dynamodb", new DynamoWire(table, Optional.empty())), Passage.FREE))
            .dynamo();

    @Override
    protected DynamoDbClient dynamo() {
        return client;
    }

    @Override
    protected String tableName() {
        return SdkSeam.TABLE;
    }

    @Override
    protected void emptyTable() {
        table.clear();
    }
}
