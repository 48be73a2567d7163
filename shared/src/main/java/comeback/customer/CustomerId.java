package comeback.customer;

import java.util.regex.Pattern;

/**
 * Names a customer within a store.
 *
 * <p>It is computed from the reference under which they were first met, so an event finds its customer with one read and
 * no index. When a stronger reference is learnt, the customer moves there and the old place points to the new one.
 *
 * @param value 26 characters of a-z and 2-7; says nothing about the person
 */
public record CustomerId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{26}");

    public CustomerId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a customer id is 26 of a-z and 2-7");
        }
    }

    public static CustomerId of(Ref ref) {
        return new CustomerId(Fingerprint.of(ref.kind().name(), ref.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
