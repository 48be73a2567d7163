import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One shopper's day by a client for the JVM: {@code JavaClients segment|rudder URL KEY USER EMAIL NAME}. */
final class JavaClients {
    private static final int EVENTS = 4;
    private static final long PATIENCE_SECONDS = 60;

    private record Day(String url, String key, String user, String email, String name) {
        Map<String, Object> traits() {
            return Map.of("email", email, "firstName", name, "acceptsMarketing", true, "locale", "en-US");
        }

        Map<String, Object> mug() {
            return Map.of(
                    "product_id", "stoneware-mug",
                    "name", "Stoneware mug <sand>",
                    "price", "18.00",
                    "quantity", 2,
                    "currency", "usd",
                    "url", "https://alderandpine.example/products/stoneware-mug");
        }

        Map<String, Object> order() {
            return Map.of(
                    "order_id", "order-" + user,
                    "order_number", "#1001",
                    "currency", "USD",
                    "total", new java.math.BigDecimal("36.00"),
                    "products", List.of(mug()));
        }
    }

    public static void main(String[] words) throws InterruptedException {
        var day = new Day(words[1], words[2], words[3], words[4], words[5]);
        var delivered = new CountDownLatch(EVENTS);
        switch (words[0]) {
            case "segment" -> segment(day, delivered);
            case "rudder" -> rudder(day, delivered);
            default -> throw new IllegalArgumentException("segment or rudder");
        }
        if (!delivered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(delivered.getCount() + " of " + EVENTS + " events were not delivered");
        }
        // The clients' own threads would keep the process alive.
        System.exit(0);
    }

    private static void segment(Day day, CountDownLatch delivered) {
        var client = com.segment.analytics.Analytics.builder(day.key())
                .endpoint(day.url())
                .callback(new com.segment.analytics.Callback() {
                    @Override
                    public void success(com.segment.analytics.messages.Message message) {
                        delivered.countDown();
                    }

                    @Override
                    public void failure(com.segment.analytics.messages.Message message, Throwable failure) {
                        failure.printStackTrace();
                    }
                })
                .build();
        client.enqueue(com.segment.analytics.messages.IdentifyMessage.builder()
                .userId(day.user())
                .traits(day.traits()));
        client.enqueue(com.segment.analytics.messages.TrackMessage.builder("Signed Up").userId(day.user()));
        client.enqueue(com.segment.analytics.messages.TrackMessage.builder("Product Added")
                .userId(day.user())
                .properties(day.mug()));
        client.enqueue(com.segment.analytics.messages.TrackMessage.builder("Order Completed")
                .userId(day.user())
                .properties(day.order()));
        client.flush();
    }

    private static void rudder(Day day, CountDownLatch delivered) {
        var client = com.rudderstack.sdk.java.analytics.RudderAnalytics.builder(day.key())
                .setDataPlaneUrl(day.url())
                .callback(new com.rudderstack.sdk.java.analytics.Callback() {
                    @Override
                    public void success(com.rudderstack.sdk.java.analytics.messages.Message message) {
                        delivered.countDown();
                    }

                    @Override
                    public void failure(com.rudderstack.sdk.java.analytics.messages.Message message, Throwable failure) {
                        failure.printStackTrace();
                    }
                })
                .build();
        client.enqueue(com.rudderstack.sdk.java.analytics.messages.IdentifyMessage.builder()
                .userId(day.user())
                .traits(day.traits()));
        client.enqueue(com.rudderstack.sdk.java.analytics.messages.TrackMessage.builder("Signed Up")
                .userId(day.user()));
        client.enqueue(com.rudderstack.sdk.java.analytics.messages.TrackMessage.builder("Product Added")
                .userId(day.user())
                .properties(day.mug()));
        client.enqueue(com.rudderstack.sdk.java.analytics.messages.TrackMessage.builder("Order Completed")
                .userId(day.user())
                .properties(day.order()));
        client.flush();
    }

    private JavaClients() {}
}
