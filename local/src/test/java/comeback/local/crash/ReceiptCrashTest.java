package comeback.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Money;
import comeback.customer.Change;
import comeback.customer.OrderId;
import comeback.customer.TaxLine;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.receipt.Receipt;
import comeback.receipt.Receipt.Statement;
import comeback.receipt.ReceiptNumber;
import comeback.receipt.Series;
import comeback.store.StoreId;
import comeback.table.DynamoReceipts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whoever dies before or after any call while a receipt is drawn leaves no gap, and comes back to the same number. */
class ReceiptCrashTest {
    private static final StoreId STORE = new StoreId("demo");
    private static final Year YEAR = Year.of(2026);
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /** Drawing asks for the receipt and the count, and writes once; a credit note asks for what was given back before, too. */
    private static final int CALLS = 3;

    private static final int CREDIT_CALLS = 4;

    private static Statement statement(String key) {
        return new Statement(
                Series.RECEIPT,
                key,
                new OrderId(key),
                new Money(800, USD),
                List.of(new TaxLine("VAT", Optional.empty(), new Money(133, USD))),
                Optional.empty());
    }

    /** A client that dies at one call: before AWS hears of it, or after. */
    private static DynamoDbClient dying(DynamoDbClient real, int at, boolean isAfter) {
        AtomicInteger calls = new AtomicInteger();
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (self, method, arguments) -> {
                    boolean dies = calls.incrementAndGet() == at;
                    if (dies && !isAfter) {
                        throw new Killed();
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (dies) {
                            throw new Killed();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Whether it died. */
    private static boolean dies(Runnable drawing) {
        try {
            drawing.run();
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    @Test
    void killed_at_any_call_it_leaves_no_gap_and_the_repeat_gets_the_same_number() {
        try (TestWorld world = TestWorld.at(NOW.toString())) {
            DynamoDbClient real = world.inside().aws().dynamo();
            DynamoReceipts alive = new DynamoReceipts(real, Aws.TABLE);
            int drawn = 0;
            for (int call = 1; call <= CALLS; call++) {
                for (boolean isAfter : List.of(false, true)) {
                    String key = "order-" + call + "-" + isAfter;
                    DynamoReceipts dying = new DynamoReceipts(dying(real, call, isAfter), Aws.TABLE);
                    boolean wasKilled = dies(() -> dying.draw(STORE, statement(key), YEAR, NOW));
                    Optional<Receipt> left = alive.find(STORE, Series.RECEIPT, key);
                    Receipt repeated = alive.draw(STORE, statement(key), YEAR, NOW.plusSeconds(60))
                            .orElseThrow();

                    assertThat(wasKilled).as(key).isTrue();
                    assertThat(left.orElse(repeated)).as(key).isEqualTo(repeated);
                    assertThat(repeated.number().count()).as(key).isEqualTo(++drawn);
                }
            }
            assertThat(alive.drawn(STORE, Series.RECEIPT, YEAR, 1).stream().map(ReceiptNumber::count))
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
    }

    @Test
    void killed_at_any_call_a_credit_note_is_drawn_once_and_its_money_counted_once() {
        try (TestWorld world = TestWorld.at(NOW.toString())) {
            DynamoDbClient real = world.inside().aws().dynamo();
            DynamoReceipts alive = new DynamoReceipts(real, Aws.TABLE);
            Receipt paid = alive.draw(STORE, statement("1001"), YEAR, NOW).orElseThrow();
            List<Long> taxes = new ArrayList<>();
            for (int call = 1; call <= CREDIT_CALLS; call++) {
                for (boolean isAfter : List.of(false, true)) {
                    // Eight refunds of an eighth each.
                    var refund = new Change.PaidBack("r-" + call + "-" + isAfter, new Money(100, USD));
                    DynamoReceipts dying = new DynamoReceipts(dying(real, call, isAfter), Aws.TABLE);
                    boolean wasKilled = dies(() -> dying.credit(STORE, paid, refund, YEAR, NOW));
                    Receipt repeated =
                            alive.credit(STORE, paid, refund, YEAR, NOW).orElseThrow();

                    assertThat(wasKilled).as(refund.refundId()).isTrue();
                    taxes.add(repeated.what().taxes().getFirst().amount().minor());
                    assertThat(repeated.number().count()).isEqualTo(taxes.size());
                }
            }
            assertThat(taxes.stream().mapToLong(tax -> tax).sum()).isEqualTo(133);
        }
    }
}
