package comeback.flowfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import comeback.flow.Flow;
import comeback.flow.Flows;
import comeback.flow.Step;
import comeback.flow.Trigger;
import comeback.flow.Until;
import comeback.flowfile.packed.PackedFlows;
import comeback.message.MessageClass;
import comeback.message.Terms;
import comeback.store.Mode;
import comeback.templates.Problem;
import comeback.templates.TemplatesInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowFilesTest {
    private static final String GOOD = """
            class: marketing
            starts:
              on: [Product Added]
              runs for: cart
              again: for another
            steps:
              - wait: 1h
                after: last activity
              - send: hello
            exits: [purchase, cart emptied]
            """;

    @TempDir
    Path templates;

    private List<Problem> problemsOf(String flow) throws IOException {
        Path folder = Files.createDirectories(templates.resolve("cart"));
        Files.writeString(folder.resolve("hello.vm"), "");
        Files.writeString(folder.resolve("flow.yaml"), flow);
        try {
            FlowFiles.read(templates);
            return List.of();
        } catch (TemplatesInvalid e) {
            return e.problems();
        }
    }

    @Test
    void a_function_reads_the_same_flows_as_the_build() {
        Path shipped = Path.of("..", "templates");
        assertThat(FlowFiles.checked(shipped).all())
                .extracting(Flow::name, Flow::version)
                .isEqualTo(FlowFiles.read(shipped).all().stream()
                        .map(flow -> tuple(flow.name(), flow.version()))
                        .toList());
    }

    @Test
    void the_flows_that_ship_are_right() {
        assertThat(FlowFiles.read(Path.of("..", "templates")).all())
                .extracting(Flow::name)
                .contains("cart", "order-confirmation", "shipping", "welcome");
    }

    @Test
    void a_flow_file_says_when_it_starts_what_it_sends_and_what_ends_it() throws IOException {
        assertThat(problemsOf(GOOD)).isEmpty();

        Flow flow = FlowFiles.read(templates).named("cart").orElseThrow();
        assertThat(flow.messageClass()).isEqualTo(MessageClass.MARKETING);
        assertThat(flow.maxEventAge()).isEqualTo(Duration.ofHours(24));
        assertThat(flow.steps().getFirst())
                .isEqualTo(new Step.Wait(new Until.Passed(Duration.ofHours(1), Step.Moment.LAST_ACTIVITY)));
    }

    @Test
    void a_letter_says_how_it_may_be_put_off() throws IOException {
        assertThat(problemsOf(GOOD.replace("class: marketing", "class: marketing\nladder: abandonment")
                        .replace("send: hello", "send: hello\n    priority: low\n    time to live: 5h")))
                .isEmpty();

        Step.Send send = (Step.Send)
                FlowFiles.read(templates).named("cart").orElseThrow().steps().getLast();
        assertThat(send.terms()).isEqualTo(new Terms(false, true, Duration.ofHours(5)));
        assertThat(send.priority()).isEqualTo(Step.Priority.LOW);
    }

    @Test
    void a_letter_of_which_nothing_is_said_waits_a_day_at_most_and_for_its_turn() throws IOException {
        problemsOf(GOOD);

        Step.Send send = (Step.Send)
                FlowFiles.read(templates).named("cart").orElseThrow().steps().getLast();
        assertThat(send.terms()).isEqualTo(new Terms(false, false, Duration.ofHours(24)));
        assertThat(send.priority()).isEqualTo(Step.Priority.NORMAL);
    }

    @Test
    void the_welcome_goes_at_once_and_nothing_else_does() {
        assertThat(FlowFiles.read(Path.of("..", "templates")).all())
                .filteredOn(flow -> flow.steps().stream()
                        .anyMatch(step ->
                                step instanceof Step.Send send && send.terms().isAtOnce()))
                .extracting(Flow::name)
                .containsExactly("welcome");
    }

    @Test
    void several_lengths_of_a_wait_and_several_offers_of_a_letter_may_be_tried() throws IOException {
        Files.createDirectories(templates.resolve("cart"));
        String tried = GOOD.replace("    after: last", "    variants: {1h: 1, 4h: 3}\n    after: last")
                .replace("send: hello", """
                        send: hello
                            variants:
                              none: {weight: 1}
                              large: {weight: 1, coupon: {percent: 10, valid for: 48h}}""");

        assertThat(problemsOf(tried))
                .as("what is given is shown")
                .extracting(Problem::what)
                .containsExactly("flow.yaml gives a coupon with this letter, and it shows none");

        Flow flow = FlowFiles.former("cart", tried).orElseThrow();
        assertThat(flow.steps().getFirst())
                .isEqualTo(new Step.Wait(new Until.Passed(
                        Duration.ofHours(1),
                        Step.Moment.LAST_ACTIVITY,
                        List.of(
                                new Until.Delay("1h", Duration.ofHours(1), 1),
                                new Until.Delay("4h", Duration.ofHours(4), 3)))));
        Step.Send send = (Step.Send) flow.steps().getLast();
        assertThat(send.variants())
                .extracting(Step.Variant::name, Step.Variant::letter, Step.Variant::mark)
                .containsExactly(tuple("none", "hello", "hello__none"), tuple("large", "hello", "hello__large"));
        assertThat(send.variants())
                .extracting(variant -> variant.terms().orElseThrow().offer().isPresent())
                .containsExactly(false, true);
        assertThat(PackedFlows.unpack(PackedFlows.pack(new Flows(List.of(flow))))
                        .all())
                .containsExactly(flow);
    }

    @Test
    void what_is_tried_is_checked() throws IOException {
        String wait = "    after: last";
        assertThat(problemsOf(GOOD.replace(wait, "    variants: {1h: 1}\n" + wait)))
                .extracting(Problem::what)
                .containsExactly(
                        "a wait's \"variants\" are at least two times with their weights, and the first is the wait's own");
        assertThat(problemsOf(GOOD.replace(wait, "    variants: {2h: 1, 1h: 1}\n" + wait)))
                .extracting(Problem::what)
                .containsExactly(
                        "a wait's \"variants\" are at least two times with their weights, and the first is the wait's own");
        assertThat(problemsOf(GOOD.replace(wait, "    variants: {1h: 1, later: 1}\n" + wait)))
                .extracting(Problem::what)
                .containsExactly("a wait's variants are times like 90s, 30m, 24h or 7d, with their weights");
        assertThat(problemsOf(GOOD.replace(wait, "    variants: {1h: 1, 4h: 0}\n" + wait)))
                .extracting(Problem::what)
                .containsExactly("a variant's weight is 1 to 100");
        assertThat(problemsOf(GOOD.replace("send: hello", "{send: hello, variants: {hello: 1, large: {weight: 1}}}")))
                .extracting(Problem::what)
                .containsExactly("\"variants\" are at least two letters with their weights, or at least two offers");
        assertThat(problemsOf(GOOD.replace(
                        "send: hello", "{send: hello, variants: {a: {weight: 1}, b: {coupon: {percent: 200}}}}")))
                .extracting(Problem::what)
                .contains("\"weight\" is missing");
        assertThat(problemsOf(GOOD.replace(
                        "send: hello", "{send: hello, variants: {a--b: {weight: 1}, c: {weight: 1, percent: 5}}}")))
                .extracting(Problem::what)
                .contains("an offer's name is 1 to 40 of a-z, 0-9 and single -")
                .anyMatch(what -> what.startsWith("unknown setting \"percent\""));
    }

    @Test
    void a_changed_file_is_another_version() throws IOException {
        problemsOf(GOOD);
        String before = FlowFiles.read(templates).all().getFirst().version();

        problemsOf(GOOD.replace("1h", "2h"));

        assertThat(FlowFiles.read(templates).all().getFirst().version()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            class: marketing         | class: advertisement        | 1 | "class" must be one of: transactional, requested, marketing, not "advertisement"
            [Product Added]          | [Product Aded]              | 3 | there is no event "Product Aded"
            runs for: cart           | runs four: cart             | 4 | unknown setting "runs four"
            wait: 1h                 | wait: soon                  | 7 | "wait" must be a time like 90s, 30m, 24h or 7d, not "soon"
            after: last activity     | after: a while              | 8 | "after" must be one of: the step before, last activity
            send: hello              | send: helo                  | 9 | there is no letter helo.vm in this folder; there are: hello
            send: hello              | shout: hello                | 9 | a step is a "wait", a "wait until", a "wait for", an "if", a "send" or a "stop"
            [purchase, cart emptied] | [purchase]                  | 10 | a flow that runs for a cart has the exits [purchase, cart emptied]
            [purchase, cart emptied] | [purchase, cart stolen]     | 10 | there is no exit "cart stolen"
            class: marketing         | leave out: jokes            | 1 | there is no kind of content "jokes"; known: recommendations, coupon, scarcity
            class: marketing         | rung: cart                  | 1 | only a flow with "ladder: abandonment" has a rung
            class: marketing         | mode: canary 100%           | 1 | "mode" must be live, shadow, or like "canary 10%"
            class: marketing         | holdout: 60%                | 1 | "holdout" must be 1% to 50%
            send: hello              | {send: hello, variants: {hello: 1}} | 9 | at least two letters
            send: hello              | {send: hello, variants: {hello: 1, helo: 1}} | 9 | there is no letter helo.vm
            send: hello              | {send: hello, variants: {hello: 0, other: 1}} | 9 | a variant's weight is 1 to 100
            again: for another       | again: sometimes            | 5 | "again" must be never, for another, or a time like "after 365d"
            again: for another       | again: after a while        | 5 | "again" must be never, for another, or a time like "after 365d"
            send: hello              | {send: hello, at once: true} | 9 | only what comes before every wait may go at once
            send: hello              | {send: hello, at once: soon} | 9 | "at once" must be one of: true, false
            send: hello              | {send: hello, priority: top} | 9 | "priority" must be one of: high, normal, low
            class: marketing         | class: marketing: yes       | 1 | not valid YAML
            """)
    void a_mistake_is_named_with_file_line_and_what_is_wrong(String right, String wrong, int line, String what)
            throws IOException {
        List<Problem> problems = problemsOf(GOOD.replace(right, wrong));

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("cart/flow.yaml");
            assertThat(problem.what()).contains(what);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    /** The steps of a good file, from line 7 on, replaced by these. */
    private List<Problem> problemsOfSteps(String steps) throws IOException {
        return problemsOf(GOOD.replace("  - wait: 1h\n    after: last activity\n  - send: hello\n", steps));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            - send: hello;- wait: 1h                                           | 8 | nothing comes after this wait
            - send: hello;- wait for: purchase;  at most: 7d                   | 8 | nothing comes after this wait
            - stop: enough;- send: hello                                       | 8 | no way leads to this step
            - if: true;  then: [{stop: a}];  else: [{stop: b}];- send: hello   | 10 | no way leads to this step
            - send: hello;- wait: 1h;- send: hello                             | 9 | "hello" is sent twice on one way
            - if: true;  then: [{send: hello}];- send: hello                   | 9 | "hello" is sent twice on one way
            - if: true;- send: hello                                           | 7 | an "if" has a "then", an "else" or both
            - if: sometimes;  then: [{send: hello}]                            | 7 | this is no condition
            - if: true;  than: [{send: hello}]                                 | 8 | unknown setting "than"
            - wait for: Order Lost;  at most: 7d;- send: hello                 | 7 | there is no event "Order Lost"
            - wait for: Order Shipped;- send: hello                            | 7 | "at most" is missing
            - wait for: purchase;  at most: 7d;- send: hello                   | 7 | it is one of the flow's exits
            - wait until: 25:00;- send: hello                                  | 7 | a time of day like "09:00"
            - wait until: Birthday!;- send: hello                              | 7 | or the name of a date like birthday
            - wait until: birthday;  days: 200;- send: hello                   | 8 | at most 180
            - wait until: 9:00;  at: 9:00;- send: hello                        | 8 | unknown setting "at"
            - wait: 1h;- {send: hello, at once: true}                          | 8 | only what comes before every wait
            - stop: enough                                                     | 7 | at least one step that sends
            """)
    void a_way_that_makes_no_sense_is_named_with_its_line(String steps, int line, String what) throws IOException {
        String indented = "  " + steps.replace(";", "\n  ") + "\n";

        assertThat(problemsOfSteps(indented)).anySatisfy(problem -> {
            assertThat(problem.what()).contains(what);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    @Test
    void one_letter_may_stand_on_both_ways_of_a_fork() throws IOException {
        assertThat(problemsOfSteps("""
                  - if: true
                    then:
                      - send: hello
                    else:
                      - wait: 1h
                      - send: hello
                """)).isEmpty();
    }

    @Test
    void an_older_file_is_read_though_it_would_be_refused_today() throws IOException {
        String twice = GOOD.replace("- send: hello", "- send: hello\n  - send: hello\n  - wait: 1h");

        assertThat(problemsOf(twice)).isNotEmpty();
        assertThat(FlowFiles.former("cart", twice)).isPresent();
    }

    @Test
    void a_step_never_leads_back() {
        List<Step> steps = List.of(new Step.Stop("a"), new Step.Leap(0));
        assertThatThrownBy(() -> new Flow(
                        "loop",
                        "abcd",
                        MessageClass.MARKETING,
                        List.of(Trigger.on("Signed Up")),
                        Flow.RunsFor.CUSTOMER,
                        new Flow.Again.Never(),
                        steps,
                        List.of(),
                        Flow.MAX_EVENT_AGE_DEFAULT,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        new Mode.Live(),
                        0,
                        ""))
                .hasMessageContaining("step 2 of loop leads back");
    }

    @Test
    void all_mistakes_of_a_file_are_named_at_once() throws IOException {
        assertThat(problemsOf(GOOD.replace("1h", "soon").replace("send: hello", "send: helo")))
                .hasSize(2);
    }

    @Test
    void a_folder_without_a_flow_file_is_a_mistake() throws IOException {
        Files.createDirectories(templates.resolve("empty"));

        assertThatThrownBy(() -> FlowFiles.read(templates)).hasMessageContaining("empty/flow.yaml:1: this flow has no");
    }

    @Test
    void a_flow_may_ask_a_condition_before_it_starts() throws IOException {
        assertThat(problemsOf(
                        GOOD.replace("on: [Product Added]", "on: [Product Added]\n  when: $cart.value > \"50 USD\"")))
                .isEmpty();

        assertThat(FlowFiles.read(templates).named("cart").orElseThrow().triggers())
                .singleElement()
                .satisfies(trigger ->
                        assertThat(trigger.when().orElseThrow().text()).isEqualTo("$cart.value > \"50 USD\""));
    }

    @Test
    void a_flow_may_have_several_triggers_each_with_its_own_condition() throws IOException {
        assertThat(problemsOf(GOOD.replace(
                        "on: [Product Added]",
                        "any of:\n    - on: [Product Added]\n    - on: Signed Up\n      when: $cart.known")))
                .isEmpty();

        Flow flow = FlowFiles.read(templates).named("cart").orElseThrow();
        assertThat(flow.startsOn()).containsExactlyInAnyOrder("Product Added", "Signed Up");
        assertThat(flow.triggers()).hasSize(2);
    }

    @Test
    void a_mistake_in_a_condition_is_found_with_file_and_line() throws IOException {
        assertThat(problemsOf(GOOD.replace(
                        "on: [Product Added]",
                        "on: [Product Added]\n  when: |-\n    $cart.known\n    && $cart.valeu > 0")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo("cart/flow.yaml");
                    assertThat(problem.line()).isEqualTo(6);
                    assertThat(problem.what()).startsWith("there is no $cart.valeu; there is $cart.known, $cart.value");
                });
    }

    @Test
    void a_trigger_stands_at_one_place_only() throws IOException {
        assertThat(problemsOf(
                        GOOD.replace("on: [Product Added]", "on: [Product Added]\n  any of:\n    - on: [Signed Up]")))
                .extracting(Problem::what)
                .containsExactly("\"any of\" stands instead of \"on\" and \"when\": write them below it");
    }
}
