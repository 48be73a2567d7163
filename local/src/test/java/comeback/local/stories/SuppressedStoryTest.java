package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.aws.SuppressedAddresses.Reason;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SES took an address up into its list of those it writes to no more, and its report of that was lost. */
class SuppressedStoryTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");

    @AfterEach
    void close() {
        world.close();
    }

    private String told(String path) {
        return world.getWithKey(path).body();
    }

    @Test
    void whom_ses_suppresses_gets_no_letter_a_day_later_not_even_a_receipt_and_support_can_read_why() {
        Shopper ada = new Shopper(world, "ada").signsUp();
        Shopper bob = new Shopper(world, "bob").signsUp();
        world.advance(Duration.ofMinutes(5));
        world.inside().ses().suppress(ada.email(), Reason.BOUNCE);
        world.advance(DAY.plus(DAY));
        int before = ada.mails().size();

        ada.pays("1001", "c-1");
        bob.pays("1002", "c-2");
        world.advance(Duration.ofHours(1));

        assertThat(ada.mails()).hasSize(before);
        assertThat(bob.mails()).contains("order-confirmation/thanks-for-your-order");
        assertThat(told("/v1/customers/user:ada/timeline")).contains("\"Address Suppressed\"", "HARD_BOUNCE");
        assertThat(told("/v1/customers/user:bob/timeline")).doesNotContain("Address Suppressed");
    }

    @Test
    void whom_ses_writes_to_again_because_somebody_cleared_the_address_there_stays_held_back_here() {
        Shopper ada = new Shopper(world, "ada").signsUp();
        world.advance(Duration.ofMinutes(5));
        world.inside().ses().suppress(ada.email(), Reason.BOUNCE);
        world.advance(DAY.plus(DAY));
        world.inside().ses().suppressed().take(ada.email());
        world.inside().ses().suppress("somebody.else@example.com", Reason.BOUNCE);
        world.advance(DAY.plus(DAY));
        int before = ada.mails().size();

        ada.pays("1001", "c-1");
        world.advance(Duration.ofHours(1));

        assertThat(ada.mails()).hasSize(before);
    }

    @Test
    void while_ses_is_asked_too_often_the_night_does_its_other_work_and_asks_again() {
        Shopper ada = new Shopper(world, "ada").identifies();
        world.inside().ses().suppress(ada.email(), Reason.BOUNCE);
        world.post(
                "/local/faults",
                "{\"service\":\"ses\",\"kind\":\"throttle\",\"operation\":\"ListSuppressedDestinations\",\"for\":\"PT30H\"}");
        world.advance(DAY.plus(Duration.ofHours(1)));
        assertThat(told("/v1/customers/user:ada/timeline")).doesNotContain("Address Suppressed");

        world.advance(Duration.ofHours(6));
        // Here a night only comes when there is something to do; in the cloud it comes every quarter of an hour.
        world.inside().ses().suppress("somebody.else@example.com", Reason.BOUNCE);
        world.advance(DAY.plus(DAY));
        assertThat(told("/v1/customers/user:ada/timeline")).contains("\"Address Suppressed\"");
    }
}
