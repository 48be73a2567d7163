package comeback.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What signs the links in a store's letters. A secret that was replaced signs nothing any more, and still opens what it signed
 * for as long as those letters may be read.
 *
 * @param present signs; at least {@value #LENGTH_MIN} characters
 * @param former those before it, the latest last; at most {@value #FORMER_MAX}
 */
public record LinkSecrets(String present, List<Former> former) {
    /** A shorter secret could be guessed. */
    public static final int LENGTH_MIN = 32;

    /** Who replaces them more often wants the old ones gone. */
    public static final int FORMER_MAX = 5;

    /** As long as a letter's links are promised to work. */
    public static final Duration KEEP = Duration.ofDays(730);

    /**
     * One that was replaced.
     *
     * @param replacedAt what came due before then was signed with it
     * @param endsAt from then on it opens nothing
     */
    public record Former(String secret, Instant replacedAt, Instant endsAt) {
        /** Records print all they hold, and this must stand in no log. */
        @Override
        public String toString() {
            return "Former[until " + endsAt + "]";
        }
    }

    public LinkSecrets {
        former = List.copyOf(former);
        if (present.length() < LENGTH_MIN) {
            throw new IllegalArgumentException("linkSecret has at least " + LENGTH_MIN + " characters");
        }
        if (former.size() > FORMER_MAX) {
            throw new IllegalArgumentException("a store has at most " + FORMER_MAX + " former link secrets");
        }
    }

    /** One that never was replaced. */
    public LinkSecrets(String present) {
        this(present, List.of());
    }

    /** All that a link may be signed with now. */
    public Stream<String> valid(Instant now) {
        return Stream.concat(
                Stream.of(present),
                former.stream().filter(one -> one.endsAt().isAfter(now)).map(Former::secret));
    }

    /** What signed at that moment, so that a second attempt at a letter makes of it what the first made. */
    public String at(Instant moment) {
        return former.stream()
                .filter(one -> one.replacedAt().isAfter(moment))
                .findFirst()
                .map(Former::secret)
                .orElse(present);
    }

    /**
     * With another secret in place of this one, which opens for so long still what it signed. What has ended is forgotten, and so
     * is the place among the former ones of a secret that is taken up again.
     *
     * @throws IllegalArgumentException when too many former ones are still in use, or the new one is too short
     */
    public LinkSecrets replaced(String fresh, Instant now, Duration keep) {
        if (fresh.equals(present)) {
            return this;
        }
        Stream<Former> kept = former.stream()
                .filter(one -> one.endsAt().isAfter(now))
                .filter(one -> !one.secret().equals(fresh));
        return new LinkSecrets(
                fresh,
                Stream.concat(kept, Stream.of(new Former(present, now, now.plus(keep))))
                        .toList());
    }

    /** Records print all they hold, and this must stand in no log. */
    @Override
    public String toString() {
        return "LinkSecrets[and " + former.size() + " former]";
    }
}
