package comeback.local;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Every kind of call to AWS that any function has made in any test of this module so far, as IAM names it. */
public final class SeenCalls implements ExecutionInterceptor {
    private static final Pattern HANDLER = Pattern.compile("comeback\\.(\\w+)\\.\\w+Handler");
    private static final Set<Call> SEEN = Collections.synchronizedSet(new TreeSet<>());

    /**
     * A kind of call.
     *
     * @param function the function's folder
     * @param action as IAM names it
     * @param on "table", "index", or nothing where there is no choice
     */
    public record Call(String function, String action, String on) implements Comparable<Call> {
        @Override
        public int compareTo(Call other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return function + " " + action + " " + on;
        }
    }

    /** All of them so far. */
    public static List<Call> soFar() {
        synchronized (SEEN) {
            return List.copyOf(SEEN);
        }
    }

    /** The same client, whose calls are heard: S3 is spoken to without a client of its own. */
    static SdkHttpClient ofS3(SdkHttpClient plain) {
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                String action = "s3:"
                        + switch (request.httpRequest().method()) {
                            case GET -> "GetObject";
                            case DELETE -> "DeleteObject";
                            default -> "other";
                        };
                running().ifPresent(function -> SEEN.add(new Call(function, action, "")));
                return plain.prepareRequest(request);
            }

            @Override
            public void close() {
                plain.close();
            }
        };
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String service =
                attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME).toLowerCase(Locale.ROOT);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        running()
                .ifPresent(function -> actions(service.replace("sesv2", "ses"), operation, context.request())
                        .forEach(action -> SEEN.add(new Call(function, action, on(context.request())))));
    }

    /** The function whose handler is at work in this thread; nothing when a test itself looks into the table. */
    private static Optional<String> running() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getMethodName().equals("handleRequest"))
                        .map(frame -> HANDLER.matcher(frame.getClassName()))
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1))
                        .findFirst());
    }

    private static Stream<String> actions(String service, String operation, SdkRequest request) {
        return switch (request) {
            // IAM knows no transactions, only what lies in them.
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().stream().map(SeenCalls::action);
            default -> Stream.of(service + ":" + operation);
        };
    }

    private static String action(TransactWriteItem item) {
        if (item.put() != null) {
            return "dynamodb:PutItem";
        }
        if (item.update() != null) {
            return "dynamodb:UpdateItem";
        }
        return item.delete() != null ? "dynamodb:DeleteItem" : "dynamodb:ConditionCheckItem";
    }

    private static String on(SdkRequest request) {
        if (request instanceof QueryRequest query && query.indexName() != null) {
            return "index";
        }
        return request.getClass().getPackageName().contains("dynamodb") ? "table" : "";
    }
}
