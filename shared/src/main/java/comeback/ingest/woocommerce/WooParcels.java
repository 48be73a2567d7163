package comeback.ingest.woocommerce;

import comeback.customer.OrderId;
import comeback.event.Event;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Story;
import comeback.ingest.reading.Story.Person;
import comeback.ingest.reading.Texts;
import comeback.ingest.reading.Times;
import comeback.json.Fields;
import comeback.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parcels of WooCommerce's orders. It knows none by itself; plugins write them into an order's meta data, and where none
 * does, a completed order with shipping is a parcel that left.
 */
final class WooParcels {
    private static final int NUMBER_MAX = 60;
    private static final int PARCELS_MAX = 20;
    private static final Set<String> LISTS = Set.of("_wc_shipment_tracking_items", "_aftership_tracking_items");
    private static final Set<String> NUMBERS = Set.of("_tracking_number", "_aftership_tracking_number");

    private WooParcels() {}

    static void tell(OrderId order, Fields document, String status, Person buyer, Links links, Story story) {
        List<Fields> parcels = parcels(document);
        for (Fields parcel : parcels) {
            Optional<String> number = Texts.shown(parcel, NUMBER_MAX, "tracking_number");
            number.ifPresent(its -> story.tell(
                    "woo-parcel-" + order + "-" + its,
                    Times.at(document, "date_modified_gmt"),
                    buyer,
                    new Event.OrderShipped(WooOrders.shipment(order, its, parcel, number, links))));
        }
        boolean isShipped = !WooLines.objects(document, "shipping_lines").isEmpty();
        if (parcels.isEmpty() && isShipped && status.equals("completed")) {
            Optional<Instant> at = Times.at(document, "date_completed_gmt", "date_modified_gmt");
            story.tell(
                    "woo-parcel-" + order,
                    at,
                    buyer,
                    new Event.OrderShipped(
                            WooOrders.shipment(order, order.value(), Fields.of(Map.of()), Optional.empty(), links)));
        }
    }

    private static List<Fields> parcels(Fields document) {
        List<Fields> parcels = new ArrayList<>();
        for (Fields meta : WooLines.objects(document, "meta_data")) {
            String key = String.valueOf(meta.asMap().get("key"));
            Object value = meta.asMap().get("value");
            if (LISTS.contains(key)) {
                parcels.addAll(listed(value));
            } else if (NUMBERS.contains(key) && value instanceof String number && !number.isBlank()) {
                parcels.add(Fields.of(Map.of("tracking_number", number)));
            }
        }
        return parcels.stream().limit(PARCELS_MAX).toList();
    }

    /** A list, or the JSON of one: some plugins write it so. */
    private static List<Fields> listed(@Nullable Object value) {
        if (value instanceof List<?>) {
            return Fields.of(Map.of("items", value)).objects("items").orElse(List.of());
        }
        if (value instanceof String text && text.startsWith("[")) {
            byte[] wrapped = ("{\"items\":" + text + "}").getBytes(StandardCharsets.UTF_8);
            return switch (Json.parse(wrapped)) {
                case Json.Parsed.Broken broken -> List.of();
                case Json.Parsed.Value(var object) ->
                    Fields.of(object).objects("items").orElse(List.of());
            };
        }
        return List.of();
    }
}
