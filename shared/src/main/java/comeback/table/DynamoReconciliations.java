package comeback.table;

import static comeback.table.Keys.text;

import comeback.commit.Reconciliation;
import comeback.commit.Reconciliations;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** One small item for the deployment, which its stores' one SES account has one list for. */
public final class DynamoReconciliations implements Reconciliations {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoReconciliations(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Reconciliation look() {
        Item item = new Item(dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Keys.reconciliation())
                        .consistentRead(true)
                        .build())
                .item());
        return item.isAbsent()
                ? Reconciliation.NEVER
                : ReconciliationMapper.read(
                        item.text(Versioned.BODY),
                        item.number(Versioned.VERSION).orElseThrow());
    }

    @Override
    public boolean save(Reconciliation next) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.reconciliation());
        item.put(Versioned.BODY, text(ReconciliationMapper.write(next)));
        return Versioned.save(dynamo, table, item, next.version());
    }
}
