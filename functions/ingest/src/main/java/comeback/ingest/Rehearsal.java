package comeback.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import comeback.ingest.webhook.Signatures;
import comeback.store.AccessKey;
import comeback.store.Brand;
import comeback.store.KeyClass;
import comeback.store.MarketingPolicy;
import comeback.store.OfferRules;
import comeback.store.Platform;
import comeback.store.Sender;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.store.Webhooks;
import comeback.wiring.Surroundings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What ingest plays before SnapStart takes its picture: a shopper of a made-up shop signs up, fills a cart and buys, as clients
 * and as a shop system tell it. What that loads, links and compiles is in the picture, and no customer waits for it.
 */
final class Rehearsal {
    private static final String KEY = "sk_rehearsal";
    private static final String SECRET = "rehearsal";
    private static final String SHOP = "rehearsal.myshopify.com";

    /** The first time much is loaded, the second time what is found again; the rest is for the compiler. */
    private static final int TIMES = 20;

    private Rehearsal() {}

    /** On this stage, from which nothing comes out. */
    static void play(Surroundings stage) {
        stage.stores().save(shop());
        var ingest = new IngestHandler(stage);
        for (int i = 0; i < TIMES; i++) {
            Decoding.play();
            call(ingest, told("Signed Up", i, "\"firstName\":\"Ada\",\"acceptsMarketing\":true"));
            call(ingest, told("Product Added", i, """
                    "product_id":"mug","name":"Stoneware mug","price":"18.00","quantity":1"""));
            call(ingest, told("Order Completed", i, """
                    "order_id":"%d","total":"18.00",\
                    "products":[{"product_id":"mug","name":"Stoneware mug","price":"18.00","quantity":1}]""".formatted(i)));
            call(ingest, reported(i));
        }
    }

    /** As Lambda's runtime does, which found the method by its name: calling it so must be linked too. */
    private static void call(IngestHandler ingest, APIGatewayV2HTTPEvent event) {
        try {
            IngestHandler.class
                    .getMethod("handleRequest", APIGatewayV2HTTPEvent.class, Context.class)
                    .invoke(ingest, event, Unhurried.CONTEXT);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a rehearsal failed", e);
        }
    }

    private static APIGatewayV2HTTPEvent told(String event, int number, String properties) {
        return posted("/v1/track", Map.of("x-write-key", KEY), """
                {"userId":"ada","messageId":"%s-%d","event":"%s","properties":{"email":"ada@example.com","currency":"USD",%s}}""".formatted(event, number, event, properties));
    }

    /** As Shopify does. */
    private static APIGatewayV2HTTPEvent reported(int number) {
        String order = """
                {"id":820982911946154%d,"name":"#%d","email":"bob@example.com","currency":"USD","total_price":"18.00",\
                "subtotal_price":"18.00","total_tax":"0.00","financial_status":"paid","checkout_token":"tok-%d",\
                "customer":{"id":115310630,"email":"bob@example.com","first_name":"Bob"},\
                "line_items":[{"product_id":788032119674,"variant_id":1,"title":"Stoneware mug","price":"18.00","quantity":1}]}""".formatted(500 + number, 500 + number, number);
        return posted(
                // An app has one address for all shops, or one for each.
                number % 2 == 0 ? "/webhooks/shopify" : "/webhooks/shopify/rehearsal",
                Map.of(
                        "x-shopify-topic",
                        "orders/create",
                        "x-shopify-shop-domain",
                        SHOP,
                        "x-shopify-event-id",
                        "rehearsal-" + number,
                        "x-shopify-hmac-sha256",
                        Signatures.hmacBase64(order.getBytes(StandardCharsets.UTF_8), SECRET)),
                order);
    }

    private static APIGatewayV2HTTPEvent posted(String path, Map<String, String> headers, String body) {
        var all = new HashMap<>(headers);
        all.put("content-type", "application/json");
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withRawQueryString("")
                .withHeaders(all)
                .withBody(body)
                .withRequestContext(RequestContext.builder()
                        .withHttp(RequestContext.Http.builder()
                                .withMethod("POST")
                                .withPath(path)
                                .build())
                        .build())
                .build();
    }

    private static Store shop() {
        var margin = new OfferRules.Margin(50, 10);
        return new Store(
                new StoreId("rehearsal"),
                new Brand(
                        "Rehearsal",
                        "https://rehearsal.example",
                        Optional.empty(),
                        "#0b5c4a",
                        "Rehearsal",
                        "1 Long Lane",
                        "hello@rehearsal.example",
                        Optional.empty(),
                        Optional.empty()),
                new Sender("Rehearsal", "hello@rehearsal.example", Optional.empty()),
                Locale.ENGLISH,
                List.of(Locale.ENGLISH),
                ZoneId.of("America/New_York"),
                List.of(new AccessKey(KEY, KeyClass.SECRET)),
                "a-link-secret-that-signs-nothing-at-all",
                Set.of(),
                MarketingPolicy.DEFAULT.with(
                        new OfferRules(Optional.empty(), Duration.ofDays(60), 3, Optional.of(1), Optional.of(margin))),
                new Webhooks(List.of(SHOP), Map.of(Platform.SHOPIFY, List.of(SECRET))));
    }
}
