package comeback.local.load;

import comeback.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What shoppers do on a day of a sale: all sign up and fill a cart, every third buys. A batch is what a storefront's client sends
 * at once, some shoppers' doings together.
 */
final class SaleDay {
    /** Everybody signs up, looks at something and takes it. */
    private static final int EVENTS_BEFORE_BUYING = 3;

    private static final int BUYS_EVERY = 3;

    private SaleDay() {}

    static boolean buys(int shopper) {
        return shopper % BUYS_EVERY == 0;
    }

    /** How many events these shoppers, from one on up to another, bring about before they buy. */
    static int eventsBeforeBuying(int shoppers) {
        return shoppers * EVENTS_BEFORE_BUYING;
    }

    static String address(int shopper) {
        return "shopper-" + shopper + "@example.com";
    }

    /** They come, look and take. */
    static String comes(int from, int until) {
        var batch = new ArrayList<Map<String, Object>>();
        for (int shopper = from; shopper < until; shopper++) {
            batch.add(track(shopper, "Signed Up", Map.of("email", address(shopper), "acceptsMarketing", true)));
            batch.add(track(shopper, "Product Viewed", mug()));
            batch.add(track(shopper, "Product Added", mug()));
        }
        return Json.print(Map.of("batch", batch));
    }

    /** Those of them who buy do so. */
    static String buy(List<Integer> buyers) {
        var batch = new ArrayList<Map<String, Object>>();
        for (int shopper : buyers) {
            batch.add(track(
                    shopper,
                    "Order Completed",
                    Map.of(
                            "order_id",
                            "order-" + shopper,
                            "email",
                            address(shopper),
                            "currency",
                            "USD",
                            "total",
                            "18.00",
                            "products",
                            List.of(mug()))));
        }
        return Json.print(Map.of("batch", batch));
    }

    private static Map<String, Object> mug() {
        return Map.of("product_id", "mug", "name", "Stoneware mug", "price", "18.00", "currency", "USD", "quantity", 1);
    }

    private static Map<String, Object> track(int shopper, String event, Map<String, Object> properties) {
        return Map.of(
                "type",
                "track",
                "userId",
                "shopper-" + shopper,
                "messageId",
                event.replace(' ', '-') + "-" + shopper,
                "event",
                event,
                "properties",
                properties);
    }
}
