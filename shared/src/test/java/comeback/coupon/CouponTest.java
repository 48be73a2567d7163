package comeback.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.TestStores;
import comeback.catalogue.Money;
import comeback.coupon.Coupon.Redemption;
import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.customer.Ref;
import comeback.message.MessageId;
import comeback.store.LinkSecrets;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CouponTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofHours(5));
    private static final Store STORE = TestStores.demo();
    private static final OrderId FIRST = new OrderId("1001");
    private static final OrderId SECOND = new OrderId("1002");

    private static Coupon coupon(Conditions conditions) {
        return new Coupon(
                new CouponCode("TEN"),
                STORE.id(),
                CustomerId.of(Ref.user("ada")),
                message("cart-1"),
                Optional.empty(),
                new Benefit.Percent(10),
                conditions,
                Optional.empty(),
                NOW,
                END,
                new CouponState.Issued());
    }

    private static MessageId message(String key) {
        return MessageId.of(STORE.id(), "cart", key, "last-note");
    }

    private static Optional<Basket> basket(String product, String category, Optional<Money> value) {
        return Optional.of(new Basket(List.of(new Basket.Piece(Set.of(product), Set.of(category))), value));
    }

    private static Optional<Money> money(long minor, String currency) {
        return Optional.of(new Money(minor, Currency.getInstance(currency)));
    }

    private static String refusal(Redemption redemption) {
        return redemption instanceof Redemption.Refused no ? no.ruling().rule() : "taken";
    }

    @Test
    void a_coupon_is_used_by_one_purchase_which_may_say_so_again() {
        Coupon open = coupon(Conditions.USUAL);

        Coupon used = ((Redemption.Taken) open.redeem(FIRST, Optional.empty(), NOW)).next();

        assertThat(used.state()).isEqualTo(new CouponState.Redeemed(FIRST, NOW));
        assertThat(used.redeem(FIRST, Optional.empty(), END.plusSeconds(1))).isEqualTo(new Redemption.Again());
        assertThat(refusal(used.redeem(SECOND, Optional.empty(), NOW))).isEqualTo("coupon-used");
    }

    @Test
    void a_coupon_is_good_to_its_last_moment() {
        Coupon open = coupon(Conditions.USUAL);

        assertThat(open.redeem(FIRST, Optional.empty(), END)).isInstanceOf(Redemption.Taken.class);
        assertThat(refusal(open.redeem(FIRST, Optional.empty(), END.plusNanos(1))))
                .isEqualTo("coupon-expired");
        assertThat(open.isExpired(END)).isFalse();
        assertThat(open.isExpired(END.plusNanos(1))).isTrue();
    }

    @Test
    void what_was_taken_back_is_used_by_nobody() {
        Coupon gone = coupon(Conditions.USUAL).with(new CouponState.Revoked("refunded", NOW));

        assertThat(refusal(gone.redeem(FIRST, Optional.empty(), NOW))).isEqualTo("coupon-revoked");
    }

    @Test
    void the_basket_must_be_what_the_coupon_asks_for() {
        Coupon coupon = coupon(new Conditions(money(5000, "USD"), Set.of("mug"), Set.of("kitchen"), true));

        assertThat(refusal(coupon.redeem(FIRST, basket("mug", "", money(5000, "USD")), NOW)))
                .isEqualTo("taken");
        assertThat(refusal(coupon.redeem(FIRST, basket("bowl", "kitchen", money(5000, "USD")), NOW)))
                .isEqualTo("taken");
        for (Optional<Basket> other : List.of(
                basket("mug", "", money(4999, "USD")),
                basket("mug", "", money(5000, "EUR")),
                basket("mug", "", Optional.empty()),
                basket("scarf", "clothes", money(9000, "USD")))) {
            assertThat(refusal(coupon.redeem(FIRST, other, NOW))).isEqualTo("coupon-basket");
        }
    }

    @Test
    void a_letters_second_attempt_gives_the_same_code_and_every_other_letter_another() {
        assertThat(CouponCode.mintedFor(STORE, message("cart-1"), NOW))
                .isEqualTo(CouponCode.mintedFor(STORE, message("cart-1"), NOW));
        Set<CouponCode> codes = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            codes.add(CouponCode.mintedFor(STORE, message("cart-" + i), NOW));
        }
        assertThat(codes).hasSize(50_000).allMatch(code -> code.value().matches("([BCDFGHJ-NP-RTV-XZ2346-9]{4}-?){3}"));
    }

    @Test
    void a_second_attempt_gives_the_same_code_also_when_the_shop_changed_its_secret_meanwhile() {
        Store changed = STORE.with(STORE.links()
                .replaced("another-link-secret-of-more-than-32-characters", NOW.plusSeconds(60), LinkSecrets.KEEP));

        assertThat(CouponCode.mintedFor(changed, message("cart-1"), NOW))
                .isEqualTo(CouponCode.mintedFor(STORE, message("cart-1"), NOW));
        assertThat(CouponCode.mintedFor(changed, message("cart-1"), NOW.plusSeconds(60)))
                .isNotEqualTo(CouponCode.mintedFor(STORE, message("cart-1"), NOW.plusSeconds(60)));
    }

    @Test
    void two_stores_never_give_the_same_code() {
        Store other = TestStores.named("other", STORE.policy(), Set.of());

        assertThat(CouponCode.mintedFor(other, message("cart-1"), NOW))
                .isNotEqualTo(CouponCode.mintedFor(STORE, message("cart-1"), NOW));
        assertThat(new StoreId("other")).isEqualTo(other.id());
    }

    @Test
    void a_code_may_be_typed_small_and_holds_nothing_that_a_link_or_a_key_would_trip_over() {
        assertThat(new CouponCode(" spring-10 ").value()).isEqualTo("SPRING-10");
        for (String wrong : List.of("", "AB", "A B", "A#B", "A/B", "ÄÖÜ", "A".repeat(41), "<B>")) {
            assertThat(CouponCode.read(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void an_offer_of_so_many_hours_never_gives_less_whenever_it_goes() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            CouponOffer offer = new CouponOffer(
                    new CouponOffer.Source.FromPool("spring"), Duration.ofMinutes(60 + random.nextInt(10_000)), true);
            Instant sent = NOW.plusMillis(random.nextInt(100_000_000));
            Duration lasts = Duration.between(sent, offer.endOf(sent));
            assertThat(lasts).isBetween(offer.validFor(), offer.validFor().plusSeconds(60));
            assertThat(offer.endOf(sent).getEpochSecond() % 60).isZero();
        }
    }

    @Test
    void what_makes_no_sense_is_no_coupon() {
        assertThatThrownBy(() -> new Benefit.Percent(0)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> new Benefit.Percent(101)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> new Benefit.AmountOff(new Money(0, Currency.getInstance("USD"))))
                .hasMessageContaining("more than nothing");
        assertThatThrownBy(() -> new Benefit.Gift(" ")).hasMessageContaining("name");
        assertThatThrownBy(() -> new CouponOffer(new CouponOffer.Source.FromPool("x"), Duration.ofMinutes(59), true))
                .hasMessageContaining("1h to 90d");
    }
}
