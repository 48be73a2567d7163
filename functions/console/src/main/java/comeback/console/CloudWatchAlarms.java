package comeback.console;

import comeback.json.Fields;
import comeback.wiring.SignedJson;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deployment's alarms in CloudWatch. A page is shown also when they cannot be read. */
final class CloudWatchAlarms implements Watch {
    /** There are not so many. */
    private static final int MOST = 100;

    private static final long MILLIS = 1000;

    private final SignedJson cloudWatch;
    private final String stack;

    /**
     * Makes it.
     *
     * @param stack the deployment's name, which its alarms' names begin with
     */
    CloudWatchAlarms(SignedJson cloudWatch, String stack) {
        this.cloudWatch = cloudWatch;
        this.stack = stack;
    }

    @Override
    public Optional<List<Ringing>> ringing() {
        try {
            Fields answer = cloudWatch.call(
                    "DescribeAlarms",
                    Map.of(
                            "AlarmNamePrefix",
                            stack + "-",
                            "AlarmTypes",
                            List.of("MetricAlarm"),
                            "StateValue",
                            "ALARM",
                            "MaxRecords",
                            MOST));
            return Optional.of(answer.objects("MetricAlarms").orElse(List.of()).stream()
                    .map(this::ringing)
                    .toList());
        } catch (UncheckedIOException | IllegalStateException e) {
            System.out.println("{\"alarms\":\"" + e.getClass().getSimpleName() + "\"}");
            return Optional.empty();
        }
    }

    /** CloudFormation names it by the stack, its name in the template, and something of its own. */
    private Ringing ringing(Fields alarm) {
        String name = alarm.text("AlarmName").orElse(stack + "-");
        return new Ringing(
                name.substring(stack.length() + 1).replaceFirst("-[A-Za-z0-9]+$", ""),
                alarm.text("AlarmDescription").orElse(""),
                alarm.decimal("StateUpdatedTimestamp")
                        .map(seconds -> Instant.ofEpochMilli(
                                seconds.multiply(BigDecimal.valueOf(MILLIS)).longValue()))
                        .orElse(Instant.EPOCH));
    }
}
