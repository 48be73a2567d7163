package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Address;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.OrderState.Stage;
import comeback.link.OrderToken;
import comeback.store.Store;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody looks at their order by the link in a letter, without a login. */
class ViewingTest {
    private static final OrderId ID = new OrderId("1001");
    private static final Currency USD = Currency.getInstance("USD");

    private final World world = new World();
    private final Customer sibel = People.sibel();

    private static Order order(OrderId id) {
        Money price = new Money(1_800, USD);
        return order(id, Optional.of(price.times(2)));
    }

    private static Order order(OrderId id, Optional<Money> total) {
        Money price = new Money(1_800, USD);
        Line mug = new Line(
                "mug",
                Optional.empty(),
                "Mug <b>& saucer</b>",
                Optional.of("Sand"),
                Optional.of("javascript:alert(1)"),
                Optional.of("https://shop.example/mug.jpg"),
                2,
                Optional.of(price));
        return new Order(
                id,
                "#1001",
                World.NOW,
                Order.Payment.PAID,
                List.of(mug),
                0,
                new Order.Amounts(
                        Optional.of(price.times(2)),
                        Optional.empty(),
                        Optional.of(Money.zero(USD)),
                        Optional.empty(),
                        total),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Address(List.of("Sibel Demir", "Moda Caddesi 42/5"))),
                Optional.empty(),
                Optional.of("https://shop.example/orders/1001"));
    }

    private String link(Store signer, OrderId id) {
        return "/u/" + new OrderToken(World.SHOP.id(), sibel.id(), id).signedBy(signer);
    }

    private String link() {
        return link(World.SHOP, ID);
    }

    private void ordered(Stage stage) {
        ordered(stage, order(ID));
    }

    private void ordered(Stage stage, Order order) {
        world.keep(order);
        world.keep(sibel.with(sibel.shopping().with(new OrderState(ID, World.NOW, stage))), List.of());
    }

    @Test
    void shows_what_was_bought_what_it_cost_and_where_it_goes() {
        ordered(Stage.SHIPPED);
        var answer = world.get(link());

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody())
                .contains("Order #1001", "Your order is on its way.", "Quantity: 2", "$36.00", "Free")
                .contains(
                        "Mug &lt;b&gt;&amp; saucer&lt;/b&gt;", "Moda Caddesi 42/5", "https://shop.example/orders/1001")
                .doesNotContain("javascript:");
        assertThat(answer.getHeaders()).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void says_no_sums_that_lead_to_no_total() {
        ordered(Stage.PLACED, order(ID, Optional.empty()));

        assertThat(world.get(link()).getBody())
                .contains("Quantity: 2", "$36.00")
                .doesNotContain("Subtotal", "Shipping");
    }

    @ParameterizedTest
    @CsvSource({
        "PLACED, getting it ready",
        "SHIPPED, on its way",
        "DELIVERED, has been delivered",
        "REFUNDED, money has been sent back",
        "CANCELLED, was cancelled"
    })
    void says_how_far_it_has_come(Stage stage, String words) {
        ordered(stage);

        assertThat(world.get(link()).getBody()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"ko, 주문하신 상품", "tr, Sipariş ettikleriniz", "en, What you ordered"})
    void speaks_the_shoppers_language(String language, String words) {
        world.keep(order(ID));
        Customer speaking = People.speaking(language);
        world.keep(speaking, List.of());

        assertThat(world.get(link()).getBody()).contains(words).contains("lang=\"" + language + "\"");
    }

    @Test
    void looking_changes_nothing_and_nothing_can_be_posted() {
        ordered(Stage.PLACED);
        for (int look = 0; look < 3; look++) {
            world.get(link());
        }

        assertThat(world.send(Asked.by("POST", link()).form("do=unsubscribe")).getStatusCode())
                .isEqualTo(405);
        assertThat(world.send(Asked.by("HEAD", link())).getBody()).isEmpty();
        assertThat(world.consentOf(sibel.id())).isEqualTo(sibel.consent());
        assertThat(world.timelineOf(sibel.id())).isEmpty();
    }

    @Test
    void a_forged_link_one_of_another_shop_and_one_of_another_order_are_none() {
        ordered(Stage.PLACED);
        world.keep(order(new OrderId("1002")));
        String other = link().substring(0, link().lastIndexOf('.'));
        String foreign = link(World.SHOP, new OrderId("1002"));
        String mixed = foreign.substring(0, foreign.lastIndexOf('.')) + link().substring(link().lastIndexOf('.'));
        for (String path : List.of(other + ".AAAA", link(World.OTHER, ID), mixed, "/u/v.demo.x.y.z")) {
            assertThat(world.get(path).getStatusCode()).as(path).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", "gid://shopify/Order/5", "ä ö.|&?"})
    void any_order_id_stands_in_a_link(String id) {
        OrderToken token = new OrderToken(World.SHOP.id(), sibel.id(), new OrderId(id));
        String text = token.signedBy(World.SHOP);

        assertThat(text).matches("[A-Za-z0-9._-]+");
        assertThat(OrderToken.read(text)).contains(token);
    }

    @Test
    void an_order_that_was_forgotten_is_not_shown_any_more() {
        world.keep(sibel, List.of());

        assertThat(world.get(link()).getStatusCode()).isEqualTo(404);
    }

    @Test
    void who_wanted_to_be_forgotten_is_so_even_while_the_order_is_still_there() {
        world.keep(order(ID));

        assertThat(world.get(link()).getStatusCode()).isEqualTo(404);
    }

    @Test
    void while_the_table_is_down_the_shopper_is_asked_to_come_again() {
        ordered(Stage.PLACED);
        world.tableGoesDown();

        assertThat(world.get(link()).getStatusCode()).isEqualTo(503);
    }
}
