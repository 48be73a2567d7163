package comeback.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void money_and_long_ids_stay_exact() {
        assertThat(value("{\"price\":18.10,\"id\":820982911946154508,\"longer\":92233720368547758079,\"n\":2}"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "price",
                        new BigDecimal("18.10"),
                        "id",
                        820982911946154508L,
                        "longer",
                        new BigInteger("92233720368547758079"),
                        "n",
                        2));
    }

    @Test
    void what_is_printed_is_read_back() {
        Map<String, Object> tree = Map.of(
                "text",
                "Çay \"차\" \n\u0001 \uD83D\uDE00",
                "list",
                List.of(
                        1,
                        true,
                        new BigDecimal("1E+3"),
                        List.of(),
                        Map.of("deep", new BigInteger("1" + "0".repeat(30)))));

        assertThat(Json.parseOwn(Json.print(tree))).isEqualTo(tree);
    }

    @Test
    void a_name_that_stands_there_twice_is_broken() {
        assertThat(parsed("{\"email\":\"ada@a.example\",\"email\":\"bob@b.example\"}"))
                .isEqualTo(new Json.Parsed.Broken("not valid JSON at line 1, column 35"));
    }

    @Test
    void half_an_emoji_becomes_a_question_mark_in_a_value() {
        assertThat(value("{\"a\":[\"\\ude00b\",\"\\ud83d\\ude00\"]}"))
                .isEqualTo(Map.of("a", List.of("?b", "\uD83D\uDE00")));
    }

    @Test
    void what_is_no_object_is_said_so() {
        for (String text : List.of("", " ", "[]", "1", "null", "\"{}\"")) {
            assertThat(parsed(text)).as(text).isEqualTo(new Json.Parsed.Broken("expected a JSON object"));
        }
        assertThat(parsed("{} {}")).isEqualTo(new Json.Parsed.Broken("expected nothing after the JSON object"));
    }

    @Test
    void what_ends_too_early_or_lies_too_deep_is_broken_with_its_place() {
        for (String text : List.of("{", "{\"a\":", "{\"a\":[1,", "{\"a\":}", "{\"a\":" + "[".repeat(50))) {
            assertThat(parsed(text)).as(text).isInstanceOf(Json.Parsed.Broken.class);
        }
    }

    private static Map<String, Object> value(String text) {
        return ((Json.Parsed.Value) parsed(text)).object();
    }

    private static Json.Parsed parsed(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
