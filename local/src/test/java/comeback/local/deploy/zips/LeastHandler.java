package comeback.local.deploy.zips;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The least function of ingest's kind: the same events and the same client of the table. It looks whose the key is and who it
 * is about, and stores two items.
 */
public final class LeastHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final DynamoDbClient dynamo = DynamoDbClient.builder()
            .httpClient(UrlConnectionHttpClient.builder().build())
            .build();

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        for (String kind : new String[] {"key", "customer"}) {
            dynamo.getItem(get -> get.tableName("comeback").key(place(kind)));
        }
        for (String kind : new String[] {"customer", "line"}) {
            dynamo.putItem(put -> put.tableName("comeback").item(place(kind)));
        }
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(event.getBody().isEmpty() ? 400 : 200)
                .withBody("{}")
                .build();
    }

    private static Map<String, AttributeValue> place(String kind) {
        return Map.of("pk", AttributeValue.fromS("least"), "sk", AttributeValue.fromS(kind));
    }
}
