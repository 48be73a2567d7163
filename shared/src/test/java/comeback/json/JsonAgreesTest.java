package comeback.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our reader of JSON beside one that the world has attacked for fifteen years: both take the same texts, and refuse the same. */
class JsonAgreesTest {
    private static final int TEXTS = 30_000;

    private static final JsonFactory OTHER = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(40)
                    .maxNumberLength(100)
                    .build())
            .build();

    /** What documents are made of, and what breaks them. */
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"a\"",
            "\"b\"",
            "\"\"",
            "\"\\u00e9\\n\\\"\"",
            "\"\\ud83d\\ude00\"",
            "\"é😀\"",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"\\u١٢٣٤\"",
            "\"\t\"",
            "0",
            "-0",
            "-1",
            "01",
            "1.",
            ".5",
            "1.50",
            "1e5",
            "1E-7",
            "1e",
            "+1",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "2147483648",
            "true",
            "false",
            "null",
            "nul",
            "True",
            "NaN",
            " ",
            "\n",
            "\r\t",
            "\f",
            "/*x*/",
            "'a'",
            "a",
            "\u0000",
            "\uFEFF",
            "\u00A0",
            "1".repeat(101));

    @Test
    void whatever_is_thrown_together_is_read_alike() {
        var random = new Random(25);
        for (int i = 0; i < TEXTS; i++) {
            var text = new StringBuilder("{\"a\":");
            for (int pieces = random.nextInt(9); pieces > 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            same(text.append(random.nextInt(3) == 0 ? "" : "}").toString());
        }
    }

    @Test
    void a_document_that_is_right_and_one_with_a_mistake_anywhere_are_read_alike() {
        var random = new Random(26);
        for (int i = 0; i < TEXTS / 10; i++) {
            String right = Json.print(Map.of("a", anything(random, 0)));
            assertThat(ours(right)).as(right).isEqualTo(other(right)).isPresent();
            for (int mistake = 0; mistake < 5; mistake++) {
                int at = random.nextInt(right.length());
                String piece = PIECES.get(random.nextInt(PIECES.size()));
                same(right.substring(0, at) + piece + right.substring(at + random.nextInt(2)));
            }
        }
    }

    @Test
    void forty_brackets_are_read_and_one_more_is_not() {
        for (int depth : new int[] {39, 40, 41}) {
            same("{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}");
        }
    }

    private static void same(String text) {
        assertThat(ours(text)).as(text).isEqualTo(other(text));
    }

    private static Optional<Map<String, Object>> ours(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Json.Parsed.Value(var object)
                ? Optional.of(object)
                : Optional.empty();
    }

    private static Optional<Map<String, Object>> other(String text) {
        try (JsonParser parser = OTHER.createParser(text.getBytes(StandardCharsets.UTF_8))) {
            Object read = value(parser, parser.nextToken());
            return read instanceof Map<?, ?> && parser.nextToken() == null
                    ? Optional.of(Json.asObject(read))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object value(JsonParser from, @Nullable JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> {
                var object = new LinkedHashMap<String, @Nullable Object>();
                for (String name = from.nextFieldName(); name != null; name = from.nextFieldName()) {
                    object.put(Surrogates.mended(name), value(from, from.nextToken()));
                }
                yield object;
            }
            case START_ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                for (JsonToken next = from.nextToken(); next != JsonToken.END_ARRAY; next = from.nextToken()) {
                    list.add(value(from, next));
                }
                yield list;
            }
            case VALUE_STRING -> Surrogates.mended(from.getText());
            case VALUE_NUMBER_INT -> from.getNumberValue();
            case VALUE_NUMBER_FLOAT -> from.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> null;
        };
    }

    private static Object anything(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextLong();
            case 2 -> random.nextBoolean();
            case 3 ->
                random.ints(random.nextInt(8), 0, 0x300)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            case 4 -> List.of(anything(random, depth + 1), anything(random, depth + 1));
            default -> Map.of("x", anything(random, depth + 1), "\"é\n", anything(random, depth + 1));
        };
    }
}
