package comeback.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object being read. What is missing comes back empty; what has the wrong type comes back empty too and is noted
 * with its path ("batch[3].properties.total: expected a number, found text"), so that a sender learns all mistakes at once.
 */
public final class Fields {
    private final Map<String, Object> object;
    private final String path;
    private final Problems problems;
    private final FieldNames names;

    private Fields(Map<String, Object> object, String path, Problems problems, FieldNames names) {
        this.object = object;
        this.path = path;
        this.problems = problems;
        this.names = names;
    }

    /** Starts reading at the root of a document. */
    public static Fields of(Map<String, Object> object) {
        return new Fields(object, "", new Problems(), FieldNames.AS_SENT);
    }

    /** This object, and all in it, with a protocol's names turned into ours. Problems are told under the protocol's. */
    public Fields named(FieldNames protocol) {
        return new Fields(protocol.ours(object), path, problems, protocol);
    }

    /** What was wrong so far, in the whole document; of very many the first. */
    public List<String> problems() {
        return problems.kept();
    }

    /** How much was wrong so far, in the whole document: what is noted while a part is read belongs to that part. */
    public int problemCount() {
        return problems.count();
    }

    /** Notes a problem with one of this object's fields. */
    public void refuse(String name, String why) {
        problems.add(pathOf(name) + ": " + why);
    }

    /** Notes a problem with this object as a whole. */
    public void refuse(String why) {
        problems.add((path.isEmpty() ? "body" : path) + ": " + why);
    }

    public boolean has(String name) {
        return object.get(name) != null;
    }

    /** The whole object, as parsed. */
    public Map<String, Object> asMap() {
        return object;
    }

    /** A text that is not blank. A number counts as its digits: ids often come as numbers. */
    public Optional<String> text(String name) {
        Object value = object.get(name);
        return switch (value) {
            case null -> Optional.empty();
            case String s -> s.isBlank() ? Optional.empty() : Optional.of(s);
            // 1e999999999 written out would fill the memory.
            case BigDecimal d -> bounded(name, d).map(BigDecimal::toPlainString);
            case Number n -> Optional.of(n.toString());
            default -> wrong(name, "text", value);
        };
    }

    /** The first of these that is there. Storefronts do not agree on names. */
    public Optional<String> text(String name, String... otherNames) {
        Optional<String> found = text(name);
        for (int i = 0; found.isEmpty() && i < otherNames.length; i++) {
            found = text(otherNames[i]);
        }
        return found;
    }

    /** A number, or a text that is one: many clients send "12.90". */
    public Optional<BigDecimal> decimal(String name) {
        Object value = object.get(name);
        return switch (value) {
            case null -> Optional.empty();
            case BigDecimal d -> bounded(name, d);
            case Number n -> bounded(name, new BigDecimal(n.toString()));
            case String s when s.isBlank() -> Optional.empty();
            case String s -> parseDecimal(name, s);
            default -> wrong(name, "a number", value);
        };
    }

    /** A whole number. */
    public Optional<Integer> integer(String name) {
        return decimal(name).flatMap(number -> {
            try {
                return Optional.of(number.intValueExact());
            } catch (ArithmeticException e) {
                refuse(name, "expected a whole number");
                return Optional.empty();
            }
        });
    }

    /** True or false, or a text or number that says so. */
    public Optional<Boolean> truth(String name) {
        Object value = object.get(name);
        return switch (value) {
            case null -> Optional.empty();
            case Boolean b -> Optional.of(b);
            case String s when s.equalsIgnoreCase("true") || s.equals("1") -> Optional.of(true);
            case String s when s.equalsIgnoreCase("false") || s.equals("0") -> Optional.of(false);
            case Integer i when i == 0 || i == 1 -> Optional.of(i == 1);
            default -> wrong(name, "true or false", value);
        };
    }

    /** An ISO 8601 time with an offset or Z. */
    public Optional<Instant> instant(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
        } catch (DateTimeException e) {
            refuse(name, "expected an ISO 8601 time with an offset, like 2026-11-21T09:30:00Z");
            return Optional.empty();
        }
    }

    public Optional<Fields> object(String name) {
        Object value = object.get(name);
        return switch (value) {
            case null -> Optional.empty();
            case Map<?, ?> map -> Optional.of(within(Json.asObject(map), pathOf(name)));
            default -> wrong(name, "an object", value);
        };
    }

    /** The object of that name, or one without any field: for reading on without asking each time. */
    public Fields objectOrEmpty(String name) {
        return object(name).orElseGet(() -> new Fields(Map.of(), pathOf(name), problems, names));
    }

    /** This object, and below it another one that tells what this one leaves out. Paths stay this one's. */
    public Fields over(Fields beneath) {
        if (beneath.object.isEmpty()) {
            return this;
        }
        Map<String, Object> both = new LinkedHashMap<>(object);
        beneath.object.forEach(both::putIfAbsent);
        return new Fields(both, path, problems, names);
    }

    /** This object with these fields in front of its own: for what a protocol says beside an object. Paths stay. */
    public Fields with(Map<String, Object> told) {
        Map<String, Object> both = new LinkedHashMap<>(told);
        object.forEach(both::putIfAbsent);
        return new Fields(both, path, problems, names);
    }

    /** This object without a field that is not to be kept. */
    public Fields without(String name) {
        if (!object.containsKey(name)) {
            return this;
        }
        Map<String, Object> rest = new LinkedHashMap<>(object);
        rest.remove(name);
        return new Fields(rest, path, problems, names);
    }

    /** The objects of a list; absent when there is no such list. */
    public Optional<List<Fields>> objects(String name) {
        Object value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof List<?>)) {
            return wrong(name, "a list", value);
        }
        List<Object> elements = Json.asList(value);
        List<Fields> found = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(i);
            if (element instanceof Map<?, ?> map) {
                found.add(within(Json.asObject(map), pathOf(name) + "[" + i + "]"));
            } else {
                refuse(name + "[" + i + "]", "expected an object, found " + kindOf(element));
            }
        }
        return Optional.of(found);
    }

    /** The texts of a list, or the one text that stands there instead of a list. */
    public List<String> texts(String name) {
        Object value = object.get(name);
        if (!(value instanceof List<?>)) {
            return text(name).map(List::of).orElse(List.of());
        }
        List<String> found = new ArrayList<>();
        for (Object element : Json.asList(value)) {
            if (element instanceof String s && !s.isBlank()) {
                found.add(s);
            }
        }
        return found;
    }

    private Optional<BigDecimal> parseDecimal(String name, String text) {
        try {
            return bounded(name, new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            refuse(name, "expected a number, found text");
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> bounded(String name, BigDecimal number) {
        // 1e999999999 is a legal number that would fill the memory when written out.
        if (Math.abs((long) number.precision() - number.scale()) > 15 || number.scale() > 30) {
            refuse(name, "number out of range");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private <T> Optional<T> wrong(String name, String expected, Object value) {
        refuse(name, "expected " + expected + ", found " + kindOf(value));
        return Optional.empty();
    }

    private static String kindOf(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String s -> "text";
            case Number n -> "a number";
            case Boolean b -> "true or false";
            case Map<?, ?> m -> "an object";
            default -> "a list";
        };
    }

    private Fields within(Map<String, Object> inner, String at) {
        return new Fields(names.ours(inner), at, problems, names);
    }

    private String pathOf(String name) {
        String theirs = names.theirs(name);
        return path.isEmpty() ? theirs : path + "." + theirs;
    }
}
