package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.link.UnsubscribeToken;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links that we did not give out do nothing, and tell nothing. */
class WrongLinkTest {
    private static final Customer SIBEL = People.sibel();

    private final World world = new World();

    static Stream<String> wrong_links() {
        UnsubscribeToken genuine = World.token(SIBEL.id());
        String right = genuine.signedBy(World.SHOP);
        String someoneElse = CustomerId.of(Ref.user("ada")).value();
        MessageId message = genuine.message();
        return Stream.of(
                "",
                "x",
                "...",
                "../../v1/track",
                "x".repeat(5_000),
                right.substring(0, right.length() - 1),
                right + "A",
                right + ".x",
                right.toUpperCase(Locale.ROOT),
                right.replace(SIBEL.id().value(), someoneElse),
                right.substring(0, right.lastIndexOf('.') + 1),
                right.replace("demo.", "nowhere."),
                right.replace("demo.", "other."),
                // Signed by another shop of this deployment, for our customer and for theirs.
                genuine.signedBy(World.OTHER),
                new UnsubscribeToken(new StoreId("demo"), SIBEL.id(), message)
                        .signedBy(World.withSecret(World.SHOP, World.OTHER.linkSecret())));
    }

    @ParameterizedTest
    @MethodSource("wrong_links")
    void a_wrong_link_gets_the_same_page_whatever_is_wrong_and_changes_nothing(String token) {
        world.linkOf(SIBEL);

        var looked = world.get("/u/" + token);
        var posted = world.send(Asked.oneClick("/u/" + token));

        assertThat(looked.getStatusCode()).isEqualTo(404);
        assertThat(posted.getStatusCode()).isEqualTo(404);
        assertThat(looked.getBody())
                .isEqualTo(posted.getBody())
                .isEqualTo(new World().get("/u/x").getBody())
                .contains("This link doesn’t work")
                .doesNotContain("Alder");
        assertThat(looked.getHeaders()).isEqualTo(posted.getHeaders());
        assertThat(world.consentOf(SIBEL.id())).isEqualTo(SIBEL.consent());
        assertThat(world.timelineOf(SIBEL.id())).isEmpty();
    }

    @Test
    void a_link_of_another_shop_opens_nothing_here_but_does_there() {
        CustomerId theirs = CustomerId.of(Ref.user("theirs"));
        MessageId message = MessageId.of(World.OTHER.id(), "cart", "cart-9", "1");
        String link = "/u/" + new UnsubscribeToken(World.OTHER.id(), theirs, message).signedBy(World.OTHER);

        assertThat(world.send(Asked.oneClick(link)).getStatusCode()).isEqualTo(200);
        assertThat(world.timelineOf(theirs)).isEmpty();
    }

    @Test
    void a_link_stops_working_when_the_shop_changes_its_secret() {
        World changed = new World(World.withSecret(World.SHOP, "a-new-link-secret-of-more-than-32-characters"));

        assertThat(changed.get(World.linkOf(SIBEL.id())).getStatusCode()).isEqualTo(404);
    }

    @Test
    void a_path_that_is_no_link_at_all_is_a_wrong_link() {
        assertThat(world.get("/").getStatusCode()).isEqualTo(404);
    }
}
