package comeback.ingest.reading;

import comeback.customer.Address;
import comeback.json.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Postal addresses, which storefronts send as a text or as an object with parts of many names. */
public final class Addresses {
    private static final int LINE_MAX = 100;

    private Addresses() {}

    /** The address at the first of these names. An empty list stands for none: that is how PHP writes an empty object. */
    public static Optional<Address> at(Fields fields, String... names) {
        String name = Texts.named(fields, names);
        if (fields.asMap().get(name) instanceof List<?> list && list.isEmpty()) {
            return Optional.empty();
        }
        if (fields.asMap().get(name) instanceof String text) {
            return of(text.lines().map(line -> Texts.clean(line, LINE_MAX)).toList());
        }
        return fields.object(name).flatMap(Addresses::of);
    }

    private static Optional<Address> of(Fields address) {
        var lines = new ArrayList<String>();
        String name = part(address, "name");
        String firstAndLast =
                joined(" ", part(address, "first_name", "firstName"), part(address, "last_name", "lastName"));
        lines.add(name.isEmpty() ? firstAndLast : name);
        lines.add(part(address, "company"));
        lines.add(part(address, "address1", "address_1", "line1", "street", "address"));
        lines.add(part(address, "address2", "address_2", "line2"));
        String stateAndCode = joined(
                " ",
                part(address, "state", "province", "region"),
                part(address, "postal_code", "postalCode", "postcode", "zip"));
        lines.add(joined(", ", part(address, "city"), stateAndCode));
        lines.add(part(address, "country", "country_code", "countryCode"));
        return of(lines);
    }

    private static Optional<Address> of(List<String> lines) {
        var address = new Address(lines);
        return address.lines().isEmpty() ? Optional.empty() : Optional.of(address);
    }

    private static String part(Fields address, String... names) {
        return Texts.shown(address, LINE_MAX, names).orElse("");
    }

    private static String joined(String separator, String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(separator));
    }
}
