package comeback.customer;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whom a path names: our own id of a customer, or the store's name for them. */
public final class Who {
    public static final String EXPECTED =
            "expected a customer's id (26 of a-z and 2-7), user: and a user id, or email: and an e-mail address";

    private static final Pattern OUR_ID = Pattern.compile("[a-z2-7]{26}");
    private static final String USER = "user:";
    private static final String EMAIL = "email:";

    private Who() {}

    /** The place where this customer, or a sign to them, lies; nothing when it names nobody. */
    public static Optional<CustomerId> read(String who) {
        if (who.startsWith(USER)) {
            String user = who.substring(USER.length()).strip();
            return user.isEmpty() || user.length() > Ref.MAX
                    ? Optional.empty()
                    : Optional.of(CustomerId.of(Ref.user(user)));
        }
        if (who.startsWith(EMAIL)) {
            return EmailAddress.parse(who.substring(EMAIL.length()))
                    .map(Ref::email)
                    .map(CustomerId::of);
        }
        return OUR_ID.matcher(who).matches() ? Optional.of(new CustomerId(who)) : Optional.empty();
    }
}
