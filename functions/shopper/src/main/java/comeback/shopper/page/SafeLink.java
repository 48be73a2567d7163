package comeback.shopper.page;

import comeback.customer.EmailAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in a link of a page. A setting that is no such link is shown as text, or not at all. */
final class SafeLink {
    /** Without https only this very machine is reached: a shop that is being tried out. */
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{3,20}");

    private SafeLink() {}

    static Optional<String> web(String url) {
        try {
            URI uri = new URI(url.strip());
            boolean isWeb = "https".equalsIgnoreCase(uri.getScheme())
                    || ("http".equalsIgnoreCase(uri.getScheme())
                            && THIS_MACHINE.contains(String.valueOf(uri.getHost())));
            return isWeb && uri.getHost() != null ? Optional.of(uri.toString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static Optional<String> mailbox(String address) {
        return EmailAddress.parse(address).map(parsed -> "mailto:" + parsed.value());
    }

    static Optional<String> phone(String number) {
        String digits = number.replaceAll("[ ().\\-\u00a0]", "");
        return PHONE.matcher(digits).matches() ? Optional.of("tel:" + digits) : Optional.empty();
    }
}
