package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What shoppers hear of their orders after the purchase, over the real functions. */
class OrderStoriesTest {
    private static final String START = "2026-03-02T14:00:00Z";
    private static final Duration DAY = Duration.ofDays(1);

    private static Map<String, Object> order(Object... more) {
        var properties = new HashMap<String, Object>(Map.of("order_id", "1001"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i].toString(), more[i + 1]);
        }
        return properties;
    }

    @Test
    void a_failed_payment_is_told_with_the_way_back_to_it_and_again_after_a_day_until_it_is_paid() {
        try (TestWorld world = TestWorld.at(START)) {
            Shopper ada = new Shopper(world, "ada").identifies();
            var failed = Shopper.order("1001", "c-1");
            ada.track("Order Payment Failed", with(failed, "payment_url", "https://alderandpine.example/pay/1001"));
            assertThat(ada.lastMail().text()).contains("https://alderandpine.example/pay/1001", "$18.00");
            world.advance(DAY);
            assertThat(ada.mails()).endsWith("payment-problem/payment-failed", "payment-problem/still-unpaid");
            ada.pays("1001", "c-1");
            world.advance(DAY.multipliedBy(5));
            assertThat(about("payment-problem", ada)).hasSize(2);
            assertThat(ada.mails()).contains("order-confirmation/thanks-for-your-order");
        }
    }

    @Test
    void a_confirmation_leads_to_a_page_of_the_order_that_needs_no_login_and_ends_with_the_customer() {
        try (TestWorld world = TestWorld.at(START)) {
            Shopper ada = new Shopper(world, "ada").signsUp().pays("1001", "c-1");
            String page = orderPage(ada.lastMail());
            assertThat(world.get(page).body()).contains("getting it ready", "Stoneware mug", "$18.00");
            ada.track("Order Shipped", order("shipment_id", "p-1"));
            assertThat(world.get(page).body()).contains("on its way");
            world.send(world.request("/v1/customers/user:ada")
                    .header("Authorization", "Bearer sk_demo")
                    .DELETE());

            assertThat(world.get(page).statusCode()).isEqualTo(404);
        }
    }

    private static String orderPage(Mail mail) {
        var link = Pattern.compile("/u/v\\.[A-Za-z0-9._-]+").matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        return link.group();
    }

    @Test
    void who_orders_the_same_again_within_a_quarter_of_an_hour_is_asked_whether_that_was_meant() {
        try (TestWorld world = TestWorld.at(START)) {
            Shopper ada = new Shopper(world, "ada").signsUp().pays("1001", "c-1");
            assertThat(ada.lastMail().text()).doesNotContain("a few minutes ago");
            world.advance(Duration.ofMinutes(10));
            ada.pays("1002", "c-2");
            assertThat(ada.lastMail().text()).contains("You ordered the same a few minutes ago");
            world.advance(Duration.ofMinutes(20));
            ada.pays("1003", "c-3");

            assertThat(ada.lastMail().subject()).contains("1003");
            assertThat(ada.lastMail().text()).doesNotContain("a few minutes ago");
        }
    }

    @Test
    void a_cancelled_order_is_told_once_and_nothing_else_is_told_of_it() {
        try (TestWorld world = TestWorld.at(START)) {
            Shopper ada = new Shopper(world, "ada").identifies().pays("1001", "c-1");
            ada.track("Order Cancelled", order()).track("Order Cancelled", order());
            ada.track("Order Shipped", order("shipment_id", "p-1"));
            world.advance(DAY);

            assertThat(ada.mails())
                    .containsExactly("order-confirmation/thanks-for-your-order", "order-changes/order-cancelled");
        }
    }

    @Test
    void a_refund_says_how_much_goes_back_for_what() {
        try (TestWorld world = TestWorld.at(START)) {
            Shopper ada = new Shopper(world, "ada").identifies().pays("1001", "c-1");
            ada.track(
                    "Order Refunded",
                    order("refund_id", "r-1", "amount", "9.50", "currency", "USD", "products", List.of(Shopper.mug())));

            assertThat(ada.lastMail().subject()).isEqualTo("Your refund of $9.50 for order 1001");
            assertThat(ada.lastMail().text()).contains("Stoneware mug");
        }
    }

    @Test
    void a_return_is_told_step_by_step_with_its_label_and_its_day() {
        try (TestWorld world = TestWorld.at(START)) {
            Shopper ada = new Shopper(world, "ada").identifies().pays("1001", "c-1");
            ada.track("Return Requested", order("return_id", "x"));
            ada.track(
                    "Return Approved",
                    order(
                            "return_id", "x",
                            "label_url", "https://alderandpine.example/label/x",
                            "send_by", "2026-03-16T20:00:00Z"));
            Mail approved = ada.lastMail();
            assertThat(approved.text()).contains("https://alderandpine.example/label/x", "March 16, 2026");
            world.advance(DAY.multipliedBy(12));
            ada.track("Return Received", order("return_id", "x"));

            assertThat(about("returns", ada))
                    .containsExactly(
                            "returns/we-have-your-request",
                            "returns/send-it-back",
                            "returns/a-few-days-left",
                            "returns/it-is-with-us");
        }
    }

    @Test
    void a_parcel_is_followed_to_the_door_and_what_comes_too_late_is_dropped() {
        try (TestWorld world = TestWorld.at(START)) {
            Shopper ada = new Shopper(world, "ada").identifies().pays("1001", "c-1");
            ada.track("Order Shipped", order("shipment_id", "p-1", "carrier", "UPS"));
            world.advance(DAY);
            ada.track("Shipment Updated", order("shipment_id", "p-1", "status", "out_for_delivery"));
            world.advance(Duration.ofHours(3));
            ada.track("Shipment Updated", order("shipment_id", "p-1", "status", "delivered"));
            ada.track("Shipment Updated", order("shipment_id", "p-1", "status", "delayed"));
            world.advance(DAY);

            assertThat(about("shipping", ada))
                    .containsExactly("shipping/on-its-way", "shipping/arriving-today", "shipping/it-has-arrived");
        }
    }

    @Test
    void a_changed_order_is_told_with_what_it_is_now() {
        try (TestWorld world = TestWorld.at(START)) {
            Shopper ada = new Shopper(world, "ada").identifies().pays("1001", "c-1");
            world.advance(Duration.ofHours(1));
            ada.track("Order Updated", Shopper.order("1001", "c-1"));
            assertThat(ada.mails()).endsWith("order-confirmation/thanks-for-your-order");
            ada.track(
                    "Order Updated",
                    with(
                            with(Shopper.order("1001", "c-1"), "total", 36),
                            "products",
                            List.of(with(Shopper.mug(), "quantity", 2))));

            assertThat(ada.mails()).endsWith("order-changes/order-changed");
            assertThat(ada.lastMail().text()).contains("New total: $36.00", "Quantity: 2");
        }
    }

    /** Whatever the network does to the order of reports: never two mails that contradict each other. */
    @Test
    void in_no_order_of_arrival_is_a_cancelled_order_confirmed_after_its_cancellation_was_told() {
        for (int seed = 0; seed < 6; seed++) {
            try (TestWorld world = TestWorld.at(START)) {
                Shopper ada = new Shopper(world, "ada").identifies();
                List<Runnable> reports = new ArrayList<>(List.of(
                        () -> ada.pays("1001", "c-1"),
                        () -> ada.track("Order Paid", order()),
                        () -> ada.track("Order Cancelled", order()),
                        () -> ada.track("Order Shipped", order("shipment_id", "p-1")),
                        () -> ada.track("Order Payment Failed", order())));
                Collections.shuffle(reports, new Random(seed));
                reports.forEach(Runnable::run);
                world.advance(DAY.multipliedBy(3));

                List<String> mails = ada.mails();
                int cancelled = mails.indexOf("order-changes/order-cancelled");
                assertThat(cancelled).as("seed " + seed).isNotNegative();
                assertThat(mails.subList(cancelled + 1, mails.size()))
                        .as("seed " + seed)
                        .isEmpty();
            }
        }
    }

    private static List<String> about(String flow, Shopper shopper) {
        return shopper.mails().stream().filter(mail -> mail.startsWith(flow)).toList();
    }

    private static Map<String, Object> with(Map<String, Object> properties, String name, Object value) {
        var changed = new HashMap<>(properties);
        changed.put(name, value);
        return changed;
    }
}
