package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone wants no more offers, and must not fail by anything. */
class StoppingTest {
    private static final String MULTIPART = """
            --b0unda-ry\r
            Content-Disposition: form-data; name="List-Unsubscribe"\r
            \r
            One-Click\r
            --b0unda-ry--\r
            """;

    private final World world = new World();
    private final Customer sibel = People.sibel();
    private final String link = world.linkOf(sibel);

    @Test
    void one_click_in_the_mail_program_acts_at_once_and_needs_no_page() {
        var answer = world.send(Asked.oneClick(link));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getHeaders()).doesNotContainKey("Location");
        assertThat(answer.getBody())
                .isEqualTo("You are unsubscribed. Alder & Pine no longer sends you offers or reminders.\n");
        assertThat(world.consentOf(sibel.id())).isEqualTo(new Consent.Withdrawn(World.NOW, "one-click"));
    }

    @Test
    void one_click_arrives_in_base64_through_api_gateway() {
        world.send(Asked.oneClick(link).inBase64());

        assertThat(world.consentOf(sibel.id())).isInstanceOf(Consent.Withdrawn.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=b0unda-ry",
                "multipart/form-data; charset=utf-8; boundary=\"b0unda-ry\"",
                "Multipart/Form-Data;boundary=b0unda-ry"
            })
    void one_click_may_come_as_multipart(String contentType) {
        world.send(Asked.by("POST", link)
                .header("Content-Type", contentType)
                .body(MULTIPART)
                .inBase64());

        assertThat(world.consentOf(sibel.id())).isInstanceOf(Consent.Withdrawn.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List-Unsubscribe=One-Click",
                "List-Unsubscribe=One-Click\r\n",
                "List%2DUnsubscribe=One%2DClick",
                "list-unsubscribe=one-click",
                "recipient=x&List-Unsubscribe=One-Click"
            })
    void one_click_is_understood_as_mail_programs_spell_it(String body) {
        world.send(Asked.by("POST", link).body(body));

        assertThat(world.consentOf(sibel.id())).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void the_button_of_the_page_acts_and_says_what_is_true_now() {
        var answer = world.send(Asked.button(link));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody())
                .contains("<h1>You’re unsubscribed</h1>")
                .contains("Unsubscribed on March 2, 2026. It took effect at once")
                .contains("Order confirmations")
                .contains("href=\"https://alderandpine.example\"");
        assertThat(world.consentOf(sibel.id())).isEqualTo(new Consent.Withdrawn(World.NOW, "page"));
    }

    @Test
    void twice_is_once_and_the_first_word_is_the_one_that_is_kept() {
        world.send(Asked.oneClick(link));
        world.pass(Duration.ofHours(5));

        assertThat(world.send(Asked.oneClick(link)).getStatusCode()).isEqualTo(200);
        assertThat(world.send(Asked.button(link)).getBody()).contains("You’re unsubscribed");
        assertThat(world.consentOf(sibel.id())).isEqualTo(new Consent.Withdrawn(World.NOW, "one-click"));
        assertThat(world.timelineOf(sibel.id())).hasSize(1);
    }

    @Test
    void who_came_back_in_between_can_stop_again() {
        world.keep(sibel.with(new Consent.Withdrawn(World.NOW, "page")).withVersion(1), List.of());
        world.pass(Duration.ofDays(1));
        world.keep(
                sibel.with(new Consent.Given(World.NOW.plusSeconds(60), "form")).withVersion(2), List.of());

        world.send(Asked.oneClick(link));

        assertThat(world.consentOf(sibel.id()))
                .isEqualTo(new Consent.Withdrawn(World.NOW.plus(Duration.ofDays(1)), "one-click"));
    }

    @Test
    void someone_the_shop_never_asked_can_refuse() {
        CustomerId guest = CustomerId.of(Ref.anonymous("guest"));

        world.send(Asked.oneClick(World.linkOf(guest)));

        assertThat(world.consentOf(guest)).isInstanceOf(Consent.Withdrawn.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "do=subscribe",
                "List-Unsubscribe=Two-Click",
                "unsubscribe",
                "%zz=%",
                "{\"do\":\"unsubscribe\"}",
                "&&&==="
            })
    void any_other_post_is_refused_with_what_would_be_right(String body) {
        var answer = world.send(Asked.by("POST", link).form(body));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody()).contains("List-Unsubscribe=One-Click", "do=unsubscribe", "nothing was changed");
        assertThat(world.consentOf(sibel.id())).isEqualTo(sibel.consent());
    }

    @Test
    void a_huge_form_is_not_read() {
        var answer = world.send(Asked.by("POST", link).form("do=unsubscribe&x=" + "x".repeat(20_000)));

        assertThat(answer.getStatusCode()).isEqualTo(400);
    }

    @Test
    void base64_that_is_none_is_refused() {
        var answer = world.send(Asked.button(link).marked().body("§§§"));

        assertThat(answer.getStatusCode()).isEqualTo(400);
    }

    @Test
    void when_the_table_is_down_nobody_is_told_that_it_is_done() {
        world.tableGoesDown();

        var answer = world.send(Asked.button(link));

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeaders()).containsKey("Retry-After");
        assertThat(answer.getBody()).contains("That didn’t work just now", "nothing was changed");
        assertThat(world.log()).singleElement().asString().contains("the table is down");
    }
}
