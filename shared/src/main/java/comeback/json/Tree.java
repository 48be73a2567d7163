package comeback.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds a JSON object; what is absent or empty is left out, because stored bytes are paid for. */
public final class Tree {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    public Tree with(String name, Object value) {
        boolean isEmpty = (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (!isEmpty) {
            fields.put(name, value);
        }
        return this;
    }

    public Tree with(String name, Optional<?> value) {
        value.ifPresent(present -> with(name, (Object) present));
        return this;
    }

    public Map<String, Object> toMap() {
        return fields;
    }
}
