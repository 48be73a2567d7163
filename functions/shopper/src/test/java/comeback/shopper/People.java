package comeback.shopper;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Shoppers of the demo shop. */
final class People {
    static final String ADDRESS = "sibel.demir@mail.example";

    private People() {}

    /** Wants offers, and the shop never told her language. */
    static Customer sibel() {
        Customer unknown = Customer.unknown(CustomerId.of(Ref.user("sibel")));
        return unknown.with(unknown.identity().with(new EmailAddress(ADDRESS)))
                .with(new Consent.Given(World.NOW.minus(Duration.ofDays(30)), "form"));
    }

    static Customer speaking(String language) {
        return sibel().with(new Profile(
                Optional.of("Sibel"),
                Optional.empty(),
                Optional.of(Locale.forLanguageTag(language)),
                Optional.of(ZoneId.of("Asia/Seoul"))));
    }
}
