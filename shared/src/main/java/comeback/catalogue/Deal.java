package comeback.catalogue;

import java.util.Optional;

/**
 * What a letter says of the one product that it is about.
 *
 * @param was what it cost when they saw it, if it costs less now
 * @param lowest that it cost in the 30 days before it came to cost less, which laws want to stand beside it
 * @param left how many there are, if they are few; else 0
 */
public record Deal(Optional<Money> was, Optional<Money> lowest, int left) {
    public static final Deal NONE = new Deal(Optional.empty(), Optional.empty(), 0);
}
