package comeback.ingest.klaviyo;

import comeback.customer.Fingerprint;
import comeback.ingest.segment.Message;
import comeback.ingest.segment.MessageType;
import comeback.json.FieldNames;
import comeback.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event of a metric: "Placed Order". Its properties have the names of Klaviyo's guide for shops; who uses Segment's
 * is understood too.
 */
final class Metrics {
    /** In the guide, the product that was just added stands beside the cart that it was added to. */
    private static final String ADDED = "Added to Cart";

    private static final FieldNames NAMES = FieldNames.of(
            "OrderId", "order_id",
            "OrderID", "order_id",
            "OrderNumber", "order_number",
            "OrderURL", "order_url",
            "OrderStatusURL", "order_url",
            "Items", "products",
            "ProductID", "product_id",
            "AddedItemProductID", "product_id",
            "VariantID", "variant_id",
            "SKU", "sku",
            "AddedItemSKU", "sku",
            "ProductName", "name",
            "AddedItemProductName", "name",
            "VariantName", "variant",
            "Quantity", "quantity",
            "AddedItemQuantity", "quantity",
            "ItemPrice", "price",
            "AddedItemPrice", "price",
            "Price", "price",
            "ProductURL", "url",
            "AddedItemURL", "url",
            "URL", "url",
            "ImageURL", "image_url",
            "AddedItemImageURL", "image_url",
            "CheckoutURL", "checkout_url",
            "CheckoutId", "checkout_id",
            "CartId", "cart_id",
            "Currency", "currency",
            "$currency_code", "currency",
            "DiscountCode", "coupon",
            "DiscountValue", "discount",
            "Subtotal", "subtotal",
            "Shipping", "shipping",
            "Tax", "tax",
            "Total", "total",
            "ShippingAddress", "shipping_address",
            "BillingAddress", "billing_address",
            "FirstName", "first_name",
            "LastName", "last_name",
            "Company", "company",
            "Address1", "address1",
            "Address2", "address2",
            "City", "city",
            "Region", "state",
            "RegionCode", "state",
            "Zip", "zip",
            "Country", "country",
            "CountryCode", "country",
            "Phone", "phone",
            "TrackingNumber", "tracking_number",
            "TrackingURL", "tracking_url",
            "Carrier", "carrier",
            "FulfillmentId", "fulfillment_id");

    private Metrics() {}

    static Message message(Fields attributes) {
        return message(attributes, attributes.objectOrEmpty("profile"));
    }

    /**
     * An event.
     *
     * @param profile of the person, as a resource
     */
    static Message message(Fields attributes, Fields profile) {
        Fields person = Klaviyo.attributes(profile.objectOrEmpty("data"));
        Fields properties = attributes.objectOrEmpty("properties").named(NAMES).over(Fields.of(valued(attributes)));
        var item = new LinkedHashMap<>(Profiles.ids(person));
        var metric = metric(attributes);
        metric.ifPresent(name -> item.put("event", eventOf(name, properties)));
        attributes.instant("time").ifPresent(at -> item.put("timestamp", at.toString()));
        // The same id is the same event only for the same person and metric.
        attributes
                .text("unique_id")
                .ifPresent(id -> item.put(
                        "messageId",
                        Fingerprint.of(
                                "Klaviyo",
                                metric.orElse(""),
                                Profiles.ids(person).toString(),
                                email(person),
                                id)));
        return Shape.message(MessageType.TRACK, attributes.with(item), properties, Profiles.traits(person));
    }

    /** The name of the metric; that there is none is noted. */
    private static Optional<String> metric(Fields attributes) {
        Fields data = attributes.objectOrEmpty("metric").objectOrEmpty("data");
        Fields metric = Klaviyo.attributes(data);
        var name = metric.text("name");
        if (!metric.has("name")) {
            metric.refuse("name", "required: the name of the metric");
        }
        return name;
    }

    private static String eventOf(String metric, Fields properties) {
        boolean hasWholeCart = properties.asMap().get("products") instanceof List<?> items && !items.isEmpty();
        return metric.equalsIgnoreCase(ADDED) && hasWholeCart ? "Cart Updated" : metric;
    }

    /** The value of an event is the total of the order that it reports. */
    private static Map<String, Object> valued(Fields attributes) {
        var valued = new LinkedHashMap<String, Object>();
        attributes.decimal("value").ifPresent(value -> valued.put("total", value));
        attributes.text("value_currency").ifPresent(currency -> valued.put("currency", currency));
        return valued;
    }

    private static String email(Fields person) {
        return person.text("email").orElse("");
    }
}
