package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Started;
import comeback.link.PreferencesToken;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who was asked whether they still want to hear from the shop says so with one press. */
class KeepingTest {
    private static final String BUTTON = "value=\"keep\"";

    private final World world = new World();

    private String linkFor(Customer customer) {
        world.linkOf(customer);
        return "/p/"
                + PreferencesToken.of(World.SHOP.id(), customer.id(), World.NOW).signedBy(World.SHOP);
    }

    private static Customer asked(Customer customer) {
        return customer.withStarted(
                new Started(Customer.SUNSET, customer.id().value(), World.NOW.minus(Duration.ofDays(20))));
    }

    private Customer now(Customer customer) {
        return world.customer(customer.id());
    }

    @Test
    void one_press_keeps_them_and_changes_nothing_else() {
        Customer sibel = asked(People.sibel());
        String link = linkFor(sibel);
        assertThat(sibel.letGoAt()).isPresent();
        assertThat(world.get(link).getBody()).contains(BUTTON, "Keep me on the list");

        assertThat(world.send(Asked.by("POST", link).form("do=keep")).getStatusCode())
                .isEqualTo(200);

        assertThat(now(sibel).letGoAt()).isEmpty();
        assertThat(now(sibel).consent()).isEqualTo(sibel.consent());
        assertThat(now(sibel).language()).isEqualTo(sibel.language());
        assertThat(now(sibel).profile().dates()).isEqualTo(sibel.profile().dates());
        assertThat(world.get(link).getBody()).doesNotContain(BUTTON);
    }

    @Test
    void looking_keeps_nobody() {
        Customer sibel = asked(People.sibel());
        String link = linkFor(sibel);

        for (int i = 0; i < 20; i++) {
            world.get(link);
            world.send(Asked.by("HEAD", link).form("do=keep"));
        }

        assertThat(now(sibel).letGoAt()).isPresent();
        assertThat(world.timelineOf(sibel.id())).isEmpty();
    }

    @Test
    void who_was_not_asked_is_not_asked_here_either() {
        assertThat(world.get(linkFor(People.sibel())).getBody()).doesNotContain(BUTTON);
    }

    @Test
    void a_press_agrees_to_nothing_for_who_has_unsubscribed() {
        Customer gone = asked(People.sibel()).with(new Consent.Withdrawn(World.NOW, "page"));
        String link = linkFor(gone);
        assertThat(world.get(link).getBody()).doesNotContain(BUTTON);

        world.send(Asked.by("POST", link).form("do=keep"));

        assertThat(now(gone).consent()).isEqualTo(gone.consent());
    }
}
