package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Frequency;
import comeback.customer.Ref;
import comeback.customer.Wishes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a choice that was made on the page, whatever was said elsewhere meanwhile. */
class ChosenTest {
    private static final Instant AGREED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = AGREED.plusSeconds(3600);
    private static final Consent.Given AGREEMENT = new Consent.Given(AGREED, "form");
    private static final Wishes WEEKLY = new Wishes(Set.of(), Frequency.WEEKLY, Optional.empty(), Optional.empty());

    private static Consent after(Consent known, Consent chosen) {
        Customer ada = Customer.unknown(CustomerId.of(Ref.user("ada"))).with(known);
        Input chose = new Input.Chose(NOW, chosen, Optional.empty(), Map.of(), "en-1");
        return Decide.decide(ada, chose, TestStores.demo(), new Flows(List.of()), NOW)
                .next()
                .consent();
    }

    @Test
    void what_they_chose_stands_in_place_of_what_they_wanted_before() {
        assertThat(after(AGREEMENT, AGREEMENT.with(WEEKLY))).isEqualTo(AGREEMENT.with(WEEKLY));
    }

    @Test
    void who_unsubscribed_by_another_link_while_the_page_was_open_stays_unsubscribed_when_they_choose_a_pause() {
        Consent gone = new Consent.Withdrawn(NOW.minusSeconds(1), "link");

        assertThat(after(gone, AGREEMENT.with(WEEKLY))).isEqualTo(gone);
    }

    @Test
    void who_had_unsubscribed_and_agrees_now_has_agreed() {
        Consent anew = new Consent.Given(NOW, "preferences", WEEKLY);

        assertThat(after(new Consent.Withdrawn(AGREED, "link"), anew)).isEqualTo(anew);
    }

    @Test
    void who_says_nothing_of_marketing_changes_nothing_of_it() {
        assertThat(after(AGREEMENT, Consent.unknown())).isEqualTo(AGREEMENT);
    }
}
