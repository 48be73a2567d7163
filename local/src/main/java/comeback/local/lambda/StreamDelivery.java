package comeback.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import comeback.local.aws.LocalDynamo;
import comeback.local.aws.TableStream;
import comeback.local.clock.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * The table's stream, read as Lambda reads it for one of its two readers: in order, in batches, only what the event source
 * mapping's filter lets through. A batch goes on after the records that were done; the rest is tried again, later and
 * later, and is given up after a few attempts, as in template.yaml.
 */
public final class StreamDelivery implements Due {
    private static final int ATTEMPTS_MAX = 5;
    private static final Set<String> SETTLED = Set.of("ACCEPTED", "SKIPPED", "FAILED", "UNKNOWN");
    private static final Duration FIRST_RETRY_AFTER = Duration.ofSeconds(1);

    private final LocalDynamo dynamo;
    private final Invocations invocations;
    private final Reader reader;
    private final InstantSource clock;
    private final Incidents incidents;
    private final Consumer<List<Record>> watcher;
    private final List<Record> waiting = new ArrayList<>();
    private TableStream stream;
    private Instant notBefore = Instant.EPOCH;
    private Instant firstAt = Instant.EPOCH;
    private int attempts;

    /**
     * An event source mapping, as in template.yaml.
     *
     * @param name of the function
     * @param filter what it is called with
     * @param most so many at once
     * @param window so long more is waited for
     */
    private record Reader(
            String name,
            RequestHandler<DynamodbEvent, StreamsEventResponse> function,
            Predicate<Record> filter,
            int most,
            Duration window) {}

    /** For {@code send}: every message that is due. */
    public static StreamDelivery toSend(
            LocalDynamo dynamo,
            Invocations invocations,
            Functions functions,
            InstantSource clock,
            Incidents incidents,
            Consumer<List<Record>> watcher) {
        var reader = new Reader("send", functions.send(), StreamDelivery::isDue, 10, Duration.ZERO);
        return new StreamDelivery(dynamo, invocations, reader, clock, incidents, watcher);
    }

    /** For {@code count}: what became of messages and orders, a minute's worth at a time. */
    public static StreamDelivery toCount(
            LocalDynamo dynamo,
            Invocations invocations,
            Functions functions,
            InstantSource clock,
            Incidents incidents) {
        var reader = new Reader("count", functions.count(), StreamDelivery::counts, 100, Duration.ofMinutes(1));
        return new StreamDelivery(dynamo, invocations, reader, clock, incidents, records -> {});
    }

    /**
     * Reads from the beginning of the stream.
     *
     * @param watcher sees every record, before the filter
     */
    private StreamDelivery(
            LocalDynamo dynamo,
            Invocations invocations,
            Reader reader,
            InstantSource clock,
            Incidents incidents,
            Consumer<List<Record>> watcher) {
        this.dynamo = dynamo;
        this.invocations = invocations;
        this.reader = reader;
        this.clock = clock;
        this.incidents = incidents;
        this.watcher = watcher;
        stream = dynamo.stream();
    }

    @Override
    public Optional<Instant> next() {
        List<Record> records = stream.read();
        watcher.accept(records);
        if (waiting.isEmpty()) {
            firstAt = clock.instant();
        }
        records.stream().filter(reader.filter()).forEach(waiting::add);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Instant full = waiting.size() >= reader.most() ? Instant.EPOCH : firstAt.plus(reader.window());
        return Optional.of(full.isAfter(notBefore) ? full : notBefore);
    }

    @Override
    public void work(Instant now) {
        List<Record> batch = List.copyOf(waiting.subList(0, Math.min(reader.most(), waiting.size())));
        int done = invocations
                .call(reader.name(), reader.function(), StreamRecords.event(batch, stream.arn()))
                .map(response -> doneOf(batch, response))
                .orElse(0);
        waiting.subList(0, done).clear();
        firstAt = now;
        if (done > 0) {
            attempts = 0;
        }
        if (done < batch.size()) {
            tryAgainOrGiveUp();
        } else {
            notBefore = Instant.EPOCH;
        }
    }

    /** Starts at the beginning of a new table's stream. */
    public void clear() {
        waiting.clear();
        attempts = 0;
        notBefore = Instant.EPOCH;
        stream = dynamo.stream();
    }

    private void tryAgainOrGiveUp() {
        attempts++;
        if (attempts < ATTEMPTS_MAX) {
            notBefore = clock.instant().plus(FIRST_RETRY_AFTER.multipliedBy(1L << (attempts - 1)));
            return;
        }
        Record givenUp = waiting.removeFirst();
        incidents.happened(
                "A record on the stream for the function " + reader.name() + " was given up after " + attempts
                        + " attempts.",
                "In the cloud it lies in the dead-letter queue now: "
                        + givenUp.dynamodb().keys());
        attempts = 0;
        notBefore = Instant.EPOCH;
    }

    /** The same filters as the event source mappings in template.yaml. */
    private static boolean isDue(Record record) {
        var state = record.dynamodb().newImage().get("state");
        return record.eventName() != OperationType.REMOVE && state != null && "DUE".equals(state.s());
    }

    private static boolean counts(Record record) {
        var image = record.dynamodb().newImage();
        var state = image.get("state");
        return record.eventName() != OperationType.REMOVE
                && (image.containsKey("sold")
                        || image.containsKey("tried")
                        || isTold(image.get("event"))
                        || (state != null && SETTLED.contains(state.s())));
    }

    private static boolean isTold(@Nullable AttributeValue event) {
        return event != null && event.s() != null && event.s().startsWith("coupon.");
    }

    /** Lambda goes on before the first record that is named as failed; a name it does not know means all of them. */
    private static int doneOf(List<Record> batch, StreamsEventResponse response) {
        var failures = response.getBatchItemFailures();
        if (failures == null || failures.isEmpty()) {
            return batch.size();
        }
        return failures.stream()
                .mapToInt(failure -> Math.max(0, place(batch, failure.getItemIdentifier())))
                .min()
                .orElse(0);
    }

    private static int place(List<Record> batch, String sequenceNumber) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i).dynamodb().sequenceNumber().equals(sequenceNumber)) {
                return i;
            }
        }
        return 0;
    }
}
