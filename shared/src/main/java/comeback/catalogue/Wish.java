package comeback.catalogue;

import java.time.Instant;

/**
 * Something that a shopper asked to be told about.
 *
 * @param line what, as the storefront or the catalogue names it; long addresses are left out, because the letter takes
 *     page and picture from the catalogue and a customer is to stay small
 * @param askedAt when
 */
public record Wish(Line line, Instant askedAt) {
    private static final int URL_MAX = 200;

    public Wish {
        line = new Line(
                line.productId(),
                line.variantId(),
                line.title(),
                line.variant(),
                line.url().filter(url -> url.length() <= URL_MAX),
                line.imageUrl().filter(url -> url.length() <= URL_MAX),
                1,
                line.price());
    }

    public Wanted wanted() {
        return Wanted.of(line);
    }

    /** Two wishes are of the same thing whenever they were made. */
    public boolean isSameThing(Wish other) {
        return wanted().equals(other.wanted());
    }
}
