package comeback.customer;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody who agreed to marketing wants of it, in their own word.
 *
 * @param unwanted topics that they want nothing of
 * @param frequency how often at most
 * @param pausedUntil before then, nothing
 * @param language in which they want to be written to; it goes before what the storefront tells
 */
public record Wishes(
        Set<Topic> unwanted, Frequency frequency, Optional<Instant> pausedUntil, Optional<Locale> language) {
    /** Of who said nothing more than yes. */
    public static final Wishes NONE = new Wishes(Set.of(), Frequency.AS_IT_COMES, Optional.empty(), Optional.empty());

    public Wishes {
        unwanted = Set.copyOf(unwanted);
    }

    public boolean wants(Topic topic) {
        return !unwanted.contains(topic);
    }

    public boolean isPaused(Instant now) {
        return pausedUntil.filter(now::isBefore).isPresent();
    }

    /** Of two people who turn out to be one: what either of them did not want. */
    Wishes merge(Wishes other) {
        Set<Topic> neither = EnumSet.noneOf(Topic.class);
        neither.addAll(unwanted);
        neither.addAll(other.unwanted);
        return new Wishes(
                neither,
                frequency.compareTo(other.frequency) >= 0 ? frequency : other.frequency,
                Stream.of(pausedUntil, other.pausedUntil)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder()),
                language.or(() -> other.language));
    }
}
