package comeback.console;

import comeback.commit.Tallies;
import comeback.experiment.Lift;
import comeback.flow.Flow;
import comeback.flow.Flows;
import comeback.report.Trials;
import comeback.store.StoreId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a store's flows bring that hold people out, as pages and reports show it. */
public final class Lifts {
    /** As far back as counts go. */
    private static final int MONTHS = 13;

    private Lifts() {}

    /** All that is measured of flows and still counts. */
    public static Trials trials(Tallies tallies, StoreId store, LocalDate today) {
        YearMonth last = YearMonth.from(today);
        return tallies.trials(store, last.minusMonths(MONTHS), last);
    }

    /** By the flow's name; nothing is read where no flow holds anybody out. */
    public static Map<String, Lift> of(Tallies tallies, StoreId store, Flows flows, LocalDate today) {
        List<Flow> holding =
                flows.all().stream().filter(flow -> flow.holdout() > 0).toList();
        Map<String, Lift> lifts = new TreeMap<>();
        if (!holding.isEmpty()) {
            Trials trials = trials(tallies, store, today);
            holding.forEach(flow -> Lift.of(flow, trials).ifPresent(lift -> lifts.put(flow.name(), lift)));
        }
        return lifts;
    }
}
