package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.catalogue.Money;
import comeback.commit.Receipts;
import comeback.customer.Change;
import comeback.receipt.Receipt;
import comeback.receipt.Receipt.Statement;
import comeback.receipt.ReceiptNumber;
import comeback.receipt.Series;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Receipts in the table. The count, the receipt and its place in the list are one transaction: a number that is drawn has a
 * receipt, whoever dies when.
 */
public final class DynamoReceipts implements Receipts {
    /** Of all who draw at once one wins each round; who loses so often lets others go first. */
    private static final int TRIES_MAX = 12;

    private static final String BODY = "body";
    private static final String COUNT = "count";

    /** What credit notes gave back of a receipt, beside the receipt, which itself never changes. */
    private static final String CREDITED = "credited";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoReceipts(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Receipt> find(StoreId store, Series series, String key) {
        Item item = read(Keys.receipt(store, series, key));
        return item.isAbsent() ? Optional.empty() : Optional.of(ReceiptMapper.read(item.text(BODY)));
    }

    @Override
    public Optional<Receipt> draw(StoreId store, Statement what, Year year, Instant now) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Receipt> known = find(store, what.series(), what.key());
            if (known.isPresent()) {
                return known;
            }
            Optional<Receipt> drawn = keep(store, what, year, now, List.of());
            if (drawn.isPresent()) {
                return drawn;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Receipt> credit(StoreId store, Receipt paid, Change.PaidBack refund, Year year, Instant now) {
        Map<String, AttributeValue> key =
                Keys.receipt(store, paid.number().series(), paid.what().key());
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Receipt> known = find(store, Series.CREDIT_NOTE, Statement.creditKey(paid, refund));
            if (known.isPresent()) {
                return known;
            }
            long before = read(key).number(CREDITED).orElse(0L);
            Statement note =
                    Statement.creditNote(paid, new Money(before, refund.amount().currency()), refund);
            Update adding = Update.builder()
                    .tableName(table)
                    .key(key)
                    .updateExpression("SET #credited = :after")
                    .conditionExpression("#credited = :before")
                    .expressionAttributeNames(Map.of("#credited", CREDITED))
                    .expressionAttributeValues(Map.of(
                            ":before", number(before),
                            ":after",
                                    number(Math.addExact(before, refund.amount().minor()))))
                    .build();
            Optional<Receipt> drawn = keep(
                    store,
                    note,
                    year,
                    now,
                    List.of(TransactWriteItem.builder().update(adding).build()));
            if (drawn.isPresent()) {
                return drawn;
            }
        }
        return Optional.empty();
    }

    /** Under the next number, with what belongs to it; nothing when somebody else was faster. */
    private Optional<Receipt> keep(
            StoreId store, Statement what, Year year, Instant now, List<TransactWriteItem> besides) {
        long seen = read(Keys.receiptCount(store, what.series(), year))
                .number(COUNT)
                .orElse(0L);
        Receipt next = new Receipt(new ReceiptNumber(what.series(), year, seen + 1), what, now);
        Map<String, AttributeValue> item = new HashMap<>(Keys.receipt(store, what.series(), what.key()));
        item.put(BODY, text(ReceiptMapper.write(next)));
        item.put(CREDITED, number(0));
        Map<String, AttributeValue> listed = new HashMap<>(Keys.receiptNumber(store, next.number()));
        listed.put("key", text(what.key()));
        List<TransactWriteItem> all = new ArrayList<>(besides);
        all.add(put(counted(store, next.number(), seen)));
        all.add(put(fresh(item)));
        all.add(put(fresh(listed)));
        try {
            dynamo.transactWriteItems(
                    TransactWriteItemsRequest.builder().transactItems(all).build());
            return Optional.of(next);
        } catch (TransactionCanceledException e) {
            boolean isLost = e.cancellationReasons().stream()
                    .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code())
                            || "TransactionConflict".equals(reason.code()));
            if (isLost) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The count goes on, if nobody went on meanwhile. */
    private Put counted(StoreId store, ReceiptNumber number, long seen) {
        Map<String, AttributeValue> counter = new HashMap<>(Keys.receiptCount(store, number.series(), number.year()));
        counter.put(COUNT, number(number.count()));
        if (seen == 0) {
            return fresh(counter);
        }
        return Put.builder()
                .tableName(table)
                .item(counter)
                .conditionExpression("#count = :seen")
                .expressionAttributeNames(Map.of("#count", COUNT))
                .expressionAttributeValues(Map.of(":seen", number(seen)))
                .build();
    }

    private Put fresh(Map<String, AttributeValue> item) {
        return Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(#pk)")
                .expressionAttributeNames(Map.of("#pk", Keys.PK))
                .build();
    }

    @Override
    public List<ReceiptNumber> drawn(StoreId store, Series series, Year year, long from) {
        return dynamo
                .query(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#pk = :list AND #sk BETWEEN :from AND :end")
                        .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                        .expressionAttributeValues(Keys.receiptNumbers(store, series, year, from))
                        .limit(PAGE_MAX)
                        .consistentRead(true)
                        .build())
                .items()
                .stream()
                .map(item -> new ReceiptNumber(series, year, Keys.receiptCount(new Item(item))))
                .toList();
    }

    private Item read(Map<String, AttributeValue> key) {
        return new Item(dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(key)
                        .consistentRead(true)
                        .build())
                .item());
    }

    private static TransactWriteItem put(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }
}
