package comeback.local.contracts;

import comeback.customer.Suppression;
import comeback.local.TestWorld;
import comeback.local.aws.SuppressedAddresses;
import comeback.nightly.SesSuppressionList;
import comeback.nightly.SuppressionList;
import comeback.nightly.SuppressionListContract;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** The real list, by the real SDK client, against the laptop's SES. */
class SesSuppressionListTest extends SuppressionListContract {
    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");
    private final SuppressionList list =
            new SesSuppressionList(world.inside().aws().ses());

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected SuppressionList list() {
        return list;
    }

    @Override
    protected void suppress(String address, Suppression.Reason reason) {
        world.inside()
                .ses()
                .suppress(
                        address,
                        switch (reason) {
                            case HARD_BOUNCE -> SuppressedAddresses.Reason.BOUNCE;
                            case COMPLAINT -> SuppressedAddresses.Reason.COMPLAINT;
                        });
    }

    @Override
    protected Instant wait(Duration time) {
        world.advance(time);
        return world.now();
    }

    @Override
    protected void makeItTooMuch() {
        world.post(
                "/local/faults",
                "{\"service\":\"ses\",\"kind\":\"throttle\",\"operation\":\"ListSuppressedDestinations\"}");
    }
}
