package comeback.send;

import static comeback.send.TruthWorld.USD;
import static comeback.send.TruthWorld.line;
import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Money;
import comeback.catalogue.Product;
import comeback.catalogue.Report;
import comeback.catalogue.Stock;
import comeback.commit.Samples;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.CouponOffer;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Ruling;
import comeback.message.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a letter shows of goods and of time is looked at once more when it goes. */
class TruthTest {
    private static final Terms PLAIN = new Terms(false, false, Duration.ofHours(24));

    private final TruthWorld world = new TruthWorld(line("mug", "Mug", 1800), line("bowl", "Bowl", 4000));

    private void sells(String id, long cents, Stock stock) {
        sells(id, new Money(cents, USD), stock);
    }

    private void sells(String id, Money price, Stock stock) {
        Report.VariantTold only = new Report.VariantTold(
                id,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(price),
                Optional.empty(),
                Optional.of(stock));
        Product product = Product.first(new Report.ProductUpdated(
                id,
                id,
                Optional.empty(),
                Optional.empty(),
                List.of("Kitchen"),
                List.of(only),
                Optional.empty(),
                world.now()));
        assertThat(world.catalogue.save(Samples.STORE, product, Set.of())).isTrue();
    }

    @Test
    void what_is_sold_out_leaves_the_letter_which_tells_so_to_who_asks() {
        sells("mug", 1800, Stock.none());
        sells("bowl", 4000, new Stock.Units(2));
        MessageId id = world.born("c-1", PLAIN);

        assertThat(world.letter(id)).contains("Bowl").doesNotContain("Mug").contains("Total $40.00");

        assertThat(world.message(id).leftOut())
                .extracting(Ruling::rule, Ruling::value, Ruling::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("stock", "mug", "Mug is sold out"));
        assertThat(world.message(id).state()).isInstanceOf(MessageState.Accepted.class);
        assertThat(world.ada().shopping().cart().orElseThrow().lines())
                .as("the cart itself is the shopper's")
                .hasSize(2);
    }

    @Test
    void a_cart_of_which_everything_is_sold_out_is_not_mentioned() {
        sells("mug", 1800, Stock.none());
        sells("bowl", 4000, Stock.none());

        assertThat(world.skipped(world.born("c-1", PLAIN)).rule()).isEqualTo("stock");
    }

    @Test
    void what_the_shop_never_told_of_is_taken_as_the_shopper_saw_it() {
        assertThat(world.letter(world.born("c-1", PLAIN))).contains("Mug", "$18.00", "Bowl", "$40.00");
    }

    @Test
    void what_nobody_counts_is_there() {
        sells("mug", 1800, new Stock.Unknown());
        sells("bowl", 4000, new Stock.Unlimited());

        assertThat(world.letter(world.born("c-1", PLAIN))).contains("Mug", "Bowl");
    }

    @Test
    void prices_are_those_of_the_moment_at_which_the_letter_goes() {
        sells("mug", 1500, new Stock.Units(9));

        assertThat(world.letter(world.born("c-1", PLAIN)))
                .contains("$15.00", "Total $55.00")
                .doesNotContain("$18.00");
    }

    @Test
    void a_price_in_another_currency_than_the_shopper_saw_stays_as_they_saw_it() {
        sells("mug", new Money(1500, java.util.Currency.getInstance("EUR")), new Stock.Units(9));

        assertThat(world.letter(world.born("c-1", PLAIN))).contains("$18.00", "Total $58.00");
    }

    @Test
    void a_coupon_is_looked_at_with_what_is_left_of_the_cart_and_with_its_categories() {
        sells("mug", 1800, new Stock.Units(1));
        sells("bowl", 4000, Stock.none());

        assertThat(world.skipped(world.born("c-1", from(2000, Set.of()))).rule())
                .isEqualTo("coupon-basket");
        assertThat(world.letter(world.born("c-2", from(1800, Set.of("Kitchen")))))
                .contains("10% off");
    }

    private static CouponOffer from(long cents, Set<String> categories) {
        Conditions conditions = new Conditions(Optional.of(new Money(cents, USD)), Set.of(), categories, true);
        return new CouponOffer(
                new CouponOffer.Source.Minted(new Benefit.Percent(10), conditions), Duration.ofHours(5), false);
    }

    @Test
    void a_letter_whose_time_is_over_is_not_sent() {
        world.has(TestStores.DAY_AND_NIGHT.with(new comeback.store.Caps(9, 9, 9)));
        Terms until = new Terms(
                false, false, Duration.ofDays(3), Optional.empty(), Optional.of(LocalDateTime.of(2026, 3, 2, 18, 0)));
        MessageId early = world.born("c-1", until);
        MessageId late = world.born("c-2", until);
        // Six in the evening in New York, where the shop is.
        Instant end = Instant.parse("2026-03-02T23:00:00Z");

        world.setNow(end.minusSeconds(1));
        assertThat(world.send(early)).isEqualTo("ACCEPTED");
        world.setNow(end);
        assertThat(world.send(late)).isEqualTo("SKIPPED");
        assertThat(((MessageState.Skipped) world.message(late).state())
                        .ruling()
                        .orElseThrow()
                        .rule())
                .isEqualTo("deadline");
    }
}
