package comeback.local.deploy.zips;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/**
 * The least function with ingest's two clients and its events: it makes the kinds of calls that an order causes, each with the
 * least that AWS takes, and decides nothing. What ingest takes beyond it is ours, and not the SDK's.
 */
public final class SameCallsHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final String TABLE = "comeback";

    private final SdkHttpClient http = UrlConnectionHttpClient.builder().build();
    private final DynamoDbClient dynamo =
            DynamoDbClient.builder().httpClient(http).build();
    private final SchedulerClient scheduler =
            SchedulerClient.builder().httpClient(http).build();

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        for (String kind : new String[] {"key", "customer"}) {
            dynamo.getItem(get -> get.tableName(TABLE).key(place(kind)));
        }
        dynamo.transactWriteItems(write -> write.transactItems(put("customer"), put("message"), put("line")));
        scheduler.createSchedule(schedule -> schedule.name("least-" + UUID.randomUUID())
                .groupName(System.getenv("SCHEDULE_GROUP"))
                .scheduleExpression("at(2030-01-01T00:00:00)")
                .flexibleTimeWindow(window -> window.mode("OFF"))
                .target(target -> target.arn(System.getenv("WAKE_ARN"))
                        .roleArn(System.getenv("SCHEDULER_ROLE_ARN"))
                        .deadLetterConfig(letters -> letters.arn(System.getenv("SCHEDULER_DLQ_ARN")))
                        .input("{}")));
        dynamo.putItem(put -> put.tableName(TABLE).item(place("bought")));
        dynamo.updateItem(update -> update.tableName(TABLE)
                .key(place("counted"))
                .updateExpression("SET due = :at")
                .expressionAttributeValues(Map.of(":at", AttributeValue.fromN("1"))));
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(Objects.requireNonNull(event.getBody()).isEmpty() ? 400 : 200)
                .withBody("{}")
                .build();
    }

    private static TransactWriteItem put(String kind) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(place(kind)))
                .build();
    }

    private static Map<String, AttributeValue> place(String kind) {
        return Map.of("pk", AttributeValue.fromS("least"), "sk", AttributeValue.fromS(kind));
    }
}
