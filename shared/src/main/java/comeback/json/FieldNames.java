package comeback.json;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a protocol calls its fields and we call otherwise.
 *
 * @param toOurs ours by theirs; what is not in it has the same name with both
 * @param toTheirs theirs by ours, for telling a sender about a mistake
 */
public record FieldNames(Map<String, String> toOurs, Map<String, String> toTheirs) {
    /** Nothing is renamed. */
    public static final FieldNames AS_SENT = new FieldNames(Map.of(), Map.of());

    public FieldNames {
        toOurs = Map.copyOf(toOurs);
        toTheirs = Map.copyOf(toTheirs);
    }

    /** Pairs of theirs and ours. Several of theirs may be one of ours: a sender is told the first of them. */
    public static FieldNames of(String... theirsAndOurs) {
        var toOurs = new LinkedHashMap<String, String>();
        var toTheirs = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < theirsAndOurs.length; i += 2) {
            toOurs.put(theirsAndOurs[i], theirsAndOurs[i + 1]);
            toTheirs.putIfAbsent(theirsAndOurs[i + 1], theirsAndOurs[i]);
        }
        return new FieldNames(toOurs, toTheirs);
    }

    /** An object under our names. Where two of its fields would have one name, the first that has a value counts. */
    Map<String, Object> ours(Map<String, Object> object) {
        if (toOurs.isEmpty()) {
            return object;
        }
        var renamed = new LinkedHashMap<String, Object>();
        object.forEach((name, value) -> renamed.putIfAbsent(toOurs.getOrDefault(name, name), value));
        return renamed;
    }

    String theirs(String ours) {
        return toTheirs.getOrDefault(ours, ours);
    }
}
