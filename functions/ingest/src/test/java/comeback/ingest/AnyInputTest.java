package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is "kept" or "refused, because"; nothing that is sent is an accident of ours. */
class AnyInputTest {
    private static final int RUNS = 3_000;

    private static final List<String> NAMES = List.of(
            "Signed Up",
            "Product Added",
            "Cart Updated",
            "Checkout Started",
            "Order Completed",
            "Order Shipped",
            "Unsubscribed",
            "Email Consent Updated",
            "Wheel Spun");

    private static final String MESSAGE = """
            {"type":"track","messageId":"m","userId":"u","anonymousId":"a","previousId":"p","event":"%s","distinct_id":null,\
            "timestamp":"2026-03-02T08:00:00Z","originalTimestamp":"2026-03-02T08:00:00Z","sentAt":"2026-03-02T08:00:01Z",\
            "context":{"locale":"en","timezone":"UTC","library":{"name":"x","version":"1"},"traits":{"email":"a@b.example"},\
            "consent":{"categoryPreferences":{"Advertising":true}}},\
            "traits":{"email":"a@b.example","firstName":"A","name":"A B","locale":"en","timezone":"UTC","subscribed":true},\
            "properties":{"email":"a@b.example","order_id":"1","order_number":"#1","cart_id":"c","checkout_id":"k",\
            "currency":"USD","total":"1.50","tax":1,"discount":1,"coupon":"X","payment_status":"paid","phone":"1",\
            "product_id":"p","quantity":1,"price":2.5,"url":"/p","image_url":"/i","cart_url":"/c","order_url":"/o",\
            "shipping_address":{"name":"A","city":"B"},"billing_address":"A","tracking_number":"1","tracking_url":"/t",\
            "$set":null,"backfill":false,\
            "products":[{"product_id":"p","sku":"s","name":"n","variant":"v","price":"1","quantity":2,"url":"/u"}]}}""";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void an_event_with_strange_values_is_kept_or_refused(long seed) {
        var random = new Random(seed);
        var world = new World();
        var answers = new HashMap<Integer, Integer>();
        for (int run = 0; run < RUNS; run++) {
            var message = Json.parseOwn(MESSAGE.formatted(NAMES.get(random.nextInt(NAMES.size()))));
            int changes = 1 + random.nextInt(3);
            Object changed = message;
            for (int i = 0; i < changes; i++) {
                changed = changed(changed, random);
            }
            String body = Json.print(random.nextBoolean() ? Map.of("batch", List.of(changed)) : changed);
            String path = body.startsWith("{\"batch\"")
                    ? "/v1/batch"
                    : "/v1/" + List.of("t", "i", "p", "g", "a").get(random.nextInt(5));
            answers.merge(world.post(path, body).getStatusCode(), 1, Integer::sum);
        }

        assertThat(answers.keySet()).containsExactlyInAnyOrder(200, 400);
    }

    @Test
    void an_event_that_breaks_off_anywhere_is_refused() {
        String whole = MESSAGE.formatted("Order Completed");
        var world = new World();
        for (int length = 0; length < whole.length(); length++) {
            assertThat(world.post("/v1/track", whole.substring(0, length)).getStatusCode())
                    .isEqualTo(400);
        }
        assertThat(world.events()).isEmpty();
    }

    /** A copy in which one value, anywhere, is another one. */
    static Object changed(Object value, Random random) {
        if (random.nextInt(8) == 0) {
            return strange(random);
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            var copy = new LinkedHashMap<Object, Object>(map);
            var keys = new ArrayList<>(copy.keySet());
            Object key = keys.get(random.nextInt(keys.size()));
            Object old = copy.get(key);
            copy.put(key, old == null ? strange(random) : changed(old, random));
            return copy;
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            var copy = new ArrayList<Object>(list);
            int at = random.nextInt(copy.size());
            copy.set(at, changed(copy.get(at), random));
            return copy;
        }
        return strange(random);
    }

    private static Object strange(Random random) {
        List<Object> values = List.of(
                "",
                " ",
                "null",
                "\u0000",
                "\r\n",
                "a@b",
                "-1",
                "1e9",
                "NaN",
                "Infinity",
                "$identify",
                "identify",
                "x".repeat(300),
                "한국어 👩‍👩‍👧",
                "\ud83d",
                "https://[",
                "//",
                "-999999999-12-31T23:59:59+18:00",
                "+999999999-12-31T23:59:59-18:00",
                0,
                -1,
                1,
                Integer.MAX_VALUE,
                Long.MIN_VALUE,
                new BigInteger("9".repeat(90)),
                new BigDecimal("1e-999999999"),
                new BigDecimal("1e999999999"),
                new BigDecimal("0e999999999"),
                new BigDecimal("9.99"),
                true,
                false,
                List.of(),
                List.of(List.of()),
                List.of("x"),
                List.of(1),
                Map.of(),
                Map.of("", ""),
                Map.of("name", Map.of()));
        return values.get(random.nextInt(values.size()));
    }
}
