package comeback.local.deploy.zips;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lambda's Runtime API, as much of it as AWS's runtime client uses: hands out events, takes answers and errors. Source:
 * AWS's page on the runtime API, version 2018-06-01.
 */
final class RuntimeApi implements AutoCloseable {
    private static final String VERSION = "/2018-06-01/runtime/";
    private static final Duration FUNCTION_ENDS_AFTER = Duration.ofMinutes(4);

    private final HttpServer server;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final String functionArn;

    /**
     * What the function said.
     *
     * @param isError whether it failed, at its start or at the event
     * @param body its answer, or what went wrong
     */
    record Answer(boolean isError, String body) {}

    RuntimeApi(String functionArn) throws IOException {
        this.functionArn = functionArn;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(VERSION + "invocation/next", this::next);
        server.createContext(
                VERSION + "invocation/",
                exchange -> take(exchange, exchange.getRequestURI().getPath().endsWith("/error")));
        // A function that starts for a picture asks for it when it is ready, and again when it was taken.
        server.createContext(VERSION + "restore/next", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext(VERSION + "init/error", exchange -> take(exchange, true));
        server.start();
    }

    /** As it stands in AWS_LAMBDA_RUNTIME_API. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Hands out an event and waits for what becomes of it. */
    Answer call(String event, Duration within) throws InterruptedException {
        events.add(event);
        Answer answer = answers.poll(within.toSeconds(), TimeUnit.SECONDS);
        return answer == null ? new Answer(true, "no answer within " + within.toSeconds() + " s") : answer;
    }

    /** Waits until the function is made, and asks for its first event; false when it does not. */
    boolean isAskedWithin(Duration time) throws InterruptedException {
        return asked.await(time.toSeconds(), TimeUnit.SECONDS);
    }

    private void next(HttpExchange exchange) throws IOException {
        asked.countDown();
        try {
            byte[] event = events.take().getBytes(StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.add("Content-Type", "application/json");
            headers.add("Lambda-Runtime-Aws-Request-Id", "request-1");
            headers.add(
                    "Lambda-Runtime-Deadline-Ms",
                    Long.toString(Instant.now().plus(FUNCTION_ENDS_AFTER).toEpochMilli()));
            headers.add("Lambda-Runtime-Invoked-Function-Arn", functionArn);
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void take(HttpExchange exchange, boolean isError) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
        answers.add(new Answer(isError, body));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
