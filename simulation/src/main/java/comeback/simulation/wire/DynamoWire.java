package comeback.simulation.wire;

import comeback.commit.DueItems.DueItem;
import comeback.simulation.dynamo.Answer;
import comeback.simulation.dynamo.Table;
import comeback.simulation.edge.Edge;
import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Outage;
import comeback.table.Keys;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpRequest;

/** DynamoDB over JSON 1.0. Its index lags: now and then it answers what it answered before, or nothing. */
final class DynamoWire implements Service {
    private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query");

    private final Table table;
    private final Optional<Edge> edge;
    private final Map<String, Reply> earlier = new HashMap<>();

    /**
     * Makes it.
     *
     * @param edge where it is drawn whether the index lags, if it ever does
     */
    DynamoWire(Table table, Optional<Edge> edge) {
        this.table = table;
        this.edge = edge;
    }

    @Override
    public Asked asked(SdkHttpRequest request, Map<String, Object> body) {
        String target = request.firstMatchingHeader("X-Amz-Target").orElse("");
        String operation = target.substring(target.lastIndexOf('.') + 1);
        boolean isOfIndex = body.containsKey("IndexName");
        String about = about(body);
        Supplier<Reply> effect = () -> reply(operation, body);
        Optional<Harm> lag =
                isOfIndex ? edge.flatMap(it -> it.delivery("Index", about, Harm.OF_INDEXES)) : Optional.empty();
        return new Asked(
                isOfIndex ? "Query due" : operation,
                about,
                Outage.Service.TABLE,
                READS.contains(operation) ? Harm.OF_READS : Harm.OF_WRITES,
                isOfIndex && edge.isPresent() ? () -> lagging(part(about), effect.get(), lag) : effect);
    }

    private Reply reply(String operation, Map<String, Object> body) {
        Answer answer = table.call(operation, body);
        return new Reply(answer.status(), "", answer.body());
    }

    private Reply lagging(String part, Reply now, Optional<Harm> lag) {
        Reply nothing = Reply.done(Map.of("Items", List.of(), "Count", 0, "ScannedCount", 0));
        Reply before = Optional.ofNullable(earlier.put(part, now)).orElse(nothing);
        return lag.map(harm -> harm == Harm.STALE ? before : nothing).orElse(now);
    }

    private static String part(String about) {
        return about.substring(0, Math.max(0, about.indexOf(',')));
    }

    /** Whom it concerns: the first item that it names, or what is looked for. */
    private static String about(Map<String, Object> body) {
        if (body.get("KeyConditionExpression") != null) {
            Map<String, Object> values = new TreeMap<>();
            ((Map<?, ?>) Optional.ofNullable(body.get("ExpressionAttributeValues"))
                            .orElse(Map.of()))
                    .forEach((name, value) -> values.put(String.valueOf(name), value));
            return String.join(
                    ",", values.values().stream().map(DynamoWire::plain).toList());
        }
        return keys(body).sorted().findFirst().orElse("");
    }

    private static Stream<String> keys(Object json) {
        return switch (json) {
            case Map<?, ?> map
            when map.get("pk") instanceof Map<?, ?> pk && map.get("sk") instanceof Map<?, ?> sk ->
                Stream.of(named(plain(pk), plain(sk)));
            case Map<?, ?> map when map.get("TransactItems") instanceof List<?> all -> keys(all.getFirst());
            case Map<?, ?> map -> map.values().stream().flatMap(DynamoWire::keys);
            case Collection<?> list -> list.stream().flatMap(DynamoWire::keys);
            default -> Stream.of();
        };
    }

    private static String plain(Object attribute) {
        return attribute instanceof Map<?, ?> map
                ? String.valueOf(map.values().iterator().next())
                : "";
    }

    private static String named(String pk, String sk) {
        return Keys.dueItem(pk, sk)
                .map(item -> switch (item) {
                    case DueItem.OfMessage(var store, var id) -> id.value();
                    case DueItem.OfCustomer(var store, var id) -> id.value();
                    case DueItem.OfWave(var store, var id) -> store + "/" + id;
                    case DueItem.OfBestsellers(var store) -> store.value();
                })
                .orElse(pk + "/" + sk);
    }
}
