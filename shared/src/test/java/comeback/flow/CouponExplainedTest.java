package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.flow.Explanation.Check;
import comeback.store.OfferRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CouponExplainedTest {
    /** The last step of the cart's flow gives a coupon, and goes without when none may be given. */
    private static List<Check> rulesOfTheLastNote(Life ada) {
        return ada.explained("cart", "last-note").steps().getLast().rules();
    }

    @Test
    void a_letter_that_is_to_come_tells_that_its_coupon_may_be_given() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .in(TestStores.named("demo", TestStores.DAY_AND_NIGHT.with(OfferRules.DEFAULT), Set.of()))
                .adds("mug");

        assertThat(rulesOfTheLastNote(ada))
                .extracting(rule -> rule.ruling().rule() + "=" + rule.ruling().value())
                .contains("coupon=good");
    }

    @Test
    void a_letter_that_would_go_without_its_coupon_tells_why() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug");

        assertThat(rulesOfTheLastNote(ada)).allMatch(Check::holds);
        assertThat(rulesOfTheLastNote(ada))
                .extracting(rule -> rule.ruling().text())
                .contains("it goes without its coupon: the store gives no coupons");
    }
}
