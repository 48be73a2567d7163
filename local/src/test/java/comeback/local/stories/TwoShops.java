package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.EmailAddress;
import comeback.local.OpenApi;
import comeback.local.OpenApi.Example;
import comeback.local.OpenApi.Operation;
import comeback.local.Signed;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import comeback.local.stores.StoresFile;
import comeback.store.AccessKey;
import comeback.store.Brand;
import comeback.store.KeyClass;
import comeback.store.Platform;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.store.Webhooks;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shop with a past, and the shop of a stranger on the same deployment. */
final class TwoShops {
    /** An unsubscribe link in a letter. */
    static final Pattern LINK = Pattern.compile("/u/([A-Za-z0-9._-]+)");

    /** Of the stranger's staff. */
    static final String ANN = "ann@fern.example";

    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");

    private TwoShops() {}

    /** The shop that is to be left in peace. */
    static Store shop() {
        return StoresFile.demo().getFirst();
    }

    /** The stranger's: another shop in every setting, but for the link secret, which does not make it the same one. */
    static Store strangers() {
        Store shop = shop();
        return new Store(
                        new StoreId("fern"),
                        new Brand(
                                "Fern",
                                "https://fern.example",
                                shop.brand().logoUrl(),
                                "#112233",
                                "Fern",
                                "1 Street",
                                shop.brand().supportEmail(),
                                shop.brand().supportPhone(),
                                shop.brand().registration()),
                        shop.sender(),
                        shop.locale(),
                        shop.locales(),
                        shop.zone(),
                        List.of(new AccessKey("pk_fern", KeyClass.PUBLIC), new AccessKey("sk_fern", KeyClass.SECRET)),
                        shop.linkSecret(),
                        shop.flowsOff(),
                        shop.policy())
                .with(new Webhooks(
                        List.of("fern.myshopify.com"),
                        Map.of(
                                Platform.SHOPIFY, List.of("fern-shopify"),
                                Platform.WOOCOMMERCE, List.of("fern-woo"),
                                Platform.SALEOR, List.of("fern-saleor"))))
                .withStaff(List.of(new EmailAddress(ANN)));
    }

    /** What the stranger has heard of the shop: its customers, a code, a link. */
    record Heard(String code, String link) {}

    /** The shop's life: everything in the document happens, and Kim gets letters, the last with a coupon. */
    static Heard live(TestWorld world) {
        for (Operation operation : OpenApi.operations()) {
            if (operation.isOpen() || operation.scheme().equals("admin")) {
                continue;
            }
            for (Example example : operation.examples()) {
                report(world, operation, example);
            }
        }
        world.post("/v1/track", """
                {"userId": "kim", "event": "Signed Up",
                 "properties": {"email": "kim@example.com", "acceptsMarketing": true}}""");
        world.post("/v1/track", """
                {"userId": "kim", "event": "Product Added",
                 "properties": {"product_id": "blanket", "name": "Wool blanket", "price": 120, "currency": "USD"}}""");
        world.advance(Duration.ofDays(5));
        String code = "";
        String link = "";
        for (Mail mail : world.mailbox()) {
            Matcher found = CODE.matcher(mail.text());
            if (found.find()) {
                code = found.group();
            }
            Matcher token = LINK.matcher(mail.html());
            if (mail.to().equals("kim@example.com") && token.find()) {
                link = token.group(1);
            }
        }
        assertThat(code).isNotEmpty();
        assertThat(link).isNotEmpty();
        return new Heard(code, link);
    }

    private static void report(TestWorld world, Operation operation, Example example) {
        var request =
                world.request(operation.path()).method(operation.method(), BodyPublishers.ofString(example.body()));
        example.contentType().ifPresent(type -> request.header("Content-Type", type));
        operation.headers().forEach(request::header);
        Signed.headers(operation.scheme(), example.body()).forEach(request::header);
        world.send(request);
    }
}
