package comeback.test;

import static comeback.test.Events.addedToCart;
import static comeback.test.Events.event;
import static comeback.test.Events.known;
import static comeback.test.Events.ordered;
import static comeback.test.Events.product;
import static comeback.test.Events.signedUp;
import static comeback.test.Expected.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopTest {
    private static final Product MUG = product("mug", "18.00");

    private final Shop shop = Shop.at("2026-03-02T09:00:00Z");

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void what_was_left_in_the_cart_is_remembered_three_times_and_then_no_more() {
        shop.given(known("ada"), addedToCart("ada", MUG))
                .advance(Duration.ofDays(9))
                .expectOnly(
                        sent("cart/need-help").to("ada"),
                        sent("cart/your-things").to("ada").saying("mug"),
                        sent("cart/last-note"));
        shop.advance(Duration.ofDays(9)).expectNothing();
    }

    @Test
    void who_buys_within_the_hour_gets_the_confirmation_and_no_reminder() {
        shop.given(known("ada"), addedToCart("ada", MUG))
                .advance(Duration.ofMinutes(50))
                .expectNothing()
                .given(ordered("ada", "1001", MUG))
                .expect(sent("order-confirmation/thanks-for-your-order").saying("1001"));
    }

    @Test
    void letters_between_the_expected_ones_do_not_matter_but_their_order_does() {
        shop.given(signedUp("ada"), addedToCart("ada", MUG)).advance(Duration.ofHours(30));

        assertThat(shop.look()).hasSizeGreaterThan(2);
        shop.given(known("bob"), addedToCart("bob", MUG)).advance(Duration.ofDays(4));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> shop.expect(
                        sent("cart/last-note").to("bob"), sent("cart/need-help").to("bob")))
                .withMessageContaining("expected cart/need-help to bob@example.com");
    }

    @Test
    void a_test_that_fails_says_what_went_and_why_the_expected_did_not() {
        shop.given(known("ada"), addedToCart("ada", MUG))
                .advance(Duration.ofMinutes(10))
                .given(ordered("ada", "1001", MUG))
                .advance(Duration.ofHours(2));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> shop.expect(sent("cart/need-help").to("ada")))
                .withMessageContaining("expected cart/need-help to ada@example.com")
                .withMessageContaining("order-confirmation/thanks-for-your-order to ada@example.com")
                .withMessageContaining("the cart was bought (order 1001)");
    }

    @Test
    void an_event_that_comeback_does_not_take_is_the_tests_mistake_and_says_so() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> shop.given(new Happened("ada", "track", Map.of())))
                .withMessageContaining("not taken");
        assertThatNoException().isThrownBy(() -> shop.given(event("ada", "Something Else", Map.of())));
    }
}
