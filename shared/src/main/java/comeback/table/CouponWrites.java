package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.commit.Issue;
import comeback.coupon.Coupon;
import comeback.coupon.CouponState;
import comeback.coupon.PooledCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** What is written of coupons, and on what conditions. */
final class CouponWrites {
    static final String BODY = "body";
    static final String STATE = "state";
    static final String POOLED = "POOLED";
    static final String ISSUED_COUNT = "issued";
    private static final String MESSAGE = "message";

    /** What is told of it outside, which Count reads off the stream; a code that waits in its pool has none. */
    private static final String EVENT = "event";

    private static final String STORE = "store";
    private static final String CODE = "code";
    private static final String CUSTOMER = "customer";
    private static final String ORDER = "order";
    private static final String AT = "at";
    private static final String TTL = "ttl";

    /** Shops ask about a coupon long after it ended: a return, an account, a quarrel. */
    private static final Duration KEPT_AFTER_END = Duration.ofDays(400);

    private static final Duration BUDGET_KEPT = Duration.ofDays(400);

    private CouponWrites() {}

    static Map<String, AttributeValue> item(Coupon coupon) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.coupon(coupon.store(), coupon.code()));
        item.put(BODY, text(CouponMapper.write(coupon)));
        item.put(STATE, text(coupon.state().label()));
        item.put(MESSAGE, text(coupon.message().value()));
        item.put(TTL, number(coupon.validUntil().plus(KEPT_AFTER_END).getEpochSecond()));
        tell(coupon, item);
        return item;
    }

    /** Each is always there: who listens needs no exceptions. */
    private static void tell(Coupon coupon, Map<String, AttributeValue> item) {
        item.put(STORE, text(coupon.store().value()));
        item.put(CODE, text(coupon.code().value()));
        item.put(CUSTOMER, text(coupon.customer().value()));
        switch (coupon.state()) {
            case CouponState.Issued issued -> tell("coupon.issued", coupon.issuedAt(), "", item);
            case CouponState.Redeemed used ->
                tell("coupon.redeemed", used.at(), used.order().value(), item);
            case CouponState.Revoked gone -> tell("coupon.revoked", gone.at(), "", item);
        }
    }

    private static void tell(String event, Instant at, String order, Map<String, AttributeValue> item) {
        item.put(EVENT, text(event));
        item.put(AT, text(at.toString()));
        item.put(ORDER, text(order));
    }

    /** A code that waits; what is not used by its end leaves the table with the rest. */
    static Map<String, AttributeValue> item(Map<String, AttributeValue> key, PooledCode code) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.put(BODY, text(CouponMapper.write(code)));
        item.put(STATE, text(POOLED));
        code.endsAt()
                .ifPresent(end -> item.put(TTL, number(end.plus(KEPT_AFTER_END).getEpochSecond())));
        return item;
    }

    /** What joins the transaction that claims a message. */
    static List<TransactWriteItem> issuing(String table, Issue issue) {
        List<TransactWriteItem> writes = new ArrayList<>();
        Coupon coupon = issue.coupon();
        writes.add(put(Put.builder()
                .tableName(table)
                .item(item(coupon))
                // New, or out of its pool, or of this message's earlier attempt and neither used nor taken back.
                .conditionExpression(
                        "attribute_not_exists(#pk) OR #state = :pooled OR (#state = :issued AND #message = :message)")
                .expressionAttributeNames(Map.of("#pk", Keys.PK, "#state", STATE, "#message", MESSAGE))
                .expressionAttributeValues(Map.of(
                        ":pooled", text(POOLED),
                        ":issued", text(coupon.state().label()),
                        ":message", text(coupon.message().value())))
                .build()));
        issue.pooled()
                .map(code -> Delete.builder()
                        .tableName(table)
                        .key(Keys.freeCode(coupon.store(), code))
                        .conditionExpression("attribute_exists(#pk)")
                        .expressionAttributeNames(Map.of("#pk", Keys.PK))
                        .build())
                .map(free -> TransactWriteItem.builder().delete(free).build())
                .ifPresent(writes::add);
        issue.budget()
                .map(budget -> Update.builder()
                        .tableName(table)
                        .key(Keys.couponsOf(coupon.store(), budget.month()))
                        .updateExpression("SET #ttl = :ttl ADD #issued :one")
                        .conditionExpression("attribute_not_exists(#issued) OR #issued < :most")
                        .expressionAttributeNames(Map.of("#issued", ISSUED_COUNT, "#ttl", TTL))
                        .expressionAttributeValues(Map.of(
                                ":one",
                                number(1),
                                ":most",
                                number(budget.most()),
                                ":ttl",
                                number(budget.month()
                                        .atEndOfMonth()
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .plus(BUDGET_KEPT)
                                        .toEpochSecond())))
                        .build())
                .map(count -> TransactWriteItem.builder().update(count).build())
                .ifPresent(writes::add);
        return writes;
    }

    /** What puts a code into its pool: the code itself, by which it is found, and its place among the free ones. */
    static List<TransactWriteItem> pooling(
            String table, Map<String, AttributeValue> coupon, Map<String, AttributeValue> free) {
        return List.of(put(isNew(table, coupon)), put(isNew(table, free)));
    }

    private static Put isNew(String table, Map<String, AttributeValue> item) {
        return Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(#pk)")
                .expressionAttributeNames(Map.of("#pk", Keys.PK))
                .build();
    }

    private static TransactWriteItem put(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }
}
