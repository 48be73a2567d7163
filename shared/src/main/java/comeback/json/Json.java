package comeback.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON text to maps, lists, strings, numbers and booleans, and back. Decimals are BigDecimal: money stays exact. */
public final class Json {
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
        return parsed(utf8, Lists.ARE_WRONG);
    }

    /**
     * Reads one JSON object, or a list, which then is the one field of an object.
     *
     * @param name of that field; paths of problems begin with it
     */
    public static Parsed parseList(byte[] utf8, String name) {
        return parsed(utf8, new Lists(name));
    }

    /** An element of a list that was read already, as if it had been read by itself. */
    public static Parsed asParsed(@Nullable Object element) {
        return element instanceof Map<?, ?> object
                ? new Parsed.Value(asObject(object))
                : new Parsed.Broken("expected a JSON object");
    }

    private static Parsed parsed(byte[] utf8, Lists lists) {
        try {
            var reader = JsonReader.of(utf8);
            @Nullable Object value = reader.isAtEnd() ? null : reader.value();
            Map<String, Object> object;
            if (value instanceof Map<?, ?>) {
                object = asObject(value);
            } else if (value instanceof List<?> list && lists.areTaken()) {
                object = Map.of(lists.name(), list);
            } else {
                return new Parsed.Broken("expected a JSON object");
            }
            return reader.isAtEnd()
                    ? new Parsed.Value(object)
                    : new Parsed.Broken("expected nothing after the JSON object");
        } catch (JsonReader.Malformed e) {
            return new Parsed.Broken("not valid JSON" + e.getMessage());
        }
    }

    /**
     * What becomes of a list that stands where an object is expected.
     *
     * @param name of the field that it becomes; empty where it is as wrong as a number
     */
    private record Lists(String name) {
        static final Lists ARE_WRONG = new Lists("");

        boolean areTaken() {
            return !name.isEmpty();
        }
    }

    /** Reads what we wrote ourselves; anything broken in it is a fault of ours. */
    public static Map<String, Object> parseOwn(String text) {
        try {
            @Nullable Object value = new JsonReader(text).value();
            if (value instanceof Map<?, ?>) {
                return asObject(value);
            }
            throw new IllegalStateException("a stored JSON text is no object");
        } catch (JsonReader.Malformed e) {
            throw new IllegalStateException("a stored JSON text is broken" + e.getMessage(), e);
        }
    }

    /** Prints maps, lists, strings, numbers and booleans, compactly. */
    public static String print(Object tree) {
        return JsonPrinter.printed(tree);
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
