package comeback.customer;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What a letter needs to know about a person, as the storefront last told.
 *
 * @param firstName for the greeting
 * @param lastName for addresses
 * @param locale language, if told
 * @param zone IANA zone, if told
 */
public record Profile(
        Optional<String> firstName, Optional<String> lastName, Optional<Locale> locale, Optional<ZoneId> zone) {
    public static final Profile EMPTY =
            new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What is told now replaces what was known; what is not told stays. */
    public Profile updatedWith(Profile told) {
        return new Profile(
                told.firstName.or(() -> firstName),
                told.lastName.or(() -> lastName),
                told.locale.or(() -> locale),
                told.zone.or(() -> zone));
    }
}
