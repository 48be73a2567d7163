package comeback.render;

import comeback.catalogue.Line;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many rows a list in a letter has at most; "and n more" stands for the rest.
 *
 * @param most of each list
 */
record Rows(int most) {
    /** As many as anybody reads. */
    static final Rows USUAL = new Rows(20);

    /** For goods with such long names and links that a letter with the usual number would be cut in the mailbox. */
    private static final List<Rows> FEWER =
            IntStream.of(10, 5, 2, 1).mapToObj(Rows::new).toList();

    /** What is left to try when a letter with these came out too long. */
    List<Rows> fewer() {
        return FEWER.stream().filter(rows -> rows.most < most).toList();
    }

    <T> List<T> of(List<T> all) {
        return all.subList(0, Math.min(most, all.size()));
    }

    /** How many lines "and n more" stands for. */
    int hidden(List<Line> lines, int more) {
        return Math.max(0, lines.size() - most) + more;
    }

    List<LineView> priced(List<Line> lines, Formats formats) {
        return of(lines).stream().map(line -> LineView.of(line, formats)).toList();
    }

    List<LineView> unpriced(List<Line> lines) {
        return of(lines).stream().map(LineView::withoutPrice).toList();
    }
}
