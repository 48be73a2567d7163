package comeback.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.QuietContext;
import comeback.local.TestWorld;
import comeback.local.aws.LocalAws;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/**
 * What {@code ingest} does itself when an order comes, beside its calls to AWS: unpacking, reading, deciding, mapping. The
 * build plays a few orders; {@code -Dspeed=true} plays thousands and prints how long each took, which no build may depend on.
 */
class OwnWorkTest {
    private static final boolean IS_MEASURED = Boolean.getBoolean("speed");
    private static final int ORDERS = IS_MEASURED ? 1_500 : 20;
    private static final int LINES = 20;

    /** The time of a core, not of the clock: on a busy machine that would be the other programs' work. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long awaitedNanos;

    @Test
    void an_order_of_twenty_lines_is_taken_however_many_came_before_it() {
        var ingest = new AtomicReference<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>();
        var machine = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));
        try (var world = TestWorld.watched(machine, this::timed, functions -> {
            ingest.set(functions.ingest());
            return functions;
        })) {
            long[] own = new long[ORDERS];
            for (int number = 0; number < ORDERS; number++) {
                var event = order(number);
                awaitedNanos = 0;
                long began = THREADS.getCurrentThreadCpuTime();
                var answer = ingest.get().handleRequest(event, new QuietContext());
                own[number] = THREADS.getCurrentThreadCpuTime() - began - awaitedNanos;
                assertThat(answer.getStatusCode()).isEqualTo(200);
            }
            assertThat(world.now()).isEqualTo(machine.instant());
            if (IS_MEASURED) {
                tell(Arrays.copyOfRange(own, ORDERS / 2, ORDERS));
            }
        }
    }

    private static void tell(long[] own) {
        Arrays.sort(own);
        System.out.printf(
                "ingest's own work for an order of %d lines: median %d us, 90%% under %d us, of the last %d of %d orders%n",
                LINES,
                Duration.ofNanos(own[own.length / 2]).toNanos() / 1_000,
                Duration.ofNanos(own[own.length * 9 / 10]).toNanos() / 1_000,
                own.length,
                ORDERS);
    }

    private LocalAws timed(LocalAws real) {
        return new LocalAws(
                timed(DynamoDbClient.class, real.dynamo()),
                real.ses(),
                timed(SchedulerClient.class, real.scheduler()),
                real.received());
    }

    /** The client, whose every call stops our clock. */
    private <C> C timed(Class<C> type, C client) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, words) -> {
            long began = THREADS.getCurrentThreadCpuTime();
            try {
                return method.invoke(client, words);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                awaitedNanos += THREADS.getCurrentThreadCpuTime() - began;
            }
        }));
    }

    private static APIGatewayV2HTTPEvent order(int number) {
        var products = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            products.append(line == 0 ? "" : ",").append("""
                    {"product_id":"product-%d","sku":"SKU-%d","name":"Stoneware mug no. %d","variant":"Sand","price":"18.00",\
                    "quantity":1,"url":"https://alderandpine.example/products/mug-%d",\
                    "image_url":"https://alderandpine.example/mug-%d.jpg"}""".formatted(line, line, line, line, line));
        }
        var event = new APIGatewayV2HTTPEvent();
        event.setRawPath("/v1/track");
        event.setHeaders(Map.of("content-type", "application/json", "x-write-key", "sk_demo"));
        event.setBody("""
                {"userId":"user-%d","messageId":"order-%d","timestamp":"2026-03-02T08:59:59Z","event":"Order Completed",\
                "context":{"locale":"en-GB","timezone":"Europe/London"},"properties":{"order_id":"%d",\
                "email":"user-%d@shopper.example","currency":"USD","subtotal":"360.00","total":"360.00","products":[%s]}}""".formatted(number, number, number, number, products));
        event.setRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod("POST")
                        .withPath("/v1/track")
                        .build())
                .build());
        return event;
    }
}
