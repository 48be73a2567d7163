package comeback.json;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a JSON object; what is absent or empty is left out, because stored bytes are paid for. JSON knows no times: each stands
 * there as its text.
 */
public final class Tree {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    public Tree with(String name, Object value) {
        boolean isEmpty = (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (!isEmpty) {
            fields.put(name, value instanceof Instant at ? at.toString() : value);
        }
        return this;
    }

    public Tree with(String name, Optional<?> value) {
        return value.isPresent() ? with(name, (Object) value.get()) : this;
    }

    public Map<String, Object> toMap() {
        return fields;
    }
}
