package comeback.wiring;

import comeback.commit.CustomerDecisions.DecisionLog;
import comeback.customer.CustomerId;
import comeback.flow.Decision;
import comeback.flow.Reason;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.store.Store;
import java.io.PrintStream;
import java.time.Instant;

/** One JSON line a decision, on the standard output, which Lambda takes as its log. Nothing personal is in it. */
public final class PrintedDecisions implements DecisionLog {
    private final PrintStream out;

    public PrintedDecisions(PrintStream out) {
        this.out = out;
    }

    @Override
    public void decided(Store store, CustomerId customer, String input, Decision decision) {
        out.println(Json.print(new Tree()
                .with("store", store.id().value())
                .with("customer", customer.value())
                .with("input", input)
                .with(
                        "decided",
                        decision.why().stream().map(PrintedDecisions::words).toList())
                .with("nextWaking", decision.next().alarmAt().map(Instant::toString))
                .toMap()));
    }

    private static String words(Reason reason) {
        return reason.flow() + " " + reason.verdict() + ": " + reason.text();
    }
}
