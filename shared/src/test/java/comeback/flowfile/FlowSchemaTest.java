package comeback.flowfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import comeback.event.EventNames;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.templates.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schema that helps editors says what the reader knows: each is asked about the same settings and the same words.
 * {@code -Dreadme.write=true} writes the names of the events anew.
 */
class FlowSchemaTest {
    private static final Path TEMPLATES = Path.of("..", "templates");
    private static final Path FILE = TEMPLATES.resolve("flow.schema.json");
    private static final Pattern LIST = Pattern.compile(", ");

    private static String text() throws IOException {
        return Files.readString(FILE);
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(text());
    }

    private static Fields at(String definition) throws IOException {
        Fields root = Fields.of(Json.parseOwn(text()));
        return definition.equals("the file")
                ? root
                : root.object("definitions").orElseThrow().object(definition).orElseThrow();
    }

    private static String said(String yaml) {
        return FlowFile.read("flow", "flow/flow.yaml", "class: marketing\n" + yaml, Optional.empty())
                .problems()
                .stream()
                .map(Problem::what)
                .collect(Collectors.joining("\n"));
    }

    static Stream<Path> flows() throws IOException {
        try (Stream<Path> folders = Files.list(TEMPLATES)) {
            return folders.map(folder -> folder.resolve("flow.yaml")).filter(Files::exists).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void every_flow_that_ships_keeps_to_the_schema(Path flow) throws IOException {
        String yaml = Files.readString(flow);

        assertThat(schema().validate(yaml, InputFormat.YAML)).isEmpty();
    }

    /** What the file knows at each place, and a flow with a setting there that nobody knows. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\0', textBlock = """
            the file   => unheard: 1;starts: {on: [Signed Up]};steps: [{send: hello}]
            starts     => starts: {on: [Signed Up], unheard: 1};steps: [{send: hello}]
            trigger    => starts: {any of: [{on: [Signed Up], unheard: 1}]};steps: [{send: hello}]
            wait       => starts: {on: [Signed Up]};steps: [{wait: 1h, unheard: 1}, {send: hello}]
            time       => starts: {on: [Signed Up]};steps: [{wait until: "09:00", unheard: 1}, {send: hello}]
            date       => starts: {on: [Signed Up]};steps: [{wait until: birthday, unheard: 1}, {send: hello}]
            event step => starts: {on: [Signed Up]};steps: [{wait for: purchase, at most: 1d, unheard: 1}, {send: hello}]
            fork       => starts: {on: [Signed Up]};steps: [{if: true, then: [{send: hello}], unheard: 1}]
            letter     => starts: {on: [Signed Up]};steps: [{send: hello, unheard: 1}]
            letter     => starts: {on: [Signed Up]};steps: [{send: hello, without consent: {send: hello, unheard: 1}}]
            offer      => starts: {on: [Signed Up]};steps: [{send: hello, variants: {a: {weight: 1, unheard: 1}, b: {weight: 1}}}]
            stop       => starts: {on: [Signed Up]};steps: [{send: hello}, {stop: enough, unheard: 1}]
            """)
    void the_schema_has_the_settings_that_the_reader_knows(String place, String yaml) throws IOException {
        String flow = yaml.replace(";", "\n");
        String known = said(flow)
                .lines()
                .filter(line -> line.startsWith("unknown setting \"unheard\""))
                .map(line -> line.substring(line.indexOf("known here: ") + "known here: ".length()))
                .findFirst()
                .orElseThrow();

        assertThat(at(place).object("properties").orElseThrow().asMap().keySet())
                .as("settings of \"" + place + "\" in templates/flow.schema.json")
                .containsExactlyInAnyOrderElementsOf(LIST.splitAsStream(known).toList());
        assertThat(schema().validate("class: marketing\n" + flow, InputFormat.YAML))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\0', textBlock = """
            the file => class       => class: unheard;starts: {on: [Signed Up]};steps: [{send: hello}]
            the file => ladder      => ladder: unheard;starts: {on: [Signed Up]};steps: [{send: hello}]
            the file => rung        => rung: unheard;starts: {on: [Signed Up]};steps: [{send: hello}]
            the file => lower rungs => lower rungs: unheard;starts: {on: [Signed Up]};steps: [{send: hello}]
            the file => leave out   => leave out: unheard;starts: {on: [Signed Up]};steps: [{send: hello}]
            starts   => runs for    => starts: {on: [Signed Up], runs for: unheard};steps: [{send: hello}]
            letter   => class       => starts: {on: [Signed Up]};steps: [{send: hello, class: unheard}]
            letter   => priority    => starts: {on: [Signed Up]};steps: [{send: hello, priority: unheard}]
            wait     => after       => starts: {on: [Signed Up]};steps: [{wait: 1h, after: unheard}, {send: hello}]
            """)
    void the_schema_has_the_words_that_the_reader_knows(String place, String setting, String yaml) throws IOException {
        String flow = yaml.replace(";", "\n");
        String problem = FlowFile.read("flow", "flow/flow.yaml", classed(flow), Optional.empty()).problems().stream()
                .map(Problem::what)
                .filter(what -> what.contains("unheard"))
                .findFirst()
                .orElseThrow();
        String known = problem.replaceFirst(".*(?:one of|known): ", "").replaceFirst(", not \"unheard\"", "");

        assertThat(words(at(place)
                        .object("properties")
                        .orElseThrow()
                        .object(setting)
                        .orElseThrow()))
                .as("words of \"" + setting + "\" in templates/flow.schema.json")
                .containsExactlyInAnyOrderElementsOf(LIST.splitAsStream(known).toList());
        assertThat(schema().validate(classed(flow), InputFormat.YAML)).isNotEmpty();
    }

    private static String classed(String flow) {
        return flow.startsWith("class") ? flow : "class: marketing\n" + flow;
    }

    /** Those of an enum, also of one that may be a list. */
    private static List<String> words(Fields property) {
        return property.has("enum")
                ? property.texts("enum")
                : property.objects("anyOf").orElseThrow().getFirst().texts("enum");
    }

    @Test
    void the_schema_offers_events_that_exist() throws IOException {
        String names = new TreeSet<>(EventNames.ALL)
                .stream().map(name -> "        \"" + name + "\"").collect(Collectors.joining(",\n"));
        String asItShouldBe =
                text().replaceFirst("(?s)(\"event\": \\{\\s+\"enum\": \\[\n).*?(\n\\s+\\])", "$1" + names + "$2");
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(FILE, asItShouldBe);
        }

        // A new event is not offered until it is written there; none is offered that does not exist.
        assertThat(at("event").texts("enum"))
                .as("events in templates/flow.schema.json")
                .isSubsetOf(EventNames.ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "starts: {any of: [{on: Signed Up, when: $cart.known}, {on: Order Completed}]}",
                "starts: {on: [Signed Up], when: $customer.orders.count == 0, again: after 365d}",
            })
    void what_the_reader_takes_the_schema_takes(String starts) throws IOException {
        for (String steps : List.of(
                "steps: [{wait: 1h, after: start}, {send: hello, at once: false, time to live: 5h}]",
                "steps: [{send: hello, show: {products: related, at least: 2, if none: send without}}]",
                "steps: [{wait until: '09:00'}, {wait until: birthday, days: -3, at: '10:00'}, {send: hello}]",
                "steps: [{wait for: [purchase, Order Shipped], at most: 7d, then: [{stop: a}], else: [{send: hello}]}]",
                "steps: [{wait: 1h, variants: {1h: 1, 4h: 3}}, {send: hello}]",
                "steps: [{send: hello, variants: {a: {weight: 1}, b: {weight: 1, coupon: {percent: 5, valid for: 48h}}}}]",
                "steps: [{if: $cart.known, then: [{send: hello, variants: {a: 1, b: 3}}]}]")) {
            String flow = starts + "\n" + steps + "\nholdout: 10%\nmode: canary 5%\nmax reminders: 2\n";

            assertThat(said(flow)).isEmpty();
            assertThat(schema().validate("class: marketing\n" + flow, InputFormat.YAML))
                    .isEmpty();
        }
    }
}
