package comeback.local.cost;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.QuietContext;
import comeback.ingest.IngestHandler;
import comeback.local.deploy.zips.LeastHandler;
import comeback.local.deploy.zips.SameCallsHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A process in which a function starts and takes one event, and which then says how much of a core that took. */
final class Fresh {
    /** Linux counts a process's time in hundredths of a second. */
    private static final int TICK_MILLIS = 10;

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private Fresh() {}

    /**
     * Starts.
     *
     * @param words "ingest", "calls" for a function that makes the same calls and does nothing else, or "least" for one with the
     *     table's client alone; and the body
     */
    public static void main(String[] words) throws IOException {
        var event = new APIGatewayV2HTTPEvent();
        event.setRawPath("/v1/track");
        event.setHeaders(Map.of("content-type", "application/json", "x-write-key", "sk_demo"));
        event.setBody(words[1]);
        event.setRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod("POST")
                        .withPath("/v1/track")
                        .build())
                .build());
        var function = function(words[0]);
        int status = function.handleRequest(event, new QuietContext()).getStatusCode();
        // Behind the name of the process, which may hold blanks, the fields are divided by them.
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
        System.out.println("answered " + status + " after " + ticks * TICK_MILLIS + " ms");
        System.exit(0);
    }

    private static RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function(String name) {
        return switch (name) {
            case "ingest" -> new IngestHandler();
            case "calls" -> new SameCallsHandler();
            case "least" -> new LeastHandler();
            default -> throw new IllegalArgumentException("no such function: " + name);
        };
    }
}
