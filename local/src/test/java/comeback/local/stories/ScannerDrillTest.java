package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.customer.Ref;
import comeback.engagement.Clue;
import comeback.link.RatingToken;
import comeback.link.SurveyToken;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import comeback.local.stores.StoresFile;
import comeback.message.MessageId;
import comeback.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Story 10 of the product's page: a scanner opens every link of everybody in a company, and is taken for nobody. */
class ScannerDrillTest {
    private static final int PEOPLE = 200;
    private static final Pattern TRACKED = Pattern.compile("<a href=\"(http[^\"]+)\"(?! ses:no-track)");
    private static final Pattern OWN_LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/[pu]/[A-Za-z0-9._-]+");

    @Test
    void story_10_a_scanner_that_opens_every_link_of_200_recipients_unsubscribes_nobody_and_changes_nothing() {
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            List<Shopper> people = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> new Shopper(world, "clerk-" + i).signsUp())
                    .toList();
            List<String> links = world.mailbox().stream()
                    .flatMap(mail -> links(mail).stream())
                    .toList();
            assertThat(links).hasSizeGreaterThanOrEqualTo(2 * PEOPLE);

            List<Mail> letters = world.mailbox();
            world.advance(Duration.ofSeconds(30));
            letters.forEach(mail -> scanned(world, mail));
            for (String link : links) {
                assertThat(world.get(link).statusCode()).isEqualTo(200);
                assertThat(world.send(world.request(link).HEAD()).statusCode()).isEqualTo(200);
            }

            // Whoever was unsubscribed, paused or forgotten would hear nothing of their cart.
            people.forEach(Shopper::addsAMug);
            world.advance(Duration.ofMinutes(70));
            assertThat(people)
                    .allSatisfy(person ->
                            assertThat(person.mails()).containsExactly("welcome/thanks-for-joining", "cart/need-help"));
            for (int i = 0; i < PEOPLE; i += 20) {
                assertThat(timeline(world, i))
                        .contains("\"verdict\":\"SUSPECT\"", Clue.CROWD.words())
                        .doesNotContain("\"verdict\":\"HUMAN\"", "\"Email Clicked\"");
            }

            // And one of them reads the letter, later and from another place.
            clicked(world, letters.getFirst(), "https://alderandpine.example/", "198.51.100.7");
            world.advance(Duration.ofMinutes(10));
            assertThat(timeline(world, 0)).contains("\"verdict\":\"HUMAN\"", "\"Email Clicked\"");
        }
    }

    @Test
    void a_scanner_that_opens_every_star_link_of_200_buyers_votes_for_nobody() {
        Store demo = StoresFile.demo().getFirst();
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            for (int i = 0; i < PEOPLE; i++) {
                new Shopper(world, "clerk-" + i).identifies().pays("order-" + i, "checkout-" + i);
                String link = "/u/"
                        + new RatingToken(demo.id(), CustomerId.of(Ref.user("clerk-" + i)), new OrderId("order-" + i))
                                .signedBy(demo);
                assertThat(world.get(link).body()).contains("stars-0");
                assertThat(world.send(world.request(link).HEAD()).statusCode()).isEqualTo(200);
            }

            assertThat(IntStream.range(0, PEOPLE).mapToObj(i -> timeline(world, i)))
                    .allSatisfy(
                            told -> assertThat(told).contains("Order Completed").doesNotContain("Product Reviewed"));
        }
    }

    @Test
    void a_scanner_that_opens_every_survey_link_of_200_buyers_answers_for_nobody() {
        Store demo = StoresFile.demo().getFirst();
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            for (int i = 0; i < PEOPLE; i++) {
                new Shopper(world, "clerk-" + i).identifies();
                MessageId letter = MessageId.of(demo.id(), "survey", "once-" + i, "one-question");
                String link = "/u/"
                        + new SurveyToken(demo.id(), CustomerId.of(Ref.user("clerk-" + i)), letter).signedBy(demo);
                assertThat(world.get(link).body()).contains("name=\"answer\"");
                assertThat(world.get(link + "?do=answer&answer=price").statusCode())
                        .isEqualTo(200);
                assertThat(world.send(world.request(link).HEAD()).statusCode()).isEqualTo(200);
            }

            assertThat(IntStream.range(0, PEOPLE).mapToObj(i -> timeline(world, i)))
                    .allSatisfy(told -> assertThat(told).doesNotContain("Survey Answered"));
        }
    }

    /** The gate wears a browser's name, takes its time and follows one link of each letter: the hardest to tell. */
    private static void scanned(TestWorld world, Mail mail) {
        String tracked = TRACKED.matcher(mail.html())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(OWN_LINK.matcher(tracked).matches()).isFalse();
        clicked(world, mail, tracked, "203.0.113.1");
    }

    private static void clicked(TestWorld world, Mail mail, String link, String address) {
        var answer = world.post(
                "/local/ses/" + mail.id() + "/click", "{\"link\":\"" + link + "\",\"ipAddress\":\"" + address + "\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private static String timeline(TestWorld world, int person) {
        return world.send(world.request("/v1/customers/user:clerk-" + person + "/timeline")
                        .header("Authorization", "Basic c2tfZGVtbzo="))
                .body();
    }

    private static List<String> links(Mail mail) {
        return OWN_LINK.matcher(mail.html() + " " + mail.headers())
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
    }
}
