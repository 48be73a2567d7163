package comeback.condition;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.event.EventNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is documented is what can be asked; {@code -Dreadme.write=true} writes it anew. */
class ConditionsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "conditions.md");
    private static final String BEGINNING = "<!-- facts: written by ConditionsDocumentTest -->\n";
    private static final String END = "<!-- end of facts -->";

    @Test
    void everything_that_can_be_asked_is_documented() throws IOException {
        String text = Files.readString(DOCUMENT);
        String before = text.substring(0, text.indexOf(BEGINNING) + BEGINNING.length());
        String asItShouldBe = before + Facts.table() + text.substring(text.indexOf(END));
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(DOCUMENT, asItShouldBe);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(asItShouldBe);
    }

    @Test
    void only_events_that_exist_bring_something() {
        assertThat(Facts.all().flatMap(fact -> fact.events().stream())).isSubsetOf(EventNames.ALL);
    }

    @Test
    void no_two_things_have_the_same_name() {
        assertThat(Facts.all().map(Fact::name)).doesNotHaveDuplicates();
    }
}
