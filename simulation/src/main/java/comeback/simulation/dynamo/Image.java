package comeback.simulation.dynamo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** An item as the table's stream shows it, before or after a change. */
public final class Image {
    private final Map<String, Attribute> item;

    Image(Map<String, Attribute> item) {
        this.item = item;
    }

    /** There is no such item. */
    public boolean isAbsent() {
        return item.isEmpty();
    }

    /** Its size, by the rules that AWS documents. */
    public long bytes() {
        return Attribute.bytes(item);
    }

    /** A text, or a number written out; empty when it is not there. */
    public String text(String name) {
        return Optional.ofNullable(item.get(name))
                .map(value -> value.content() instanceof BigDecimal number
                        ? number.toPlainString()
                        : String.valueOf(value.content()))
                .orElse("");
    }
}
