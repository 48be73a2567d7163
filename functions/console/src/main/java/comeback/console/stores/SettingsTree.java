package comeback.console.stores;

import comeback.customer.EmailAddress;
import comeback.json.Tree;
import comeback.store.BestCustomers;
import comeback.store.Brand;
import comeback.store.Caps;
import comeback.store.ConsentRules;
import comeback.store.Greetings;
import comeback.store.MarketingPolicy;
import comeback.store.Mode;
import comeback.store.OfferRules;
import comeback.store.QuietHours;
import comeback.store.Sender;
import comeback.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A store's settings in the form in which they are written down, so that what was asked for can be changed and handed in
 * again. What opens the store is not among them.
 */
final class SettingsTree {
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;

    private SettingsTree() {}

    static Map<String, Object> of(Store store) {
        return new Tree()
                .with("id", store.id().value())
                .with("name", store.brand().name())
                .with("brand", brand(store.brand()))
                .with("sender", sender(store.sender()))
                .with("locale", store.locale().toLanguageTag())
                .with(
                        "locales",
                        store.locales().stream().map(Locale::toLanguageTag).toList())
                .with("zone", store.zone().getId())
                .with("domains", store.webhooks().domains())
                .with("flowsOff", store.flowsOff().stream().sorted().toList())
                .with("policy", policy(store.policy()))
                .with("staff", store.staff().stream().map(EmailAddress::value).toList())
                .toMap();
    }

    private static Map<String, Object> brand(Brand brand) {
        return new Tree()
                .with("home", brand.homeUrl())
                .with("logo", brand.logoUrl())
                .with("colour", brand.colour())
                .with("legalName", brand.legalName())
                .with("address", brand.postalAddress())
                .with("supportEmail", brand.supportEmail())
                .with("supportPhone", brand.supportPhone())
                .with("registration", brand.registration())
                .with("cart", brand.cartUrl())
                .with("greetings", greetings(brand.greetings()))
                .with("days", Optional.of(brand.days()).filter(days -> !days.isEmpty()))
                .toMap();
    }

    private static Optional<Map<String, Object>> greetings(Greetings greetings) {
        Map<String, Object> places = new TreeMap<>();
        greetings
                .byPlace()
                .forEach((place, words) -> places.put(
                        place,
                        new Tree()
                                .with("named", words.named())
                                .with("plain", words.plain())
                                .toMap()));
        return Optional.of(places).filter(some -> !some.isEmpty());
    }

    private static Map<String, Object> sender(Sender sender) {
        return new Tree()
                .with("name", sender.name())
                .with("address", sender.address())
                .with("replyTo", sender.replyTo())
                .toMap();
    }

    private static Map<String, Object> policy(MarketingPolicy policy) {
        Map<String, Object> modes = new TreeMap<>();
        for (Map.Entry<String, Mode> mode : policy.modes().entrySet()) {
            modes.put(mode.getKey(), mode.getValue().words());
        }
        return new Tree()
                .with("cartRemindersWithoutConsent", policy.cartRemindersWithoutConsent())
                .with("caps", caps(policy.caps()))
                .with(
                        "quietHours",
                        policy.quietHours().<Object>map(SettingsTree::hours).orElse("off"))
                .with("silenceAfterPurchase", words(policy.silenceAfterPurchase()))
                .with("maxReminders", policy.maxReminders())
                .with("modes", modes)
                .with("offers", policy.offers().map(SettingsTree::offers))
                .with(
                        "firstInLine",
                        policy.firstInLine().tiers().stream().sorted().toList())
                .with("bestCustomers", policy.firstInLine().best().map(SettingsTree::best))
                .with("fewLeft", policy.fewLeft())
                .with("consent", consent(policy.consent()))
                .toMap();
    }

    private static Map<String, Object> best(BestCustomers rule) {
        return new Tree()
                .with("orders", rule.orders())
                .with("spent", rule.spentInWords())
                .toMap();
    }

    private static Map<String, Object> consent(ConsentRules rules) {
        return new Tree()
                .with("confirm", rules.asksBack())
                .with("registry", rules.registry().stream().sorted().toList())
                .with(
                        "existingCustomers",
                        rules.existingCustomers().stream().sorted().toList())
                .toMap();
    }

    private static Map<String, Object> caps(Caps caps) {
        return new Tree()
                .with("day", caps.inDay())
                .with("week", caps.inWeek())
                .with("month", caps.inMonth())
                .toMap();
    }

    private static Map<String, Object> hours(QuietHours hours) {
        return new Tree()
                .with("from", hours.from().toString())
                .with("until", hours.until().toString())
                .toMap();
    }

    private static Map<String, Object> offers(OfferRules offers) {
        return new Tree()
                .with("link", offers.link())
                .with("rest", words(offers.rest()))
                .with("most", offers.most())
                .with("monthly", offers.monthly())
                .with("margin", offers.margin().map(OfferRules.Margin::usual))
                .with("marginFloor", offers.margin().map(OfferRules.Margin::floor))
                .toMap();
    }

    /** "90s", "36h" or "7d". */
    private static String words(Duration time) {
        long seconds = time.toSeconds();
        if (seconds == 0 || seconds % HOUR != 0) {
            return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
        }
        return seconds % DAY == 0 ? seconds / DAY + "d" : seconds / HOUR + "h";
    }

    /** Every setting by its whole name, for comparing. */
    static Map<String, Object> flat(Store store) {
        Map<String, Object> flat = new TreeMap<>();
        flatten("", of(store), flat);
        return flat;
    }

    private static void flatten(String path, Map<?, ?> tree, Map<String, Object> flat) {
        tree.forEach((name, value) -> {
            String place = path.isEmpty() ? String.valueOf(name) : path + "." + name;
            switch (value) {
                case Map<?, ?> inner -> flatten(place, inner, flat);
                case List<?> list -> flat.put(place, list);
                default -> flat.put(place, value);
            }
        });
    }
}
