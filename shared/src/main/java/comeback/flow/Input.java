package comeback.flow;

import comeback.customer.Suppression;
import comeback.event.StoreEvent;
import java.time.Instant;

/** Everything that can make us decide about a customer. */
public sealed interface Input {
    /**
     * A storefront reported something.
     *
     * @param event what
     */
    record Happened(StoreEvent event) implements Input {}

    /** An alarm or the sweeper: something may be due. */
    record Woke() implements Input {}

    /**
     * SES told that an address must not be written to any more.
     *
     * @param suppression which and why
     * @param reportId names the report, so that it counts once
     */
    record Undeliverable(Suppression suppression, String reportId) implements Input {}

    /**
     * The customer unsubscribed by a link of ours.
     *
     * @param at when
     * @param source which way: "one-click" or "page"
     */
    record AskedToStop(Instant at, String source) implements Input {}
}
