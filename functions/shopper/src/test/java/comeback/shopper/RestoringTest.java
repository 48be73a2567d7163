package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.customer.Cart;
import comeback.customer.Customer;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.link.CartToken;
import comeback.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody takes their cart back into the shop. */
class RestoringTest {
    private static final Store SHOP = takingBack(TestStores.demo());
    private static final Customer SIBEL = People.sibel();

    private final World world = new World(SHOP);

    RestoringTest() {
        world.keep(SIBEL.with(SIBEL.shopping().withCart(cart(2))), List.of());
    }

    private static Store takingBack(Store demo) {
        return new Store(
                demo.id(),
                demo.brand().withCartUrl(Optional.of("https://shop.example/cart?take={cart}")),
                demo.sender(),
                demo.locale(),
                demo.locales(),
                demo.zone(),
                demo.keys(),
                demo.linkSecret(),
                demo.flowsOff(),
                demo.policy());
    }

    private static Cart cart(int pieces) {
        Line mug = new Line(
                "mug",
                Optional.of("mug-s"),
                "Stoneware <mug>",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                pieces,
                Optional.empty());
        return new Cart("c-1", Set.of(), List.of(mug), 0, Optional.empty(), Optional.empty(), World.NOW, World.NOW);
    }

    private static String link(Store signer, String cart) {
        return "/u/" + new CartToken(signer.id(), SIBEL.id(), cart).signedBy(signer);
    }

    @Test
    void looking_shows_the_cart_and_sends_nobody_anywhere() {
        for (int look = 0; look < 5; look++) {
            var answer = world.get(link(SHOP, "c-1"));
            assertThat(answer.getStatusCode()).isEqualTo(200);
            assertThat(answer.getBody()).contains("Stoneware &lt;mug&gt; × 2", "value=\"restore\"");
            assertThat(answer.getHeaders().get("Content-Security-Policy"))
                    .contains("form-action 'self' https://shop.example;");
        }
        assertThat(world.send(Asked.by("HEAD", link(SHOP, "c-1"))).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void the_button_leads_to_the_shop_with_the_cart_as_it_is_now_signed_and_with_its_version() {
        var answer = world.send(Asked.by("POST", link(SHOP, "c-1")).form("do=restore"));

        assertThat(answer.getStatusCode()).isEqualTo(303);
        String location = Objects.requireNonNull(answer.getHeaders().get("Location"));
        assertThat(location).startsWith("https://shop.example/cart?take=");
        String pass = location.substring(location.indexOf('=') + 1);
        Fields told = Fields.of(Json.parseOwn(new String(
                Base64.getUrlDecoder().decode(pass.substring(0, pass.indexOf('.'))), StandardCharsets.UTF_8)));
        assertThat(told.integer("v")).contains(1);
        assertThat(told.text("version")).contains(Long.toString(World.NOW.getEpochSecond()));
        assertThat(told.objects("lines").orElseThrow().getFirst().asMap())
                .containsEntry("product_id", "mug")
                .containsEntry("variant_id", "mug-s")
                .containsEntry("quantity", 2);
        assertThat(pass.substring(pass.indexOf('.') + 1)).hasSize(43);
    }

    @Test
    void a_cart_that_was_emptied_or_is_another_by_now_is_not_brought_back() {
        assertThat(world.send(Asked.by("POST", link(SHOP, "c-0")).form("do=restore"))
                        .getBody())
                .contains("This cart is empty");
        Customer now = world.customer(SIBEL.id());
        world.keep(now.with(now.shopping().closedAt(World.NOW, List.of())), List.of());

        var answer = world.send(Asked.by("POST", link(SHOP, "c-1")).form("do=restore"));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).contains("This cart is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "do=confirm", "List-Unsubscribe=One-Click"})
    void something_else_that_is_posted_does_nothing(String form) {
        assertThat(world.send(Asked.by("POST", link(SHOP, "c-1")).form(form)).getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void a_forged_link_is_none() {
        String real = link(SHOP, "c-1");
        assertThat(world.get(real.substring(0, real.length() - 2) + "xx").getStatusCode())
                .isEqualTo(404);
        assertThat(world.get(link(World.OTHER, "c-1")).getBody()).contains("empty");
    }
}
