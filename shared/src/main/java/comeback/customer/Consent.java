package comeback.customer;

import java.time.Instant;

/** Whether someone agreed to marketing mail. Not asked is not yes. */
public sealed interface Consent {
    /** Nobody asked, or no answer reached us. */
    record Unknown() implements Consent {}

    /**
     * Agreed.
     *
     * @param at when the person said so
     * @param source where: the event or page
     */
    record Given(Instant at, String source) implements Consent {}

    /**
     * Refused or withdrawn.
     *
     * @param at when the person said so
     * @param source where: the event or page
     */
    record Withdrawn(Instant at, String source) implements Consent {}

    static Consent unknown() {
        return new Unknown();
    }

    /** What holds after this newer or older word: the later word wins, and of two at the same moment the stricter. */
    default Consent then(Consent other) {
        return switch (other) {
            case Unknown u -> this;
            case Given g -> at().isBefore(g.at()) ? g : this;
            case Withdrawn w -> at().isAfter(w.at()) ? this : w;
        };
    }

    /** Of two people who turn out to be one, the stricter word wins whatever its date. */
    default Consent merge(Consent other) {
        return switch (this) {
            case Withdrawn w -> other instanceof Withdrawn ? then(other) : w;
            case Given g -> other instanceof Withdrawn ? other : then(other);
            case Unknown u -> other;
        };
    }

    private Instant at() {
        return switch (this) {
            case Unknown u -> Instant.MIN;
            case Given g -> g.at();
            case Withdrawn w -> w.at();
        };
    }
}
