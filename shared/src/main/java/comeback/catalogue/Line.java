package comeback.catalogue;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A product as it stands in a cart, an order or a parcel: what the shopper saw there.
 *
 * @param productId the shop's id of the product
 * @param variantId the shop's id of the variant (size, colour), or its SKU
 * @param title at most {@value #TITLE_MAX} characters; longer ones are cut
 * @param variant as shown: "M / navy"
 * @param url of the product's page
 * @param imageUrl of its picture
 * @param quantity 1 to {@value #QUANTITY_MAX}
 * @param price of one; absent when the storefront did not say
 */
public record Line(
        String productId,
        Optional<String> variantId,
        String title,
        Optional<String> variant,
        Optional<String> url,
        Optional<String> imageUrl,
        int quantity,
        Optional<Money> price) {
    public static final int TITLE_MAX = 120;

    /** More pieces than anyone carries home; larger numbers are mistakes. */
    public static final int QUANTITY_MAX = 99_999;

    public Line {
        if (quantity < 1 || quantity > QUANTITY_MAX) {
            throw new IllegalArgumentException("a line has 1 to " + QUANTITY_MAX + " pieces");
        }
        if (title.codePointCount(0, title.length()) > TITLE_MAX) {
            title = title.substring(0, title.offsetByCodePoints(0, TITLE_MAX - 1)) + "…";
        }
    }

    /** Two lines are of the same thing when product and variant are. */
    public boolean isSameThing(Line other) {
        return productId.equals(other.productId) && variantId.equals(other.variantId);
    }

    public Line withQuantity(int pieces) {
        return new Line(productId, variantId, title, variant, url, imageUrl, pieces, price);
    }

    public Line withPrice(Money each) {
        return new Line(productId, variantId, title, variant, url, imageUrl, quantity, Optional.of(each));
    }

    /** How many characters it has, in all its texts. */
    public int textLength() {
        return productId.length()
                + title.length()
                + Stream.of(variantId, variant, url, imageUrl)
                        .flatMap(Optional::stream)
                        .mapToInt(String::length)
                        .sum();
    }

    /** The price of all its pieces. */
    public Optional<Money> total() {
        return price.map(each -> each.times(quantity));
    }
}
