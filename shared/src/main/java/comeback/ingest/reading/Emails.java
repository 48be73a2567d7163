package comeback.ingest.reading;

import comeback.customer.EmailAddress;
import comeback.json.Fields;
import java.util.Optional;

/** Addresses as strangers send them. */
public final class Emails {
    private Emails() {}

    /** The address in the first of these fields that has one. An empty text is none; what is no address is a problem. */
    public static Optional<EmailAddress> in(Fields fields, String... names) {
        String name = Texts.named(fields, names);
        return fields.text(name).flatMap(text -> {
            var address = EmailAddress.parse(text);
            if (address.isEmpty()) {
                fields.refuse(name, "not one plain e-mail address");
            }
            return address;
        });
    }

    /** The address in a field that may mean anything; what is no address is simply none. */
    public static Optional<EmailAddress> perhapsIn(Fields fields, String name) {
        return fields.asMap().get(name) instanceof String text ? EmailAddress.parse(text) : Optional.empty();
    }
}
