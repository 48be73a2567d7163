package comeback.local.cost;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import comeback.local.WatchedAws;
import comeback.local.aws.LocalAws;
import comeback.local.lambda.Functions;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Counts what each function asks of AWS. Requests are made to say what they consumed; the product never asks. What they say
 * of reads that find nothing is mended: AWS bills half a unit for a query, and one for each item that is not there.
 */
final class Meter implements ExecutionInterceptor {
    private static final String NOBODY = "the test";

    /** A query is eventually consistent here, and AWS rounds up. */
    private static final double QUERY_UNITS_MIN = 0.5;

    private static final ExecutionAttribute<List<Map<String, AttributeValue>>> BEFORE =
            new ExecutionAttribute<>("what lay where this transaction writes");

    /** Looks at the items of a transaction without being counted. */
    private @Nullable DynamoDbClient onlooker;

    private final Map<String, Cost> byFunction = new HashMap<>();
    private String running = NOBODY;

    /** The clients, whose every call is counted. */
    LocalAws over(LocalAws plain) {
        onlooker = plain.dynamo();
        return WatchedAws.of(plain, settings -> settings.addExecutionInterceptor(this), http -> http);
    }

    /** What all of them cost since the last reset, but what the test itself did. */
    Cost all() {
        return byFunction.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(NOBODY))
                .map(Map.Entry::getValue)
                .reduce(Cost.NOTHING, Cost::plus);
    }

    /** What a function cost since the last reset. */
    Cost of(String function) {
        return byFunction.getOrDefault(function, Cost.NOTHING);
    }

    void reset() {
        byFunction.clear();
    }

    Functions over(Functions real) {
        return new Functions(
                over("ingest", real.ingest()),
                over("shopper", real.shopper()),
                over("console", real.console()),
                over("wake", real.wake()),
                over("send", real.send()),
                over("feedback", real.feedback()),
                over("nightly", real.nightly()),
                over("bus", real.bus()),
                over("count", real.count()),
                over("reply", real.reply()));
    }

    private <I, O> RequestHandler<I, O> over(String name, RequestHandler<I, O> function) {
        return (input, context) -> {
            running = name;
            count(Cost.INVOCATION);
            return function.handleRequest(input, heard(context));
        };
    }

    private void count(Cost cost) {
        byFunction.merge(running, cost, Cost::plus);
    }

    /** What functions print, beside what they tell their context's logger. */
    PrintStream log() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                logged(line);
            }
        };
    }

    private void logged(String line) {
        count(Cost.logged(line.getBytes(StandardCharsets.UTF_8).length));
    }

    private com.amazonaws.services.lambda.runtime.Context heard(com.amazonaws.services.lambda.runtime.Context plain) {
        LambdaLogger logger = new LambdaLogger() {
            @Override
            public void log(String line) {
                logged(line);
            }

            @Override
            public void log(byte[] line) {
                count(Cost.logged(line.length));
            }
        };
        return (com.amazonaws.services.lambda.runtime.Context) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {com.amazonaws.services.lambda.runtime.Context.class},
                (_, method, arguments) ->
                        method.getName().equals("getLogger") ? logger : method.invoke(plain, arguments));
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case GetItemRequest get ->
                get.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case QueryRequest query ->
                query.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case BatchGetItemRequest gets ->
                gets.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case BatchWriteItemRequest writes ->
                writes.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case PutItemRequest put ->
                put.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case UpdateItemRequest update ->
                update.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            default -> context.request();
        };
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest writes) {
            attributes.putAttribute(BEFORE, items(WriteUnits.places(writes)));
        }
    }

    private List<Map<String, AttributeValue>> items(List<WriteUnits.Place> places) {
        DynamoDbClient dynamo = Objects.requireNonNull(onlooker);
        return places.stream()
                .map(place -> dynamo.getItem(get ->
                                get.tableName(place.table()).key(place.key()).consistentRead(true))
                        .item())
                .toList();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        boolean isRead = operation.equals("GetItem") || operation.equals("Query") || operation.equals("BatchGetItem");
        double units = switch (context.request()) {
            case TransactWriteItemsRequest writes -> transacted(writes, attributes.getAttribute(BEFORE));
            case BatchGetItemRequest asked -> got(asked, (BatchGetItemResponse) context.response());
            default -> units(context.response());
        };
        count(isRead ? Cost.read(operation, units) : Cost.write(operation, units));
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        count(Cost.write(operation, 0));
    }

    private static double units(SdkResponse response) {
        return switch (response) {
            case GetItemResponse got -> units(got.consumedCapacity());
            case QueryResponse found -> Math.max(QUERY_UNITS_MIN, units(found.consumedCapacity()));
            case BatchWriteItemResponse written ->
                written.consumedCapacity().stream().mapToDouble(Meter::units).sum();
            case PutItemResponse put -> units(put.consumedCapacity());
            case UpdateItemResponse updated -> units(updated.consumedCapacity());
            default -> 0;
        };
    }

    private double transacted(TransactWriteItemsRequest writes, List<Map<String, AttributeValue>> before) {
        List<Map<String, AttributeValue>> after = items(WriteUnits.places(writes));
        return IntStream.range(0, before.size())
                .mapToDouble(i -> WriteUnits.inTransaction(before.get(i), after.get(i)))
                .sum();
    }

    /** All of them are read as they are now. */
    private static double got(BatchGetItemRequest asked, BatchGetItemResponse got) {
        int keys = asked.requestItems().values().stream()
                .mapToInt(of -> of.keys().size())
                .sum();
        int found = got.responses().values().stream().mapToInt(List::size).sum();
        return got.consumedCapacity().stream().mapToDouble(Meter::units).sum() + keys - found;
    }

    private static double units(ConsumedCapacity consumed) {
        return consumed.capacityUnits();
    }
}
