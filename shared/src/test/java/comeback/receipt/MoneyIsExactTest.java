package comeback.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.catalogue.Shares;
import comeback.customer.Change;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.TaxLine;
import comeback.receipt.Receipt.Statement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is split, the parts come to the whole, to the smallest unit: won, cents and fils. */
class MoneyIsExactTest {
    private static final int SEEDS = 2_000;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Money sum(List<Money> parts, Currency currency) {
        return parts.stream().reduce(Money.zero(currency), Money::plus);
    }

    private static long amount(Random dice) {
        // Small and large, and round ones, where rounding errs most often.
        return switch (dice.nextInt(4)) {
            case 0 -> dice.nextInt(20);
            case 1 -> dice.nextInt(100_000);
            case 2 -> dice.nextInt(1_000) * 100L;
            default -> Math.abs(dice.nextLong(1_000_000_000_000L));
        };
    }

    /** A way from nothing to the whole, in steps of any size. */
    private static List<Money> steps(Random dice, Money whole) {
        List<Money> steps = new ArrayList<>();
        long left = whole.minor();
        while (left > 0) {
            long step = steps.size() == 11 ? left : Math.min(left, 1 + amount(dice));
            steps.add(new Money(step, whole.currency()));
            left -= step;
        }
        return steps;
    }

    @ParameterizedTest
    @ValueSource(strings = {"KRW", "USD", "KWD"})
    void any_split_comes_to_the_whole_and_no_part_is_more_than_a_unit_off(String code) {
        Currency currency = Currency.getInstance(code);
        for (int seed = 0; seed < SEEDS; seed++) {
            Random dice = new Random(seed);
            Money whole = new Money(1 + amount(dice), currency);
            Money split = new Money(dice.nextBoolean() ? amount(dice) : -amount(dice), currency);
            Money gone = Money.zero(currency);
            List<Money> parts = new ArrayList<>();
            for (Money step : steps(dice, whole)) {
                Money part = Shares.between(split, whole, gone, gone.plus(step));
                parts.add(part);
                gone = gone.plus(step);
                // part / split and step / whole differ by no more than one unit.
                BigInteger exact = BigInteger.valueOf(split.minor()).multiply(BigInteger.valueOf(step.minor()));
                BigInteger got = BigInteger.valueOf(part.minor()).multiply(BigInteger.valueOf(whole.minor()));
                assertThat(exact.subtract(got).abs())
                        .as("seed " + seed)
                        .isLessThanOrEqualTo(BigInteger.valueOf(whole.minor()));
            }

            assertThat(sum(parts, currency)).as("seed " + seed).isEqualTo(split);
        }
    }

    @Test
    void what_goes_beyond_the_whole_has_no_part() {
        Money tax = new Money(200, Currency.getInstance("USD"));
        Money whole = new Money(1_000, tax.currency());
        Money nothing = Money.zero(tax.currency());

        assertThat(Shares.between(tax, whole, nothing, new Money(5_000, tax.currency())))
                .isEqualTo(tax);
        assertThat(Shares.between(tax, whole, whole, new Money(5_000, tax.currency())))
                .isEqualTo(nothing);
        assertThat(Shares.between(tax, nothing, nothing, whole)).isEqualTo(nothing);
    }

    /** An order whose taxes are contained in its total, by several rates. */
    private static Order order(Random dice, Currency currency) {
        List<Line> lines = new ArrayList<>();
        List<TaxLine> taxes = new ArrayList<>();
        Money total = Money.zero(currency);
        Money tax = Money.zero(currency);
        for (int i = 0; i < 1 + dice.nextInt(5); i++) {
            Money price = new Money(1 + dice.nextInt(50_000), currency);
            Line line = new Line(
                    "p-" + i,
                    Optional.empty(),
                    "P",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    1 + dice.nextInt(4),
                    Optional.of(price));
            lines.add(line);
            total = total.plus(line.total().orElseThrow());
            Money part = new Money(line.total().orElseThrow().minor() * (i + 1) / 21, currency);
            taxes.add(new TaxLine("VAT", Optional.of(BigDecimal.valueOf(5L * (i + 1))), part));
            tax = tax.plus(part);
        }
        return new Order(
                new OrderId("1001"),
                "#1001",
                NOW,
                Order.Payment.PAID,
                lines,
                0,
                new Order.Amounts(
                        Optional.of(total),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(tax),
                        Optional.of(total),
                        Optional.empty(),
                        taxes),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"KRW", "USD", "KWD"})
    void a_receipts_taxes_come_to_its_tax_and_refunds_of_any_sizes_give_back_exactly_that(String code) {
        Currency currency = Currency.getInstance(code);
        for (int seed = 0; seed < SEEDS; seed++) {
            Random dice = new Random(seed);
            Order order = order(dice, currency);
            Statement paid = Statement.payment(order).orElseThrow();
            Receipt receipt = new Receipt(new ReceiptNumber(Series.RECEIPT, Year.of(2026), 1), paid, NOW);

            assertThat(sum(amounts(paid), currency))
                    .as("seed " + seed)
                    .isEqualTo(order.amounts().tax().orElseThrow());
            List<Money> back = new ArrayList<>(Collections.nCopies(paid.taxes().size(), Money.zero(currency)));
            Money before = Money.zero(currency);
            for (Money step : steps(dice, paid.total())) {
                Statement note = Statement.creditNote(receipt, before, new Change.PaidBack("r", step));
                before = before.plus(step);
                assertThat(note.total()).isEqualTo(step);
                for (int i = 0; i < back.size(); i++) {
                    Money tax = note.taxes().get(i).amount();
                    assertThat(tax.minor()).as("seed " + seed).isBetween(0L, step.minor());
                    back.set(i, back.get(i).plus(tax));
                }
            }
            assertThat(back).as("seed " + seed).isEqualTo(amounts(paid));
        }
    }

    private static List<Money> amounts(Statement what) {
        return what.taxes().stream().map(TaxLine::amount).toList();
    }

    @Test
    void an_order_whose_sums_disagree_or_are_unknown_gets_no_receipt() {
        Order order = order(new Random(1), Currency.getInstance("USD"));

        assertThat(Statement.payment(order.withoutSums())).isEmpty();
    }

    @Test
    void a_credit_note_names_its_receipt() {
        Order order = order(new Random(2), Currency.getInstance("USD"));
        Statement paid = Statement.payment(order).orElseThrow();
        Receipt receipt = new Receipt(new ReceiptNumber(Series.RECEIPT, Year.of(2026), 42), paid, NOW);
        Statement note = Statement.creditNote(
                receipt,
                Money.zero(Currency.getInstance("USD")),
                new Change.PaidBack("r-1", new Money(100, Currency.getInstance("USD"))));

        assertThat(note.of()).contains(receipt.number());
        assertThat(note.key()).isEqualTo("1001/r-1");
        assertThat(receipt.number()).hasToString("R2026-000042");
    }
}
