package comeback.render;

import comeback.customer.Cart;
import java.util.List;

/**
 * A cart as its letters show it.
 *
 * @param lines what is in it
 * @param moreLines how many further ones are not shown
 * @param url leads back to it, else to the shop
 * @param total of all lines; "" when a price is not known
 */
public record CartView(List<LineView> lines, int moreLines, SafeUrl url, String total) {
    static CartView of(Cart cart, SafeUrl shop, Rows rows, Formats formats) {
        int more = rows.hidden(cart.lines(), cart.moreLines());
        // The lines we do not keep have prices, too, so a total of the rest would be false.
        String total =
                cart.moreLines() > 0 ? "" : cart.value().map(formats::money).orElse("");
        SafeUrl url = cart.url().map(SafeUrl::page).orElse(SafeUrl.NONE).or(shop);
        return new CartView(rows.priced(cart.lines(), formats), more, url, total);
    }
}
