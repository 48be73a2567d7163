package comeback.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From maps, lists, texts, numbers and booleans to JSON; fields without a value are left out. */
final class JsonPrinter {
    private JsonPrinter() {}

    static void print(@Nullable Object value, JsonGenerator into) throws IOException {
        switch (value) {
            case null -> into.writeNull();
            case String text -> into.writeString(text);
            case Boolean yesOrNo -> into.writeBoolean(yesOrNo);
            case Number number -> print(number, into);
            case Map<?, ?> object -> {
                into.writeStartObject();
                for (Map.Entry<?, ?> field : object.entrySet()) {
                    if (field.getValue() != null) {
                        into.writeFieldName(String.valueOf(field.getKey()));
                        print(field.getValue(), into);
                    }
                }
                into.writeEndObject();
            }
            case Iterable<?> list -> {
                into.writeStartArray();
                for (Object element : list) {
                    print(element, into);
                }
                into.writeEndArray();
            }
            default ->
                throw new IllegalArgumentException(
                        "cannot print a " + value.getClass().getName() + " as JSON");
        }
    }

    private static void print(Number number, JsonGenerator into) throws IOException {
        switch (number) {
            case Integer small -> into.writeNumber(small);
            case Long large -> into.writeNumber(large);
            case BigInteger huge -> into.writeNumber(huge);
            case BigDecimal exact -> into.writeNumber(exact);
            case Double inexact -> into.writeNumber(inexact);
            default ->
                throw new IllegalArgumentException(
                        "cannot print a " + number.getClass().getName() + " as JSON");
        }
    }
}
