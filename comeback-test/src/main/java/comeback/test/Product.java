package comeback.test;

import java.util.HashMap;
import java.util.Map;

/**
 * A product of the shop, as a storefront tells of it.
 *
 * @param properties named as in Segment's e-commerce vocabulary
 */
public record Product(Map<String, Object> properties) {
    public Product {
        properties = Map.copyOf(properties);
    }

    /** The same with something more, or with something else. */
    public Product with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(properties);
        more.put(name, value);
        return new Product(more);
    }

    double price() {
        return Double.parseDouble(String.valueOf(properties.get("price")));
    }
}
