package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Story 10 of the product's page, as far as pages go: a scanner opens every link of everybody in a company. */
class ScannerDrillTest {
    private static final int PEOPLE = 200;
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
        }
    }

    private static List<String> links(Mail mail) {
        return OWN_LINK.matcher(mail.html() + " " + mail.headers())
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
    }
}
