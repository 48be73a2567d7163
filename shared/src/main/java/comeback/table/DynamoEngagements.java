package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.commit.DueItems;
import comeback.commit.Engagements;
import comeback.engagement.Judge;
import comeback.engagement.Judged;
import comeback.engagement.Touch;
import comeback.engagement.Touches;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Touches in the table. Those of a letter are sets in its own item, so that many at once need not read each other; what one
 * address touched in a minute is a set of letters' marks in a small item, which the table deletes by itself.
 */
public final class DynamoEngagements implements Engagements {
    /** A crowd is a crowd long before: so many letters of a minute are told apart. */
    private static final int CROWD_MAX = Judge.CROWD_MIN;

    /** Clicks are judged within minutes. */
    private static final Duration CROWD_KEPT = Duration.ofDays(1);

    private static final String ACCEPTED = "ACCEPTED";
    private static final String LETTERS = "letters";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoEngagements(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Kept touched(StoreId store, MessageId id, Touch touch) {
        Kept kept = keep(store, id, touch);
        // Also when it was known: who told it first may have fallen in between.
        if (touch.kind() == Touch.Kind.CLICK && (kept == Kept.KEPT || kept == Kept.KNOWN)) {
            join(store, id, touch);
        }
        return kept;
    }

    private Kept keep(StoreId store, MessageId id, Touch touch) {
        Map<String, String> names = new HashMap<>(Map.of(
                "#pk",
                Keys.PK,
                "#state",
                "state",
                "#touches",
                TouchMapper.attribute(touch.kind()),
                "#judged",
                TouchMapper.JUDGED));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":one", AttributeValue.fromSs(List.of(TouchMapper.write(touch))),
                ":text", text(TouchMapper.write(touch)),
                ":accepted", text(ACCEPTED),
                ":most", number(most(touch.kind(), true)),
                ":first", number(most(touch.kind(), false))));
        String add = "ADD #touches :one";
        if (touch.kind() == Touch.Kind.CLICK) {
            names.putAll(Map.of("#partition", Keys.DUE_PARTITION, "#dueAt", Keys.DUE_AT));
            values.put(":partition", Keys.duePartition(DueItems.Queue.TO_LOOK_AFTER, id.value()));
            values.put(":dueAt", number(touch.at().plus(Judge.SETTLES).getEpochSecond()));
            add += " SET #partition = if_not_exists(#partition, :partition), #dueAt = if_not_exists(#dueAt, :dueAt)";
        }
        try {
            dynamo.updateItem(UpdateItemRequest.builder()
                    .tableName(table)
                    .key(Keys.message(store, id))
                    .updateExpression(add)
                    .conditionExpression(
                            "attribute_exists(#pk) AND #state = :accepted AND (attribute_not_exists(#touches)"
                                    + " OR (NOT contains(#touches, :text) AND (size(#touches) < :first"
                                    + " OR (attribute_exists(#judged) AND size(#touches) < :most))))")
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build());
            return Kept.KEPT;
        } catch (ConditionalCheckFailedException e) {
            return refused(new Item(e.hasItem() ? e.item() : Map.of()), touch);
        }
    }

    private static int most(Touch.Kind kind, boolean isJudged) {
        return switch (kind) {
            case OPEN -> Touches.OPENS_MAX;
            case CLICK -> isJudged ? Touches.CLICKS_MAX : Touches.UNJUDGED_MAX;
            case STOP -> Touches.STOPS_MAX;
            case ANSWER -> Touches.ANSWERS_MAX;
        };
    }

    private static Kept refused(Item item, Touch touch) {
        if (item.isAbsent()) {
            return Kept.NO_LETTER;
        }
        if (!item.text("state").equals(ACCEPTED)) {
            return Kept.UNSETTLED;
        }
        return TouchMapper.read(item).knows(touch) ? Kept.KNOWN : Kept.FULL;
    }

    private void join(StoreId store, MessageId id, Touch click) {
        if (click.network().isEmpty()) {
            return;
        }
        Instant minute = click.at().truncatedTo(ChronoUnit.MINUTES);
        try {
            dynamo.updateItem(UpdateItemRequest.builder()
                    .tableName(table)
                    .key(Keys.crowd(store, click.network(), minute))
                    .updateExpression("SET #ttl = :ttl ADD #letters :letter")
                    .conditionExpression("attribute_not_exists(#letters) OR size(#letters) < :most")
                    .expressionAttributeNames(Map.of("#ttl", "ttl", "#letters", LETTERS))
                    .expressionAttributeValues(Map.of(
                            ":ttl", number(minute.plus(CROWD_KEPT).getEpochSecond()),
                            ":letter", AttributeValue.fromSs(List.of(id.mark())),
                            ":most", number(CROWD_MAX)))
                    .build());
        } catch (ConditionalCheckFailedException enough) {
            // More of them would change nothing.
            return;
        }
    }

    @Override
    public List<Integer> crowds(StoreId store, List<Touch> clicks) {
        Map<Map<String, AttributeValue>, Set<String>> read = new HashMap<>();
        return clicks.stream().map(click -> crowd(store, click, read)).toList();
    }

    /** Its own minute and the two beside it: a gate does not look at the clock. */
    private int crowd(StoreId store, Touch click, Map<Map<String, AttributeValue>, Set<String>> read) {
        if (click.network().isEmpty()) {
            return 1;
        }
        Instant minute = click.at().truncatedTo(ChronoUnit.MINUTES);
        Set<String> letters = new HashSet<>();
        Stream.of(minute.minus(1, ChronoUnit.MINUTES), minute, minute.plus(1, ChronoUnit.MINUTES))
                .map(each -> Keys.crowd(store, click.network(), each))
                .forEach(key -> letters.addAll(read.computeIfAbsent(key, this::letters)));
        return Math.max(1, letters.size());
    }

    private Set<String> letters(Map<String, AttributeValue> key) {
        return Set.copyOf(new Item(dynamo.getItem(GetItemRequest.builder()
                                .tableName(table)
                                .key(key)
                                .consistentRead(true)
                                .build())
                        .item())
                .texts(LETTERS));
    }

    @Override
    public boolean judged(Message seen, Judged judged) {
        try {
            dynamo.updateItem(UpdateItemRequest.builder()
                    .tableName(table)
                    .key(Keys.message(seen.store(), seen.id()))
                    .updateExpression("SET #judged = :judged REMOVE #partition, #dueAt")
                    .conditionExpression("#state = :accepted AND size(#clicks) = :clicks")
                    .expressionAttributeNames(Map.of(
                            "#judged", TouchMapper.JUDGED,
                            "#clicks", TouchMapper.CLICKS,
                            "#state", "state",
                            "#partition", Keys.DUE_PARTITION,
                            "#dueAt", Keys.DUE_AT))
                    .expressionAttributeValues(Map.of(
                            ":judged", text(TouchMapper.write(judged)),
                            ":accepted", text(ACCEPTED),
                            ":clicks", number(seen.touches().clicks().size())))
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
