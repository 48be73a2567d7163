package comeback.send;

import static comeback.send.TruthWorld.ADA;
import static comeback.send.TruthWorld.USD;
import static comeback.send.TruthWorld.line;
import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Money;
import comeback.commit.Samples;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponOffer;
import comeback.coupon.CouponState;
import comeback.coupon.Given;
import comeback.coupon.PooledCode;
import comeback.message.MessageId;
import comeback.store.MarketingPolicy;
import comeback.store.OfferRules;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which coupon goes with a letter, and when none does. */
class GivingTest {
    private static final CouponOffer TENTH = minted(new Benefit.Percent(10), Conditions.USUAL, true);

    private final TruthWorld world = new TruthWorld(line("mug", "Mug", 1800));

    private static CouponOffer minted(Benefit benefit, Conditions conditions, boolean goesWithout) {
        return new CouponOffer(new CouponOffer.Source.Minted(benefit, conditions), Duration.ofHours(5), goesWithout);
    }

    private static CouponOffer fromPool(boolean goesWithout) {
        return new CouponOffer(new CouponOffer.Source.FromPool("spring"), Duration.ofHours(5), goesWithout);
    }

    private Optional<Coupon> coupon(MessageId id) {
        return world.memory
                .coupons()
                .find(
                        Samples.STORE,
                        CouponCode.mintedFor(TruthWorld.store(TestStores.demo().policy()), id, Samples.NOW));
    }

    private void assertGoesWithoutCoupon(MessageId id) {
        assertThat(world.letter(id)).contains("Mug").doesNotContain("Your code");
        assertThat(world.message(id).leftOut()).hasSize(1);
    }

    @Test
    void a_coupon_is_issued_with_its_letter_which_shows_code_end_and_terms() {
        MessageId id = world.born("c-1", TENTH);

        assertThat(world.send(id)).isEqualTo("ACCEPTED");

        Coupon issued = coupon(id).orElseThrow();
        assertThat(issued.validUntil()).isEqualTo(world.now().plus(Duration.ofHours(5)));
        assertThat(issued.customer()).isEqualTo(ADA);
        assertThat(world.mailer.taken().getLast().letter().text())
                .contains("10% off", issued.code().value(), "Valid until March 2, 2026, 9:00")
                .contains("The code works for one order. It can’t be combined with other codes.");
        assertThat(world.ada().shopping().given())
                .isEqualTo(new Given(List.of(new Given.One(id.mark(), issued.code(), world.now()))));
    }

    @Test
    void an_attempt_that_ses_refused_gives_the_same_code_later_and_all_of_its_hours() {
        world.has(TestStores.DAY_AND_NIGHT.with(OfferRules.DEFAULT.withMonthly(1)));
        MessageId id = world.born("c-1", TENTH);
        world.mailer.answerWith(mail -> new Mailer.Answer.NotNow("TooManyRequestsException"));
        world.send(id);
        Coupon first = coupon(id).orElseThrow();
        world.mailer.recover();
        world.after(Duration.ofHours(3));

        assertThat(world.send(id)).isEqualTo("ACCEPTED");

        Coupon second = coupon(id).orElseThrow();
        assertThat(second.code()).isEqualTo(first.code());
        assertThat(second.validUntil()).isEqualTo(world.now().plus(Duration.ofHours(5)));
        assertThat(world.ada().shopping().given().coupons()).hasSize(1);
        assertThat(world.memory.coupons().issuedIn(Samples.STORE, YearMonth.of(2026, 3)))
                .isEqualTo(1);
    }

    @Test
    void a_coupon_that_the_shop_took_back_between_two_attempts_is_not_sent() {
        MessageId id = world.born("c-1", TENTH);
        world.mailer.answerWith(mail -> new Mailer.Answer.NotNow("TooManyRequestsException"));
        world.send(id);
        world.memory.coupons().change(coupon(id).orElseThrow(), new CouponState.Revoked("mistake", world.now()));
        world.mailer.recover();
        world.after(Duration.ofMinutes(5));

        assertGoesWithoutCoupon(id);
    }

    @Test
    void a_store_that_gives_no_coupons_sends_the_letter_without() {
        world.has(TestStores.DAY_AND_NIGHT);

        assertGoesWithoutCoupon(world.born("c-1", TENTH));
        assertThat(world.ada().shopping().given()).isEqualTo(Given.NOTHING);
    }

    @Test
    void a_letter_that_is_nothing_without_its_coupon_does_not_go_and_says_why() {
        world.has(TestStores.DAY_AND_NIGHT);

        assertThat(world.skipped(world.born("c-1", minted(new Benefit.Percent(10), Conditions.USUAL, false))))
                .satisfies(ruling -> assertThat(ruling.rule()).isEqualTo("offers"))
                .satisfies(ruling -> assertThat(ruling.otherwise()).contains("\"offers\""));
    }

    @Test
    void a_code_that_the_cart_is_too_small_for_is_not_sent() {
        Conditions fifty = new Conditions(Optional.of(new Money(5000, USD)), Set.of(), Set.of(), true);

        assertThat(world.skipped(world.born("c-1", minted(new Benefit.Percent(10), fifty, false))))
                .satisfies(ruling -> assertThat(ruling.rule()).isEqualTo("coupon-basket"))
                .satisfies(ruling ->
                        assertThat(ruling.text()).contains("50.00 USD").contains("18.00 USD"));
    }

    @Test
    void a_code_for_other_things_than_those_in_the_cart_is_not_sent() {
        Conditions scarves = new Conditions(Optional.empty(), Set.of("scarf"), Set.of(), true);

        assertGoesWithoutCoupon(world.born("c-1", minted(new Benefit.Percent(10), scarves, true)));
    }

    @Test
    void who_was_given_one_lately_gets_the_letter_without() {
        assertThat(world.send(world.born("c-1", TENTH))).isEqualTo("ACCEPTED");
        world.after(Duration.ofDays(59));

        assertGoesWithoutCoupon(world.born("c-2", TENTH));
    }

    @Test
    void a_months_budget_is_never_exceeded() {
        MarketingPolicy one = TestStores.DAY_AND_NIGHT.with(
                new OfferRules(Optional.empty(), Duration.ZERO, 10, Optional.of(1), Optional.empty()));
        world.has(one);
        assertThat(world.send(world.born("c-1", TENTH))).isEqualTo("ACCEPTED");
        world.after(Duration.ofDays(3));

        assertGoesWithoutCoupon(world.born("c-2", TENTH));

        world.after(Duration.ofDays(28));
        MessageId next = world.born("c-3", TENTH);
        assertThat(world.send(next)).isEqualTo("ACCEPTED");
        assertThat(coupon(next)).isPresent();
    }

    @Test
    void a_shops_own_code_goes_out_once() {
        world.memory
                .coupons()
                .add(
                        Samples.STORE,
                        new PooledCode(
                                new CouponCode("SPRING-1"),
                                "spring",
                                new Benefit.FreeShipping(),
                                Conditions.USUAL,
                                Optional.of(world.now().plus(Duration.ofHours(5)))));

        assertThat(world.send(world.born("c-1", fromPool(false)))).isEqualTo("ACCEPTED");

        assertThat(world.mailer.taken().getLast().letter().text()).contains("SPRING-1", "Free shipping");
        assertThat(world.memory.coupons().find(Samples.STORE, new CouponCode("SPRING-1")))
                .isPresent();
        assertThat(world.memory
                        .coupons()
                        .free(Samples.STORE, "spring", MessageId.of(Samples.STORE, "f", "k", "m"), world.now()))
                .isEmpty();
    }

    @Test
    void a_shops_own_code_that_ends_before_the_letters_promise_is_not_sent() {
        world.memory
                .coupons()
                .add(
                        Samples.STORE,
                        new PooledCode(
                                new CouponCode("SPRING-1"),
                                "spring",
                                new Benefit.FreeShipping(),
                                Conditions.USUAL,
                                Optional.of(
                                        world.now().plus(Duration.ofHours(5)).minusSeconds(1))));

        assertThat(world.skipped(world.born("c-1", fromPool(false))).rule()).isEqualTo("coupon-pool");
    }
}
