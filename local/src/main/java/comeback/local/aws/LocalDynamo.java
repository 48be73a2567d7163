package comeback.local.aws;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in this JVM, with the table as template.yaml describes it. The functions reach it over HTTP, where
 * faults may strike; the local world itself looks at it directly, where none do.
 *
 * <p>It is put together here instead of by AWS's own ServerRunner, because that one listens on every interface and
 * calls home unless told not to; nothing here switches its telemetry on.
 */
public final class LocalDynamo implements AutoCloseable {
    /** What waits in the due index for the functions; what waits there for a person is not due. */
    private static final List<String> DUE_QUEUES = List.of("D#", "R#", "M#");

    /** Who waits there for the night. */
    private static final List<String> NIGHT_QUEUES = List.of("N#");

    /** How many partitions each queue of the index of what is due has. */
    private static final int DUE_PARTITIONS = 8;

    private static final int DUE_PAGE = 100;
    private static final int EVERY_AUTHORITY = 0;
    private static final String KEY = "local";

    private final LocalDynamoDBRequestHandler database;
    private final LocalDynamoDBServerHandler protocol;
    private final Server server;
    private final DynamoFaults door;
    private final Map<List<String>, Optional<Long>> earliestDue = new HashMap<>();
    private long earliestDueAtWrites = -1;

    /** Starts to listen; the table is there then. */
    public LocalDynamo(Faults faults) throws Exception {
        database = new LocalDynamoDBRequestHandler(EVERY_AUTHORITY, true, null, true, false);
        protocol = new LocalDynamoDBServerHandler(database, "*");
        var threads = new QueuedThreadPool(16, 2);
        threads.setDaemon(true);
        server = new Server(threads);
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        door = new DynamoFaults(protocol, faults);
        server.setHandler(door);
        server.start();
        createTable();
    }

    URI uri() {
        return Loopback.uri(((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    /** The table's stream; a new one after {@link #clear}. */
    public TableStream stream() {
        var table = database.describeTable(
                KEY,
                Aws.REGION,
                DescribeTableRequest.builder().tableName(Aws.TABLE).build());
        return new TableStream(database, table.table().latestStreamArn(), door::writes);
    }

    /**
     * The earliest due time that any item of the table carries, in seconds since 1970. The local world asks for it at
     * every step of its clock, so it is looked up again only after a write.
     */
    public synchronized Optional<Long> earliestDue() {
        return earliestOf(DUE_QUEUES);
    }

    /** When the first review is due, in seconds since 1970. */
    public synchronized Optional<Long> earliestReview() {
        return earliestOf(NIGHT_QUEUES);
    }

    private Optional<Long> earliestOf(List<String> queues) {
        long writes = door.writes();
        if (earliestDueAtWrites != writes) {
            earliestDue.clear();
            earliestDueAtWrites = writes;
        }
        return earliestDue.computeIfAbsent(queues, this::lookUp);
    }

    /** All that is kept, of every kind. */
    public List<Map<String, AttributeValue>> items() {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, AttributeValue> last = Map.of();
        do {
            var all = ScanRequest.builder().tableName(Aws.TABLE);
            var page = database.scan(
                    KEY,
                    Aws.REGION,
                    last.isEmpty() ? all.build() : all.exclusiveStartKey(last).build());
            items.addAll(page.items());
            last = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (!last.isEmpty());
        return items;
    }

    /** A small world's index fits into a page: one look at all of it, where a look at each partition would be 32. */
    private Optional<Long> lookUp(List<String> queues) {
        var page = database.scan(
                KEY,
                Aws.REGION,
                ScanRequest.builder()
                        .tableName(Aws.TABLE)
                        .indexName("due")
                        .limit(DUE_PAGE)
                        .build());
        if (page.hasLastEvaluatedKey()) {
            return queues.stream()
                    .flatMap(queue -> IntStream.range(0, DUE_PARTITIONS).mapToObj(part -> queue + part))
                    .map(this::earliestDue)
                    .flatMap(Optional::stream)
                    .min(Long::compare);
        }
        return page.items().stream()
                .filter(item -> queues.stream().anyMatch(text(item, "duePartition")::startsWith))
                .flatMap(item -> Stream.ofNullable(item.get("dueAt")))
                .map(dueAt -> Long.valueOf(dueAt.n()))
                .min(Long::compare);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    /** How many calls of each kind came over HTTP. */
    public Map<String, Long> calls() {
        return door.calls();
    }

    /** An empty table. */
    public synchronized void clear() {
        earliestDueAtWrites = -1;
        database.deleteTable(
                KEY,
                Aws.REGION,
                DeleteTableRequest.builder().tableName(Aws.TABLE).build());
        createTable();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            // Jetty declares no narrower one; what is left over ends with this JVM.
            throw new IllegalStateException("DynamoDB Local does not stop", e);
        }
        protocol.close();
    }

    private Optional<Long> earliestDue(String partition) {
        var first = database.query(
                KEY,
                Aws.REGION,
                QueryRequest.builder()
                        .tableName(Aws.TABLE)
                        .indexName("due")
                        .keyConditionExpression("duePartition = :partition")
                        .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition)))
                        .limit(1)
                        .build());
        return first.items().stream()
                .flatMap(item -> Stream.ofNullable(item.get("dueAt")))
                .map(dueAt -> Long.valueOf(dueAt.n()))
                .findFirst();
    }

    private void createTable() {
        var due = GlobalSecondaryIndex.builder()
                .indexName("due")
                .keySchema(key("duePartition", KeyType.HASH), key("dueAt", KeyType.RANGE))
                .projection(Projection.builder()
                        .projectionType(ProjectionType.KEYS_ONLY)
                        .build())
                .build();
        var table = CreateTableRequest.builder()
                .tableName(Aws.TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(
                        attribute("pk", ScalarAttributeType.S),
                        attribute("sk", ScalarAttributeType.S),
                        attribute("duePartition", ScalarAttributeType.S),
                        attribute("dueAt", ScalarAttributeType.N)))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .globalSecondaryIndexes(due)
                .streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)
                        .build())
                .build();
        database.createTable(KEY, Aws.REGION, table);
        var expiry = TimeToLiveSpecification.builder()
                .attributeName("ttl")
                .enabled(true)
                .build();
        database.updateTimeToLive(
                KEY,
                Aws.REGION,
                UpdateTimeToLiveRequest.builder()
                        .tableName(Aws.TABLE)
                        .timeToLiveSpecification(expiry)
                        .build());
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }
}
