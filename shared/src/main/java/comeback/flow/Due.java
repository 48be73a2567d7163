package comeback.flow;

import comeback.message.Ruling;
import java.time.Instant;
import java.util.Optional;

/**
 * A flow that a review starts, for whom or what, and when.
 *
 * @param subject what it would run for
 * @param isHeld whether it was due before the customer came in with an import: then it does not begin
 */
record Due(Flow flow, Review review, Instant at, Entry.Subject subject, boolean isHeld) {
    /** Why it does not begin then. */
    Optional<Ruling> refusal(Condition.Asked asked) {
        Optional<String> key = Optional.of(subject.key());
        return Entry.inTheWay(asked.customer(), flow, key, asked.now())
                .map(before -> Rulings.again(flow, before))
                .or(() -> Entry.reasonNotToPromote(asked.customer(), flow))
                .or(() -> Triggers.of(flow, review.words()).refusal(asked));
    }
}
