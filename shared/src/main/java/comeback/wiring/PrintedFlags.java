package comeback.wiring;

import comeback.commit.Flags;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.message.Message;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Flags as log lines in CloudWatch's embedded metric format: the line is for a person, and CloudWatch makes of it the
 * metric {@value #METRIC} of the namespace {@value #NAMESPACE}, by store and for all stores together, on which
 * template.yaml's alarm stands. Ids only, nothing personal.
 */
public final class PrintedFlags implements Flags {
    private static final String NAMESPACE = "Comeback";
    private static final String METRIC = "FlaggedMessages";

    private final PrintStream out;

    public PrintedFlags(PrintStream out) {
        this.out = out;
    }

    @Override
    public void flagged(Message message, Instant now) {
        out.println(Json.print(new Tree()
                .with("_aws", Map.of("Timestamp", now.toEpochMilli(), "CloudWatchMetrics", List.of(directive())))
                .with("store", message.store().value())
                .with(METRIC, 1)
                .with("message", message.id().value())
                .with("flow", message.flow())
                .with("state", message.state().label())
                .toMap()));
    }

    private static Map<String, Object> directive() {
        return Map.of(
                "Namespace",
                NAMESPACE,
                "Dimensions",
                List.of(List.of("store"), List.of()),
                "Metrics",
                List.of(Map.of("Name", METRIC, "Unit", "Count")));
    }
}
