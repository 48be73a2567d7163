package comeback.send;

import comeback.catalogue.Line;
import comeback.catalogue.Wish;
import java.util.List;

/**
 * What a message tells of, as the shop has it at this moment.
 *
 * @param lines in the letter
 * @param missing what the letter was to say is back, and is not: the customer goes on waiting for it
 */
record Goods(List<Line> lines, List<Wish> missing) {
    static final Goods NONE = new Goods(List.of(), List.of());

    Goods {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }
}
