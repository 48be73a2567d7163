package comeback.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Money;
import comeback.coupon.MayBeGiven.Wanted;
import comeback.message.Ruling;
import comeback.store.OfferRules;
import comeback.store.OfferRules.Margin;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MayBeGivenTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Wanted TENTH = wanted(new Benefit.Percent(10), Conditions.USUAL);

    private static Wanted wanted(Benefit benefit, Conditions conditions) {
        return new Wanted("mark-now", benefit, conditions);
    }

    private static Money dollars(long cents) {
        return new Money(cents, USD);
    }

    private static Conditions from(long cents) {
        return new Conditions(Optional.of(dollars(cents)), Set.of(), Set.of(), true);
    }

    private static Store giving(OfferRules rules) {
        return TestStores.named("demo", TestStores.DAY_AND_NIGHT.with(rules), Set.of());
    }

    private static Given given(Duration... ago) {
        Given all = Given.NOTHING;
        for (int i = ago.length - 1; i >= 0; i--) {
            all = all.with(new Given.One("mark-" + i, new CouponCode("CODE-" + i), NOW.minus(ago[i])));
        }
        return all;
    }

    private static Optional<Basket> basket(long cents) {
        return Optional.of(
                new Basket(List.of(new Basket.Piece(Set.of("mug"), Set.of("kitchen"))), Optional.of(dollars(cents))));
    }

    private static Optional<String> rule(Wanted wanted, OfferRules rules, Given given, Optional<Basket> basket) {
        return MayBeGiven.against(wanted, giving(rules), given, basket, NOW).map(Ruling::rule);
    }

    @Test
    void a_store_that_says_nothing_gives_no_coupons() {
        assertThat(MayBeGiven.against(TENTH, TestStores.demo(), Given.NOTHING, Optional.empty(), NOW)
                        .orElseThrow()
                        .otherwise())
                .contains("offers");
    }

    @Test
    void someone_who_was_never_given_one_gets_one() {
        assertThat(rule(TENTH, OfferRules.DEFAULT, Given.NOTHING, basket(1800))).isEmpty();
    }

    @Test
    void nobody_gets_a_second_one_within_sixty_days_and_not_a_second_sooner() {
        Duration rest = Duration.ofDays(60);

        assertThat(rule(TENTH, OfferRules.DEFAULT, given(rest.minusSeconds(1)), basket(1800)))
                .contains("coupon-rest");
        assertThat(rule(TENTH, OfferRules.DEFAULT, given(rest), basket(1800))).isEmpty();
    }

    @Test
    void a_second_attempt_at_the_same_message_is_not_a_second_coupon() {
        Given own = Given.NOTHING.with(new Given.One("mark-now", new CouponCode("OWN"), NOW.minusSeconds(60)));

        assertThat(rule(TENTH, OfferRules.DEFAULT, own, basket(1800))).isEmpty();
    }

    @Test
    void who_leaves_one_cart_after_another_gets_no_fourth_offer_in_half_a_year() {
        Given three = given(Duration.ofDays(61), Duration.ofDays(122), Duration.ofDays(179));
        Given older = given(Duration.ofDays(61), Duration.ofDays(122), Duration.ofDays(180));

        assertThat(rule(TENTH, OfferRules.DEFAULT, three, basket(1800))).contains("coupon-most");
        assertThat(rule(TENTH, OfferRules.DEFAULT, older, basket(1800))).isEmpty();
    }

    @Test
    void a_discount_leaves_the_store_its_margin() {
        OfferRules rules = OfferRules.DEFAULT.with(new Margin(40, 20));

        assertThat(rule(wanted(new Benefit.Percent(25), Conditions.USUAL), rules, Given.NOTHING, basket(1800)))
                .isEmpty();
        assertThat(rule(wanted(new Benefit.Percent(26), Conditions.USUAL), rules, Given.NOTHING, basket(1800)))
                .contains("coupon-margin");
        assertThat(rule(wanted(new Benefit.AmountOff(dollars(500)), from(2000)), rules, Given.NOTHING, basket(2000)))
                .isEmpty();
        assertThat(rule(wanted(new Benefit.AmountOff(dollars(501)), from(2000)), rules, Given.NOTHING, basket(9000)))
                .as("the smallest basket that it could be used on counts")
                .contains("coupon-margin");
        assertThat(rule(
                        wanted(new Benefit.AmountOff(dollars(500)), Conditions.USUAL),
                        rules,
                        Given.NOTHING,
                        Optional.empty()))
                .as("a basket that nobody knows")
                .contains("coupon-margin");
        assertThat(rule(wanted(new Benefit.FreeShipping(), Conditions.USUAL), rules, Given.NOTHING, basket(1800)))
                .isEmpty();
    }

    @Test
    void whatever_discount_is_allowed_leaves_the_margin_to_the_cent() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int usual = 1 + random.nextInt(99);
            Margin margin = new Margin(usual, random.nextInt(usual + 1));
            long price = random.nextLong(1, 1_000_001);
            long discount = random.nextLong(1, price + 1);
            double cost = price * (1 - margin.usual() / 100.0);
            double left = price - discount;
            boolean isEnough = left > 0 && (left - cost) / left >= margin.floor() / 100.0 - 1e-9;
            if (margin.allows(discount, price)) {
                assertThat(isEnough)
                        .as("%s: %s off %s", margin, discount, price)
                        .isTrue();
            } else {
                assertThat(left <= 0 || (left - cost) / left <= margin.floor() / 100.0 + 1e-9)
                        .as("%s: %s off %s", margin, discount, price)
                        .isTrue();
            }
        }
    }

    @Test
    void a_code_that_could_not_be_used_on_the_cart_is_not_given() {
        assertThat(rule(wanted(new Benefit.Percent(10), from(1801)), OfferRules.DEFAULT, Given.NOTHING, basket(1800)))
                .contains("coupon-basket");
        assertThat(rule(wanted(new Benefit.Percent(10), from(1800)), OfferRules.DEFAULT, Given.NOTHING, basket(1800)))
                .isEmpty();
    }

    @Test
    void a_welcome_has_no_cart_to_look_at() {
        assertThat(rule(
                        wanted(new Benefit.Percent(10), from(1801)),
                        OfferRules.DEFAULT,
                        Given.NOTHING,
                        Optional.empty()))
                .isEmpty();
    }

    @Test
    void however_often_and_whenever_it_is_asked_the_rest_and_the_limit_hold() {
        Random random = new Random(11);
        for (int life = 0; life < 200; life++) {
            Store store = giving(OfferRules.DEFAULT);
            Given given = Given.NOTHING;
            Instant now = NOW;
            for (int i = 0; i < 60; i++) {
                now = now.plus(Duration.ofHours(random.nextInt(24 * 30)));
                Wanted next = new Wanted("m" + life + "-" + i, new Benefit.Percent(10), Conditions.USUAL);
                if (MayBeGiven.against(next, store, given, Optional.empty(), now)
                        .isEmpty()) {
                    given = given.with(new Given.One(next.mark(), new CouponCode("C-" + i), now));
                }
            }
            List<Instant> at = given.coupons().stream().map(Given.One::at).toList();
            for (int i = 1; i < at.size(); i++) {
                assertThat(Duration.between(at.get(i - 1), at.get(i))).isGreaterThanOrEqualTo(Duration.ofDays(60));
            }
            for (int i = 3; i < at.size(); i++) {
                assertThat(Duration.between(at.get(i - 3), at.get(i))).isGreaterThanOrEqualTo(Duration.ofDays(180));
            }
        }
    }
}
