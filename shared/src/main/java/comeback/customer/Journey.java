package comeback.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * A flow that runs for a customer.
 *
 * @param flow its name
 * @param version the flow file's version when the journey began
 * @param key what it runs for: an order, a cart, the customer
 * @param about what its letters show
 * @param isTrusted whether a secret key started it: only then may it send transactional mail
 * @param startedAt when it began
 * @param nextStep index of the step that comes next
 * @param since when the step before was done: what a wait counts from
 * @param sent how many messages it has given birth to
 * @param held whether the next step's message has been put off, by a cap or by quiet hours
 */
public record Journey(
        String flow,
        String version,
        String key,
        About about,
        boolean isTrusted,
        Instant startedAt,
        int nextStep,
        Instant since,
        int sent,
        Optional<Held> held) {
    /** The wait is over. */
    public Journey afterWait(Instant now) {
        return after(now, sent);
    }

    /**
     * The sending step is done.
     *
     * @param messages how many it gave birth to: 0 when it was skipped
     */
    public Journey afterSend(Instant now, int messages) {
        return after(now, sent + messages);
    }

    /** The sending step is to be tried again then. */
    public Journey heldUntil(Instant until) {
        Held again = new Held(until, timesHeld() + 1);
        return new Journey(flow, version, key, about, isTrusted, startedAt, nextStep, since, sent, Optional.of(again));
    }

    /** How often the next step has been put off. */
    public int timesHeld() {
        return held.map(Held::times).orElse(0);
    }

    private Journey after(Instant now, int messages) {
        return new Journey(
                flow, version, key, about, isTrusted, startedAt, nextStep + 1, now, messages, Optional.empty());
    }
}
