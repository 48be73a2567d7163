package comeback.render;

import comeback.catalogue.Line;
import java.util.List;

/**
 * Things that the customer asked to be told about.
 *
 * @param lines with today's prices
 * @param several whether there is more than one
 * @param url leads to the first, else to the shop
 */
public record GoodsView(List<LineView> lines, boolean several, SafeUrl url) {
    static GoodsView of(List<Line> lines, SafeUrl shop, Formats formats) {
        List<LineView> shown = LineView.shown(lines, formats).stream()
                .map(LineView::withoutQuantity)
                .toList();
        return new GoodsView(shown, lines.size() > 1, shown.getFirst().url().or(shop));
    }
}
