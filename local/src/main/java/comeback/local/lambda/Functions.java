package comeback.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.Map;

/**
 * The functions of the deployment.
 *
 * @param ingest what storefronts post
 * @param shopper the links in letters
 * @param console what a shop's staff asks about a customer
 * @param wake alarms, {@code {"store":…,"customer":…}}, and the sweeper, {@code {"sweep":"true"}}
 * @param send messages that are due, off the table's stream
 * @param feedback what SES tells EventBridge
 * @param nightly who has gone quiet, and whose day is near
 * @param bus what Shopify puts on its partner bus
 * @param count what became of messages and orders, off the table's stream
 * @param reply answers to letters, which SES took in
 */
public record Functions(
        RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> ingest,
        RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> shopper,
        RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> console,
        RequestHandler<Map<String, String>, String> wake,
        RequestHandler<DynamodbEvent, StreamsEventResponse> send,
        RequestHandler<ScheduledEvent, String> feedback,
        RequestHandler<Map<String, String>, String> nightly,
        RequestHandler<ScheduledEvent, String> bus,
        RequestHandler<DynamodbEvent, StreamsEventResponse> count,
        RequestHandler<Map<String, Object>, String> reply) {}
