package comeback.flowfile;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.flow.Step;
import comeback.message.Shown;
import comeback.templates.Problem;
import comeback.templates.TemplatesInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownInFlowFilesTest {
    private static final String FLOW = """
            class: marketing
            starts: {on: [Signed Up]}
            steps:
              - send: hello
                show: {products: %s}
            """;
    private static final String SHOWS = "#if($goods)\n#products($goods.lines, 0)\n#end\n";

    @TempDir
    Path templates;

    private List<String> problems(String flow, String letter) throws IOException {
        Path folder = Files.createDirectories(templates.resolve("hello"));
        Files.writeString(folder.resolve("hello.vm"), letter);
        Files.writeString(folder.resolve("flow.yaml"), flow);
        try {
            FlowFiles.read(templates);
            return List.of();
        } catch (TemplatesInvalid e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    @Test
    void a_step_says_which_products_are_chosen_and_what_happens_when_there_are_none() throws IOException {
        assertThat(problems(FLOW.formatted("related, if none: send without"), SHOWS))
                .isEmpty();

        Step.Send send = (Step.Send)
                FlowFiles.read(templates).named("hello").orElseThrow().steps().getFirst();
        assertThat(send.terms().shown()).contains(new Shown(Shown.What.RELATED, true));
    }

    @Test
    void a_choice_that_nobody_knows_is_refused_with_its_line() throws IOException {
        assertThat(problems(FLOW.formatted("cheap"), SHOWS))
                .containsExactly(
                        "hello/flow.yaml:5: \"products\" must be one of: viewed, related, popular, new, not \"cheap\"");
        assertThat(problems(FLOW.replace("products: %s", "if none: skip"), SHOWS))
                .containsExactly("hello/flow.yaml:5: \"products\" is missing: viewed, related, popular or new");
    }

    @Test
    void a_letter_may_want_several_but_not_more_than_it_shows() throws IOException {
        assertThat(problems(FLOW.formatted("new, at least: 3"), SHOWS)).isEmpty();
        Step.Send send = (Step.Send)
                FlowFiles.read(templates).named("hello").orElseThrow().steps().getFirst();
        assertThat(send.terms().shown()).contains(new Shown(Shown.What.NEW, 3, false));

        for (String wrong : List.of("0", "5", "some")) {
            assertThat(problems(FLOW.formatted("new, at least: " + wrong), SHOWS))
                    .containsExactly(
                            "hello/flow.yaml:5: \"at least\" must be a number from 1 to 4, not \"" + wrong + "\"");
        }
    }

    @Test
    void a_receipt_shows_nothing_to_buy() throws IOException {
        assertThat(problems(FLOW.formatted("popular").replace("class: marketing", "class: transactional"), SHOWS))
                .singleElement()
                .asString()
                .contains("its class can not be transactional");
    }

    @Test
    void a_letter_shows_what_is_chosen_for_it_and_says_what_it_shows_without() throws IOException {
        assertThat(problems(FLOW.formatted("popular"), "hello"))
                .containsExactly("hello/hello.vm:1: flow.yaml has products chosen for this letter, and it shows none");
        assertThat(problems(FLOW.formatted("popular, if none: send without"), "#products($goods.lines, 0)"))
                .containsExactly("hello/hello.vm:1: this letter may go without products, so what shows them stands in"
                        + " #if($goods) … #end");
        assertThat(problems(FLOW.formatted("popular"), "#products($goods.lines, 0)"))
                .isEmpty();
        assertThat(problems(FLOW.formatted("popular"), "#recommended('Liked')")).isEmpty();
    }

    @Test
    void a_reminder_of_a_cart_or_of_a_look_recommends_nothing() throws IOException {
        String reminder = FLOW.formatted("related") + "ladder: abandonment\nrung: browse\nleave out: recommendations\n";

        assertThat(problems(reminder, SHOWS))
                .singleElement()
                .asString()
                .contains("the flow leaves out recommendations, and its step hello shows products that are related");
        assertThat(problems(reminder.replace("related", "viewed"), SHOWS)).isEmpty();
    }
}
