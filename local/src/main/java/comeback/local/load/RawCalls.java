package comeback.local.load;

import comeback.local.aws.Aws;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Calls to DynamoDB Local with nothing around them: through the same client, one after the other as the local world makes them, to
 * the same table, with items of the size of a customer's.
 */
final class RawCalls {
    /** A customer's item, packed. */
    private static final String BODY = "x".repeat(700);

    /** Customer, line of the timeline, letter and order. */
    private static final int WRITES_TOGETHER = 4;

    private final DynamoDbClient dynamo;
    private int number;

    RawCalls(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    /**
     * Makes so many.
     *
     * @param counts by the names that the calls have in the API; what is none of the usual ones is made as a read
     */
    void make(Map<String, Long> counts) {
        // As mixed as in life, or each kind would have its code to itself.
        Map<String, Long> left = new HashMap<>(counts);
        while (!left.isEmpty()) {
            List<String> over = new ArrayList<>();
            left.forEach((operation, count) -> {
                if (count > 0) {
                    call(operation);
                }
                if (count <= 1) {
                    over.add(operation);
                }
            });
            left.replaceAll((operation, count) -> count - 1);
            over.forEach(left::remove);
        }
    }

    private void call(String operation) {
        number++;
        switch (operation) {
            case "PutItem" ->
                dynamo.putItem(put ->
                        put.tableName(Aws.TABLE).item(item(number)).conditionExpression("attribute_not_exists(pk)"));
            case "UpdateItem" ->
                dynamo.updateItem(update -> update.tableName(Aws.TABLE)
                        .key(key(number))
                        .updateExpression("SET body = :body")
                        .expressionAttributeValues(Map.of(":body", AttributeValue.fromS(BODY))));
            case "TransactWriteItems" -> {
                var writes = new ArrayList<TransactWriteItem>();
                for (int i = 0; i < WRITES_TOGETHER; i++) {
                    Map<String, AttributeValue> item = item(number);
                    writes.add(TransactWriteItem.builder()
                            .put(put ->
                                    put.tableName(Aws.TABLE).item(item).conditionExpression("attribute_not_exists(pk)"))
                            .build());
                    number++;
                }
                dynamo.transactWriteItems(write -> write.transactItems(writes));
            }
            case "Query" ->
                dynamo.query(query -> query.tableName(Aws.TABLE)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("RAW#" + number)))
                        .limit(10));
            default ->
                dynamo.getItem(
                        get -> get.tableName(Aws.TABLE).key(key(number - 1)).consistentRead(true));
        }
    }

    private static Map<String, AttributeValue> key(int number) {
        return Map.of("pk", AttributeValue.fromS("RAW#" + number), "sk", AttributeValue.fromS("RAW"));
    }

    private static Map<String, AttributeValue> item(int number) {
        var item = new HashMap<>(key(number));
        item.put("body", AttributeValue.fromS(BODY));
        item.put("version", AttributeValue.fromN("1"));
        return item;
    }
}
