package comeback.commit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the list of addresses that SES writes to no more was gone through.
 *
 * @param version how often this was saved
 * @param readTo what SES took up before then was told to everybody whom it is about
 * @param nextAt when the list is gone through again
 * @param pass the going through it that is under way
 */
public record Reconciliation(long version, Instant readTo, Instant nextAt, Optional<Pass> pass) {
    /** Nothing was ever gone through. */
    public static final Reconciliation NEVER = new Reconciliation(0, Instant.EPOCH, Instant.EPOCH, Optional.empty());

    /** What SES takes up may be listed a little later than it says. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    /**
     * One going through the list.
     *
     * @param until what SES takes up later is the next one's
     * @param page SES's name of the page to read; absent for the first
     * @param after mark of the last address on that page that was told; empty when none was. Marks say nothing of an address
     * @param hasFailed whether somebody could not be told
     */
    public record Pass(Instant until, Optional<String> page, String after, boolean hasFailed) {}

    public boolean isDue(Instant now) {
        return pass.isPresent() || !nextAt.isAfter(now);
    }

    /** From when on the list is of interest. */
    public Instant from() {
        return readTo.isAfter(Instant.EPOCH.plus(OVERLAP)) ? readTo.minus(OVERLAP) : Instant.EPOCH;
    }

    /** The pass that is under way, else one that begins. */
    public Pass passAt(Instant now) {
        return pass.orElseGet(() -> new Pass(now, Optional.empty(), "", false));
    }

    /** To be gone on with from there. */
    public Reconciliation with(Pass next) {
        return new Reconciliation(version, readTo, nextAt, Optional.of(next));
    }

    /** Gone through. What could not be told is told next time, with all that the pass had. */
    public Reconciliation ended(Pass last, Duration every) {
        return new Reconciliation(
                version, last.hasFailed() ? readTo : last.until(), last.until().plus(every), Optional.empty());
    }

    /** The same, saved once more. */
    public Reconciliation saved() {
        return new Reconciliation(version + 1, readTo, nextAt, pass);
    }
}
