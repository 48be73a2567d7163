package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.commit.Tallies;
import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.report.Trials;
import comeback.store.StoreId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Sums in the table. What one subject added lies in a small item of its own, which changes in one transaction with the sums;
 * each sum lies in {@value Keys#SHARDS} parts, so that those who count at once seldom meet in one.
 */
public final class DynamoTallies implements Tallies {
    private static final int FORMAT = 1;
    private static final String FORMAT_NAME = "format";
    private static final String TTL = "ttl";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoTallies(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public List<Counted> counted(List<Subject> subjects) {
        Map<Map<String, AttributeValue>, Item> found = new HashMap<>();
        Batches.read(
                        dynamo,
                        table,
                        subjects.stream().map(Keys::counted).distinct().toList())
                .forEach(item -> found.put(Keys.keyOf(item), item));
        return subjects.stream()
                .map(subject -> {
                    Item item = found.getOrDefault(Keys.counted(subject), new Item(Map.of()));
                    return item.isAbsent()
                            ? Counted.never(subject)
                            : new Counted(
                                    subject,
                                    item.number(Versioned.VERSION).orElseThrow(),
                                    TallyMapper.read(item.text(Versioned.BODY)));
                })
                .toList();
    }

    @Override
    public boolean count(List<Change> changes) {
        if (changes.size() > AT_ONCE_MAX) {
            throw new IllegalArgumentException("at most " + AT_ONCE_MAX + " are counted at once");
        }
        StoreId store = changes.getFirst().seen().subject().store();
        List<TransactWriteItem> writes = new ArrayList<>();
        Tally difference = Tally.NONE;
        for (Change change : changes) {
            writes.add(TransactWriteItem.builder().put(remembering(change)).build());
            difference = difference.plus(change.next().minus(change.seen().tally()));
        }
        // Another part at another attempt: who met somebody in this one does not meet them again.
        int shard = Math.floorMod(
                changes.getFirst().seen().subject().id().hashCode()
                        + Long.hashCode(changes.getFirst().seen().version()),
                Keys.SHARDS);
        difference
                .rows()
                .forEach((row, counts) -> writes.add(TransactWriteItem.builder()
                        .update(adding(store, row, shard, counts))
                        .build()));
        try {
            dynamo.transactWriteItems(
                    TransactWriteItemsRequest.builder().transactItems(writes).build());
            return true;
        } catch (TransactionCanceledException e) {
            boolean isMeeting = e.cancellationReasons().stream()
                    .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code())
                            || "TransactionConflict".equals(reason.code()));
            if (isMeeting) {
                return false;
            }
            throw e;
        }
    }

    private Put remembering(Change change) {
        Map<String, AttributeValue> item =
                new HashMap<>(Keys.counted(change.seen().subject()));
        item.put(Versioned.BODY, text(TallyMapper.write(change.next())));
        item.put(Versioned.VERSION, number(change.seen().version() + 1));
        change.until().ifPresent(until -> item.put(TTL, number(until.getEpochSecond())));
        Put.Builder put = Put.builder()
                .tableName(table)
                .item(item)
                .expressionAttributeNames(Map.of("#version", Versioned.VERSION));
        return change.seen().version() == 0
                ? put.conditionExpression("attribute_not_exists(#version)").build()
                : put.conditionExpression("#version = :seen")
                        .expressionAttributeValues(
                                Map.of(":seen", number(change.seen().version())))
                        .build();
    }

    private Update adding(StoreId store, Row row, int shard, Counts counts) {
        Map<String, String> names = new HashMap<>(Map.of("#format", FORMAT_NAME));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":format", number(FORMAT)));
        List<String> adds = new ArrayList<>();
        counts.byKey().forEach((key, count) -> {
            int place = adds.size();
            names.put("#n" + place, key);
            values.put(":n" + place, number(count));
            adds.add("#n" + place + " :n" + place);
        });
        return Update.builder()
                .tableName(table)
                .key(Keys.sums(store, row, shard))
                .updateExpression("SET #format = :format ADD " + String.join(", ", adds))
                // A sum of a later version is not added to by this one.
                .conditionExpression("attribute_not_exists(#format) OR #format = :format")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    @Override
    public SortedMap<Row, Counts> between(StoreId store, LocalDate from, LocalDate to) {
        if (ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
            throw new IllegalArgumentException("a report is of " + DAYS_MAX + " days at most");
        }
        SortedMap<Row, Counts> sums = new TreeMap<>();
        YearMonth last = YearMonth.from(to);
        for (YearMonth month = YearMonth.from(from); !month.isAfter(last); month = month.plusMonths(1)) {
            for (int shard = 0; shard < Keys.SHARDS; shard++) {
                add(Keys.sumsOf(store, month, shard, from, to), sums);
            }
        }
        sums.values().removeIf(Counts::isNone);
        return sums;
    }

    @Override
    public Trials trials(StoreId store, YearMonth from, YearMonth to) {
        SortedMap<Row, Counts> sums = new TreeMap<>();
        for (int shard = 0; shard < Keys.SHARDS; shard++) {
            add(Keys.trialsOf(store, shard, from, to), sums);
        }
        sums.values().removeIf(Counts::isNone);
        return new Trials(sums);
    }

    private void add(Map<String, AttributeValue> place, SortedMap<Row, Counts> sums) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("#pk = :place AND #sk BETWEEN :from AND :end")
                .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                .expressionAttributeValues(place);
        Map<String, AttributeValue> after = Map.of();
        // A page is a megabyte, some five thousand sums; the days are bounded, so the pages are.
        do {
            QueryResponse answer = dynamo.query(
                    after.isEmpty()
                            ? query.build()
                            : query.exclusiveStartKey(after).build());
            answer.items().forEach(item -> sums.merge(Keys.sumsRow(new Item(item)), counts(item), Counts::plus));
            after = answer.lastEvaluatedKey();
        } while (!after.isEmpty());
    }

    private static Counts counts(Map<String, AttributeValue> item) {
        SortedMap<String, Long> byKey = new TreeMap<>();
        item.forEach((name, value) -> {
            if (!name.equals(FORMAT_NAME) && value.n() != null) {
                byKey.put(name, Long.valueOf(value.n()));
            }
        });
        return new Counts(byKey);
    }
}
