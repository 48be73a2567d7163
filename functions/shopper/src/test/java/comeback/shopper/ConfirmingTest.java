package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Wanted;
import comeback.customer.Customer;
import comeback.link.StockRequestToken;
import comeback.store.Store;
import comeback.wave.Waiter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is asked whether a request to be told of stock is theirs. */
class ConfirmingTest {
    private static final Wanted MUG = new Wanted("gid://shop/Mug", "small é");

    private final World world = new World();
    private final Customer sibel = People.sibel();

    ConfirmingTest() {
        world.linkOf(sibel);
    }

    private String link(Store signer) {
        return "/u/" + new StockRequestToken(World.SHOP.id(), sibel.id(), MUG, World.NOW).signedBy(signer);
    }

    private String link() {
        return link(World.SHOP);
    }

    @Test
    void looking_at_the_link_puts_nobody_on_a_list() {
        for (int look = 0; look < 5; look++) {
            var answer = world.get(link());
            assertThat(answer.getStatusCode()).isEqualTo(200);
            assertThat(answer.getBody()).contains("method=\"post\"", "value=\"confirm\"");
        }

        assertThat(world.waitersFor(MUG)).isEmpty();
    }

    @Test
    void who_presses_the_button_waits_since_they_asked_however_often_they_press() {
        world.pass(Duration.ofHours(3));
        for (int press = 0; press < 3; press++) {
            assertThat(world.send(Asked.by("POST", link()).form("do=confirm")).getStatusCode())
                    .isEqualTo(200);
        }

        assertThat(world.waitersFor(MUG))
                .isEqualTo(List.of(new Waiter(sibel.id(), World.NOW, World.NOW.plus(Duration.ofDays(90)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "do=unsubscribe", "List-Unsubscribe=One-Click"})
    void something_else_that_is_posted_does_nothing(String form) {
        assertThat(world.send(Asked.by("POST", link()).form(form)).getStatusCode())
                .isEqualTo(400);
        assertThat(world.waitersFor(MUG)).isEmpty();
    }

    @Test
    void a_forged_link_and_one_of_another_shop_and_an_old_one_are_none() {
        String forged = link().substring(0, link().length() - 1) + (link().endsWith("A") ? "B" : "A");
        for (String path : List.of(forged, link(World.OTHER), "/u/b.demo.x.y.z.1.s")) {
            assertThat(world.send(Asked.by("POST", path).form("do=confirm")).getStatusCode())
                    .isEqualTo(404);
        }
        world.pass(Confirming.GOOD_FOR);
        assertThat(world.send(Asked.by("POST", link()).form("do=confirm")).getStatusCode())
                .isEqualTo(404);

        assertThat(world.waitersFor(MUG)).isEmpty();
    }

    @Test
    void the_link_stops_no_marketing() {
        world.send(Asked.oneClick(link()));

        assertThat(world.consentOf(sibel.id())).isEqualTo(sibel.consent());
    }

    @Test
    void while_the_table_is_down_the_shopper_is_told_that_it_was_not_done() {
        world.tableGoesDown();

        assertThat(world.send(Asked.by("POST", link()).form("do=confirm")).getStatusCode())
                .isEqualTo(503);
    }
}
