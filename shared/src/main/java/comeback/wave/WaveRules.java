package comeback.wave;

import java.time.Duration;

/**
 * How a shop tells that something is back.
 *
 * @param perUnit how many people hear of one piece in one wave
 * @param interval from one wave to the next, if there is still something left then
 * @param hold how long there must be something before anybody hears of it: counts flicker
 * @param minimum how many there must be: a single piece may be somebody's return
 */
public record WaveRules(int perUnit, Duration interval, Duration hold, int minimum) {
    public static final WaveRules DEFAULT = new WaveRules(3, Duration.ofMinutes(60), Duration.ofMinutes(5), 1);

    public WaveRules {
        if (perUnit < 1 || minimum < 1 || interval.isNegative() || hold.isNegative()) {
            throw new IllegalArgumentException("a wave reaches at least one person for at least one piece");
        }
    }
}
