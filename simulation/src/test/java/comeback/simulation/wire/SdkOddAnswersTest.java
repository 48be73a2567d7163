package comeback.simulation.wire;

import comeback.simulation.dynamo.Table;
import comeback.table.OddAnswersContract;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What AWS answers now and then, in front of the simulator's table. */
class SdkOddAnswersTest extends OddAnswersContract {
    private final Table table = SdkSeam.table(() -> Instant.parse("2026-03-02T09:00:00Z"), (before, after) -> {});

    @Override
    protected DynamoDbClient through(SdkHttpClient http) {
        return Clients.over(http).dynamo();
    }

    @Override
    protected SdkHttpClient usual() {
        return new WireClient(Map.of("dynamodb", new DynamoWire(table, Optional.empty())), Passage.FREE);
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
