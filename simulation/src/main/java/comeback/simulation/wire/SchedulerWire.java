package comeback.simulation.wire;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Outage;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Scheduler's CreateSchedule over REST-JSON. */
final class SchedulerWire implements Service {
    private static final Pattern PATH = Pattern.compile("/schedules/([0-9a-zA-Z-_.]{1,64})");
    private static final Pattern AT = Pattern.compile("at\\((\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\)");

    private final Clockwork clockwork;

    /** The client's token that made each schedule. */
    private final Map<String, String> tokens = new HashMap<>();

    /** What rings. */
    interface Clockwork {
        /** Whether it was set; not when one of that name stands. */
        boolean set(String name, Instant at, Map<String, String> input);
    }

    SchedulerWire(Clockwork clockwork) {
        this.clockwork = clockwork;
    }

    @Override
    public Asked asked(SdkHttpRequest request, Map<String, Object> body) {
        Matcher path = PATH.matcher(request.encodedPath());
        boolean isKnown = path.matches() && request.method().name().equals("POST");
        String name = isKnown ? path.group(1) : request.encodedPath();
        Supplier<Reply> create = () -> isKnown ? create(name, Fields.of(body)) : invalid("no schedule " + name);
        return new Asked("CreateSchedule", name, Outage.Service.SCHEDULER, Harm.OF_WRITES, create);
    }

    private Reply create(String name, Fields body) {
        Fields target = body.objectOrEmpty("Target");
        Matcher at = AT.matcher(body.text("ScheduleExpression").orElse(""));
        if (!at.matches() || !body.text("ScheduleExpressionTimezone").equals(Optional.of("UTC"))) {
            return invalid("Invalid Schedule Expression");
        }
        if (target.text("Arn").isEmpty()
                || target.text("RoleArn").isEmpty()
                || body.objectOrEmpty("FlexibleTimeWindow").text("Mode").isEmpty()
                || !body.text("ActionAfterCompletion").equals(Optional.of("DELETE"))) {
            return invalid("a member is missing, or unknown to the simulator");
        }
        Map<String, String> input = new HashMap<>();
        Json.parseOwn(target.text("Input").orElse("{}")).forEach((key, value) -> input.put(key, String.valueOf(value)));
        String token = body.text("ClientToken").orElse("");
        Instant rings = LocalDateTime.parse(at.group(1)).toInstant(ZoneOffset.UTC);
        if (clockwork.set(name, rings, input)) {
            tokens.put(name, token);
        } else if (token.isEmpty() || !token.equals(tokens.get(name))) {
            return Reply.refused(409, "ConflictException", "Schedule " + name + " already exists.");
        }
        return Reply.done(Map.of("ScheduleArn", "arn:aws:scheduler:eu-west-1:123456789012:schedule/comeback/" + name));
    }

    private static Reply invalid(String why) {
        return Reply.refused(400, "ValidationException", why);
    }
}
