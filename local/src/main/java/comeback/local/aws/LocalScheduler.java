package comeback.local.aws;

import comeback.json.Fields;
import comeback.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * EventBridge Scheduler on a laptop: one-time schedules that fire at their minute. AWS looks at no seconds either; an
 * {@code at()} that has passed fires at once, which AWS leaves open.
 */
public final class LocalScheduler implements AutoCloseable, RestJsonServer.Calls {
    private static final Pattern PATH = Pattern.compile("/schedules/([^/]+)");
    private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z-_.]{1,64}");
    private static final Pattern AT = Pattern.compile("at\\((\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\)");
    private static final Set<String> GROUPS = Set.of("default", Aws.SCHEDULE_GROUP);

    private final InstantSource clock;
    private final RestJsonServer server;
    private final NavigableMap<String, Schedule> schedules = new TreeMap<>();
    private long created;

    public LocalScheduler(Faults faults, InstantSource clock) throws IOException {
        this.clock = clock;
        server = new RestJsonServer(Fault.Service.SCHEDULER, faults, this);
    }

    URI uri() {
        return server.uri();
    }

    /** When the next one fires. */
    public synchronized Optional<Instant> next() {
        return first().map(Schedule::fires);
    }

    /** Fires the one whose turn it is: what its target gets. It is done then, or gone if it asked for that. */
    public synchronized Optional<String> fire() {
        Optional<Schedule> first = first();
        first.ifPresent(schedule -> {
            if (schedule.isDeletedAfterCompletion()) {
                schedules.remove(schedule.name());
            } else {
                schedules.put(schedule.name(), schedule.done());
            }
        });
        return first.map(schedule -> Fields.of(schedule.request())
                .objectOrEmpty("Target")
                .text("Input")
                .orElse("{}"));
    }

    /** How many CreateSchedule calls were accepted since the start: each is a call that AWS would count. */
    public synchronized long created() {
        return created;
    }

    public synchronized void clear() {
        schedules.clear();
        created = 0;
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public String operation(String method, String path) {
        if (!PATH.matcher(path).matches()) {
            return method + " " + path;
        }
        return switch (method) {
            case "POST" -> "CreateSchedule";
            case "GET" -> "GetSchedule";
            case "DELETE" -> "DeleteSchedule";
            default -> method + " " + path;
        };
    }

    @Override
    public synchronized WireAnswer answer(String operation, URI uri, Fields body) {
        Matcher path = PATH.matcher(uri.getPath());
        String name = path.matches() ? path.group(1) : "";
        return switch (operation) {
            case "CreateSchedule" -> create(name, body);
            case "GetSchedule" -> get(name);
            case "DeleteSchedule" -> schedules.remove(name) == null ? unknown(name) : new WireAnswer.Done(Map.of());
            default ->
                new WireAnswer.Refused(
                        404, "UnknownOperationException", "The local Scheduler does not know " + operation + ".");
        };
    }

    @Override
    public WireAnswer.Refused refusal(Fault.Kind kind) {
        return switch (kind) {
            case THROTTLE, RATE, PAUSE, QUOTA -> new WireAnswer.Refused(429, "ThrottlingException", "Rate exceeded");
            case ERROR, TIMEOUT -> new WireAnswer.Refused(500, "InternalServerException", "Internal failure.");
            case REFUSE -> new WireAnswer.Refused(402, "ServiceQuotaExceededException", "Too many schedules.");
        };
    }

    private Optional<Schedule> first() {
        return schedules.values().stream()
                .filter(schedule -> !schedule.isDone())
                .min(Comparator.comparing(Schedule::fires).thenComparing(Schedule::name));
    }

    private WireAnswer create(String name, Fields body) {
        Optional<String> mistake = mistake(name, body);
        if (mistake.isPresent()) {
            return new WireAnswer.Refused(400, "ValidationException", mistake.get());
        }
        String group = body.text("GroupName").orElse("default");
        if (!GROUPS.contains(group)) {
            return new WireAnswer.Refused(
                    404, "ResourceNotFoundException", "Schedule group " + group + " does not exist.");
        }
        var request = new LinkedHashMap<>(body.asMap());
        request.remove("ClientToken");
        String token = body.text("ClientToken").orElse("");
        Schedule known = schedules.get(name);
        if (known != null) {
            boolean isTheSameCall = !token.isEmpty()
                    && known.clientToken().equals(token)
                    && known.request().equals(request);
            return isTheSameCall
                    ? new WireAnswer.Done(Map.of("ScheduleArn", arn(group, name)))
                    : new WireAnswer.Refused(409, "ConflictException", "Schedule " + name + " already exists.");
        }
        schedules.put(name, new Schedule(name, fires(body).orElseThrow(), request, token, clock.instant(), false));
        created++;
        return new WireAnswer.Done(Map.of("ScheduleArn", arn(group, name)));
    }

    private static Optional<String> mistake(String name, Fields body) {
        Fields target = body.objectOrEmpty("Target");
        if (!NAME.matcher(name).matches()) {
            return Optional.of("Name must match ^[0-9a-zA-Z-_.]+$ and have at most 64 characters.");
        }
        if (body.objectOrEmpty("FlexibleTimeWindow").text("Mode").isEmpty()) {
            return Optional.of("FlexibleTimeWindow.Mode must not be null.");
        }
        if (target.text("Arn").isEmpty() || target.text("RoleArn").isEmpty()) {
            return Optional.of("Target.Arn and Target.RoleArn must not be null.");
        }
        if (target.text("Input").isPresent()
                && !isJsonObject(target.text("Input").get())) {
            return Optional.of("Target.Input is not a JSON object.");
        }
        return fires(body).isPresent()
                ? Optional.empty()
                : Optional.of("Invalid Schedule Expression "
                        + body.text("ScheduleExpression").orElse("")
                        + "; the local Scheduler takes at(yyyy-mm-ddThh:mm:ss) only.");
    }

    private static boolean isJsonObject(String input) {
        return Json.parse(input.getBytes(StandardCharsets.UTF_8)) instanceof Json.Parsed.Value;
    }

    private static Optional<Instant> fires(Fields body) {
        Matcher at = AT.matcher(body.text("ScheduleExpression").orElse(""));
        try {
            ZoneId zone = ZoneId.of(body.text("ScheduleExpressionTimezone").orElse("UTC"));
            return at.matches()
                    ? Optional.of(LocalDateTime.parse(at.group(1))
                            .atZone(zone)
                            .toInstant()
                            .truncatedTo(ChronoUnit.MINUTES))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private WireAnswer get(String name) {
        Schedule schedule = schedules.get(name);
        if (schedule == null) {
            return unknown(name);
        }
        var json = new LinkedHashMap<>(schedule.request());
        String group = String.valueOf(json.getOrDefault("GroupName", "default"));
        json.put("Arn", arn(group, name));
        json.put("GroupName", group);
        json.put("Name", name);
        json.put("State", "ENABLED");
        json.putIfAbsent("ActionAfterCompletion", "NONE");
        json.putIfAbsent("ScheduleExpressionTimezone", "UTC");
        for (String date : List.of("CreationDate", "LastModificationDate")) {
            json.put(date, schedule.created().toEpochMilli() / 1000.0);
        }
        return new WireAnswer.Done(json);
    }

    private static WireAnswer unknown(String name) {
        return new WireAnswer.Refused(404, "ResourceNotFoundException", "Schedule " + name + " does not exist.");
    }

    private static String arn(String group, String name) {
        return "arn:aws:scheduler:" + Aws.REGION + ":" + Aws.ACCOUNT + ":schedule/" + group + "/" + name;
    }
}
