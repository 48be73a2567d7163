package comeback.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.EmailAddress;
import comeback.customer.Suppression.Reason;
import comeback.nightly.SuppressionList.Answer;
import comeback.nightly.SuppressionList.Suppressed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link SuppressionList} does. */
public abstract class SuppressionListContract {
    private static final Duration DAY = Duration.ofDays(1);

    protected abstract SuppressionList list();

    /** Something makes SES write to an address no more, now. */
    protected abstract void suppress(String address, Reason reason);

    /** Time goes by; what time it is then. */
    protected abstract Instant wait(Duration time);

    /** The next call is one too many. */
    protected abstract void makeItTooMuch();

    private List<Suppressed> all(Instant from, Instant until, int limit) {
        List<Suppressed> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Answer.Page page = (Answer.Page) list().page(from, until, next, limit);
            assertThat(page.addresses()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.addresses());
            next = page.next();
        } while (next.isPresent());
        return all;
    }

    @Test
    void who_is_on_it_is_told_with_the_reason_and_since_when() {
        Instant then = wait(DAY);
        suppress("gone@example.com", Reason.HARD_BOUNCE);
        suppress("cross@example.com", Reason.COMPLAINT);

        assertThat(all(Instant.EPOCH, wait(DAY), 10))
                .containsExactlyInAnyOrder(
                        new Suppressed(new EmailAddress("gone@example.com"), Reason.HARD_BOUNCE, then),
                        new Suppressed(new EmailAddress("cross@example.com"), Reason.COMPLAINT, then));
    }

    @Test
    void an_empty_list_is_a_page() {
        assertThat(all(Instant.EPOCH, wait(DAY), 10)).isEmpty();
    }

    @Test
    void only_those_are_told_that_were_taken_up_in_the_time_that_is_asked_for() {
        suppress("before@example.com", Reason.HARD_BOUNCE);
        Instant from = wait(DAY);
        wait(DAY);
        suppress("then@example.com", Reason.HARD_BOUNCE);
        Instant until = wait(DAY);
        wait(DAY);
        suppress("after@example.com", Reason.HARD_BOUNCE);
        wait(DAY);

        assertThat(all(from, until, 10))
                .extracting(each -> each.address().value())
                .containsExactly("then@example.com");
    }

    @Test
    void more_than_a_page_is_told_page_by_page_and_each_once() {
        List<String> addresses = IntStream.range(0, 7)
                .mapToObj(number -> "p" + number + "@example.com")
                .toList();
        addresses.forEach(address -> suppress(address, Reason.HARD_BOUNCE));

        assertThat(all(Instant.EPOCH, wait(DAY), 3))
                .extracting(each -> each.address().value())
                .containsExactlyInAnyOrderElementsOf(addresses);
    }

    @Test
    void a_page_that_it_does_not_know_is_lost() {
        assertThat(list().page(Instant.EPOCH, wait(DAY), Optional.of("somebody's"), 10))
                .isEqualTo(new Answer.Lost());
    }

    @Test
    void asked_too_often_it_wants_to_be_asked_later() {
        Instant until = wait(DAY);
        makeItTooMuch();

        assertThat(list().page(Instant.EPOCH, until, Optional.empty(), 10))
                .isEqualTo(new Answer.NotNow("TooManyRequests"));
        assertThat(list().page(Instant.EPOCH, until, Optional.empty(), 10)).isInstanceOf(Answer.Page.class);
    }
}
