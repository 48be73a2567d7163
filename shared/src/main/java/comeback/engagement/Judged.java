package comeback.engagement;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * That a letter's clicks were judged, with what had to be found out for it.
 *
 * @param rules by which version of the rules
 * @param arrivedAt when the letter was in the inbox, as far as was known
 * @param clicks what was made of each, by its mark
 */
public record Judged(int rules, Instant arrivedAt, Map<String, Ruled> clicks) {
    /**
     * What was made of a click.
     *
     * @param crowd of how many letters its address followed links at that time
     */
    public record Ruled(int crowd, Verdict verdict) {}

    public Judged {
        clicks = Map.copyOf(clicks);
    }

    public Optional<Ruled> of(Touch click) {
        return Optional.ofNullable(clicks.get(click.mark()));
    }
}
