package comeback.local.cost;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import comeback.local.lambda.Functions;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
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
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Counts what each function asks of AWS. Requests are made to say what they consumed; the product never asks. */
final class Meter implements ExecutionInterceptor {
    private final Map<String, Cost> byFunction = new HashMap<>();
    private String running = "the test";

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
                over("bus", real.bus()));
    }

    private <I, O> RequestHandler<I, O> over(String name, RequestHandler<I, O> function) {
        return (input, context) -> {
            running = name;
            return function.handleRequest(input, context);
        };
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
            case TransactWriteItemsRequest writes ->
                writes.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        boolean isRead = operation.equals("GetItem") || operation.equals("Query") || operation.equals("BatchGetItem");
        double units = units(context.response());
        Cost cost = new Cost(Map.of(operation, 1), isRead ? units : 0, isRead ? 0 : units);
        byFunction.merge(running, cost, Cost::plus);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        byFunction.merge(running, new Cost(Map.of(operation, 1), 0, 0), Cost::plus);
    }

    private static double units(SdkResponse response) {
        return switch (response) {
            case GetItemResponse got -> units(got.consumedCapacity());
            case QueryResponse found -> units(found.consumedCapacity());
            case BatchGetItemResponse got ->
                got.consumedCapacity().stream().mapToDouble(Meter::units).sum();
            case BatchWriteItemResponse written ->
                written.consumedCapacity().stream().mapToDouble(Meter::units).sum();
            case PutItemResponse put -> units(put.consumedCapacity());
            case UpdateItemResponse updated -> units(updated.consumedCapacity());
            case TransactWriteItemsResponse written ->
                written.consumedCapacity().stream().mapToDouble(Meter::units).sum();
            default -> 0;
        };
    }

    private static double units(ConsumedCapacity consumed) {
        return consumed.capacityUnits();
    }
}
