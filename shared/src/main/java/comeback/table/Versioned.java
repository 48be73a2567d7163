package comeback.table;

import static comeback.table.Keys.number;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Items that count how often they were saved, and that only who saw the last of it may save. */
final class Versioned {
    static final String VERSION = "version";
    static final String BODY = "body";

    private Versioned() {}

    /**
     * Saves an item as the version after the one that was seen.
     *
     * @param item all of it but its version
     * @param seen 0 when it was saved never before
     * @return false when somebody else has saved it meanwhile
     */
    static boolean save(DynamoDbClient dynamo, String table, Map<String, AttributeValue> item, long seen) {
        Map<String, AttributeValue> next = new HashMap<>(item);
        next.put(VERSION, number(seen + 1));
        PutItemRequest.Builder put = PutItemRequest.builder()
                .tableName(table)
                .item(next)
                .expressionAttributeNames(Map.of("#version", VERSION));
        try {
            dynamo.putItem(
                    seen == 0
                            ? put.conditionExpression("attribute_not_exists(#version)")
                                    .build()
                            : put.conditionExpression("#version = :seen")
                                    .expressionAttributeValues(Map.of(":seen", number(seen)))
                                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
