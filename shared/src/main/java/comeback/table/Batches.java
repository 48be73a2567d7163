package comeback.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads many items at once, as they are now. The table may give a batch in parts. */
final class Batches {
    /** As many as the table takes in one request. */
    static final int KEYS_MAX = 100;

    private static final int PARTS_MAX = 10;

    private Batches() {}

    /** Those of these that there are, in no order. */
    static List<Item> read(DynamoDbClient dynamo, String table, List<Map<String, AttributeValue>> keys) {
        List<Item> items = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEYS_MAX) {
            read(dynamo, table, keys.subList(from, Math.min(from + KEYS_MAX, keys.size())), items);
        }
        return items;
    }

    private static void read(
            DynamoDbClient dynamo, String table, List<Map<String, AttributeValue>> keys, List<Item> items) {
        Map<String, KeysAndAttributes> left = Map.of(
                table,
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        for (int part = 0; !left.isEmpty(); part++) {
            if (part == PARTS_MAX) {
                throw new IllegalStateException("the table did not give a batch of " + keys.size() + " items");
            }
            BatchGetItemResponse answer = dynamo.batchGetItem(
                    BatchGetItemRequest.builder().requestItems(left).build());
            answer.responses().getOrDefault(table, List.of()).forEach(found -> items.add(new Item(found)));
            left = answer.unprocessedKeys();
        }
    }
}
