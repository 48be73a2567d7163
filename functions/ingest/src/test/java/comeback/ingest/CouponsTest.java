package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.catalogue.Money;
import comeback.commit.Commit;
import comeback.commit.Issue;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponState;
import comeback.coupon.PooledCode;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.Ref;
import comeback.json.Json;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Terms;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CouponsTest {
    private static final StoreId DEMO = new StoreId("demo");
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));
    private static final Instant END = World.NOW.plus(Duration.ofDays(2));
    private static final String AT = "/v1/coupons/TEN-1";

    private final World world = new World();

    /** Ada was sent a letter with this coupon. */
    private void given(String code, Optional<OrderId> thanksFor) {
        Message message = new Message(
                MessageId.of(DEMO, "cart", code, "last-note"),
                DEMO,
                ADA,
                "cart",
                "v1",
                code,
                "last-note",
                Optional.empty(),
                MessageClass.MARKETING,
                Terms.usual(MessageClass.MARKETING),
                new About.TheCustomer(),
                World.NOW,
                new MessageState.Due(World.NOW, 0),
                Optional.empty());
        Coupon coupon = new Coupon(
                new CouponCode(code),
                DEMO,
                ADA,
                message.id(),
                thanksFor,
                new Benefit.Percent(10),
                new Conditions(Optional.of(new Money(5000, Currency.getInstance("USD"))), Set.of(), Set.of(), true),
                Optional.empty(),
                World.NOW,
                END,
                new CouponState.Issued());
        save(ada(), List.of(message));
        world.table()
                .ports()
                .messages()
                .claim(
                        message,
                        ada(),
                        new MessageState.Claimed("me", END, 1),
                        Optional.of(new Issue(coupon, Optional.empty(), Optional.empty())));
    }

    private Customer ada() {
        return world.table().ports().customers().at(DEMO, ADA);
    }

    private void save(Customer next, List<Message> born) {
        world.table()
                .ports()
                .customers()
                .commit(DEMO, new Commit(next, List.of(), Set.of(), born, List.of(), Optional.empty()));
    }

    private APIGatewayV2HTTPResponse get(String path) {
        return world.send(Post.with("GET", path).key(Shops.SECRET_KEY));
    }

    private static Map<String, Object> body(APIGatewayV2HTTPResponse answer) {
        return Json.parseOwn(Objects.requireNonNull(answer.getBody()));
    }

    @Test
    void a_shop_sees_what_a_code_gives_and_whether_it_is_still_good() {
        given("TEN-1", Optional.empty());

        var answer = get("/v1/coupons/ten-1");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(body(answer))
                .containsEntry("code", "TEN-1")
                .containsEntry("state", "issued")
                .containsEntry("redeemable", true)
                .containsEntry("benefit", Map.of("percent", 10))
                .containsEntry("valid_until", "2026-03-04T09:00:00Z")
                .containsEntry("customer", ADA.value());
        assertThat(answer.getBody()).contains("\"minimum\":{\"amount\":\"50.00\",\"currency\":\"USD\"}");
    }

    @Test
    void a_code_that_is_over_says_so() {
        given("TEN-1", Optional.empty());
        world.setNow(END.plusSeconds(1));

        assertThat(body(get(AT))).containsEntry("state", "expired").containsEntry("redeemable", false);
    }

    @Test
    void an_order_uses_a_code_and_says_so_as_often_as_it_likes() {
        given("TEN-1", Optional.empty());

        for (int i = 0; i < 5; i++) {
            var answer = world.post(AT + "/redeem", "{\"order_id\":\"1001\"}");
            assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
            assertThat(body(answer)).containsEntry("state", "redeemed").containsEntry("order_id", "1001");
        }
        var other = world.post(AT + "/redeem", "{\"order_id\":\"1002\"}");
        assertThat(other.getStatusCode()).isEqualTo(409);
        assertThat(body(other)).containsEntry("rule", "coupon-used");
    }

    @Test
    void a_basket_that_is_too_small_is_refused_with_what_would_help() {
        given("TEN-1", Optional.empty());
        String basket =
                "{\"order_id\":\"1\",\"currency\":\"usd\",\"total\":\"%s\",\"products\":[{\"product_id\":\"mug\"}]}";

        var small = world.post(AT + "/redeem", String.format(basket, "49.99"));
        assertThat(small.getStatusCode()).isEqualTo(409);
        assertThat(body(small))
                .containsEntry("rule", "coupon-basket")
                .containsEntry("otherwise", "It would have been of use in a basket of 50.00 USD or more.");
        assertThat(world.post(AT + "/redeem", String.format(basket, "50.00")).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void a_coupon_that_is_used_alone_is_refused_beside_another_code() {
        given("TEN-1", Optional.empty());
        String basket = "{\"order_id\": \"o-1\", \"other_codes\": [%s]}";

        var refused = world.post(AT + "/redeem", basket.formatted("\"ten-1\", \"SPRING\""));
        assertThat(refused.getStatusCode()).isEqualTo(409);
        assertThat(body(refused)).containsEntry("rule", "coupon-alone");
        assertThat(world.post(AT + "/redeem", basket.formatted("\"ten-1\"")).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void a_shop_that_reports_late_does_not_cost_the_shopper_the_coupon() {
        given("TEN-1", Optional.empty());
        world.setNow(END.plusSeconds(3600));

        assertThat(world.post(AT + "/redeem", "{\"order_id\":\"1\"}").getStatusCode())
                .isEqualTo(409);
        assertThat(world.post(AT + "/redeem", "{\"order_id\":\"1\",\"ordered_at\":\"2026-03-04T08:59:00Z\"}")
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void what_a_shop_takes_back_is_gone_unless_it_was_used() {
        given("TEN-1", Optional.empty());
        given("TEN-2", Optional.empty());
        world.post("/v1/coupons/TEN-2/redeem", "{\"order_id\":\"1001\"}");

        for (int i = 0; i < 2; i++) {
            assertThat(body(world.post(AT + "/revoke", "{\"reason\":\"sent by mistake\"}")))
                    .containsEntry("state", "revoked")
                    .containsEntry("reason", "sent by mistake");
        }
        assertThat(world.post(AT + "/redeem", "{\"order_id\":\"1001\"}").getStatusCode())
                .isEqualTo(409);
        assertThat(world.post("/v1/coupons/TEN-2/revoke", "").getStatusCode()).isEqualTo(409);
    }

    @Test
    void a_coupon_that_thanks_for_a_purchase_ends_when_the_purchase_is_undone() {
        given("TEN-1", Optional.of(new OrderId("1001")));
        assertThat(body(get(AT))).containsEntry("redeemable", true);
        save(
                ada().with(ada().shopping()
                        .with(new OrderState(new OrderId("1001"), World.NOW, OrderState.Stage.CANCELLED))),
                List.of());

        assertThat(body(get(AT))).containsEntry("state", "revoked").containsEntry("reason", Coupon.PURCHASE_UNDONE);
        assertThat(world.post(AT + "/redeem", "{\"order_id\":\"1002\"}").getStatusCode())
                .isEqualTo(409);
    }

    @Test
    void a_shops_own_codes_are_taken_once() {
        String pool = "{\"pool\":\"spring\",\"codes\":[\"A-1\",\"A-2\",\"a-2\"],\"percent\":15,\"currency\":\"USD\","
                + "\"minimum\":\"20\",\"ends_at\":\"2026-06-01T00:00:00Z\"}";

        assertThat(body(world.post("/v1/coupons/pools", pool)))
                .isEqualTo(Map.of("pool", "spring", "added", 2, "known", 0));
        assertThat(body(world.post("/v1/coupons/pools", pool)))
                .isEqualTo(Map.of("pool", "spring", "added", 0, "known", 2));

        assertThat(world.table()
                        .coupons()
                        .free(DEMO, "spring", MessageId.of(DEMO, "f", "k", "m"), END)
                        .map(PooledCode::benefit))
                .contains(new Benefit.Percent(15));
        assertThat(get("/v1/coupons/A-1").getStatusCode())
                .as("nobody was given it")
                .isEqualTo(404);
    }

    @Test
    void every_mistake_in_a_pool_is_named_and_nothing_of_it_is_kept() {
        var answer = world.post(
                "/v1/coupons/pools",
                "{\"pool\":\"Spring!\",\"codes\":[\"GOOD\",\"a b\"],\"percent\":10,\"gift\":\"a mug\",\"minimum\":5}");

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody())
                .contains("pool: expected 1 to 40 of a-z", "codes[1]: expected 3 to 40")
                .contains("percent: expected one of percent, amount, free_shipping, gift")
                .contains("minimum: needs \\\"currency\\\"");
        assertThat(world.table().coupons().free(DEMO, "spring", MessageId.of(DEMO, "f", "k", "m"), END))
                .isEmpty();
    }

    @Test
    void a_coupon_is_nobodys_business_but_its_own_shops_server() {
        given("TEN-1", Optional.empty());

        assertThat(world.send(Post.with("GET", AT)).getStatusCode()).isEqualTo(401);
        assertThat(world.send(Post.with("GET", AT).key(Shops.PUBLIC_KEY)).getStatusCode())
                .isEqualTo(403);
        assertThat(world.send(Post.with("GET", AT).key("sk_other")).getStatusCode())
                .isEqualTo(404);
        assertThat(world.send(Post.to(AT + "/redeem").key(Shops.PUBLIC_KEY).json("{\"order_id\":\"1\"}"))
                        .getStatusCode())
                .isEqualTo(403);
        assertThat(body(get(AT))).containsEntry("state", "issued");
    }

    @Test
    void what_makes_no_sense_is_told_where_it_is_wrong() {
        given("TEN-1", Optional.empty());

        assertThat(get("/v1/coupons/A%20B").getBody()).contains("code: expected 3 to 40");
        assertThat(world.post(AT + "/redeem", "{}").getBody()).contains("order_id: required");
        assertThat(world.post(AT + "/redeem", "{\"order_id\":\"1\",\"ordered_at\":\"2027-01-01T00:00:00Z\"}")
                        .getBody())
                .contains("ordered_at: lies in the future");
        assertThat(world.post(AT + "/redeem", "{\"order_id\":\"1\",\"total\":5,\"currency\":\"USD\"}")
                        .getBody())
                .contains("come together");
        assertThat(world.post(AT + "/redeem", "{oops").getStatusCode()).isEqualTo(400);
        assertThat(world.post(AT, "{}").getStatusCode()).isEqualTo(405);
        assertThat(get(AT + "/redeem").getStatusCode())
                .as("asking changes nothing")
                .isEqualTo(405);
        assertThat(get("/v1/coupons/TEN-1/other").getStatusCode()).isEqualTo(404);
    }
}
