package comeback.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Takes items away, many in a call. What is away already is away. */
final class Deletes {
    private static final int WRITES_MAX = 25;
    private static final int PARTS_MAX = 20;

    private Deletes() {}

    /**
     * Takes them away in this order, a call's worth at a time.
     *
     * @param keys each once
     */
    static void of(DynamoDbClient dynamo, String table, List<Map<String, AttributeValue>> keys) {
        List<WriteRequest> deletes = keys.stream()
                .map(key -> WriteRequest.builder()
                        .deleteRequest(DeleteRequest.builder().key(key).build())
                        .build())
                .toList();
        for (int from = 0; from < deletes.size(); from += WRITES_MAX) {
            write(dynamo, table, new ArrayList<>(deletes.subList(from, Math.min(from + WRITES_MAX, deletes.size()))));
        }
    }

    private static void write(DynamoDbClient dynamo, String table, List<WriteRequest> writes) {
        Map<String, List<WriteRequest>> left = Map.of(table, writes);
        for (int part = 0; !left.isEmpty(); part++) {
            if (part == PARTS_MAX) {
                throw new IllegalStateException("the table did not take away what it was to");
            }
            left = dynamo.batchWriteItem(
                            BatchWriteItemRequest.builder().requestItems(left).build())
                    .unprocessedItems();
        }
    }
}
