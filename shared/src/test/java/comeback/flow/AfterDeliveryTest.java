package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.OrderId;
import comeback.event.BrowsingEvent;
import comeback.event.Event;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes days after an order has arrived: the question how it was, and the letters about a first order. */
class AfterDeliveryTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Flows FLOWS = new Flows(Life.SHIPPED.all().stream()
            .filter(flow -> Set.of("review-request", "second-purchase").contains(flow.name()))
            .toList());

    private static Life withAFirstOrder() {
        return Life.ofSomeoneWhoAgreed()
                .with(FLOWS)
                .buys("1001")
                .happens(new Event.OrderDelivered(new OrderId("1001")));
    }

    @Test
    void a_first_order_is_followed_for_five_weeks_and_asked_about_twice() {
        assertThat(withAFirstOrder().after(DAY.multipliedBy(90)).mailsBy(ZoneOffset.UTC))
                .containsExactly(
                        "first-days 2026-03-05T09:00",
                        "how-was-it 2026-03-09T09:00",
                        "is-all-well 2026-03-12T09:00",
                        "one-more-time 2026-03-16T09:00",
                        "worth-a-look 2026-03-23T09:00",
                        "if-you-come-back 2026-04-06T09:00");
    }

    @Test
    void the_second_order_ends_the_letters_about_the_first() {
        Life ada = withAFirstOrder().after(DAY.multipliedBy(5)).buys("1002").after(DAY.multipliedBy(90));

        assertThat(ada.mails()).containsExactly("first-days", "how-was-it", "one-more-time");
    }

    @Test
    void a_delivery_reported_twice_is_asked_about_once() {
        Life ada = withAFirstOrder()
                .happens(new Event.OrderDelivered(new OrderId("1001")))
                .after(DAY.multipliedBy(20))
                .happens(new Event.OrderDelivered(new OrderId("1001")))
                .after(DAY.multipliedBy(90));

        assertThat(ada.mails()).doesNotHaveDuplicates();
    }

    @Test
    void who_has_written_a_review_is_not_asked_again() {
        Life ada = withAFirstOrder()
                .after(DAY.multipliedBy(8))
                .happens(new BrowsingEvent.ProductReviewed("mug", Optional.of(5)))
                .after(DAY.multipliedBy(90));

        assertThat(ada.mails()).contains("how-was-it").doesNotContain("one-more-time");
    }

    @Test
    void who_answered_a_letter_is_asked_how_it_was_in_the_second_letter_for_the_first_time() {
        Life ada = withAFirstOrder().after(DAY).replies().after(DAY.multipliedBy(90));

        assertThat(ada.mails()).contains("one-more-time").doesNotContain("how-was-it");
    }

    @Test
    void who_unsubscribes_hears_nothing_more() {
        Life ada = withAFirstOrder().after(DAY.multipliedBy(4)).unsubscribes().after(DAY.multipliedBy(90));

        assertThat(ada.mails()).containsExactly("first-days");
    }
}
