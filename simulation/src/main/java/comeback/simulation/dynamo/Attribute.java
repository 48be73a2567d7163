package comeback.simulation.dynamo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A value of an attribute; two are equal when DynamoDB says so.
 *
 * @param type as on the wire: S, N, B (base64), BOOL, NULL, SS, L, M
 * @param content a text, a decimal without trailing zeros, a truth, a sorted set of texts, a list or a map of attributes
 */
record Attribute(String type, Object content) {
    static Attribute number(BigDecimal value) {
        return new Attribute("N", value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
    }

    /** As it came over the wire. */
    static Attribute read(Object json) {
        Map.Entry<?, ?> only = ((Map<?, ?>) json).entrySet().iterator().next();
        String type = String.valueOf(only.getKey());
        Object value = only.getValue();
        return switch (type) {
            case "S", "B", "BOOL", "NULL" -> new Attribute(type, value);
            case "N" -> number(decimal(String.valueOf(value)));
            case "SS" -> texts((Collection<?>) value);
            case "L" ->
                new Attribute(
                        type,
                        ((Collection<?>) value).stream().map(Attribute::read).toList());
            case "M" -> new Attribute(type, item(value));
            default -> throw new IllegalStateException("the simulator's table knows no attributes of type " + type);
        };
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("The parameter cannot be converted to a numeric value: " + text);
        }
    }

    private static Attribute texts(Collection<?> values) {
        TreeSet<String> set = new TreeSet<>();
        values.forEach(value -> set.add(String.valueOf(value)));
        if (set.isEmpty()) {
            throw Refusal.invalid("One or more parameter values were invalid: An string set  may not be empty");
        }
        if (set.size() != values.size()) {
            throw Refusal.invalid("One or more parameter values were invalid: Input collection contains duplicates.");
        }
        return new Attribute("SS", set);
    }

    /** The attributes of an item, by name. */
    static Map<String, Attribute> item(Object json) {
        Map<String, Attribute> item = new HashMap<>();
        ((Map<?, ?>) json).forEach((name, value) -> item.put(String.valueOf(name), read(value)));
        return item;
    }

    static Map<String, Object> written(Map<String, Attribute> item) {
        Map<String, Object> json = new HashMap<>();
        item.forEach((name, value) -> json.put(name, value.written()));
        return json;
    }

    /** As it goes over the wire. */
    private Object written() {
        return Map.of(
                type,
                switch (content) {
                    case BigDecimal number -> number.toPlainString();
                    case TreeSet<?> set -> new ArrayList<>(set);
                    case List<?> list ->
                        list.stream().map(each -> ((Attribute) each).written()).toList();
                    case Map<?, ?> map -> {
                        Map<String, Object> json = new TreeMap<>();
                        map.forEach((name, value) -> json.put(String.valueOf(name), ((Attribute) value).written()));
                        yield json;
                    }
                    default -> content;
                });
    }

    /** How the two lie to each other; nothing where DynamoDB compares none such. */
    Optional<Integer> comparedTo(Attribute other) {
        if (content instanceof String text && other.content instanceof String second && type.equals(other.type)) {
            return Optional.of(text.compareTo(second));
        }
        return content instanceof BigDecimal number && other.content instanceof BigDecimal second
                ? Optional.of(number.compareTo(second))
                : Optional.empty();
    }

    /** What an expression's size() says. */
    int size() {
        return switch (content) {
            case String text when type.equals("B") -> Base64.getDecoder().decode(text).length;
            case String text -> text.length();
            case Collection<?> many -> many.size();
            case Map<?, ?> map -> map.size();
            default -> throw new IllegalStateException("the simulator's table knows no size of type " + type);
        };
    }

    /** What it adds to its item's size, by the rules that AWS documents. */
    private long bytes() {
        return switch (content) {
            case String text when type.equals("B") -> Base64.getDecoder().decode(text).length;
            case String text -> text.getBytes(StandardCharsets.UTF_8).length;
            case BigDecimal number -> 1 + (number.precision() + 1) / 2;
            case TreeSet<?> set ->
                set.stream().mapToLong(each -> bytes(String.valueOf(each))).sum();
            case List<?> list ->
                3
                        + list.stream()
                                .mapToLong(each -> 1 + ((Attribute) each).bytes())
                                .sum();
            case Map<?, ?> map ->
                3
                        + map.entrySet().stream()
                                .mapToLong(each -> 1
                                        + bytes(String.valueOf(each.getKey()))
                                        + ((Attribute) each.getValue()).bytes())
                                .sum();
            default -> 1;
        };
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** An item's size: of names and values. */
    static long bytes(Map<String, Attribute> item) {
        return item.entrySet().stream()
                .mapToLong(each -> bytes(each.getKey()) + each.getValue().bytes())
                .sum();
    }
}
