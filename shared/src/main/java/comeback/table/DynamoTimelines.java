package comeback.table;

import comeback.commit.LogEntry;
import comeback.commit.Timelines;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.store.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Timelines in the table: one query for each place that the customer has lain at, of which there are eleven at most. */
public final class DynamoTimelines implements Timelines {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoTimelines(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Page page(StoreId store, Customer customer, Optional<Place> before, int limit) {
        List<LogEntry> read = Stream.concat(Stream.of(customer.id()), customer.identity().formerIds().stream())
                .distinct()
                .flatMap(place -> linesAt(store, place, before, limit + 1).stream())
                .sorted(NEWEST_FIRST)
                .limit(limit + 1L)
                .toList();
        return Page.of(read, limit);
    }

    private List<LogEntry> linesAt(StoreId store, CustomerId place, Optional<Place> before, int limit) {
        List<LogEntry> lines = new ArrayList<>();
        Map<String, AttributeValue> after =
                before.map(line -> Keys.log(store, place, line.at(), line.id())).orElse(Map.of());
        // A query stops at 1 MB; a page that was cut there would hide lines of this place behind another's older ones.
        do {
            QueryResponse answer = dynamo.query(query(store, place, after, limit - lines.size()));
            answer.items().stream().map(Item::new).map(Keys::logLine).forEach(lines::add);
            after = answer.lastEvaluatedKey();
        } while (!after.isEmpty() && lines.size() < limit);
        return lines;
    }

    private QueryRequest query(StoreId store, CustomerId place, Map<String, AttributeValue> after, int limit) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("#pk = :place AND begins_with(#sk, :log)")
                .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                .expressionAttributeValues(Keys.logsOf(store, place))
                .scanIndexForward(false)
                .consistentRead(true)
                .limit(limit);
        return after.isEmpty() ? query.build() : query.exclusiveStartKey(after).build();
    }
}
