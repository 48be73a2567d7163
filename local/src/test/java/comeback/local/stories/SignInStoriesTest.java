package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.Signed;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Staff sign in at the console with the real functions, over HTTP and a real mailbox. */
class SignInStoriesTest {
    private static final String START = "2026-03-02T09:00:00Z";
    private static final Pattern LINK = Pattern.compile("/console/sign-in/[a-z0-9A-Z._-]+");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    /** Asks for a link. */
    static HttpResponse<String> ask(TestWorld world, String form) {
        return post(world, "/console/sign-in", form, "");
    }

    static HttpResponse<String> post(TestWorld world, String path, String form, String cookie) {
        var request = world.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return world.send(request);
    }

    /** The path of the link in the newest letter to somebody. */
    static Optional<String> link(TestWorld world, String to) {
        return world.mailbox().reversed().stream()
                .filter(mail -> mail.to().equals(to))
                .map(Mail::text)
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    /** Signs somebody in; what their browser sends from then on. */
    static String signIn(TestWorld world, String address, String store) {
        assertThat(ask(world, "address=" + address + "&store=" + store).statusCode())
                .isEqualTo(200);
        world.advance(Duration.ofSeconds(1));
        var pressed = post(world, link(world, address).orElseThrow(), "", "");
        assertThat(pressed.statusCode()).isEqualTo(303);
        return pressed.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static HttpResponse<String> page(TestWorld world, String path, String cookie) {
        return world.send(world.request(path).header("Cookie", cookie).GET());
    }

    @Test
    void an_admin_asks_for_a_link_scanners_look_at_it_and_its_button_opens_every_store_until_they_sign_out() {
        try (var world = TestWorld.at(START)) {
            assertThat(ask(world, "address=admin@example.com").statusCode()).isEqualTo(200);
            assertThat(ask(world, "address=stranger@example.com").statusCode()).isEqualTo(200);
            world.advance(Duration.ofSeconds(1));
            assertThat(link(world, "stranger@example.com")).isEmpty();
            String link = link(world, "admin@example.com").orElseThrow();
            for (int i = 0; i < 3; i++) {
                assertThat(world.get(link).body()).contains("<form");
            }

            var pressed = post(world, link, "", "");
            String cookie =
                    pressed.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            assertThat(pressed.headers().firstValue("Location")).contains("/console");
            assertThat(post(world, link, "", "").statusCode()).isEqualTo(404);
            assertThat(page(world, "/console", cookie).body()).contains("/console?store=demo");

            String shown = page(world, "/console?store=demo", cookie).body();
            assertThat(shown).contains("admin@example.com", "Alder &amp; Pine");
            Matcher token = TOKEN.matcher(shown);
            assertThat(token.find()).isTrue();
            assertThat(post(world, "/console/sign-out", "token=stolen", cookie).statusCode())
                    .isEqualTo(403);
            assertThat(post(world, "/console/sign-out", "token=" + token.group(1), cookie)
                            .statusCode())
                    .isEqualTo(200);

            var trail = world.request("/v1/reports/audit").GET();
            Signed.basic("admin_demo").forEach(trail::header);
            assertThat(world.send(trail).body()).contains("\"signed out\"", "\"signed in\"", "admin@example.com");
        }
    }

    @Test
    void staff_stand_in_the_settings_of_their_store_and_whoever_is_taken_off_is_out_within_a_minute() {
        try (var world = TestWorld.at(START)) {
            settings(world, ", \"staff\": [\"ann@fern.example\"]");
            String ann = signIn(world, "ann@fern.example", "fern");
            assertThat(page(world, "/console?store=demo", ann).body())
                    .contains("· Fern")
                    .doesNotContain("Alder");
            assertThat(page(world, "/console/audit", ann).body()).contains("ann@fern.example", "Entered the store");

            settings(world, "");
            world.advance(Duration.ofMinutes(1));
            assertThat(page(world, "/console/audit", ann).statusCode()).isEqualTo(303);
        }
    }

    private static void settings(TestWorld world, String more) {
        var put = world.request("/v1/stores/fern").PUT(BodyPublishers.ofString("""
                {"name": "Fern", "brand": {"home": "https://fern.example", "colour": "#112233", "address": "1 Street"},
                 "sender": {"name": "Fern", "address": "hello@alderandpine.example"}, "locale": "tr",
                 "zone": "Europe/Istanbul", "domains": ["fern.example"]%s}""".formatted(more)));
        Signed.basic("admin_demo").forEach(put::header);
        assertThat(world.send(put).statusCode()).isIn(200, 201);
    }
}
