package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import comeback.catalogue.Money;
import comeback.customer.Change;
import comeback.customer.OrderId;
import comeback.customer.TaxLine;
import comeback.receipt.Receipt;
import comeback.receipt.Receipt.Statement;
import comeback.receipt.ReceiptNumber;
import comeback.receipt.Series;
import comeback.store.StoreId;
import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link Receipts} does. */
public abstract class ReceiptsContract {
    private static final Year YEAR = Year.of(2026);
    private static final int AT_ONCE = 100;

    /** Nobody loses more often than there are others. */
    private static final int ROUNDS_MAX = 200;

    protected abstract Receipts receipts();

    /** Whether transactions that come at once are kept apart, as AWS does. */
    protected boolean keepsTransactionsApart() {
        return true;
    }

    private static Statement statement(Series series, String key) {
        Money total = new Money(12_000, Currency.getInstance("TRY"));
        return new Statement(
                series,
                key,
                new OrderId("1001"),
                total,
                List.of(new TaxLine("KDV", Optional.of(new BigDecimal("20")), new Money(2_000, total.currency()))),
                Optional.of(new ReceiptNumber(Series.RECEIPT, YEAR, 7)));
    }

    private static Receipt draw(Receipts receipts, StoreId store, Series series, String key, Year year) {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            Optional<Receipt> drawn = receipts.draw(store, statement(series, key), year, Samples.NOW);
            if (drawn.isPresent()) {
                return drawn.get();
            }
        }
        throw new AssertionError("nobody loses so often");
    }

    private Receipt draw(String key) {
        return draw(receipts(), Samples.STORE, Series.RECEIPT, key, YEAR);
    }

    @Test
    void the_first_receipt_of_a_year_is_number_one_and_the_next_is_two() {
        assertThat(draw("a").number()).hasToString("R2026-000001");
        assertThat(draw("b").number()).hasToString("R2026-000002");
    }

    @Test
    void whoever_draws_for_the_same_again_gets_the_same() {
        Receipt first = draw("a");

        assertThat(draw("a")).isEqualTo(first);
        assertThat(receipts().find(Samples.STORE, Series.RECEIPT, "a")).contains(first);
        assertThat(receipts().find(Samples.STORE, Series.RECEIPT, "b")).isEmpty();
        assertThat(draw("b").number().count()).isEqualTo(2);
    }

    @Test
    void each_store_each_year_and_each_kind_is_counted_for_itself() {
        draw("a");

        assertThat(draw(receipts(), new StoreId("other"), Series.RECEIPT, "a", YEAR)
                        .number()
                        .count())
                .isEqualTo(1);
        assertThat(draw(receipts(), Samples.STORE, Series.RECEIPT, "b", YEAR.plusYears(1))
                        .number())
                .hasToString("R2027-000001");
        assertThat(draw(receipts(), Samples.STORE, Series.CREDIT_NOTE, "a/r-1", YEAR)
                        .number())
                .hasToString("C2026-000001");
    }

    @Test
    void of_a_hundred_who_draw_at_once_each_gets_a_number_and_none_is_left_out() throws Exception {
        assumeTrue(keepsTransactionsApart());
        Receipts receipts = receipts();
        List<Callable<Receipt>> tries = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            // Every tenth is a repeat of the one before.
            String key = "order-" + (i % 10 == 9 ? i - 1 : i);
            tries.add(() -> draw(receipts, Samples.STORE, Series.RECEIPT, key, YEAR));
        }
        try (ExecutorService crowd = Executors.newFixedThreadPool(10)) {
            for (Future<Receipt> one : crowd.invokeAll(tries)) {
                assertThat(one.get().number().count()).isBetween(1L, (long) AT_ONCE);
            }
        }

        long different = AT_ONCE - AT_ONCE / 10;
        assertThat(receipts.drawn(Samples.STORE, Series.RECEIPT, YEAR, 1).stream()
                        .map(ReceiptNumber::count))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, different).boxed().toList());
        assertThat(receipts.drawn(Samples.STORE, Series.RECEIPT, YEAR, different))
                .hasSize(1);
    }

    private static Receipt credit(Receipts receipts, Receipt paid, String refund, long kurus) {
        Money amount = new Money(kurus, Currency.getInstance("TRY"));
        for (int round = 0; round < ROUNDS_MAX; round++) {
            Optional<Receipt> note =
                    receipts.credit(Samples.STORE, paid, new Change.PaidBack(refund, amount), YEAR, Samples.NOW);
            if (note.isPresent()) {
                return note.get();
            }
        }
        throw new AssertionError("nobody loses so often");
    }

    @Test
    void a_credit_note_names_its_receipt_and_the_same_refund_is_credited_once() {
        Receipt paid = draw("1001");
        Receipt note = credit(receipts(), paid, "r-1", 6_000);

        assertThat(note.number()).hasToString("C2026-000001");
        assertThat(note.what().of()).contains(paid.number());
        assertThat(note.what().taxes().getFirst().amount().minor()).isEqualTo(1_000);
        assertThat(credit(receipts(), paid, "r-1", 6_000)).isEqualTo(note);
        assertThat(receipts().find(Samples.STORE, Series.CREDIT_NOTE, "1001/r-1"))
                .contains(note);
        assertThat(receipts().find(Samples.STORE, Series.RECEIPT, "1001")).contains(paid);
    }

    @Test
    void whatever_is_given_back_at_once_the_notes_taxes_come_to_the_receipts() throws Exception {
        assumeTrue(keepsTransactionsApart());
        Receipts receipts = receipts();
        Receipt paid = draw("1001");
        List<Callable<Receipt>> tries = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            // 120.00 in fifty parts of 2.37 and 2.43, each of them reported twice.
            String refund = "r-" + i % (AT_ONCE / 2);
            long kurus = i % 2 == 0 ? 237 : 243;
            tries.add(() -> credit(receipts, paid, refund, kurus));
        }
        Map<ReceiptNumber, Receipt> notes = new HashMap<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(10)) {
            for (Future<Receipt> one : crowd.invokeAll(tries)) {
                notes.put(one.get().number(), one.get());
            }
        }

        assertThat(notes).hasSize(AT_ONCE / 2);
        assertThat(notes.values().stream()
                        .mapToLong(note -> note.what().total().minor())
                        .sum())
                .isEqualTo(paid.what().total().minor());
        assertThat(notes.values().stream()
                        .mapToLong(
                                note -> note.what().taxes().getFirst().amount().minor())
                        .sum())
                .isEqualTo(2_000);
        assertThat(receipts.drawn(Samples.STORE, Series.CREDIT_NOTE, YEAR, 1)).hasSize(AT_ONCE / 2);
    }
}
