package comeback.count;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import comeback.commit.DueItems.DueItem;
import comeback.customer.OrderId;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.report.Trial;
import comeback.table.DynamoCustomers;
import comeback.table.DynamoMessages;
import comeback.table.DynamoTallies;
import comeback.table.DynamoTimelines;
import comeback.table.Keys;
import comeback.wiring.LogLine;
import comeback.wiring.SignedJson;
import comeback.wiring.Surroundings;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * Called with changes of the table: messages that are settled, customers whose orders changed, and coupons (the event source's
 * filter lets only those through). It is one function that counts and tells, because a stream takes two readers, and the
 * sender is the other. A batch that fails is halved by Lambda until the record is alone that it fails at.
 */
public final class CountHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final Counting counting;
    private final Optional<Announcing> announcing;

    /** As Lambda makes it. */
    public CountHandler() {
        this(Surroundings.ofLambda());
    }

    private CountHandler(Surroundings lambda) {
        this(
                new Counting(
                        lambda.stores(),
                        lambda.customers(),
                        new DynamoMessages(lambda.dynamo(), lambda.table()),
                        new DynamoTimelines(lambda.dynamo(), lambda.table()),
                        new DynamoTallies(lambda.dynamo(), lambda.table()),
                        InstantSource.system()),
                announcing(lambda));
    }

    /**
     * Makes it.
     *
     * @param announcing absent where nobody listens
     */
    public CountHandler(Counting counting, Optional<Announcing> announcing) {
        this.counting = counting;
        this.announcing = announcing;
    }

    private static Optional<Announcing> announcing(Surroundings lambda) {
        return Optional.ofNullable(lambda.environment().get("EVENT_BUS"))
                .filter(bus -> !bus.isBlank())
                .map(bus -> new Announcing(
                        new DynamoMessages(lambda.dynamo(), lambda.table()),
                        new EventBusAnnouncements(events(lambda), bus)));
    }

    private static SignedJson events(Surroundings lambda) {
        return new SignedJson(
                lambda.http(),
                DefaultCredentialsProvider.builder().build(),
                lambda.need("AWS_REGION"),
                new SignedJson.Service("events", "AWSEvents", "1.1", URI.create(lambda.need("EVENT_BUS_PLACE"))));
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        Set<Hint> hints = new LinkedHashSet<>();
        event.getRecords().forEach(record -> hint(record).ifPresent(hints::add));
        int counted = counting.count(hints);
        // After the counting, which may be done again: a bus that takes nothing holds up no report of what went before.
        int told = announcing.map(all -> all.announce(event.getRecords())).orElse(0);
        context.getLogger()
                .log(LogLine.of(Json.print(new Tree()
                        .with("did", "count")
                        .with("hints", hints.size())
                        .with("counted", counted)
                        .with("told", told)
                        .toMap())));
        return new StreamsEventResponse(List.of());
    }

    private static Optional<Hint> hint(DynamodbStreamRecord record) {
        var keys = record.getDynamodb().getKeys();
        Optional<DueItem> item = Keys.dueItem(
                requireNonNull(keys.get("pk")).getS(),
                requireNonNull(keys.get("sk")).getS());
        return item.flatMap(found -> switch (found) {
            case DueItem.OfMessage message -> Optional.of(new Hint.Settled(message.store(), message.id()));
            case DueItem.OfCustomer customer -> sold(record, customer);
            case DueItem.OfWave wave -> Optional.empty();
            case DueItem.OfBestsellers bestsellers -> Optional.empty();
        });
    }

    private static Optional<Hint> sold(DynamodbStreamRecord record, DueItem.OfCustomer customer) {
        List<String> orders = lines(record, DynamoCustomers.SOLD);
        List<String> trials = lines(record, DynamoCustomers.TRIED);
        return orders.isEmpty() && trials.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hint.Sold(
                        customer.store(),
                        customer.id(),
                        orders.stream().map(OrderId::new).toList(),
                        trials.stream().map(Trial::of).toList()));
    }

    private static List<String> lines(DynamodbStreamRecord record, String attribute) {
        return Optional.ofNullable(record.getDynamodb().getNewImage())
                .map(image -> image.get(attribute))
                .map(text -> Stream.of(text.getS().split("\n", -1))
                        .filter(line -> !line.isBlank())
                        .toList())
                .orElse(List.of());
    }
}
