package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who writes to the shop before they ever buy, and who is here a lot and does not buy. */
class GettingCloserTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at("2026-03-02T14:00:00Z");

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> to(String email) {
        return world.mailbox().stream()
                .filter(mail -> mail.to().equals(email))
                .map(mail -> mail.tag("flow") + "/" + mail.tag("message"))
                .toList();
    }

    private void writes(String email, boolean agrees) {
        var answer = world.post(
                "/v1/track",
                Json.print(Map.of(
                        "messageId",
                        "dm-" + email,
                        "anonymousId",
                        "dm-" + email,
                        "event",
                        "Lead Created",
                        "timestamp",
                        world.now().toString(),
                        "properties",
                        Map.of("email", email, "source", "instagram", "acceptsMarketing", agrees))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void who_wrote_on_a_social_network_is_thanked_at_once_and_only_who_agreed_hears_more() {
        writes("ada@example.com", true);
        writes("bob@example.com", false);
        world.advance(Duration.ofMinutes(5));
        assertThat(to("ada@example.com")).containsExactly("lead/thanks-for-writing");

        world.advance(DAY.multipliedBy(14));

        assertThat(to("ada@example.com"))
                .containsExactly("lead/thanks-for-writing", "lead/a-few-ideas", "lead/whenever-you-like");
        assertThat(to("bob@example.com")).containsExactly("lead/thanks-for-writing");
    }

    @Test
    void who_follows_letter_after_letter_to_the_shop_and_buys_nothing_gets_something_to_decide_with() {
        Shopper ada = new Shopper(world, "ada").signsUp();
        Shopper bob = new Shopper(world, "bob").signsUp();
        for (int i = 0; i < 5; i++) {
            world.advance(DAY.multipliedBy(2));
            assertThat(world.post(
                                    "/local/ses/" + ada.lastMail().id() + "/click",
                                    "{\"link\":\"https://alderandpine.example/\"}")
                            .statusCode())
                    .isEqualTo(202);
        }
        world.advance(DAY.multipliedBy(2));

        assertThat(ada.mails()).containsOnlyOnce("engaged/nice-to-have-you-here");
        assertThat(bob.mails()).doesNotContain("engaged/nice-to-have-you-here");
    }
}
