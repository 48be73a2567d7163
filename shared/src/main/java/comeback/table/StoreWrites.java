package comeback.table;

import static comeback.table.Keys.text;

import comeback.commit.AuditEntry;
import comeback.commit.Registered;
import comeback.commit.StoreRegister.Outcome;
import comeback.store.HeldKey;
import comeback.store.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * All that changes with a store, in one transaction: its item, the signs of its keys, its domains, and the entry that says who
 * changed it. At most some fifty items, because keys and domains are few.
 */
final class StoreWrites {
    private static final String STORE = "store";
    private static final String OURS = "#store = :store";
    private static final String NOBODYS_OR_OURS = "attribute_not_exists(pk) OR " + OURS;

    private final DynamoDbClient dynamo;
    private final String table;
    private final StoreId id;
    private final List<TransactWriteItem> writes = new ArrayList<>();
    private final List<String> othersDomains = new ArrayList<>();

    StoreWrites(DynamoDbClient dynamo, String table, StoreId id) {
        this.dynamo = dynamo;
        this.table = table;
        this.id = id;
    }

    boolean isOurs(Item item) {
        return item.optionalText(STORE).filter(id.value()::equals).isPresent();
    }

    /** If it is as it was seen. One that was written before stores had versions has none. */
    void store(Registered next) {
        Put.Builder put = Put.builder()
                .tableName(table)
                .item(StoreRow.write(next))
                .expressionAttributeNames(Map.of("#version", StoreRow.VERSION));
        put(
                next.version() == 0
                        ? put.conditionExpression("attribute_not_exists(#version)")
                        : put.conditionExpression("#version = :seen")
                                .expressionAttributeValues(Map.of(":seen", Keys.number(next.version()))));
        // Also when it stands there: a store of before there was a list comes onto it with its next change.
        put(ours(new HashMap<>(Keys.listed(id))));
    }

    /** Says whose a key may be. */
    void sign(HeldKey key, boolean isNew) {
        if (isNew) {
            Map<String, AttributeValue> item = new HashMap<>(Keys.writeKey(key.hash()));
            item.put("keyClass", text(key.keyClass().name()));
            put(ours(item));
        }
    }

    /** Who has a domain keeps it. */
    void take(String domain, Item now) {
        if (now.isAbsent()) {
            put(ours(new HashMap<>(Keys.domain(domain))));
        } else if (!isOurs(now)) {
            othersDomains.add(domain);
        }
    }

    /** Says who does all this. */
    void note(AuditEntry entry) {
        writes.add(DynamoAuditTrail.write(table, entry));
    }

    /** Gives up what was ours. */
    void give(Map<String, AttributeValue> key) {
        writes.add(TransactWriteItem.builder()
                .delete(Delete.builder()
                        .tableName(table)
                        .key(key)
                        .conditionExpression(NOBODYS_OR_OURS)
                        // DynamoDB keeps the word for itself.
                        .expressionAttributeNames(Map.of("#store", STORE))
                        .expressionAttributeValues(Map.of(":store", text(id.value())))
                        .build())
                .build());
    }

    Outcome commit() {
        try {
            dynamo.transactWriteItems(request -> request.transactItems(writes));
            return new Outcome.Saved(othersDomains);
        } catch (TransactionCanceledException e) {
            // Whatever it was that changed meanwhile, who looks again sees it.
            if (e.cancellationReasons().stream()
                    .anyMatch(reason -> reason.code().equals("ConditionalCheckFailed")
                            || reason.code().equals("TransactionConflict"))) {
                return new Outcome.Stale();
            }
            throw e;
        }
    }

    private Put.Builder ours(Map<String, AttributeValue> item) {
        item.put(STORE, text(id.value()));
        return Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression(NOBODYS_OR_OURS)
                .expressionAttributeNames(Map.of("#store", STORE))
                .expressionAttributeValues(Map.of(":store", text(id.value())));
    }

    private void put(Put.Builder put) {
        writes.add(TransactWriteItem.builder().put(put.build()).build());
    }
}
