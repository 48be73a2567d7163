package comeback.wave;

import comeback.catalogue.Occasion;
import comeback.catalogue.Wanted;
import comeback.customer.Fingerprint;
import java.util.regex.Pattern;

/**
 * Names the waves of one thing within a store. Shops' own ids may hold anything; this stands in keys and schedules' names.
 *
 * @param value 26 characters of a-z and 2-7
 */
public record WaveId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{26}");

    public WaveId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a wave id is 26 of a-z and 2-7");
        }
    }

    public static WaveId of(Wanted wanted) {
        return new WaveId(Fingerprint.of("wave", wanted.productId(), wanted.variantId()));
    }

    /** Of people who did not ask, but may want to hear of it. */
    public static WaveId of(Wanted wanted, Occasion occasion) {
        return new WaveId(Fingerprint.of(
                "wave",
                wanted.productId(),
                occasion.news().name(),
                occasion.since().toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}
