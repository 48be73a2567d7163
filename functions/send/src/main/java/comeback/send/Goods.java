package comeback.send;

import comeback.catalogue.Deal;
import comeback.catalogue.Line;
import comeback.catalogue.Wish;
import java.util.List;

/**
 * What a message tells of, as the shop has it at this moment.
 *
 * @param lines in the letter
 * @param missing what the letter was to say is back, and is not: the customer goes on waiting for it
 * @param deal what else it tells of the one thing that it is about
 */
record Goods(List<Line> lines, List<Wish> missing, Deal deal) {
    static final Goods NONE = new Goods(List.of(), List.of());

    /** Of which there is nothing else to tell. */
    Goods(List<Line> lines, List<Wish> missing) {
        this(lines, missing, Deal.NONE);
    }

    Goods {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }
}
