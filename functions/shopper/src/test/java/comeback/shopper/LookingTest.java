package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Commit;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scanners, previews and curious people look at every link. */
class LookingTest {
    private final World world = new World();
    private final Customer sibel = People.sibel();
    private final String link = world.linkOf(sibel);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void a_scanner_that_looks_a_hundred_times_unsubscribes_nobody(String method) {
        for (int i = 0; i < 100; i++) {
            assertThat(world.send(Asked.by(method, link)).getStatusCode()).isEqualTo(200);
        }

        assertThat(world.consentOf(sibel.id())).isEqualTo(sibel.consent());
        assertThat(world.timelineOf(sibel.id())).isEmpty();
    }

    @Test
    void a_scanner_that_sends_the_words_by_get_unsubscribes_nobody() {
        world.send(Asked.by("GET", link).form("List-Unsubscribe=One-Click"));

        assertThat(world.consentOf(sibel.id())).isEqualTo(sibel.consent());
    }

    @Test
    void the_page_asks_and_says_what_stops_and_what_still_comes() {
        assertThat(world.get(link).getBody())
                .contains("<h1>Unsubscribe from offers?</h1>")
                .contains("<form method=\"post\">")
                .contains("Reminders about your cart", "Order confirmations", "Shipping updates")
                .contains("Nothing changes until you press the button.");
    }

    @Test
    void who_got_a_letter_forwarded_does_not_learn_the_whole_address() {
        assertThat(world.get(link).getBody())
                .contains("s•••@mail.example")
                .doesNotContain("sibel")
                .doesNotContain("demir");
    }

    @Test
    void a_customer_whose_address_is_unknown_is_asked_all_the_same() {
        String nobody = World.linkOf(CustomerId.of(Ref.user("nobody")));

        assertThat(world.get(nobody).getBody())
                .contains("Alder &amp; Pine will stop sending you offers and reminders.");
    }

    @Test
    void who_has_unsubscribed_before_reads_so_with_the_date() {
        world.send(Asked.button(link));
        world.pass(Duration.ofDays(3));

        assertThat(world.get(link).getBody())
                .contains("You’re already unsubscribed")
                .contains("March 2, 2026")
                .doesNotContain("<form");
    }

    @Test
    void head_answers_like_get_but_without_the_page() {
        var head = world.send(Asked.by("HEAD", link));

        assertThat(head.getBody()).isEmpty();
        assertThat(head.getHeaders()).isEqualTo(world.get(link).getHeaders());
    }

    @Test
    void the_page_is_kept_by_nobody_and_runs_nothing() {
        var page = world.get(link);

        assertThat(page.getHeaders())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("X-Robots-Tag", "noindex, nofollow");
        assertThat(page.getHeaders().get("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("script", "unsafe");
        assertThat(page.getBody()).doesNotContain("<script", "style=", "onclick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void other_methods_are_refused_with_those_that_are_allowed(String method) {
        var answer = world.send(Asked.by(method, link));

        assertThat(answer.getStatusCode()).isEqualTo(405);
        assertThat(answer.getHeaders()).containsEntry("Allow", "GET, HEAD, POST");
    }

    @Test
    void the_log_names_the_customer_by_id_and_never_the_link_or_the_address() {
        world.get(link);

        String token = link.substring("/u/".length());
        assertThat(world.log())
                .singleElement()
                .asString()
                .contains("\"did\":\"shown\"", sibel.id().value())
                .doesNotContain(token, "@");
    }

    @Test
    void the_link_of_someone_who_turned_out_to_be_somebody_else_leads_to_the_one_they_are() {
        Customer known =
                Customer.unknown(CustomerId.of(Ref.user("same person"))).with(new Consent.Withdrawn(World.NOW, "page"));
        world.keep(known, List.of(new Commit.Merged(sibel.id(), 1)));

        assertThat(world.get(link).getBody()).contains("You’re already unsubscribed");
    }
}
