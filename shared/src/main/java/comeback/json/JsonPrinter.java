package comeback.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From maps, lists, texts, numbers and truths to JSON; fields without a value are left out. */
final class JsonPrinter {
    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder into = new StringBuilder();

    private JsonPrinter() {}

    static String printed(@Nullable Object value) {
        var printer = new JsonPrinter();
        printer.print(value);
        return printer.into.toString();
    }

    // Not a switch over types: each would be linked anew in every start of every function.
    private void print(@Nullable Object value) {
        if (value == null || value instanceof Boolean || isExact(value)) {
            into.append(value);
        } else if (value instanceof String text) {
            quote(text);
        } else if (value instanceof Map<?, ?> object) {
            print(object);
        } else if (value instanceof Iterable<?> list) {
            print(list);
        } else if (value instanceof Double inexact) {
            print(inexact);
        } else {
            throw new IllegalArgumentException(
                    "cannot print a " + value.getClass().getName() + " as JSON");
        }
    }

    private static boolean isExact(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof BigInteger;
    }

    /** JSON knows no infinity. */
    private void print(Double inexact) {
        if (inexact.isNaN() || inexact.isInfinite()) {
            quote(inexact.toString());
        } else {
            into.append(inexact);
        }
    }

    private void print(Map<?, ?> object) {
        into.append('{');
        String separator = "";
        for (Map.Entry<?, ?> field : object.entrySet()) {
            if (field.getValue() != null) {
                into.append(separator);
                quote(String.valueOf(field.getKey()));
                into.append(':');
                print(field.getValue());
                separator = ",";
            }
        }
        into.append('}');
    }

    private void print(Iterable<?> list) {
        into.append('[');
        String separator = "";
        for (Object element : list) {
            into.append(separator);
            print(element);
            separator = ",";
        }
        into.append(']');
    }

    private void quote(String text) {
        into.append('"');
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                into.append(text, start, i);
                escape(c);
                start = i + 1;
            }
        }
        into.append(text, start, text.length()).append('"');
    }

    private void escape(char c) {
        into.append('\\');
        switch (c) {
            case '"', '\\' -> into.append(c);
            case '\b' -> into.append('b');
            case '\f' -> into.append('f');
            case '\n' -> into.append('n');
            case '\r' -> into.append('r');
            case '\t' -> into.append('t');
            default -> into.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
        }
    }
}
