package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import comeback.local.stores.StoresFile;
import comeback.store.MarketingPolicy;
import comeback.store.Mode;
import comeback.store.Store;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Receipts and credit notes of a store that draws them here, over the real functions. */
class ReceiptStoriesTest {
    private static final Pattern FILE =
            Pattern.compile("href=\"https?://[^/\"]+(/u/[^\"]+[?](?:receipt|credit)=[^\"]+)\"");

    private static TestWorld drawing() {
        Store demo = StoresFile.demo().getFirst();
        MarketingPolicy policy = demo.policy();
        MarketingPolicy live = new MarketingPolicy(
                policy.cartRemindersWithoutConsent(),
                policy.caps(),
                policy.quietHours(),
                policy.silenceAfterPurchase(),
                policy.maxReminders(),
                Map.of("receipt", new Mode.Live()),
                policy.offers());
        Store store = new Store(
                demo.id(),
                demo.brand(),
                demo.sender(),
                demo.locale(),
                demo.locales(),
                demo.zone(),
                demo.keys(),
                demo.linkSecret(),
                demo.flowsOff(),
                live);
        return TestWorld.at("2026-03-02T14:00:00Z", List.of(store));
    }

    private static Map<String, Object> order(String id, String payment) {
        Map<String, Object> order = new HashMap<>(Shopper.order(id, "c-" + id));
        order.put("payment_status", payment);
        order.put("tax", "3.00");
        order.put("tax_lines", List.of(Map.of("title", "VAT", "rate", 0.2, "price", "3.00")));
        return order;
    }

    @Test
    void each_payment_gets_the_next_number_and_each_refund_a_credit_note_that_names_it() {
        try (TestWorld world = drawing()) {
            Shopper ada = new Shopper(world, "ada").signsUp();
            ada.track("Order Completed", order("1001", "paid")).track("Order Paid", Map.of("order_id", "1001"));
            assertThat(ada.lastMail().subject()).isEqualTo("Your receipt R2026-000001");
            assertThat(ada.lastMail().text()).contains("Total $18.00", "Includes tax VAT 20% $3.00");
            new Shopper(world, "bea").signsUp().track("Order Completed", order("1002", "paid"));
            ada.track(
                    "Order Refunded",
                    Map.of("order_id", "1001", "refund_id", "r", "amount", "6.00", "currency", "USD"));
            world.advance(Duration.ofDays(1));

            assertThat(ada.mails().stream().filter(mail -> mail.startsWith("receipt/")))
                    .containsExactly("receipt/your-receipt", "receipt/your-credit-note");
            assertThat(world.mailbox().stream()
                            .filter(mail -> mail.tag("message").equals("your-credit-note"))
                            .findFirst()
                            .orElseThrow()
                            .text())
                    .contains("C2026-000001", "For receipt: R2026-000001", "Given back $6.00", "$1.00");
            assertThat(world.mailbox().stream()
                            .filter(mail -> mail.to().equals("bea@example.com"))
                            .map(Mail::subject))
                    .contains("Your receipt R2026-000002");
        }
    }

    @Test
    void the_receipt_and_the_credit_note_can_be_kept_as_files_by_the_links_in_their_letters() {
        try (TestWorld world = drawing()) {
            Shopper ada = new Shopper(world, "ada").signsUp();
            ada.track("Order Completed", order("1001", "paid")).track("Order Paid", Map.of("order_id", "1001"));
            assertThat(file(world, ada.lastMail())).startsWith("%PDF");
            ada.track(
                    "Order Refunded",
                    Map.of(
                            "order_id",
                            "1001",
                            "refund_id",
                            "gid://shopify/Refund/7",
                            "amount",
                            "6.00",
                            "currency",
                            "USD"));
            world.advance(Duration.ofDays(1));

            assertThat(world.mailbox())
                    .filteredOn(mail -> mail.tag("message").equals("your-credit-note"))
                    .singleElement()
                    .satisfies(note -> assertThat(file(world, note)).startsWith("%PDF"));
        }
    }

    /** What the link in a letter leads to. */
    private static String file(TestWorld world, Mail letter) {
        Matcher link = FILE.matcher(letter.html().replace("&amp;", "&"));
        assertThat(link.find()).as(letter.html()).isTrue();
        var answer = world.send(world.request(link.group(1)).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }

    @Test
    void an_order_that_is_not_paid_for_gets_its_receipt_when_it_is() {
        try (TestWorld world = drawing()) {
            Shopper ada = new Shopper(world, "ada").signsUp();
            ada.track("Order Completed", order("1001", "pending"));
            assertThat(ada.mails()).doesNotContain("receipt/your-receipt");
            ada.track("Order Paid", Map.of("order_id", "1001"));

            assertThat(ada.mails()).contains("receipt/your-receipt");
        }
    }

    @Test
    void a_store_that_did_not_ask_for_receipts_draws_none() {
        try (TestWorld world = TestWorld.at("2026-03-02T14:00:00Z")) {
            Shopper ada = new Shopper(world, "ada").signsUp();
            ada.track("Order Completed", order("1001", "paid"));

            assertThat(ada.mails())
                    .containsExactly("welcome/thanks-for-joining", "order-confirmation/thanks-for-your-order");
        }
    }
}
