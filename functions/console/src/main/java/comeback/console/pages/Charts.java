package comeback.console.pages;

import comeback.http.Html;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Charts as inline SVG. Each says in words what it shows; its numbers stand in a table beside it. What is written at the axes is
 * text of the page, so that it is as large on a phone as elsewhere.
 */
final class Charts {
    private static final int STEP = 10;
    private static final int HEIGHT = 100;

    /** So many days are named under a chart. */
    private static final int NAMED = 4;

    private Charts() {}

    /**
     * One day's bar.
     *
     * @param part the lower, strong part of it
     * @param whole all of it
     */
    record Bar(LocalDate day, long part, long whole) {}

    /** How the amounts on the axis are written. */
    interface Axis {
        String text(long amount);
    }

    static Html days(Words words, String description, List<Bar> bars, Axis axis) {
        long top = roundedUp(bars.stream().mapToLong(Bar::whole).max().orElse(1));
        int wide = bars.size() * STEP;
        List<Html> marks = new ArrayList<>();
        for (int line : List.of(0, HEIGHT / 2, HEIGHT)) {
            marks.add(Html.of("<line class=\"axis\" x1=\"0\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>", wide, line, line));
        }
        for (int i = 0; i < bars.size(); i++) {
            marks.add(bar("rest", i, bars.get(i).whole(), top));
            marks.add(bar("bar", i, bars.get(i).part(), top));
        }
        return Html.of(
                "<div class=\"chart\"><div class=\"ys\""
                        + " aria-hidden=\"true\"><span>{}</span><span>{}</span><span>{}</span></div><svg viewBox=\"0 0 {}"
                        + " {}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">{}</svg><div class=\"xs\""
                        + " aria-hidden=\"true\">{}</div></div>",
                axis.text(top),
                axis.text(top / 2),
                axis.text(0),
                wide,
                HEIGHT,
                description,
                Html.all(marks),
                named(words, bars));
    }

    private static Html named(Words words, List<Bar> bars) {
        int last = bars.size() - 1;
        return Html.all(IntStream.range(0, NAMED)
                .mapToObj(place -> bars.get(place * last / (NAMED - 1)))
                .map(bar -> Html.of("<span>{}</span>", words.shortDay(bar.day())))
                .toList());
    }

    private static Html bar(String kind, int place, long amount, long top) {
        if (amount <= 0) {
            return Html.NONE;
        }
        double high = Math.max(1, (double) HEIGHT * amount / top);
        return Html.of(
                "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                kind,
                at(place * STEP + 1.2),
                at(HEIGHT - high),
                at(STEP - 2.4),
                at(high));
    }

    /** To 1, 2 or 5 of its order, and even, so that its half is a whole number. */
    private static long roundedUp(long highest) {
        long most = Math.max(1, highest);
        long order = 1;
        while (order * 10 < most) {
            order *= 10;
        }
        for (long step : List.of(2L, 4L, 6L, 10L)) {
            if (order * step >= most) {
                return order * step;
            }
        }
        return order * 20;
    }

    /** A thin bar of how much this is of the most. */
    static Html share(long part, long most, String kind) {
        double width = most == 0 ? 0 : 100.0 * Math.min(part, most) / most;
        return Html.of(
                "<svg viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                        + "<rect class=\"rest\" width=\"100\" height=\"4\" rx=\"2\"/>"
                        + "<rect class=\"{}\" width=\"{}\" height=\"4\" rx=\"2\"/></svg>",
                kind,
                at(part > 0 ? Math.max(width, 1) : 0));
    }

    static Html picture(int width, int height, String description, List<Html> marks) {
        return Html.of(
                "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{}</svg>",
                width,
                height,
                description,
                Html.all(marks));
    }

    static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    /** What the two colours of a chart mean. */
    static Html key(String strong, String rest) {
        String box = "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect class=\"{}\" width=\"12\" height=\"12\""
                + " rx=\"3\"/></svg>";
        return Html.of(
                "<ul class=\"key\"><li>{}{}</li><li>{}{}</li></ul>",
                Html.of(box, "bar"),
                strong,
                Html.of(box, "rest"),
                rest);
    }
}
