package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flows try beside letters: times and offers, from the file to the report, by the real functions. */
class TrialStoriesTest {
    private static final int PEOPLE = 16;

    @TempDir
    private Path folder;

    private static List<Shopper> signUp(TestWorld world) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> new Shopper(world, "shopper-" + i).signsUp())
                .toList();
    }

    @Test
    void people_of_whom_some_wait_longer_are_counted_with_what_they_buy_also_who_never_got_a_letter() {
        String file = """
                class: marketing
                starts: {on: [Signed Up]}
                steps:
                  - wait: 1h
                    variants: {1h: 1, 4h: 1}
                  - send: hello
                exits: [purchase]
                """;
        try (var world = TestWorld.with("2026-03-02T15:00:00Z", TestTemplates.in(folder, "greeting", file, "hello"))) {
            List<Shopper> people = signUp(world);
            world.advance(Duration.ofMinutes(5));
            people.getFirst().pays("1001", "c-1");
            world.advance(Duration.ofMinutes(80));
            int early = world.mailbox().size();
            world.advance(Duration.ofHours(4));

            assertThat(early).isBetween(1, PEOPLE - 2);
            assertThat(world.mailbox()).hasSize(PEOPLE - 1);
            assertThat(world.getWithKey("/v1/reports/experiments").body())
                    .contains("\"step\":\"wait 1 (1h:1 4h:1)\"", "\"tried\":\"wait\"", "\"letter\":\"4h\"")
                    .containsPattern("\"orders\":1[,}]");
            assertThat(world.getWithKey("/console/experiments?lang=en").body())
                    .contains("greeting / wait 1 (1h:1 4h:1)", "Bought within 30 days");
        }
    }

    @Test
    void one_letter_goes_with_the_offer_that_each_drew() throws Exception {
        String file = """
                class: marketing
                starts: {on: [Signed Up]}
                steps:
                  - send: hello
                    variants:
                      small: {weight: 1, coupon: {percent: 5, valid for: 48h}}
                      large: {weight: 1, coupon: {percent: 10, valid for: 48h}}
                """;
        TestTemplates.in(folder, "greeting", file, "hello");
        Path letter = folder.resolve("greeting").resolve("hello.vm");
        Files.writeString(letter, Files.readString(letter).replace("#end\n", "#coupon()\n#end\n"));
        try (var world = TestWorld.with("2026-03-02T15:00:00Z", folder)) {
            signUp(world);
            world.advance(Duration.ofMinutes(10));

            List<String> letters = world.mailbox().stream().map(Mail::text).toList();
            assertThat(letters).hasSize(PEOPLE);
            assertThat(letters).anyMatch(text -> text.contains("5%")).anyMatch(text -> text.contains("10%"));
            assertThat(world.mailbox().stream().map(mail -> mail.tag("variant")).distinct())
                    .containsExactlyInAnyOrder("hello__small", "hello__large");
            assertThat(world.getWithKey("/v1/reports/experiments").body())
                    .contains("\"tried\":\"offer\"", "\"letter\":\"small\"", "\"letter\":\"large\"");
        }
    }
}
