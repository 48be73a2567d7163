package comeback.local.crash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Lies between the SDK and the services: writes down every call and makes one of them go wrong. A call is what a function
 * asks for; the SDK's own repetitions of it carry the same invocation id and share its fate.
 */
final class Wire implements SdkHttpClient {
    private static final String LIST = "ListSuppressedDestinations";

    private final SdkHttpClient services;
    private final List<String> calls;
    private final List<String> invocations = new ArrayList<>();
    private Optional<Mishap> mishap = Optional.empty();
    private int triesOfTheHarmed;

    Wire(SdkHttpClient services, List<String> calls) {
        this.services = services;
        this.calls = calls;
    }

    /** Counts from the beginning, and has this go wrong. */
    void expect(Optional<Mishap> next) {
        calls.clear();
        invocations.clear();
        mishap = next;
        triesOfTheHarmed = 0;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest toService = services.prepareRequest(request);
        int number = numberOf(request.httpRequest());
        Optional<Harm> harm = mishap.filter(it -> it.call() == number).map(Mishap::harm);
        if (harm.isEmpty()) {
            return toService;
        }
        int earlierTries = triesOfTheHarmed++;
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return goWrong(harm.get(), earlierTries, request.httpRequest(), toService);
            }

            @Override
            public void abort() {
                toService.abort();
            }
        };
    }

    private int numberOf(SdkHttpRequest request) {
        String invocation = request.firstMatchingHeader("amz-sdk-invocation-id").orElseThrow();
        int known = invocations.indexOf(invocation);
        if (known >= 0) {
            return known;
        }
        invocations.add(invocation);
        calls.add(named(request));
        return invocations.size() - 1;
    }

    /** "PutItem", "SendEmail", "CreateSchedule". */
    private static String named(SdkHttpRequest request) {
        return request.firstMatchingHeader("X-Amz-Target")
                .map(target -> target.substring(target.lastIndexOf('.') + 1))
                .orElseGet(() -> namedByPath(request.encodedPath()));
    }

    private static String namedByPath(String path) {
        if (path.startsWith("/schedules")) {
            return "CreateSchedule";
        }
        return path.endsWith("/suppression/addresses") ? LIST : "SendEmail";
    }

    private static HttpExecuteResponse goWrong(
            Harm harm, int earlierTries, SdkHttpRequest request, ExecutableHttpRequest toService) throws IOException {
        return switch (harm) {
            case DIES_BEFORE -> throw new Death("before " + named(request));
            case DIES_AFTER -> {
                drain(toService.call());
                throw new Death("after " + named(request));
            }
            case NOT_REACHED -> throw new ConnectException("Connection refused");
            case ANSWER_LOST_ONCE -> {
                HttpExecuteResponse answer = toService.call();
                if (earlierTries > 0) {
                    yield answer;
                }
                drain(answer);
                throw new SocketTimeoutException("Read timed out");
            }
            case ANSWER_LOST -> {
                drain(toService.call());
                throw new SocketTimeoutException("Read timed out");
            }
            case THROTTLED -> throttled(named(request));
        };
    }

    private static void drain(HttpExecuteResponse answer) throws IOException {
        if (answer.responseBody().isPresent()) {
            try (var body = answer.responseBody().get()) {
                body.readAllBytes();
            }
        }
    }

    private static HttpExecuteResponse throttled(String operation) {
        boolean isSes = operation.equals("SendEmail") || operation.equals(LIST);
        String type = isSes ? "TooManyRequestsException" : "ThrottlingException";
        String body = "{\"__type\":\"" + type + "\",\"message\":\"Rate of requests exceeded.\"}";
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(isSes || operation.equals("CreateSchedule") ? 429 : 400)
                        .putHeader("x-amzn-ErrorType", type)
                        .putHeader("Content-Type", "application/json")
                        .build())
                .responseBody(
                        AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    @Override
    public void close() {
        services.close();
    }
}
