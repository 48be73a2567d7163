package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.commit.AskedLink;
import comeback.customer.EmailAddress;
import comeback.link.SignInToken;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Staff come in by a link that was mailed to them, and by nothing else. */
class SignInTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final World world = new World();

    private APIGatewayV2HTTPResponse ask(String address, String store, String network) {
        return world.browse(
                "POST",
                "/console/sign-in",
                Map.of(),
                Map.of("from", network),
                "address=" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "&store=" + store);
    }

    /** The path of the newest link. */
    private String link() {
        AskedLink link = world.signIns().links().getLast();
        return "/console/sign-in/" + new SignInToken(link.id(), link.until()).signedBy(link.secret());
    }

    private APIGatewayV2HTTPResponse get(String path, Map<String, String> query, String cookie) {
        return world.browse("GET", path, query, cookie.isEmpty() ? Map.of() : Map.of("cookie", cookie), "");
    }

    private APIGatewayV2HTTPResponse press(String path) {
        return world.browse("POST", path, Map.of(), Map.of("sec-fetch-site", "same-origin"), "");
    }

    /** The cookie that a browser keeps after signing in. */
    private String signedIn(String address, String store) {
        ask(address, store, "203.0.113.7");
        return cookie(press(link()));
    }

    private static String cookie(APIGatewayV2HTTPResponse response) {
        return response.getCookies().getFirst().split(";", 2)[0];
    }

    private int sees(String cookie, String store) {
        return get("/console", store.isEmpty() ? Map.of() : Map.of("store", store), cookie)
                .getStatusCode();
    }

    @Test
    void an_address_of_the_deployment_gets_a_link_whose_button_opens_every_store() {
        String cookie = signedIn("Boss@Agency.example", "");

        assertThat(get("/console", Map.of(), cookie).getBody())
                .contains("/console?store=demo", "/console?store=other", World.BOSS);
        assertThat(sees(cookie, "demo")).isEqualTo(200);
        assertThat(get("/console/flows", Map.of("store", "other"), cookie).getStatusCode())
                .isEqualTo(200);
        assertThat(get("/console/stores", Map.of("store", "demo"), cookie).getBody())
                .contains("/console?store=other");
    }

    @Test
    void the_cookie_is_for_this_host_over_tls_and_for_no_script() {
        ask(World.BOSS, "", "203.0.113.7");
        var answer = press(link());

        assertThat(answer.getStatusCode()).isEqualTo(303);
        assertThat(answer.getHeaders()).containsEntry("Location", "/console").doesNotContainKey("Set-Cookie");
        assertThat(answer.getCookies().getFirst())
                .matches("__Host-comeback=[a-z2-7]{52}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200");
    }

    @Test
    void scanners_that_look_at_a_link_use_nothing_up_and_its_button_works_once() {
        ask(World.BOSS, "", "203.0.113.7");
        String link = link();
        for (int i = 0; i < 5; i++) {
            assertThat(get(link, Map.of(), "").getStatusCode()).isEqualTo(200);
            assertThat(world.browse("HEAD", link, Map.of(), Map.of(), "").getStatusCode())
                    .isEqualTo(200);
        }

        assertThat(press(link).getStatusCode()).isEqualTo(303);
        assertThat(press(link).getStatusCode()).isEqualTo(404);
        assertThat(get(link, Map.of(), "").getStatusCode()).isEqualTo(404);
    }

    @Test
    void a_link_is_over_after_fifteen_minutes_and_a_session_after_twelve_hours() {
        ask(World.BOSS, "", "203.0.113.7");
        String first = link();
        world.later(Duration.ofMinutes(15));
        assertThat(get(first, Map.of(), "").getStatusCode()).isEqualTo(404);
        assertThat(press(first).getStatusCode()).isEqualTo(404);

        String cookie = signedIn(World.BOSS, "");
        world.later(Duration.ofHours(12).minusSeconds(1));
        assertThat(sees(cookie, "demo")).isEqualTo(200);
        world.later(Duration.ofSeconds(1));
        assertThat(sees(cookie, "demo")).isEqualTo(303);
    }

    @Test
    void a_link_that_was_changed_or_made_up_opens_nothing() {
        ask(World.BOSS, "", "203.0.113.7");
        AskedLink link = world.signIns().links().getLast();
        String forged = new SignInToken(link.id(), link.until()).signedBy("another secret");
        String later = new SignInToken(link.id(), link.until().plusSeconds(900)).signedBy("another secret");

        for (String token : List.of(forged, later, "", "s.x.1.y", "nonsense", link.id())) {
            assertThat(press("/console/sign-in/" + token).getStatusCode())
                    .as(token)
                    .isEqualTo(404);
        }
        assertThat(sees("__Host-comeback=forged", "demo")).isEqualTo(303);
    }

    @Test
    void an_unknown_address_is_told_the_same_and_gets_nothing() {
        var known = ask(World.BOSS, "", "203.0.113.7");
        var unknown = ask("nobody@agency.example", "", "203.0.113.7");

        assertThat(unknown.getStatusCode()).isEqualTo(known.getStatusCode());
        assertThat(unknown.getBody().replace("nobody@", "boss@")).isEqualTo(known.getBody());
        assertThat(world.signIns().links())
                .extracting(AskedLink::to)
                .containsExactly(Optional.of(new EmailAddress(World.BOSS)), Optional.empty());
        assertThat(press(link()).getStatusCode()).as("nobody's link").isEqualTo(404);
        assertThat(ask("no address", "", "203.0.113.7").getStatusCode()).isEqualTo(400);
        assertThat(String.join("", world.log())).doesNotContain("agency.example");
    }

    @Test
    void three_links_in_a_quarter_of_an_hour_are_enough_for_an_address_and_twenty_for_a_network() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(World.BOSS, "", "198.51.100." + i).getStatusCode()).isEqualTo(200);
        }
        assertThat(ask("BOSS@agency.example", "", "198.51.100.9").getStatusCode())
                .isEqualTo(429);
        assertThat(press(link()).getStatusCode()).as("the newest of them").isEqualTo(303);
        for (int i = 0; i < 20; i++) {
            assertThat(ask("n" + i + "@x.example", "", "203.0.113.9").getStatusCode())
                    .isEqualTo(200);
        }
        assertThat(ask("n@x.example", "", "203.0.113.9").getStatusCode()).isEqualTo(429);

        world.later(Duration.ofMinutes(15));
        assertThat(ask(World.BOSS, "", "203.0.113.9").getStatusCode()).isEqualTo(200);
    }

    @Test
    void staff_see_their_store_alone_until_they_are_taken_off_its_list() {
        ask(World.ANN, "other", "203.0.113.7");
        ask(World.ANN, "", "203.0.113.7");
        assertThat(world.signIns().links()).extracting(AskedLink::to).containsOnly(Optional.empty());
        String ann = signedIn(World.ANN, "demo");

        assertThat(sees(ann, "")).isEqualTo(200);
        assertThat(get("/console/audit", Map.of("store", "other"), ann).getBody())
                .as("her own, whatever she asks for")
                .contains(World.ANN, "Signed in")
                .doesNotContain("/console/stores");
        assertThat(get("/console/stores", Map.of(), ann).getStatusCode()).isEqualTo(404);

        world.takeOff();
        assertThat(sees(ann, "demo")).isEqualTo(303);
    }

    @Test
    void who_signs_out_is_out_and_nobody_elses_page_can_do_it_for_them() {
        String boss = signedIn(World.BOSS, "demo");
        Matcher token = TOKEN.matcher(get("/console", Map.of(), boss).getBody());
        assertThat(token.find()).isTrue();
        String ann = signedIn(World.ANN, "demo");
        Matcher annsToken = TOKEN.matcher(get("/console", Map.of(), ann).getBody());
        assertThat(annsToken.find()).isTrue();

        for (String body : List.of("", "token=", "token=" + annsToken.group(1))) {
            assertThat(signOut(boss, body, "same-origin").getStatusCode()).isEqualTo(403);
        }
        assertThat(signOut(boss, "token=" + token.group(1), "cross-site").getStatusCode())
                .isEqualTo(403);
        assertThat(sees(boss, "")).isEqualTo(200);

        var out = signOut(boss, "token=" + token.group(1), "same-origin");
        assertThat(out.getStatusCode()).isEqualTo(200);
        assertThat(out.getCookies().getFirst()).startsWith("__Host-comeback=;").endsWith("Max-Age=0");
        assertThat(sees(boss, "")).isEqualTo(303);
        assertThat(sees(ann, "")).isEqualTo(200);
    }

    private APIGatewayV2HTTPResponse signOut(String cookie, String body, String site) {
        return world.browse(
                "POST", "/console/sign-out", Map.of(), Map.of("cookie", cookie, "sec-fetch-site", site), body);
    }

    @Test
    void who_came_and_went_is_in_the_trail_of_their_store_or_of_the_deployment() {
        String ann = signedIn(World.ANN, "demo");
        signedIn(World.BOSS, "demo");
        Matcher token = TOKEN.matcher(get("/console", Map.of(), ann).getBody());
        assertThat(token.find()).isTrue();
        world.later(Duration.ofMinutes(1));
        signOut(ann, "token=" + token.group(1), "same-origin");

        assertThat(world.report("sk_demo", "audit.csv", Map.of()).getBody())
                .contains(World.ANN + ",signed out,", World.ANN + ",signed in,")
                .doesNotContain(World.BOSS);
        assertThat(world.report(World.ADMIN, "audit.csv", Map.of()).getBody())
                .contains(World.BOSS + ",signed in,")
                .doesNotContain(World.ANN);
    }

    @Test
    void every_page_on_the_way_speaks_each_language_and_leads_to_no_other_site() {
        ask(World.BOSS, "", "203.0.113.7");
        for (String language : List.of("en", "ko", "tr")) {
            for (String path : List.of("/console/sign-in", link(), "/console/sign-in/nothing")) {
                var page = get(path, Map.of("lang", language, "store", "\"><b>"), "");
                assertThat(page.getBody())
                        .startsWith("<!doctype html>\n<html lang=\"" + language + "\">")
                        .doesNotContain("<script", "{}", "null", "\"><b>", "http");
                assertThat(page.getHeaders()).containsEntry("Referrer-Policy", "same-origin");
            }
        }
    }

    @Test
    void an_admin_sees_which_alarms_ring_and_a_stores_staff_does_not() {
        world.rings(Optional.of(List.of(
                new Watch.Ringing("FlaggedMessages", "Somebody has to look.", Instant.parse("2026-03-02T08:00:00Z")))));
        String boss = signedIn(World.BOSS, "");
        assertThat(get("/console", Map.of("store", "demo"), boss).getBody())
                .contains("FlaggedMessages", "Somebody has to look.");

        world.rings(Optional.empty());
        assertThat(get("/console", Map.of("store", "demo"), boss).getBody()).contains("CloudWatch does not answer");
        assertThat(get("/console", Map.of("store", "demo"), signedIn(World.ANN, "demo"))
                        .getBody())
                .doesNotContain("Alarms", "CloudWatch");
    }
}
