package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.LogEntry;
import comeback.json.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a customer got a letter, or did not. */
class ExplainTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = new World();

    private Fields explained(String flow, String step) {
        var answer = world.ask("user:ada", "explain", Map.of("flow", flow, "step", step));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        return World.body(answer).objectOrEmpty("explanation");
    }

    @Test
    void someone_who_bought_did_not_get_the_second_reminder_and_the_purchase_is_named() {
        world.leavesAMug().after(HOUR).buys();

        Fields answer = explained("cart", "your-things").objectOrEmpty("answer");

        assertThat(answer.text("text")).contains("your-things was not sent: the cart was bought (order 1001).");
        assertThat(answer.text("rule")).contains("exit");
        assertThat(answer.text("value")).contains("purchase");
        assertThat(answer.text("otherwise")).contains("It would have gone on, had the customer not bought the cart.");
        assertThat(answer.objectOrEmpty("because").text("event")).contains("Order Completed");
        assertThat(answer.objectOrEmpty("because").text("id")).contains("e-2");
    }

    @Test
    void what_is_still_to_come_has_its_time_and_every_rule_with_its_value() {
        world.leavesAMug();

        Fields explanation = explained("cart", "need-help");

        assertThat(explanation.objectOrEmpty("answer").text("text"))
                .contains("need-help has not been sent yet: it is due at 2026-03-02T10:00:00Z.");
        assertThat(explanation.objectOrEmpty("journey").text("state")).contains("RUNNING");
        List<Fields> steps = explanation.objects("steps").orElseThrow();
        assertThat(steps).hasSize(6);
        assertThat(steps.getFirst().text("position")).contains("NEXT");
        assertThat(steps.getFirst().text("due")).contains("2026-03-02T10:00:00Z");
        assertThat(steps.get(1).objects("rules").orElseThrow())
                .allMatch(rule -> rule.truth("holds").orElseThrow())
                .extracting(rule -> rule.text("rule").orElseThrow())
                .contains("store-switch", "address", "suppression", "consent");
    }

    @Test
    void a_whole_flow_is_asked_about_by_leaving_the_step_out() {
        world.leavesAMug().after(HOUR);

        var answer = world.ask("user:ada", "explain", Map.of("flow", "cart"));

        assertThat(World.body(answer)
                        .objectOrEmpty("explanation")
                        .objectOrEmpty("answer")
                        .text("text")
                        .orElseThrow())
                .startsWith("cart began at 2026-03-02T09:00:00Z because of Product Added and is still running.")
                .contains("need-help is to be sent");
    }

    @Test
    void someone_who_never_entered_is_told_what_would_have_started_it() {
        world.leavesAMug();

        Fields explanation = explained("shipping", "on-its-way");

        assertThat(explanation.objectOrEmpty("answer").text("otherwise"))
                .contains("It would have started, had the store reported one of them.");
        assertThat(explanation.objects("entry").orElseThrow())
                .anyMatch(rule -> rule.text("rule").orElseThrow().equals("trigger"));
        assertThat(explanation.object("journey")).isEmpty();
    }

    @Test
    void however_long_someone_is_known_only_the_newest_lines_are_read_and_the_answer_says_so() {
        world.leavesAMug();
        for (int i = 0; i < 250; i++) {
            world.logs(new LogEntry(
                    world.now().plusSeconds(i + 1), "l-" + i, "Page Viewed", "test", Map.of(), List.of(), List.of()));
        }

        Fields body = World.body(world.ask("user:ada", "explain", Map.of("flow", "cart", "step", "need-help")));

        assertThat(body.truth("timelineIsWhole")).contains(false);
        assertThat(body.objectOrEmpty("explanation").objectOrEmpty("answer").text("text"))
                .contains("need-help has not been sent yet: it is due at 2026-03-02T10:00:00Z.");
    }

    @Test
    void a_flow_or_a_letter_that_does_not_exist_is_refused_with_those_that_do() {
        world.leavesAMug();

        var noFlow = world.ask("user:ada", "explain", Map.of());
        var wrongFlow = world.ask("user:ada", "explain", Map.of("flow", "wart"));
        var wrongStep = world.ask("user:ada", "explain", Map.of("flow", "cart", "step", "need-hlep"));

        assertThat(List.of(noFlow.getStatusCode(), wrongFlow.getStatusCode(), wrongStep.getStatusCode()))
                .containsOnly(400);
        assertThat(World.body(noFlow).text("error")).contains("flow: which one?");
        assertThat(World.body(wrongFlow).texts("possible")).contains("cart", "welcome");
        assertThat(World.body(wrongStep).texts("possible")).containsExactly("need-help", "your-things", "last-note");
    }
}
