package comeback.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON text to maps, lists, strings, numbers and booleans, and back. Decimals are BigDecimal: money stays exact. */
public final class Json {
    /** Deeper than any storefront nests; a thousand brackets are an attack. */
    private static final int DEPTH_MAX = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(100)
                    .build())
            .build();

    private Json() {}

    /** What a text holds, or where and why it is not JSON. */
    public sealed interface Parsed {
        /**
         * JSON.
         *
         * @param object an object's fields, in their order
         */
        record Value(Map<String, Object> object) implements Parsed {}

        /**
         * Not a JSON object.
         *
         * @param why with line and column
         */
        record Broken(String why) implements Parsed {}
    }

    /** Reads one JSON object; anything else is Broken. */
    public static Parsed parse(byte[] utf8) {
        return parsed(utf8, value -> value instanceof Map<?, ?> ? Optional.of(asObject(value)) : Optional.empty());
    }

    /**
     * Reads one JSON object, or a list, which then is the one field of an object.
     *
     * @param name of that field; paths of problems begin with it
     */
    public static Parsed parseList(byte[] utf8, String name) {
        return parsed(utf8, value -> switch (value) {
            case Map<?, ?> object -> Optional.of(asObject(object));
            case List<?> list -> Optional.of(Map.of(name, list));
            default -> Optional.empty();
        });
    }

    /** An element of a list that was read already, as if it had been read by itself. */
    public static Parsed asParsed(@Nullable Object element) {
        return element instanceof Map<?, ?> object
                ? new Parsed.Value(asObject(object))
                : new Parsed.Broken("expected a JSON object");
    }

    private static Parsed parsed(byte[] utf8, Function<Object, Optional<Map<String, Object>>> asObject) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            JsonToken first = parser.nextToken();
            Object value = first == null ? null : JsonReader.value(parser, first);
            var object = value == null ? Optional.<Map<String, Object>>empty() : asObject.apply(value);
            if (object.isEmpty()) {
                return new Parsed.Broken("expected a JSON object");
            }
            if (parser.nextToken() != null) {
                return new Parsed.Broken("expected nothing after the JSON object");
            }
            return new Parsed.Value(object.get());
        } catch (JacksonException e) {
            var at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            return new Parsed.Broken("not valid JSON" + place);
        } catch (NumberFormatException e) {
            // 1e99999999999 follows the grammar, but no decimal can hold it.
            return new Parsed.Broken("not valid JSON: a number is out of range");
        } catch (IOException e) {
            return new Parsed.Broken("not valid JSON");
        }
    }

    /** Reads what we wrote ourselves; anything broken in it is a fault of ours. */
    public static Map<String, Object> parseOwn(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            Object value = JsonReader.value(parser, parser.nextToken());
            if (value instanceof Map<?, ?> object) {
                return asObject(object);
            }
            throw new IllegalStateException("a stored JSON text is no object");
        } catch (IOException e) {
            throw new UncheckedIOException("a stored JSON text is broken", e);
        }
    }

    /** Prints maps, lists, strings, numbers and booleans, compactly. */
    public static String print(Object tree) {
        var text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            JsonPrinter.print(tree, generator);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print as JSON", e);
        }
        return text.toString();
    }

    @SuppressWarnings("unchecked") // The parser makes maps with text keys only.
    static Map<String, Object> asObject(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // The parser makes lists of its own values only.
    static List<Object> asList(Object value) {
        return (List<Object>) value;
    }
}
