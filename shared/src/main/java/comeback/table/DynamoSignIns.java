package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.commit.AskedLink;
import comeback.commit.AuditEntry;
import comeback.commit.Session;
import comeback.commit.SignIns;
import comeback.store.KeyHash;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Links and sessions in the table, which deletes them by itself when they are over. A link whose letter is to go has the
 * state of a message that is due, so the stream brings it to who sends.
 */
public final class DynamoSignIns implements SignIns {
    /** What is over is of use to nobody; the table deletes within days. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final String BODY = "body";
    private static final String STATE = "state";
    private static final String TTL = "ttl";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoSignIns(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public boolean take(String who, Instant since, Instant until, int most) {
        return update(UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.signInsOf(who, since))
                .updateExpression("SET #ttl = :ttl ADD #taken :one")
                .conditionExpression("attribute_not_exists(#taken) OR #taken < :most")
                .expressionAttributeNames(Map.of("#taken", "taken", "#ttl", TTL))
                .expressionAttributeValues(Map.of(
                        ":one", number(1),
                        ":most", number(most),
                        ":ttl", ttl(until)))
                .build());
    }

    @Override
    public void ask(AskedLink link) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.signIn(link.id()));
        item.put(BODY, text(SignInMapper.write(link)));
        item.put(STATE, text(link.to().isPresent() ? "DUE" : "NOBODY"));
        item.put(TTL, ttl(link.until()));
        dynamo.putItem(PutItemRequest.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(pk)")
                .build());
    }

    @Override
    public Optional<AskedLink> asked(String id) {
        return get(Keys.signIn(id)).map(item -> SignInMapper.link(id, item.text(BODY)));
    }

    @Override
    public boolean claim(String id) {
        return update(UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.signIn(id))
                .updateExpression("SET #state = :gone")
                .conditionExpression("#state = :due")
                .expressionAttributeNames(Map.of("#state", STATE))
                .expressionAttributeValues(Map.of(":gone", text("GONE"), ":due", text("DUE")))
                .build());
    }

    @Override
    public boolean open(AskedLink link, Session session, AuditEntry entry) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.session(session.key()));
        item.put(BODY, text(SignInMapper.write(session)));
        item.put(TTL, ttl(session.until()));
        Put put = Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(pk)")
                .build();
        return commit(List.of(
                gone(Keys.signIn(link.id())),
                TransactWriteItem.builder().put(put).build(),
                DynamoAuditTrail.write(table, entry)));
    }

    @Override
    public Optional<Session> session(KeyHash key) {
        return get(Keys.session(key)).map(item -> SignInMapper.session(key, item.text(BODY)));
    }

    @Override
    public void close(Session session, AuditEntry entry) {
        commit(List.of(gone(Keys.session(session.key())), DynamoAuditTrail.write(table, entry)));
    }

    private TransactWriteItem gone(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(Delete.builder()
                        .tableName(table)
                        .key(key)
                        .conditionExpression("attribute_exists(pk)")
                        .build())
                .build();
    }

    private boolean commit(List<TransactWriteItem> writes) {
        try {
            dynamo.transactWriteItems(request -> request.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            // Somebody else was faster, or is at it: of two who press, one signs in.
            if (e.cancellationReasons().stream()
                    .anyMatch(reason -> reason.code().equals("ConditionalCheckFailed")
                            || reason.code().equals("TransactionConflict"))) {
                return false;
            }
            throw e;
        }
    }

    private boolean update(UpdateItemRequest request) {
        try {
            dynamo.updateItem(request);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private Optional<Item> get(Map<String, AttributeValue> key) {
        Item item = new Item(dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(key)
                        .consistentRead(true)
                        .build())
                .item());
        return item.isAbsent() ? Optional.empty() : Optional.of(item);
    }

    private static AttributeValue ttl(Instant until) {
        return number(until.plus(KEPT).getEpochSecond());
    }
}
