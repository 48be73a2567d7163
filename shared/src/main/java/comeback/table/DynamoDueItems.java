package comeback.table;

import comeback.commit.DueItems;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The table's due index. It may lag, so what it names is read again before anything is decided. */
public final class DynamoDueItems implements DueItems {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDueItems(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public List<DueItem> before(Queue queue, int partition, Instant time, int limit) {
        return items(QueryRequest.builder()
                .keyConditionExpression("#partition = :partition AND #dueAt < :time")
                .expressionAttributeNames(Map.of("#partition", Keys.DUE_PARTITION, "#dueAt", Keys.DUE_AT))
                .expressionAttributeValues(Map.of(
                        ":partition", Keys.duePartition(queue, partition), ":time", Keys.number(time.getEpochSecond())))
                .limit(limit));
    }

    @Override
    public List<DueItem> flagged(int limit) {
        return items(QueryRequest.builder()
                .keyConditionExpression("#partition = :flagged")
                .expressionAttributeNames(Map.of("#partition", Keys.DUE_PARTITION))
                .expressionAttributeValues(Map.of(":flagged", Keys.text(Keys.FLAGGED)))
                .limit(limit));
    }

    private List<DueItem> items(QueryRequest.Builder query) {
        return dynamo.query(query.tableName(table).indexName(Keys.DUE_INDEX).build()).items().stream()
                .map(Item::new)
                .map(item -> Keys.dueItem(item.text(Keys.PK), item.text(Keys.SK)))
                .flatMap(Optional::stream)
                .toList();
    }
}
