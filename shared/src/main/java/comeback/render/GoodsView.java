package comeback.render;

import comeback.catalogue.Deal;
import comeback.catalogue.Line;
import java.util.List;

/**
 * Things that the customer asked to be told about, or saw. What is not known is "".
 *
 * @param lines with today's prices
 * @param more how many further ones are not shown
 * @param several whether there is more than one
 * @param url leads to the first, else to the shop
 * @param was what it cost when they saw it, where it costs less now
 * @param lowest that it cost in the 30 days before that
 * @param left how many there are, where they are few; else 0
 */
public record GoodsView(
        List<LineView> lines, int more, boolean several, SafeUrl url, String was, String lowest, int left) {
    static GoodsView of(List<Line> lines, Deal deal, SafeUrl shop, Rows rows, Formats formats) {
        List<LineView> shown = rows.priced(lines, formats).stream()
                .map(LineView::withoutQuantity)
                .toList();
        return new GoodsView(
                shown,
                rows.hidden(lines, 0),
                lines.size() > 1,
                shown.getFirst().url().or(shop),
                deal.was().map(formats::money).orElse(""),
                deal.lowest().map(formats::money).orElse(""),
                deal.left());
    }
}
