package comeback.render;

import comeback.catalogue.Line;

/**
 * One product in a cart, an order or a parcel. What is not known is "".
 *
 * @param title of the product
 * @param variant size, colour
 * @param url its page
 * @param image its picture
 * @param quantity 0 where how many is not the question
 * @param each price of one, only when there are several
 * @param total price of all of them
 */
public record LineView(
        String title, String variant, SafeUrl url, SafeUrl image, int quantity, String each, String total) {
    static LineView of(Line line, Formats formats) {
        LineView plain = withoutPrice(line);
        String each =
                line.quantity() == 1 ? "" : line.price().map(formats::money).orElse("");
        return new LineView(
                plain.title,
                plain.variant,
                plain.url,
                plain.image,
                plain.quantity,
                each,
                line.total().map(formats::money).orElse(""));
    }

    /** As something that somebody may buy, not as something that they did. */
    LineView withoutQuantity() {
        return new LineView(title, variant, url, image, 0, "", total);
    }

    static LineView withoutPrice(Line line) {
        return new LineView(
                line.title(),
                line.variant().orElse(""),
                line.url().map(SafeUrl::page).orElse(SafeUrl.NONE),
                line.imageUrl().map(SafeUrl::picture).orElse(SafeUrl.NONE),
                line.quantity(),
                "",
                "");
    }
}
