package comeback.table;

import static comeback.table.Keys.text;

import comeback.commit.Coupons;
import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponState;
import comeback.coupon.PooledCode;
import comeback.customer.Fingerprint;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Coupons in the table. */
public final class DynamoCoupons implements Coupons {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoCoupons(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Coupon> find(StoreId store, CouponCode code) {
        Item item = read(Keys.coupon(store, code));
        return item.isAbsent() || item.text(CouponWrites.STATE).equals(CouponWrites.POOLED)
                ? Optional.empty()
                : Optional.of(CouponMapper.coupon(store, code, item.text(CouponWrites.BODY)));
    }

    @Override
    public boolean change(Coupon seen, CouponState next) {
        try {
            // All of the body is compared: a letter's second attempt leaves the state and moves the end.
            dynamo.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(CouponWrites.item(seen.with(next)))
                    .conditionExpression("#body = :seen")
                    .expressionAttributeNames(Map.of("#body", CouponWrites.BODY))
                    .expressionAttributeValues(Map.of(":seen", text(CouponMapper.write(seen))))
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public boolean add(StoreId store, PooledCode code) {
        try {
            dynamo.transactWriteItems(TransactWriteItemsRequest.builder()
                    .transactItems(CouponWrites.pooling(
                            table,
                            CouponWrites.item(Keys.coupon(store, code.code()), code),
                            CouponWrites.item(Keys.freeCode(store, code), code)))
                    .build());
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<PooledCode> free(StoreId store, String pool, MessageId message, Instant goodUntil) {
        // Fingerprints lie evenly, so the message's own is as good a place to begin as any; at the end it goes round.
        Optional<PooledCode> onward = free(store, pool, Fingerprint.of("code", message.value()), goodUntil);
        return onward.or(() -> free(store, pool, "", goodUntil));
    }

    private Optional<PooledCode> free(StoreId store, String pool, String from, Instant goodUntil) {
        return dynamo
                .query(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#pk = :place AND #sk BETWEEN :from AND :end")
                        .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                        .expressionAttributeValues(Keys.freeCodes(store, pool, from))
                        .limit(FREE_MAX)
                        .consistentRead(true)
                        .build())
                .items()
                .stream()
                .map(item -> CouponMapper.pooled(new Item(item).text(CouponWrites.BODY)))
                .filter(code -> code.isGoodAt(goodUntil))
                .findFirst();
    }

    @Override
    public int issuedIn(StoreId store, YearMonth month) {
        return read(Keys.couponsOf(store, month))
                .number(CouponWrites.ISSUED_COUNT)
                .map(Math::toIntExact)
                .orElse(0);
    }

    private Item read(Map<String, AttributeValue> key) {
        return new Item(dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(key)
                        .consistentRead(true)
                        .build())
                .item());
    }
}
