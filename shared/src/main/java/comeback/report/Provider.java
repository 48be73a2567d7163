package comeback.report;

import comeback.customer.EmailAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who keeps an inbox, as far as its domain tells. A few that have rules of their own, and all others together. */
public enum Provider {
    GMAIL("gmail\\.com|googlemail\\.com"),
    NAVER("naver\\.com"),
    OUTLOOK("(outlook|hotmail|live)\\.[a-z]{2,3}(\\.[a-z]{2})?|msn\\.com"),
    YAHOO("yahoo\\.[a-z]{2,3}(\\.[a-z]{2})?|ymail\\.com|rocketmail\\.com|aol\\.com"),
    APPLE("icloud\\.com|me\\.com|mac\\.com|privaterelay\\.appleid\\.com"),
    OTHERS("");

    private final Pattern domains;

    Provider(String domains) {
        this.domains = Pattern.compile(domains);
    }

    public static Provider of(EmailAddress address) {
        String inbox = address.inbox();
        String domain = inbox.substring(inbox.lastIndexOf('@') + 1);
        for (Provider provider : values()) {
            if (provider.domains.matcher(domain).matches()) {
                return provider;
            }
        }
        return OTHERS;
    }

    /** As it is kept and told: "gmail". */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
