package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.commit.DueItems;
import comeback.commit.Issue;
import comeback.commit.Messages;
import comeback.customer.Customer;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Ruling;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Messages in the table. */
public final class DynamoMessages implements Messages {
    private static final String STATE = "state";
    private static final String STATE_BODY = "stateBody";
    private static final String FEEDBACK = "feedback";
    private static final String LEFT_OUT = "leftOut";
    private static final String FEEDBACK_AT = "feedbackAt";
    private static final String RANK = "feedbackRank";
    private static final String AS_SEEN = "#state = :seen AND #stateBody = :seenBody";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoMessages(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    static Map<String, AttributeValue> stateAttributes(MessageState state) {
        return Map.of(STATE, text(state.label()), STATE_BODY, text(MessageMapper.write(state)));
    }

    @Override
    public Optional<Message> find(StoreId store, MessageId id) {
        Item item = new Item(dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Keys.message(store, id))
                        .consistentRead(true)
                        .build())
                .item());
        return item.isAbsent() ? Optional.empty() : Optional.of(read(store, id, item));
    }

    @Override
    public Map<MessageId, Message> findAll(StoreId store, Set<MessageId> ids) {
        Map<MessageId, Message> found = new HashMap<>();
        var keys = ids.stream().map(id -> Keys.message(store, id)).toList();
        Batches.read(dynamo, table, keys).forEach(item -> {
            MessageId id = new MessageId(Keys.lastPart(item));
            found.put(id, read(store, id, item));
        });
        return found;
    }

    private static Message read(StoreId store, MessageId id, Item item) {
        Optional<Feedback> feedback = item.optionalText(FEEDBACK)
                .map(kind -> new Feedback(Feedback.Kind.valueOf(kind), Instant.parse(item.text(FEEDBACK_AT))));
        return MessageMapper.read(
                store,
                id,
                item.text("body"),
                item.text(STATE),
                item.text(STATE_BODY),
                feedback,
                item.optionalText(LEFT_OUT),
                TouchMapper.read(item));
    }

    @Override
    public Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue) {
        Change change = changeTo(message, claim).leavingOut(message.leftOut());
        Update take = Update.builder()
                .tableName(table)
                .key(Keys.message(message.store(), message.id()))
                .updateExpression(change.expression())
                .conditionExpression(AS_SEEN)
                .expressionAttributeNames(change.names())
                .expressionAttributeValues(change.values())
                .build();
        // The customer's alarm stays as it is, so it is not in here.
        Update remember = Update.builder()
                .tableName(table)
                .key(Keys.customer(message.store(), next.id()))
                .updateExpression("SET #version = :next, #body = :body REMOVE #sold, #tried")
                .conditionExpression("#version = :seen")
                .expressionAttributeNames(Map.of(
                        "#version", DynamoCustomers.VERSION,
                        "#body", DynamoCustomers.BODY,
                        "#sold", DynamoCustomers.SOLD,
                        "#tried", DynamoCustomers.TRIED))
                .expressionAttributeValues(Map.of(
                        ":seen", number(next.version()),
                        ":next", number(next.version() + 1),
                        ":body", Packed.of(CustomerMapper.write(next))))
                .build();
        // The message first: its condition is told from the others by its place.
        List<TransactWriteItem> all = new ArrayList<>(List.of(
                TransactWriteItem.builder().update(take).build(),
                TransactWriteItem.builder().update(remember).build()));
        issue.ifPresent(coupon -> all.addAll(CouponWrites.issuing(table, coupon)));
        try {
            dynamo.transactWriteItems(
                    TransactWriteItemsRequest.builder().transactItems(all).build());
            return Claim.TAKEN;
        } catch (TransactionCanceledException e) {
            List<String> codes = e.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .toList();
            if (codes.getFirst().equals("ConditionalCheckFailed")) {
                return Claim.NOT_DUE;
            }
            if (codes.contains("ConditionalCheckFailed") || codes.contains("TransactionConflict")) {
                return Claim.CUSTOMER_CHANGED;
            }
            throw e;
        }
    }

    @Override
    public boolean change(Message seen, MessageState next) {
        Change change = changeTo(seen, next);
        return update(UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.message(seen.store(), seen.id()))
                .updateExpression(change.expression())
                .conditionExpression(AS_SEEN)
                .expressionAttributeNames(change.names())
                .expressionAttributeValues(change.values())
                .build());
    }

    @Override
    public boolean learn(StoreId store, MessageId id, Feedback feedback) {
        return update(UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.message(store, id))
                .updateExpression("SET #feedback = :kind, #at = :at, #rank = :rank")
                .conditionExpression("attribute_exists(#pk) AND (attribute_not_exists(#rank) OR #rank < :rank)")
                .expressionAttributeNames(
                        Map.of("#pk", Keys.PK, "#feedback", FEEDBACK, "#at", FEEDBACK_AT, "#rank", RANK))
                .expressionAttributeValues(Map.of(
                        ":kind", text(feedback.kind().name()),
                        ":at", text(feedback.at().toString()),
                        ":rank", number(feedback.kind().gravity())))
                .build());
    }

    @Override
    public void touch(Message seen, Instant sweepAgainAt) {
        // The sweeper's own time is in it, so the stream sees a change and shows the message to the sender again.
        // Whoever changed it meanwhile looks after it, so a lost race is no loss.
        update(UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.message(seen.store(), seen.id()))
                .updateExpression("SET #dueAt = :at")
                .conditionExpression(AS_SEEN)
                .expressionAttributeNames(Map.of("#state", STATE, "#stateBody", STATE_BODY, "#dueAt", Keys.DUE_AT))
                .expressionAttributeValues(Map.of(
                        ":seen", text(seen.state().label()),
                        ":seenBody", text(MessageMapper.write(seen.state())),
                        ":at", number(sweepAgainAt.getEpochSecond())))
                .build());
    }

    /** An update expression with what it speaks of. */
    private record Change(String expression, Map<String, String> names, Map<String, AttributeValue> values) {
        /** With what a letter goes without; an earlier attempt's word about it is written over. */
        Change leavingOut(List<Ruling> rulings) {
            Map<String, String> more = new HashMap<>(names);
            more.put("#leftOut", LEFT_OUT);
            if (rulings.isEmpty()) {
                return new Change(expression + " REMOVE #leftOut", more, values);
            }
            Map<String, AttributeValue> told = new HashMap<>(values);
            told.put(":leftOut", text(MessageMapper.write(rulings)));
            return new Change(expression + ", #leftOut = :leftOut", more, told);
        }
    }

    /**
     * Resolved messages leave the due index; unresolved ones stand in it with the time to look at them again; flagged
     * ones stand apart in it, for a person.
     */
    private static Change changeTo(Message seen, MessageState next) {
        Map<String, String> names = new HashMap<>(Map.of(
                "#state", STATE, "#stateBody", STATE_BODY, "#partition", Keys.DUE_PARTITION, "#dueAt", Keys.DUE_AT));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":seen", text(seen.state().label()),
                ":seenBody", text(MessageMapper.write(seen.state())),
                ":state", text(next.label()),
                ":stateBody", text(MessageMapper.write(next))));
        boolean isFlagged = seen.with(next).isFlagged();
        Optional<Instant> lookAgain = switch (next) {
            case MessageState.Due due -> Optional.of(due.at());
            case MessageState.Claimed claimed -> Optional.of(claimed.leaseUntil());
            case MessageState.Accepted accepted -> Optional.empty();
            case MessageState.Skipped skipped -> Optional.empty();
            case MessageState.Failed failed -> Optional.of(failed.at()).filter(at -> isFlagged);
            case MessageState.Unknown unknown -> Optional.of(unknown.at()).filter(at -> isFlagged);
        };
        if (lookAgain.isEmpty()) {
            return new Change("SET #state = :state, #stateBody = :stateBody REMOVE #partition, #dueAt", names, values);
        }
        values.put(
                ":partition",
                isFlagged
                        ? text(Keys.FLAGGED)
                        : Keys.duePartition(
                                DueItems.Queue.of(seen, next), seen.id().value()));
        values.put(":dueAt", number(lookAgain.get().getEpochSecond()));
        return new Change(
                "SET #state = :state, #stateBody = :stateBody, #partition = :partition, #dueAt = :dueAt",
                names,
                values);
    }

    private boolean update(UpdateItemRequest request) {
        try {
            dynamo.updateItem(request);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
