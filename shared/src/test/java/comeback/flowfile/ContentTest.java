package comeback.flowfile;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.templates.Problem;
import comeback.templates.TemplatesInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the letters of a flow may show. */
class ContentTest {
    private static final String CART = """
            class: marketing
            starts: {on: [Product Added], runs for: cart, again: for another}
            steps:
              - send: hello
            exits: [purchase, cart emptied]
            """;

    @TempDir
    Path templates;

    private List<Problem> problemsOfLetter(String flow, String letter) throws IOException {
        Path parts = Files.createDirectories(templates.resolve("_parts"));
        Files.writeString(parts.resolve("coupon.vm"), "#macro(code $text)\n$text\n#end\n");
        Files.writeString(parts.resolve("shop.vm"), "#macro(offer)\n#code('x')\n#end\n#macro(rest)\nrest\n#end\n");
        Path folder = Files.createDirectories(templates.resolve("cart"));
        Files.writeString(folder.resolve("flow.yaml"), flow);
        Files.writeString(templates.resolve("cart/hello.vm"), letter);
        try {
            FlowFiles.read(templates);
            return List.of();
        } catch (TemplatesInvalid e) {
            return e.problems();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "leave out: coupon, #rest();#code('a'), 2",
        "leave out: coupon, #rest();;#offer(), 3",
        "leave out: coupon, $coupon.code, 1",
        "max reminders: 2, $recommendations.first, 1"
    })
    void a_letter_that_shows_what_its_flow_leaves_out_is_a_mistake(String setting, String letter, int line)
            throws IOException {
        List<Problem> problems = problemsOfLetter(CART + setting + "\n", letter.replace(";", "\n"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("cart/hello.vm");
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.what()).startsWith("this flow leaves out ");
        });
    }

    @Test
    void a_letter_shows_what_its_flow_does_not_leave_out() throws IOException {
        assertThat(problemsOfLetter(CART, "#offer()\n## $recommendations")).isEmpty();
        assertThat(problemsOfLetter(CART + "leave out: scarcity\n", "$recommendations"))
                .isEmpty();
    }
}
