package comeback.local.stories;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.local.OpenApi;
import comeback.local.OpenApi.Example;
import comeback.local.OpenApi.Operation;
import comeback.local.Signed;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.local.mail.Mail;
import comeback.local.stories.TwoShops.Heard;
import comeback.store.KeyHash;
import comeback.store.MadeSecret;
import comeback.store.Platform;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * What one store's people can do to another store of the same deployment: nothing. A stranger, with all keys, secrets, links
 * and codes of their own store, walks every route of the document in two worlds. In one the other shop has customers, orders,
 * goods, coupons and letters; in the other there is no such shop at all. The stranger must get the same answers in both, and
 * nothing of the shop may change.
 */
class StrangersTest {
    private static final String START = "2026-03-02T09:00:00Z";

    /** The stranger's own; what the deployment sends, counted for all its stores; and flow files, which are everybody's. */
    private static final List<String> NOT_THE_SHOPS =
            List.of("S#fern", "RATE#", "ACCOUNT", "FLOW#", "SIGNIN#", "SIGNINS#", "SESSION#", "STORES fern");

    @Test
    void a_stranger_reads_writes_and_learns_nothing_of_another_shop_on_any_route() {
        List<String> answers;
        Heard heard;
        try (var world = TestWorld.at(START, List.of(TwoShops.shop(), TwoShops.strangers()))) {
            heard = TwoShops.live(world);
            Map<String, Map<String, AttributeValue>> before = ofTheShop(world);
            long mails =
                    world.mailbox().stream().filter(StrangersTest::isOfShop).count();

            answers = walk(world, heard);

            assertThat(before).hasSizeGreaterThan(20);
            assertThat(ofTheShop(world)).isEqualTo(before);
            assertThat(world.mailbox().stream().filter(StrangersTest::isOfShop).count())
                    .isEqualTo(mails);
        }
        try (var world = TestWorld.at(START, List.of(TwoShops.strangers()))) {
            world.advance(Duration.ofDays(5));
            List<String> alone = walk(world, heard);

            assertThat(answers).hasSizeGreaterThan(250);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i)).isEqualTo(alone.get(i));
            }
        }
    }

    private static boolean isOfShop(Mail mail) {
        return mail.tag("store").equals("demo");
    }

    /** Every item that is the shop's. */
    private static Map<String, Map<String, AttributeValue>> ofTheShop(TestWorld world) {
        var items = new TreeMap<String, Map<String, AttributeValue>>();
        world.inside()
                .aws()
                .dynamo()
                .scanPaginator(ScanRequest.builder().tableName(Aws.TABLE).build())
                .items()
                .forEach(item -> items.put(text(item, "pk") + " " + text(item, "sk"), item));
        items.keySet().removeIf(key -> NOT_THE_SHOPS.stream().anyMatch(key::startsWith));
        return items;
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name)).s();
    }

    private static List<String> walk(TestWorld world, Heard heard) {
        List<String> answers = new ArrayList<>(questions(world, heard));
        String session = SignInStoriesTest.signIn(world, TwoShops.ANN, "fern");
        answers.addAll(signedIn(world, session));
        for (Operation operation : OpenApi.operations()) {
            for (Example example : examples(operation)) {
                for (Map<String, String> headers : credentials(operation, example)) {
                    if (!headers.containsKey("Authorization")
                            && operation.path().startsWith("/console")) {
                        // On this machine whoever shows nothing sits at it, and may look at every shop's pages.
                        continue;
                    }
                    answers.add(send(world, operation, path(operation, heard), example, headers));
                }
                if (operation.path().startsWith("/console")) {
                    Map<String, String> cookie = Map.of("Cookie", session);
                    answers.add(send(world, operation, path(operation, heard), example, cookie));
                }
            }
        }
        answers.addAll(webhooks(world));
        answers.addAll(questions(world, heard));
        answers.addAll(forgedLinks(world, heard));
        return answers;
    }

    /** The document's, with the stranger's keys where it shows the shop's. */
    private static List<Example> examples(Operation operation) {
        Stream<Example> examples = operation.examples().isEmpty()
                ? Stream.of(new Example(Optional.of("application/json"), "{\"order_id\":\"1001\"}"))
                : operation.examples().stream();
        return examples.map(example -> new Example(example.contentType(), withOwnKeys(example.body())))
                .toList();
    }

    private static String withOwnKeys(String text) {
        return text.replace("pk_demo", "pk_fern").replace("sk_demo", "sk_fern");
    }

    /** A path with the shop's own names in it. */
    private static String path(Operation operation, Heard heard) {
        return withOwnKeys(operation.path())
                .replace("{code}", heard.code())
                .replace("{token}", "nonsense")
                .replace("/v1/stores/fern", "/v1/stores/demo")
                .replace("{key}", KeyHash.of("sk_demo").id())
                .replace("{secret}", MadeSecret.idOf(Platform.SHOPIFY, "demo-shopify-secret"));
    }

    /** Every way in which the stranger's own keys can be shown. */
    private static List<Map<String, String>> credentials(Operation operation, Example example) {
        List<Map<String, String>> all = new ArrayList<>();
        all.add(Map.of());
        all.add(Signed.basic("sk_fern"));
        all.add(Signed.basic("pk_fern"));
        switch (operation.scheme()) {
            case "basic" -> {
                all.add(Map.of("X-Write-Key", "sk_fern"));
                all.add(Map.of("Authorization", "Bearer sk_fern"));
            }
            case "klaviyo" -> all.add(Map.of("Authorization", "Klaviyo-API-Key sk_fern"));
            case "shopify" -> all.add(Map.of("X-Shopify-Hmac-Sha256", Signed.base64("fern-shopify", example.body())));
            case "woocommerce" -> all.add(Map.of("X-WC-Webhook-Signature", Signed.base64("fern-woo", example.body())));
            case "saleor" -> all.add(Map.of("Saleor-Signature", Signed.hex("fern-saleor", example.body())));
            default -> all.add(Map.of("Authorization", "Bearer sk_fern"));
        }
        return all;
    }

    private static List<String> questions(TestWorld world, Heard heard) {
        List<String> answers = new ArrayList<>();
        for (String who : List.of(CustomerId.of(Ref.user("kim")).value(), "user:kim", "email:kim@example.com")) {
            for (String question : List.of("timeline", "explain?flow=cart")) {
                answers.add(get(world, "/v1/customers/" + who + "/" + question));
            }
        }
        answers.add(get(world, "/v1/coupons/" + heard.code()));
        answers.add(get(world, "/v1/products/linen-apron"));
        return answers;
    }

    private static String get(TestWorld world, String path) {
        var request = world.request(path).GET();
        Signed.basic("sk_fern").forEach(request::header);
        return told(world, "GET " + path, world.send(request));
    }

    /** What somebody of the stranger's staff who has signed in sees of pages that name the shop. */
    private static List<String> signedIn(TestWorld world, String session) {
        List<String> answers = new ArrayList<>();
        for (String page : List.of(
                "/console?store=demo",
                "/console/flows?store=demo",
                "/console/flows/cart?store=demo",
                "/console/flows/cart/letters/need-help?store=demo",
                "/console/customers?store=demo&id=user:kim",
                "/console/customers?store=demo&id=email:kim@example.com",
                "/console/deliverability?store=demo",
                "/console/audit?store=demo",
                "/console/stores?store=demo")) {
            var answer =
                    world.send(world.request(page).header("Cookie", session).GET());
            assertThat(answer.body()).as(page).doesNotContain("Alder");
            answers.add(told(world, page, answer));
        }
        return answers;
    }

    /** The shop's name in the address, its domain in the document, and the stranger's signature. */
    private static List<String> webhooks(TestWorld world) {
        List<String> answers = new ArrayList<>();
        String body = "{\"id\":1,\"email\":\"kim@example.com\",\"total_price\":\"1.00\",\"currency\":\"USD\"}";
        for (String path : List.of("/webhooks/shopify", "/webhooks/shopify/demo", "/webhooks/shopify?store=demo")) {
            for (String domain :
                    List.of("alder-and-pine.myshopify.com", "fern.myshopify.com", "alderandpine.example")) {
                var request = world.request(path)
                        .POST(BodyPublishers.ofString(body))
                        .header("X-Shopify-Topic", "orders/create")
                        .header("X-Shopify-Shop-Domain", domain)
                        .header("X-Shopify-Hmac-Sha256", Signed.base64("fern-shopify", body));
                answers.add(told(world, path + " from " + domain, world.send(request)));
            }
        }
        for (String path : List.of("/webhooks/woocommerce/demo", "/webhooks/saleor/demo")) {
            var request = world.request(path)
                    .POST(BodyPublishers.ofString(body))
                    .header("X-WC-Webhook-Topic", "order.created")
                    .header("X-WC-Webhook-Source", "https://alderandpine.example/")
                    .header("X-WC-Webhook-Signature", Signed.base64("fern-woo", body))
                    .header("Saleor-Signature", Signed.hex("fern-saleor", body));
            answers.add(told(world, path, world.send(request)));
        }
        return answers;
    }

    /** Links made of parts of a real one of the shop's and a real one of the stranger's. */
    private static List<String> forgedLinks(TestWorld world, Heard heard) {
        String own = world.mailbox().stream()
                .filter(mail -> mail.tag("store").equals("fern"))
                .map(mail -> TwoShops.LINK.matcher(mail.html()))
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow();
        var tokens = new LinkedHashMap<String, String>();
        String[] theirs = heard.link().split("\\.", -1);
        String[] ours = own.split("\\.", -1);
        tokens.put("the stranger's, for the shop", own.replace("fern", "demo"));
        tokens.put("the shop's, for the stranger", heard.link().replace("demo", "fern"));
        for (int i = 0; i < Math.min(theirs.length, ours.length); i++) {
            String[] mixed = ours.clone();
            mixed[i] = theirs[i];
            String[] reversed = theirs.clone();
            reversed[i] = ours[i];
            if (!String.join(".", mixed).equals(own)) {
                tokens.put("part " + i + " of the shop's", String.join(".", mixed));
            }
            if (!String.join(".", reversed).equals(heard.link())) {
                tokens.put("part " + i + " of the stranger's", String.join(".", reversed));
            }
        }
        List<String> answers = new ArrayList<>();
        tokens.forEach((what, token) -> {
            var get = world.send(world.request("/u/" + token).GET());
            var post = world.send(world.request("/u/" + token)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
            assertThat(get.statusCode()).as(what).isEqualTo(404);
            assertThat(post.statusCode()).as(what).isEqualTo(404);
            answers.add(told(world, "GET " + what, get));
            answers.add(told(world, "POST " + what, post));
        });
        return answers;
    }

    private static String send(
            TestWorld world, Operation operation, String path, Example example, Map<String, String> credentials) {
        var request = world.request(path).method(operation.method(), BodyPublishers.ofString(example.body()));
        example.contentType().ifPresent(type -> request.header("Content-Type", type));
        operation.headers().forEach(request::header);
        credentials.forEach(request::header);
        return told(
                world,
                operation.method() + " " + path + " " + example.body() + " with " + credentials,
                world.send(request));
    }

    /** What was asked and answered; worlds live on ports of their own. */
    private static String told(TestWorld world, String asked, HttpResponse<String> answer) {
        return (asked + ": " + answer.statusCode() + " " + answer.body())
                .replace(world.uri().getAuthority(), "here")
                // Each session has its own.
                .replaceAll("name=\"token\" value=\"[^\"]+\"|__Host-comeback=[a-z0-9]+", "a session's");
    }
}
