package comeback.local.importing;

import comeback.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the parts of an import came to together. */
final class ImportTotals {
    private int customers;
    private int orders;
    private int others;
    private int people;
    private int reachable;
    private final Map<String, Starts> flows = new TreeMap<>();

    /** How many a flow begins for. */
    private static final class Starts {
        private String mode = "";
        private int held;
        private int later;
        private final Map<String, Integer> byDay = new TreeMap<>();
    }

    void add(Fields answer) {
        customers += answer.integer("customers").orElse(0);
        orders += answer.integer("orders").orElse(0);
        others += answer.integer("others").orElse(0);
        Fields preview = answer.objectOrEmpty("preview");
        people += preview.integer("people").orElse(0);
        reachable += preview.integer("mayBeAdvertisedTo").orElse(0);
        for (Fields flow : preview.objects("starts").orElse(List.of())) {
            Starts starts = flows.computeIfAbsent(flow.text("flow").orElse(""), name -> new Starts());
            starts.mode = flow.text("mode").orElse("");
            starts.held += flow.integer("held").orElse(0);
            starts.later += flow.integer("later").orElse(0);
            Fields days = flow.objectOrEmpty("byDay");
            days.asMap()
                    .keySet()
                    .forEach(day -> starts.byDay.merge(day, days.integer(day).orElse(0), Integer::sum));
        }
    }

    List<String> kept(int wrong) {
        return List.of("kept " + customers + " customers, " + orders + " orders"
                + (others == 0 ? "" : ", " + others + " other reports") + "; " + wrong + " lines were wrong");
    }

    /** What the nights would begin, flow by flow. */
    List<String> preview() {
        List<String> told = new ArrayList<>();
        told.add(people + " people, of whom " + reachable + " agreed to marketing; nothing was kept or sent");
        flows.forEach((name, starts) -> {
            int soon =
                    starts.byDay.values().stream().mapToInt(Integer::intValue).sum();
            told.add(name + " (" + starts.mode + "): " + soon + " within 30 days, " + starts.later + " later"
                    + (starts.held == 0 ? "" : "; " + starts.held + " overdue, who begin only with --start-overdue"));
            starts.byDay.forEach((day, count) -> told.add("  " + day + "  " + count));
        });
        return told;
    }
}
