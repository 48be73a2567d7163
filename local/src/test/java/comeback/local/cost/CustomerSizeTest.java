package comeback.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.commit.Commit;
import comeback.commit.Committed;
import comeback.coupon.CouponCode;
import comeback.coupon.Given;
import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Identity;
import comeback.customer.Journey;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.RecentEvents;
import comeback.customer.Ref;
import comeback.customer.Shopping;
import comeback.customer.Started;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.store.StoreId;
import comeback.table.DynamoCustomers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How large a customer is in the table: capacity is billed by it. */
class CustomerSizeTest {
    private static final StoreId STORE = new StoreId("demo");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));
    private static final int TYPICAL_MAX = 2_048;
    private static final int FULL_MAX = 65_536;

    @Test
    void a_customer_with_three_things_in_the_cart_and_five_orders_fits_into_two_kilobytes() {
        int bytes = stored(typical());
        System.out.println("a typical customer has " + bytes + " bytes in the table");
        assertThat(bytes).isLessThan(TYPICAL_MAX);
    }

    @Test
    void a_customer_with_as_much_of_everything_as_is_kept_fits_into_sixty_four_kilobytes() {
        int bytes = stored(full());
        System.out.println("the largest customer has " + bytes + " bytes in the table");
        assertThat(bytes).isLessThan(FULL_MAX);
    }

    private static Customer full() {
        Line line = new Line(
                "p".repeat(200),
                Optional.of("v".repeat(200)),
                "t".repeat(Line.TITLE_MAX),
                Optional.of("M".repeat(80)),
                Optional.of("https://alderandpine.example/" + "u".repeat(1_900)),
                Optional.of("https://alderandpine.example/" + "i".repeat(1_900)),
                1,
                Optional.of(new Money(1800, Currency.getInstance("USD"))));
        Cart cart = new Cart(
                "c".repeat(26),
                names("cart:" + "c".repeat(95), Cart.TOKENS_MAX),
                Collections.nCopies(50, line),
                0,
                Optional.of("https://alderandpine.example/" + "u".repeat(1_900)),
                Optional.empty(),
                NOW,
                NOW);
        String key = "o".repeat(OrderId.MAX);
        List<OrderState> orders = names(key.substring(3), Shopping.ORDERS_MAX).stream()
                .map(id -> new OrderState(new OrderId(id), NOW, OrderState.Stage.CANCELLED))
                .toList();
        Customer full = Customer.unknown(ADA)
                .with(new Identity(
                        names("u".repeat(Ref.MAX - 3), Identity.REFS_MAX).stream()
                                .map(Ref::user)
                                .collect(Collectors.toSet()),
                        List.of(),
                        Optional.of(new EmailAddress("ada@example.com"))))
                .with(new Shopping(
                        Optional.of(cart),
                        Optional.of(NOW),
                        List.copyOf(names("t".repeat(105), 20)),
                        orders,
                        coupons()))
                .withJourneys(Collections.nCopies(Customer.JOURNEYS_MAX, journey("review-request", key)));
        for (int i = 0; i < Customer.STARTED_MAX; i++) {
            full = full.withStarted(new Started("review-request", key, NOW));
        }
        for (int i = 0; i < RecentEvents.MAX; i++) {
            full = full.with(full.recentEvents().with("e-" + i));
        }
        return full;
    }

    private static Given coupons() {
        Given all = Given.NOTHING;
        for (int i = 0; i < Given.MOST; i++) {
            all = all.with(new Given.One("mark-" + i + "-x", new CouponCode("C".repeat(39) + i), NOW));
        }
        return all;
    }

    private static Set<String> names(String prefix, int count) {
        return IntStream.range(100, 100 + count).mapToObj(i -> prefix + i).collect(Collectors.toSet());
    }

    private static Customer typical() {
        List<String> things = List.of("stoneware-mug", "linen-apron", "oak-bowl");
        Cart cart = new Cart(
                CustomerId.of(Ref.user("cart")).value(),
                Set.of("cart:c-81023"),
                things.stream().map(CustomerSizeTest::line).toList(),
                0,
                Optional.of("https://alderandpine.example/cart"),
                Optional.empty(),
                NOW,
                NOW);
        List<OrderState> orders = IntStream.range(0, 5)
                .mapToObj(i -> new OrderState(new OrderId("100" + i), NOW, OrderState.Stage.DELIVERED))
                .toList();
        return Customer.unknown(ADA)
                .with(new Identity(
                        Set.of(Ref.user("ada"), Ref.email(new EmailAddress("ada@example.com"))),
                        List.of(),
                        Optional.of(new EmailAddress("ada@example.com"))))
                .with(new Consent.Given(NOW, "Signed Up"))
                .with(new Shopping(Optional.of(cart), Optional.of(NOW), List.of("checkout:c-1"), orders, Given.NOTHING))
                .withJourneys(List.of(journey("cart", cart.id()), journey("review", "1001")))
                .withStarted(new Started("welcome", ADA.value(), NOW))
                .with(RecentEvents.NONE.with("e-1").with("e-2"));
    }

    private static Line line(String thing) {
        return new Line(
                thing,
                Optional.empty(),
                thing.replace('-', ' '),
                Optional.empty(),
                Optional.of("https://alderandpine.example/products/" + thing),
                Optional.of("https://alderandpine.example/images/" + thing + ".png"),
                1,
                Optional.of(new Money(1800, Currency.getInstance("USD"))));
    }

    private static Journey journey(String flow, String key) {
        return Journey.begun(
                flow, "3f2a9c", key, new About.TheCart(key), true, NOW, new Journey.Beginning(NOW, 1, false));
    }

    /** As DynamoDB counts: names and values of all attributes. */
    private static int stored(Customer customer) {
        try (var world = TestWorld.at(NOW.toString())) {
            var dynamo = world.inside().aws().dynamo();
            var commit = new Commit(customer, List.of(), Set.of(), List.of(), List.of(), Optional.empty());
            assertThat(new DynamoCustomers(dynamo, Aws.TABLE).commit(STORE, commit))
                    .isInstanceOf(Committed.Saved.class);
            Map<String, AttributeValue> item = dynamo.getItem(request -> request.tableName(Aws.TABLE)
                            .key(Map.of(
                                    "pk", AttributeValue.fromS("S#" + STORE + "#C#" + ADA),
                                    "sk", AttributeValue.fromS("CUSTOMER"))))
                    .item();
            return item.entrySet().stream()
                    .mapToInt(each -> each.getKey().length() + bytes(each.getValue()))
                    .sum();
        }
    }

    private static int bytes(AttributeValue value) {
        if (value.b() != null) {
            return value.b().asByteArrayUnsafe().length;
        }
        return Optional.ofNullable(value.s()).orElseGet(value::n).getBytes(StandardCharsets.UTF_8).length;
    }
}
