package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.CartRef;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flowfile.FlowFiles;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** For when alarms are set. A cart is followed by its first reminder after an hour. */
class AlarmTimesTest {
    private static final Store STORE = TestStores.demo();
    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "templates"));
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:30Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Customer ADA = Customer.unknown(CustomerId.of(Ref.user("ada")));

    private static Decision cartLeft(Duration ago) {
        return cartLeft(ADA, ago);
    }

    /** What is decided now about a cart that was left so long ago. */
    private static Decision cartLeft(Customer by, Duration ago) {
        Line mug = new Line(
                "mug",
                Optional.empty(),
                "Mug",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty());
        StoreEvent event = new StoreEvent(
                "e-1",
                "test",
                NOW.minus(ago),
                NOW,
                List.of(Ref.user("ada")),
                Optional.of(new EmailAddress("ada@example.com")),
                true,
                Profile.EMPTY,
                new Consent.Given(NOW, "form"),
                KeyClass.SECRET,
                false,
                new Event.ProductAdded(mug, CartRef.UNNAMED));
        return Decide.decide(by, new Input.Happened(event), STORE, FLOWS, NOW);
    }

    @Test
    void failure_mode_33_what_is_due_within_a_minute_is_done_at_once_and_asks_no_scheduler() {
        for (int seconds : new int[] {-7200, -1, 0, 1, 59, 60}) {
            assertThat(cartLeft(HOUR.minusSeconds(seconds)).messages())
                    .as("due in %s seconds", seconds)
                    .hasSize(1);
        }
        assertThat(cartLeft(HOUR.minusSeconds(61)).messages()).isEmpty();
    }

    @Test
    void failure_mode_33_no_alarm_is_set_for_the_past_or_for_a_moment_that_is_past_when_it_is_set() {
        IntStream.rangeClosed(-300, 300).forEach(seconds -> {
            Optional<Instant> alarm = cartLeft(HOUR.minusSeconds(seconds)).alarm();

            assertThat(alarm)
                    .as("due in %s seconds", seconds)
                    .hasValueSatisfying(at -> assertThat(at).isAfterOrEqualTo(NOW.plusSeconds(10)));
        });
    }

    @Test
    void an_alarm_is_never_more_than_a_minute_late() {
        IntStream.rangeClosed(61, 300).forEach(seconds -> {
            Instant due = NOW.plusSeconds(seconds);

            assertThat(cartLeft(HOUR.minusSeconds(seconds)).alarm())
                    .as("due in %s seconds", seconds)
                    .hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(due.plusSeconds(60)));
        });
    }

    @Test
    void who_was_only_to_be_reviewed_gets_an_alarm_when_they_leave_a_cart_shortly_before_that() {
        Instant review = NOW.plusSeconds(1_800);

        assertThat(cartLeft(ADA.withAlarmAt(Optional.of(review)), Duration.ZERO).alarm())
                .contains(review);
    }
}
