package comeback.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as read. What every item of its type has and this one lacks is a fault of ours, and flies.
 *
 * @param attributes by name
 */
record Item(Map<String, AttributeValue> attributes) {
    boolean isAbsent() {
        return attributes.isEmpty();
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalStateException("a stored item lacks " + name));
    }

    Optional<String> optionalText(String name) {
        @Nullable AttributeValue value = attributes.get(name);
        return value == null ? Optional.empty() : Optional.of(value.s());
    }

    /** A text that may be {@link Packed}. */
    String packed(String name) {
        @Nullable AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("a stored item lacks " + name);
        }
        return Packed.text(value);
    }

    Optional<Long> number(String name) {
        @Nullable AttributeValue value = attributes.get(name);
        return value == null ? Optional.empty() : Optional.of(Long.valueOf(value.n()));
    }

    /** What is not there is not so. */
    boolean isTrue(String name) {
        @Nullable AttributeValue value = attributes.get(name);
        return value != null && value.bool();
    }

    /** The texts of a list, in its order. */
    List<String> listed(String name) {
        @Nullable AttributeValue value = attributes.get(name);
        return value == null
                ? List.of()
                : value.l().stream().map(AttributeValue::s).toList();
    }

    List<String> texts(String name) {
        @Nullable AttributeValue value = attributes.get(name);
        return value == null ? List.of() : value.ss();
    }
}
