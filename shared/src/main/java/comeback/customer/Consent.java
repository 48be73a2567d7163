package comeback.customer;

import java.time.Duration;
import java.time.Instant;

/** Whether someone agreed to marketing mail. Not asked is not yes. */
public sealed interface Consent {
    /** Who takes longer to confirm has forgotten what it is about, and can agree anew. */
    Duration CONFIRMED_WITHIN = Duration.ofDays(7);

    /** Nobody asked, or no answer reached us. */
    record Unknown() implements Consent {}

    /**
     * Agreed.
     *
     * @param at when the person said so
     * @param source where: the event or page
     * @param wishes to what of it
     */
    record Given(Instant at, String source, Wishes wishes) implements Consent {
        /** To all of it, as it comes. */
        public Given(Instant at, String source) {
            this(at, source, Wishes.NONE);
        }

        public Given with(Wishes changed) {
            return new Given(at, source, changed);
        }
    }

    /**
     * Somebody agreed in their name, and they were asked by mail whether it was them. Until they say so there, it is no yes.
     *
     * @param at when that was said
     * @param source where: the event or page
     */
    record Asked(Instant at, String source) implements Consent {}

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

    /**
     * What holds after this newer or older word: the later word wins, and of two at the same moment the stricter. A storefront
     * knows of yes and no only, so its yes leaves their wishes as they were.
     */
    default Consent then(Consent other) {
        return switch (other) {
            case Unknown u -> this;
            case Given g -> at().isBefore(g.at()) ? (this instanceof Given ? g.with(wishes()) : g) : this;
            case Withdrawn w -> at().isAfter(w.at()) ? this : w;
            case Asked a -> after(a);
        };
    }

    /** What is not confirmed takes nothing away; who was asked is asked again only when the link of then is of no use any more. */
    private Consent after(Asked again) {
        return switch (this) {
            case Unknown u -> again;
            case Given g -> g;
            case Withdrawn w -> w.at().isAfter(again.at()) ? w : again;
            case Asked a -> again.at().isBefore(a.at().plus(CONFIRMED_WITHIN)) ? a : again;
        };
    }

    /** Of two people who turn out to be one, the stricter word wins whatever its date. */
    default Consent merge(Consent other) {
        return switch (this) {
            case Withdrawn w -> other instanceof Withdrawn ? then(other) : w;
            case Given g ->
                switch (other) {
                    case Withdrawn w -> w;
                    case Given theirs -> (at().isBefore(theirs.at()) ? theirs : g).with(g.wishes.merge(theirs.wishes));
                    // An unproven yes takes nothing from a proven one.
                    case Asked a -> g;
                    case Unknown u -> g;
                };
            case Asked a -> other instanceof Unknown || other instanceof Asked ? a : other;
            case Unknown u -> other;
        };
    }

    /** What they want; nothing in particular of who did not agree. */
    default Wishes wishes() {
        return this instanceof Given given ? given.wishes : Wishes.NONE;
    }

    private Instant at() {
        return switch (this) {
            case Unknown u -> Instant.MIN;
            case Given g -> g.at();
            case Withdrawn w -> w.at();
            case Asked a -> a.at();
        };
    }
}
