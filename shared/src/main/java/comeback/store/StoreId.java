package comeback.store;

import java.util.regex.Pattern;

/**
 * Names one shop within a deployment. Every stored key begins with it, so one store can never reach another.
 *
 * @param value 1 to 40 of a-z, 0-9 and "-": it stands in SES tags and schedule names as it is
 */
public record StoreId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public StoreId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a store id is 1 to 40 of a-z, 0-9 and -, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
