package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Line;
import comeback.commit.LogEntry;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.Ref;
import comeback.link.OrderToken;
import comeback.link.RatingToken;
import comeback.store.Store;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody says how they find what they bought. */
class RatingTest {
    private static final OrderId ID = new OrderId("1001");
    private static final Customer SIBEL =
            People.sibel().with(People.sibel().identity().with(List.of(Ref.user("sibel"))));

    private final World world = new World();

    RatingTest() {
        world.keep(SIBEL, List.of());
        world.keep(order());
    }

    private static Order order() {
        return new Order(
                ID,
                "#1001",
                World.NOW,
                Order.Payment.PAID,
                List.of(line("mug", "Mug <b>"), line("bowl", "Bowl"), line("mug", "Mug <b>")),
                0,
                new Order.Amounts(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Line line(String id, String title) {
        return new Line(
                id,
                Optional.empty(),
                title,
                Optional.empty(),
                Optional.of("https://shop.example/" + id),
                Optional.empty(),
                1,
                Optional.empty());
    }

    private static String link(Store signer) {
        return "/u/" + new RatingToken(World.SHOP.id(), SIBEL.id(), ID).signedBy(signer);
    }

    private String posts(String form) {
        return world.send(Asked.by("POST", link(World.SHOP)).form(form)).getBody();
    }

    private List<String> told() {
        return world.timelineOf(SIBEL.id()).stream()
                .filter(line -> line.name().equals("Product Reviewed"))
                .map(LogEntry::raw)
                .map(raw -> raw.get("product_id") + " " + raw.get("rating"))
                .toList();
    }

    @Test
    void looking_shows_each_thing_once_and_gives_no_stars() {
        for (int look = 0; look < 5; look++) {
            var page = world.get(link(World.SHOP));
            assertThat(page.getStatusCode()).isEqualTo(200);
            assertThat(page.getBody().split("<fieldset>", -1)).hasSize(3);
            assertThat(page.getBody()).contains("Mug &lt;b&gt;", "name=\"stars-1\"");
            assertThat(world.send(Asked.by("HEAD", link(World.SHOP))).getStatusCode())
                    .isEqualTo(200);
        }
        assertThat(told()).isEmpty();
    }

    @Test
    void stars_are_told_once_for_each_thing_however_often_the_button_is_pressed() {
        posts("do=rate&stars-0=5&stars-1=3");
        String page = posts("do=rate&stars-0=5&stars-1=3");

        assertThat(told()).containsExactlyInAnyOrder("mug 5", "bowl 3");
        assertThat(page).contains("Thank you", "https://shop.example/mug").doesNotContain("https://shop.example/bowl");
    }

    @Test
    void whoever_thinks_better_of_it_may_say_so() {
        posts("do=rate&stars-0=2");
        posts("do=rate&stars-0=4");

        assertThat(told()).containsExactlyInAnyOrder("mug 2", "mug 4");
    }

    @Test
    void whoever_is_not_content_is_led_to_a_person_and_not_before_the_public() {
        String page = posts("do=rate&stars-0=5&stars-1=1");

        assertThat(page)
                .contains("We’re sorry", "mailto:hello@alderandpine.example?subject=Order%20%231001")
                .doesNotContain("https://shop.example/mug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"do=rate", "do=rate&stars-0=", "do=rate&stars-0=6", "do=rate&stars-0=0&stars-9=5"})
    void whoever_gives_no_stars_is_asked_once_more(String form) {
        assertThat(posts(form)).contains("role=\"alert\"");
        assertThat(told()).isEmpty();
    }

    @Test
    void something_else_that_is_posted_does_nothing() {
        assertThat(world.send(Asked.by("POST", link(World.SHOP)).form("List-Unsubscribe=One-Click"))
                        .getStatusCode())
                .isEqualTo(400);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_forged_link_one_for_looking_at_the_order_and_one_of_somebody_forgotten_give_no_stars() {
        String viewing = new OrderToken(World.SHOP.id(), SIBEL.id(), ID).signedBy(World.SHOP);
        String forgotten =
                "/u/" + new RatingToken(World.SHOP.id(), CustomerId.of(Ref.user("nobody")), ID).signedBy(World.SHOP);

        for (String link : List.of(link(World.OTHER), "/u/r" + viewing.substring(1), forgotten)) {
            assertThat(world.send(Asked.by("POST", link).form("do=rate&stars-0=5"))
                            .getStatusCode())
                    .as(link)
                    .isEqualTo(404);
        }
        assertThat(told()).isEmpty();
    }
}
