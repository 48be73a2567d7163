package comeback.local.aws;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Stands before DynamoDB Local and makes the calls go wrong that /local/faults asked for. */
final class DynamoFaults extends Handler.Wrapper {
    private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query");

    private final Faults faults;
    private final AtomicLong writes = new AtomicLong();
    private final Map<String, Long> calls = new ConcurrentHashMap<>();

    DynamoFaults(Handler database, Faults faults) {
        super(database);
        this.faults = faults;
    }

    /** How many calls came that may have changed the table: while it stays the same, so does the table. */
    long writes() {
        return writes.get();
    }

    /** How many calls of each kind came. */
    Map<String, Long> calls() {
        return Map.copyOf(calls);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // "DynamoDB_20120810.PutItem"
        String target =
                Optional.ofNullable(request.getHeaders().get("X-Amz-Target")).orElse("");
        String operation = target.substring(target.lastIndexOf('.') + 1);
        calls.merge(operation, 1L, Long::sum);
        if (!READS.contains(operation)) {
            writes.incrementAndGet();
        }
        Optional<Fault.Kind> fault = faults.strike(Fault.Service.DYNAMODB, operation);
        if (fault.isEmpty()) {
            return super.handle(request, response, callback);
        }
        return switch (fault.get()) {
            case THROTTLE, RATE, PAUSE, QUOTA ->
                refuse(response, callback, 400, "ThrottlingException", "Rate of requests exceeded.");
            case ERROR -> refuse(response, callback, 500, "InternalServerError", "Internal failure.");
            case REFUSE -> refuse(response, callback, 400, "AccessDeniedException", "Refused by /local/faults.");
            case TIMEOUT -> {
                super.handle(request, new Swallowing(request, response), Callback.NOOP);
                request.getConnectionMetaData().getConnection().getEndPoint().close();
                callback.succeeded();
                yield true;
            }
        };
    }

    private static boolean refuse(Response response, Callback callback, int status, String type, String message) {
        response.setStatus(status);
        response.getHeaders().put("Content-Type", "application/x-amz-json-1.0");
        Content.Sink.write(
                response,
                true,
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"" + message + "\"}",
                callback);
        return true;
    }

    /** Takes the answer and sends nothing of it. */
    private static final class Swallowing extends Response.Wrapper {
        Swallowing(Request request, Response wrapped) {
            super(request, wrapped);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            callback.succeeded();
        }
    }
}
