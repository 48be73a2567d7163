package comeback.nightly;

import comeback.customer.Suppression;
import java.time.Duration;
import java.time.Instant;

/** The fake keeps its port's contract. */
class InMemorySuppressionListTest extends SuppressionListContract {
    private final InMemorySuppressionList list = new InMemorySuppressionList();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    @Override
    protected SuppressionList list() {
        return list;
    }

    @Override
    protected void suppress(String address, Suppression.Reason reason) {
        list.put(address, reason, now);
    }

    @Override
    protected Instant wait(Duration time) {
        now = now.plus(time);
        return now;
    }

    @Override
    protected void makeItTooMuch() {
        list.refuse(1);
    }
}
