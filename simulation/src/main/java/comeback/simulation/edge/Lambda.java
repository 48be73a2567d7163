package comeback.simulation.edge;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import comeback.message.Message;
import comeback.simulation.time.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs the functions as Lambda does: with a limit, again when they fail, and now and then twice. Limits are template.yaml's. */
public final class Lambda {
    private static final Duration HTTP_LIMIT = Duration.ofSeconds(29);
    private static final Duration WAKE_LIMIT = Duration.ofSeconds(60);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(30);
    private static final Duration FEEDBACK_LIMIT = Duration.ofSeconds(30);
    private static final List<Duration> RETRIES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));
    private static final int STREAM_ATTEMPTS_MAX = 5;
    private static final int TWICE_SECONDS_MAX = 600;

    private final Edge edge;
    private final Dice dice;
    private final Consumer<String> logged;
    private final Deque<Functions> idle = new ArrayDeque<>();
    private Optional<Supplier<Functions>> deployed = Optional.empty();
    private int invocations;
    private int givenUp;
    private int failures;
    private int streamed;

    public Lambda(Edge edge, Dice dice, Consumer<String> logged) {
        this.edge = edge;
        this.dice = dice;
        this.logged = logged;
    }

    /**
     * The functions need the table, and the table's stream needs them.
     *
     * @param functions starts an environment: what it remembers, the next run in it finds, and no other
     */
    public void deploy(Supplier<Functions> functions) {
        deployed = Optional.of(functions);
    }

    long roll(String purpose, String about) {
        return dice.roll(purpose, about, 0);
    }

    /** A request through API Gateway; nothing when no answer came. */
    public Optional<APIGatewayV2HTTPResponse> ingest(APIGatewayV2HTTPEvent request) {
        return answered(() -> run(
                "ingest", HTTP_LIMIT, (functions, context) -> functions.ingest().handleRequest(request, context)));
    }

    /** A request through API Gateway; nothing when no answer came. */
    public Optional<APIGatewayV2HTTPResponse> shopper(APIGatewayV2HTTPEvent request) {
        return answered(() -> run(
                "shopper",
                HTTP_LIMIT,
                (functions, context) -> functions.shopper().handleRequest(request, context)));
    }

    /** An alarm rings. */
    void wake(Instant at, String about, Map<String, String> input) {
        // What Scheduler keeps is held to the same as what is logged.
        logged.accept(input.toString());
        edge.time()
                .at(
                        at,
                        () -> asynchronous(
                                "wake",
                                about,
                                0,
                                () -> run(
                                        "wake",
                                        WAKE_LIMIT,
                                        (functions, context) -> functions.wake().handleRequest(input, context))));
    }

    /** The sweeper's five minutes are over; says whether it came through. */
    public boolean sweep() {
        return answered(() -> run(
                        "sweep",
                        WAKE_LIMIT,
                        (functions, context) -> functions.wake().handleRequest(Map.of("sweep", "true"), context)))
                .isPresent();
    }

    /** SES tells something; {@code done} runs when it was taken. */
    public void feedback(Instant at, String about, ScheduledEvent event, Runnable done) {
        Optional<Harm> harm = edge.delivery("Event", about, Harm.OF_HINTS);
        if (harm.equals(Optional.of(Harm.LOST)) || edge.isOut(Outage.Service.EVENTS)) {
            return;
        }
        Instant comes = harm.equals(Optional.of(Harm.LATE))
                ? at.plus(Duration.ofMinutes(1 + Math.floorMod(roll("late event", about), 240)))
                : at;
        Runnable delivery = () -> asynchronous("feedback", about, 0, () -> {
            String answer = run(
                    "feedback",
                    FEEDBACK_LIMIT,
                    (functions, context) -> functions.feedback().handleRequest(event, context));
            done.run();
            return answer;
        });
        edge.time().at(comes, delivery);
        if (harm.equals(Optional.of(Harm.TWICE))) {
            edge.time().at(comes.plus(soon("event again", about)), delivery);
        }
    }

    /** The table's stream shows a message that is due. */
    public Instant stream(Message message) {
        String about = message.id().value();
        String sequence = Integer.toString(++streamed);
        Instant comes =
                edge.time().instant().plusMillis(120 + Math.floorMod(dice.roll("stream", about, streamed), 400));
        Optional<Harm> harm = edge.delivery("Stream", about, Harm.OF_DELIVERIES);
        Instant shown = harm.equals(Optional.of(Harm.LATE)) ? comes.plus(soon("late stream", about)) : comes;
        DynamodbEvent event = record(message, sequence);
        edge.time().at(shown, () -> streamed(event, 0));
        if (harm.equals(Optional.of(Harm.TWICE))) {
            // Some so soon that the first run is still under way.
            long roll = roll("stream again", about);
            long millis = Math.floorMod(roll, (roll & 64) == 0 ? 12L : 5_000L);
            edge.time().at(shown.plusMillis(millis), () -> streamed(event, 0));
        }
        return shown;
    }

    private void streamed(DynamodbEvent event, int before) {
        Optional<StreamsEventResponse> answer = answered(() ->
                run("send", SEND_LIMIT, (functions, context) -> functions.send().handleRequest(event, context)));
        boolean isDone =
                answer.filter(it -> it.getBatchItemFailures().isEmpty()).isPresent();
        if (isDone) {
            return;
        }
        failures++;
        if (before + 1 < STREAM_ATTEMPTS_MAX) {
            edge.time().after(Duration.ofSeconds(1L << before), () -> streamed(event, before + 1));
        } else {
            givenUp++;
        }
    }

    private static DynamodbEvent record(Message message, String sequence) {
        var change = new StreamRecord();
        change.setKeys(Map.of(
                "pk", new AttributeValue().withS("S#" + message.store() + "#M#" + message.id()),
                "sk", new AttributeValue().withS("MESSAGE")));
        change.setSequenceNumber(sequence);
        var record = new DynamodbEvent.DynamodbStreamRecord();
        record.setEventName("MODIFY");
        record.setDynamodb(change);
        var event = new DynamodbEvent();
        event.setRecords(List.of(record));
        return event;
    }

    private void asynchronous(String function, String about, int before, Supplier<String> call) {
        if (answered(call).isPresent()) {
            boolean isTwice = before == 0
                    && edge.delivery("Invoke " + function, about, Harm.OF_DELIVERIES)
                            .equals(Optional.of(Harm.TWICE));
            if (isTwice) {
                edge.time().after(soon("invoked again", about), () -> asynchronous(function, about, 1, call));
            }
            return;
        }
        failures++;
        if (before < RETRIES.size()) {
            edge.time().after(RETRIES.get(before), () -> asynchronous(function, about, before + 1, call));
        } else {
            givenUp++;
        }
    }

    private Duration soon(String purpose, String about) {
        return Duration.ofSeconds(Math.floorMod(roll(purpose, about), TWICE_SECONDS_MAX));
    }

    /** A function's run; nothing when it died or failed. This is where Lambda catches whatever a function throws. */
    private static <T> Optional<T> answered(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (RuntimeException | Death gone) {
            return Optional.empty();
        }
    }

    /** In an environment in which nobody runs; one in which somebody died is not used again. */
    private <T> T run(String function, Duration limit, BiFunction<Functions, RunContext, T> handler) {
        invocations++;
        Functions environment = idle.isEmpty() ? deployed.orElseThrow().get() : idle.removeLast();
        Instant deadline = edge.time().instant().plus(limit);
        RunContext context = new RunContext(function, deadline, edge.time(), logged);
        try {
            T answer = edge.run(new Invocation(function, deadline), () -> handler.apply(environment, context));
            idle.add(environment);
            return answer;
        } catch (RuntimeException failed) {
            idle.add(environment);
            throw failed;
        }
    }

    public int invocations() {
        return invocations;
    }

    /** What would lie in a dead-letter queue. */
    public int givenUp() {
        return givenUp;
    }

    public int failures() {
        return failures;
    }
}
