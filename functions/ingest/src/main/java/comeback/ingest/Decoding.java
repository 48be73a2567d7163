package comeback.ingest;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayOutputStream;
import java.util.Map;

/**
 * Reads an event and writes an answer as Lambda's runtime does before and after it calls us. Its libraries lie beside us in Lambda
 * and are in no zip of ours; most of what the first event loads is theirs.
 */
final class Decoding {
    private static final String EVENT = """
            {"version":"2.0","routeKey":"$default","rawPath":"/v1/track","rawQueryString":"a=b","cookies":["a=b"],
             "headers":{"authorization":"Basic c2tfZGVtbzo=","content-type":"application/json"},
             "queryStringParameters":{"a":"b"},"pathParameters":{"id":"1"},"stageVariables":{"a":"b"},
             "requestContext":{"accountId":"1","apiId":"a","domainName":"a.example","domainPrefix":"a",
               "http":{"method":"POST","path":"/v1/track","protocol":"HTTP/1.1","sourceIp":"198.51.100.7","userAgent":"shop"},
               "requestId":"r","routeKey":"$default","stage":"$default","time":"02/Mar/2026:09:00:00 +0000",
               "timeEpoch":1772442000000},
             "body":"{}","isBase64Encoded":false}""";

    private Decoding() {}

    static void play() {
        try {
            serializer(APIGatewayV2HTTPEvent.class).fromJson(EVENT);
            var answer = APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withHeaders(Map.of("content-type", "application/json"))
                    .withBody("{}")
                    .build();
            serializer(APIGatewayV2HTTPResponse.class).toJson(answer, new ByteArrayOutputStream());
        } catch (NoClassDefFoundError e) {
            // Not in Lambda: whoever calls us there hands us objects.
            return;
        }
    }

    /** As the runtime chooses it. */
    private static <T> PojoSerializer<T> serializer(Class<T> type) {
        return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
                ? LambdaEventSerializers.serializerFor(type, Decoding.class.getClassLoader())
                : JacksonFactory.getInstance().getSerializer(type);
    }
}
