package comeback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether an order's sums agree, however a storefront means them. */
class SumsTest {
    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource({
        // lines, subtotal, discount, shipping, tax, total
        "3600,3600,500,500,200,3800",
        "3600,3100,500,500,200,3800",
        "3600,,500,500,600,3600",
        "3600,,,,,3600",
        "3600,,,500,,4100",
        "3600,,,,,3601",
        ",3600,,500,,4100",
        "3600,,,,,",
    })
    void a_sum_is_right_when_any_reading_makes_it_right(
            @Nullable Long lines,
            @Nullable Long subtotal,
            @Nullable Long discount,
            @Nullable Long shipping,
            @Nullable Long tax,
            @Nullable Long total) {
        assertThat(order(lines, subtotal, discount, shipping, tax, total).addsUp())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3600,,,,,9900", "3600,3600,,500,,3700", "3600,9900,,,,9900", ",3600,,,,3500"})
    void a_sum_that_no_reading_makes_right_is_wrong(
            @Nullable Long lines,
            @Nullable Long subtotal,
            @Nullable Long discount,
            @Nullable Long shipping,
            @Nullable Long tax,
            @Nullable Long total) {
        assertThat(order(lines, subtotal, discount, shipping, tax, total).addsUp())
                .isFalse();
    }

    @Test
    void an_order_without_its_sums_still_says_what_was_bought() {
        Order order = order(3600L, null, null, null, null, 9900L).withoutSums();

        assertThat(order.lines()).hasSize(1).allMatch(line -> line.price().isEmpty());
        assertThat(order.amounts().total()).isEmpty();
    }

    private static Order order(
            @Nullable Long lines,
            @Nullable Long subtotal,
            @Nullable Long discount,
            @Nullable Long shipping,
            @Nullable Long tax,
            @Nullable Long total) {
        List<Line> goods = lines == null
                ? List.of()
                : List.of(new Line(
                        "mug",
                        Optional.empty(),
                        "Mug",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        2,
                        Optional.of(new Money(lines / 2, USD))));
        return new Order(
                new OrderId("1"),
                "#1",
                Instant.EPOCH,
                Order.Payment.PAID,
                goods,
                0,
                new Order.Amounts(money(subtotal), money(discount), money(shipping), money(tax), money(total)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Money> money(@Nullable Long minor) {
        return Optional.ofNullable(minor).map(amount -> new Money(amount, USD));
    }
}
