package comeback.table;

import comeback.commit.AuditEntry;
import comeback.commit.AuditTrail;
import comeback.commit.Timelines;
import comeback.store.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The audit trail in the table: one query a page. */
public final class DynamoAuditTrail implements AuditTrail {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoAuditTrail(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** What a change's transaction writes beside the change. */
    static TransactWriteItem write(String table, AuditEntry entry) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.audit(entry.store(), entry.place()));
        item.put("body", Keys.text(AuditMapper.write(entry)));
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk)")
                        .build())
                .build();
    }

    @Override
    public Page page(Optional<StoreId> store, Optional<Timelines.Place> before, int limit) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("#pk = :place")
                .expressionAttributeNames(Map.of("#pk", Keys.PK))
                .expressionAttributeValues(Keys.auditOf(store))
                .scanIndexForward(false)
                .consistentRead(true)
                .limit(limit + 1);
        before.ifPresent(place -> query.exclusiveStartKey(Keys.audit(store, place)));
        List<AuditEntry> read = dynamo.query(query.build()).items().stream()
                .map(item -> AuditMapper.read(store, new Item(item).text("body")))
                .toList();
        return Page.of(read, limit);
    }
}
