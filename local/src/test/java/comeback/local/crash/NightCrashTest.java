package comeback.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.aws.SuppressedAddresses.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The night with the function dying before and after each of its calls: whoever is due is asked back, once, by the next. */
class NightCrashTest {
    private static final List<String> PEOPLE = List.of("bea", "cem");
    private static final Duration UNTIL_THE_DAY_AFTER = Duration.ofDays(62);

    @Test
    void a_night_that_dies_throttled_or_unanswered_at_any_call_tells_each_whom_ses_suppresses_once() {
        try (var harmed = HarmedWorld.withNights()) {
            assertThat(wrongAfterTheList(harmed.startAgain(Optional.empty()))).isEmpty();
            List<String> calls = harmed.calls();
            List<Integer> atNight = harmed.callsAtNight();
            List<String> broken = new ArrayList<>();
            for (int call : atNight) {
                for (Harm harm : Harm.at(calls.get(call))) {
                    TestWorld world = harmed.startAgain(Optional.of(new Mishap(call, harm)));
                    wrongAfterTheList(world)
                            .forEach(what ->
                                    broken.add(harm + " at call " + call + ", " + calls.get(call) + ": " + what));
                }
            }
            assertThat(atNight).extracting(calls::get).contains("ListSuppressedDestinations", "Query", "PutItem");
            assertThat(broken).isEmpty();
        }
    }

    /** What is not as it should be some nights after SES took both up, and nobody told us. */
    private static List<String> wrongAfterTheList(TestWorld world) {
        PEOPLE.forEach(person -> logsIn(world, person));
        PEOPLE.forEach(person -> world.inside().ses().suppress(person + "@example.com", Reason.BOUNCE));
        world.inside().turn().turn(Duration.ofDays(2));
        // Here a night only comes when there is something to do; in the cloud it comes every quarter of an hour.
        world.inside().ses().suppress("somebody.else@example.com", Reason.BOUNCE);
        world.inside().turn().turn(Duration.ofDays(2));
        List<String> wrong = new ArrayList<>();
        for (String person : PEOPLE) {
            String timeline = world.getWithKey("/v1/customers/user:" + person + "/timeline")
                    .body();
            int lines = timeline.split("\"Address Suppressed\"", -1).length - 1;
            if (lines != 1) {
                wrong.add(person + " has " + lines + " lines of it");
            }
        }
        wrong.addAll(new Judge(world).nothingIsLeft().broken());
        return wrong;
    }

    @Test
    void a_night_that_dies_at_any_call_is_gone_on_with_and_nobody_is_forgotten_or_asked_twice() {
        try (var harmed = HarmedWorld.withNights()) {
            assertThat(wrong(harmed.startAgain(Optional.empty()))).isEmpty();
            List<String> calls = harmed.calls();
            List<Integer> atNight = harmed.callsAtNight();
            List<String> broken = new ArrayList<>();
            for (int call : atNight) {
                for (Harm harm :
                        Harm.at(calls.get(call)).stream().filter(Harm::isDeath).toList()) {
                    TestWorld world = harmed.startAgain(Optional.of(new Mishap(call, harm)));
                    wrong(world)
                            .forEach(what ->
                                    broken.add(harm + " at call " + call + ", " + calls.get(call) + ": " + what));
                }
            }
            assertThat(atNight).hasSizeGreaterThan(2 * PEOPLE.size());
            assertThat(broken).isEmpty();
        }
    }

    /** What is not as it should be after the night in which both were due. */
    private static List<String> wrong(TestWorld world) {
        PEOPLE.forEach(person -> logsIn(world, person));
        world.inside().turn().turn(UNTIL_THE_DAY_AFTER);
        List<String> wrong = new ArrayList<>();
        for (String person : PEOPLE) {
            List<String> letters = world.mailbox().stream()
                    .filter(mail -> mail.to().equals(person + "@example.com"))
                    .map(mail -> mail.tag("flow") + "/" + mail.tag("message"))
                    .toList();
            if (!letters.equals(List.of("win-back/have-a-look"))) {
                wrong.add(person + " got " + letters);
            }
        }
        wrong.addAll(new Judge(world).nothingIsLeft().broken());
        return wrong;
    }

    private static void logsIn(TestWorld world, String person) {
        var answer = world.post(
                "/v1/identify",
                Json.print(Map.of(
                        "messageId",
                        person + "-1",
                        "userId",
                        person,
                        "timestamp",
                        world.now().toString(),
                        "traits",
                        Map.of("email", person + "@example.com", "acceptsMarketing", true))));
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
