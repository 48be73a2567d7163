package comeback.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a parser's tokens to maps, lists, texts and numbers. How deep that goes is the parser's limit. */
final class JsonReader {
    private JsonReader() {}

    /** The value that begins with this token. */
    static @Nullable Object value(JsonParser from, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(from);
            case START_ARRAY -> list(from);
            case VALUE_STRING -> Surrogates.mended(from.getText());
            case VALUE_NUMBER_INT -> from.getNumberValue();
            // Never a double: money stays exact.
            case VALUE_NUMBER_FLOAT -> from.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new JsonParseException(from, "a value was expected");
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser from) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = from.nextFieldName(); name != null; name = from.nextFieldName()) {
            String mended = Surrogates.mended(name);
            if (object.containsKey(mended)) {
                throw new JsonParseException(from, "a name that was there before");
            }
            object.put(mended, value(from, from.nextToken()));
        }
        return object;
    }

    private static List<@Nullable Object> list(JsonParser from) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken token = from.nextToken(); token != JsonToken.END_ARRAY; token = from.nextToken()) {
            list.add(value(from, token));
        }
        return list;
    }
}
