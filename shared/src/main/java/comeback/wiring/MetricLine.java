package comeback.wiring;

import comeback.json.Json;
import comeback.json.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A log line that is also a metric (CloudWatch's embedded metric format): CloudWatch makes metrics of the namespace
 * {@value #NAMESPACE} of its numbers, and the rest is for a person. What {@link #by} names is a dimension, and every value
 * of it is a metric that is paid for: only what there are few of, such as flows, never a customer or a message.
 */
public final class MetricLine {
    static final String NAMESPACE = "Comeback";

    private final List<Map<String, Object>> metrics = new ArrayList<>();
    private final List<List<String>> dimensions = new ArrayList<>(List.of(List.of()));
    private final Tree fields = new Tree();

    /** A number of things. */
    public MetricLine count(String metric, long number) {
        return metric(metric, "Count", number);
    }

    /** A time that something took or takes. */
    public MetricLine seconds(String metric, long seconds) {
        return metric(metric, "Seconds", seconds);
    }

    /** Makes each metric once more for each value of this field, beside the one for all of them together. */
    public MetricLine by(String name, String value) {
        dimensions.addFirst(List.of(name));
        return with(name, value);
    }

    /** What a person wants to know beside the numbers. Ids and names of ours only. */
    public MetricLine with(String name, String value) {
        fields.with(name, value);
        return this;
    }

    private MetricLine metric(String name, String unit, long number) {
        metrics.add(Map.of("Name", name, "Unit", unit));
        fields.with(name, number);
        return this;
    }

    /** The line, as of this time. */
    public String at(Instant time) {
        var directive = Map.of("Namespace", NAMESPACE, "Dimensions", dimensions, "Metrics", metrics);
        var line = new Tree()
                .with("_aws", Map.of("Timestamp", time.toEpochMilli(), "CloudWatchMetrics", List.of(directive)));
        fields.toMap().forEach(line::with);
        return Json.print(line.toMap());
    }
}
