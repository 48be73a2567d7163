package comeback.render;

import comeback.customer.Consent;
import comeback.customer.Profile;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whom a letter speaks to.
 *
 * @param firstName for the greeting; "" when it is not known or is no name
 * @param greeting the store's own for readers of their country; "" when it has none
 * @param email where the letter goes
 * @param answeredOn the day on which they agreed to marketing or took it back; "" when they never did
 */
public record CustomerView(String firstName, String greeting, String email, String answeredOn) {
    private static final int NAME_MAX = 40;

    /**
     * Letters, blanks and the marks of real names; no "evil.example", which mail clients would turn into a link. Anyone
     * can type a name into a sign-up form together with somebody else's address.
     */
    private static final Pattern NAME = Pattern.compile("(?!.*\\p{L}{2}\\.\\p{L})[\\p{L}\\p{M} .'’·-]+");

    static CustomerView of(LetterRequest request, Locale language, Formats formats) {
        Profile profile = request.profile();
        String name = profile.firstName().map(String::strip).orElse("");
        boolean isName = name.length() <= NAME_MAX && NAME.matcher(name).matches();
        String shown = isName ? name : "";
        String greeting = request.store()
                .brand()
                .greetings()
                .of(language, profile.home())
                .map(words -> words.to(shown))
                .orElse("");
        return new CustomerView(shown, greeting, request.to().value(), answeredOn(request.consent(), formats));
    }

    private static String answeredOn(Consent consent, Formats formats) {
        return switch (consent) {
            case Consent.Unknown unknown -> "";
            case Consent.Asked asked -> "";
            case Consent.Given given -> formats.date(given.at());
            case Consent.Withdrawn gone -> formats.date(gone.at());
        };
    }
}
