package comeback.console.pages;

import comeback.flow.Flow;
import comeback.flow.Step;
import comeback.flow.StepWords;
import comeback.http.Html;
import comeback.report.Counts;
import comeback.report.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * A flow drawn from its file: its steps one under the other, what a fork leads to further to the right, and at each letter what
 * it brought. It is narrow, so that it can be read on a phone.
 */
final class FlowGraph {
    private static final int WIDTH = 340;
    private static final int INDENT = 18;
    private static final int GAP = 16;
    private static final int LINE = 15;
    private static final double LETTER = 6.4;
    private static final int DEEPEST = 5;

    private final Words words;
    private final SortedMap<String, Counts> letters;
    private final List<Html> marks = new ArrayList<>();

    /** Where each step's box begins and ends, and how far to the right; the start before them, the end after them. */
    private final List<Box> boxes = new ArrayList<>();

    private record Box(int x, int top, int bottom) {}

    private FlowGraph(Words words, SortedMap<String, Counts> letters) {
        this.words = words;
        this.letters = letters;
    }

    static Html of(Flow flow, SortedMap<String, Counts> letters, Words words) {
        return new FlowGraph(words, letters).draw(flow);
    }

    private Html draw(Flow flow) {
        int y = box("node", 0, 0, List.of(words.of("start")), "");
        for (int i = 0; i < flow.steps().size(); i++) {
            Step step = flow.steps().get(i);
            if (step instanceof Step.Leap) {
                // It is only the end of a way; the line shows where it goes on.
                boxes.add(boxes.getLast());
                continue;
            }
            String kind = step instanceof Step.Send ? "node send" : "node";
            int depth = depth(flow, i);
            y = box(kind, depth, y + GAP, wrapped(StepWords.of(step), depth), brought(step));
        }
        ways(flow);
        return Charts.picture(WIDTH, y + 4, words.of("stepsWords", flow.name()), marks);
    }

    /** On how many forks' ways a step lies. */
    private static int depth(Flow flow, int step) {
        int depth = 0;
        for (int i = 0; i < step; i++) {
            depth += flow.steps().get(i).next(i).size() > 1 && step < end(flow, i) ? 1 : 0;
        }
        return Math.min(depth, DEEPEST);
    }

    /** Where a fork's ways come together again. */
    private static int end(Flow flow, int fork) {
        int otherwise = flow.steps().get(fork).next(fork).getLast();
        return flow.steps().get(otherwise - 1) instanceof Step.Leap leap ? leap.to() : otherwise;
    }

    private String brought(Step step) {
        if (!(step instanceof Step.Send send)) {
            return "";
        }
        Counts counts = letters.getOrDefault(send.message(), Counts.NONE);
        String clicked = words.percent(counts.count(Measure.CLICKED), counts.count(Measure.DELIVERED), 1);
        String money =
                Sales.of(counts).map(words::money).map(text -> " · " + text).orElse("");
        return words.number(counts.count(Measure.SENT)) + " " + words.of("sent").toLowerCase(Locale.ROOT)
                + " · " + clicked + " "
                + words.of("clicked").toLowerCase(Locale.ROOT) + money;
    }

    private int box(String kind, int depth, int top, List<String> lines, String numbers) {
        int x = depth * INDENT;
        int count = lines.size() + (numbers.isEmpty() ? 0 : 1);
        int height = count * LINE + 11;
        marks.add(Html.of(
                "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\"/>",
                kind,
                x + 0.5,
                top + 0.5,
                WIDTH - x - 1,
                height));
        for (int i = 0; i < lines.size(); i++) {
            marks.add(Html.of(
                    "<text{} x=\"{}\" y=\"{}\">{}</text>",
                    new Html(i == 0 ? " class=\"strong\"" : ""),
                    x + 12,
                    top + 17 + i * LINE,
                    lines.get(i)));
        }
        if (!numbers.isEmpty()) {
            marks.add(Html.of("<text x=\"{}\" y=\"{}\">{}</text>", x + 12, top + 17 + lines.size() * LINE, numbers));
        }
        boxes.add(new Box(x, top, top + height));
        return top + height;
    }

    /** A line from each step to those that may come next; a longer way runs along the left side. */
    private void ways(Flow flow) {
        way(boxes.getFirst(), boxes.get(1), true);
        for (int i = 0; i < flow.steps().size(); i++) {
            boolean isLeap = flow.steps().get(i) instanceof Step.Leap;
            for (int next : flow.steps().get(i).next(i)) {
                if (next < flow.steps().size() && !(flow.steps().get(next) instanceof Step.Leap)) {
                    way(boxes.get(i + 1), boxes.get(next + 1), next == i + 1 && !isLeap);
                }
            }
        }
    }

    private void way(Box from, Box to, boolean isNext) {
        if (isNext || to.top() - from.bottom() <= GAP) {
            int x = Math.max(from.x(), to.x()) + 24;
            marks.add(Html.of(
                    "<path class=\"way\" d=\"M{} {}V{}\"/><circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"2.5\"/>",
                    x,
                    from.bottom() + 1,
                    to.top(),
                    x,
                    to.top()));
            return;
        }
        int x = Math.min(from.x(), to.x()) + 8;
        String begin = from.x() > x
                ? "M" + from.x() + " " + (from.bottom() - 10) + "H" + x
                : "M" + x + " " + (from.bottom() + 1);
        boolean isAside = to.x() > x;
        int y = isAside ? to.top() + 14 : to.top();
        marks.add(Html.of(
                "<path class=\"way\" d=\"{}V{}{}\"/><circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"2.5\"/>",
                begin,
                y,
                isAside ? "H" + to.x() : "",
                isAside ? to.x() : x,
                y));
    }

    private static List<String> wrapped(String text, int depth) {
        int most = (int) ((WIDTH - 24 - depth * INDENT) / LETTER);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > most && !line.isEmpty()) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().strip());
        return lines;
    }
}
