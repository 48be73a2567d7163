package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.customer.EmailAddress;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.store.BestCustomers;
import comeback.store.Brand;
import comeback.store.Caps;
import comeback.store.ConsentRules;
import comeback.store.FirstInLine;
import comeback.store.Greetings;
import comeback.store.LinkSecrets;
import comeback.store.MarketingPolicy;
import comeback.store.Mode;
import comeback.store.OfferRules;
import comeback.store.OfferRules.Margin;
import comeback.store.Platform;
import comeback.store.QuietHours;
import comeback.store.Sender;
import comeback.store.Stopped;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.store.Webhooks;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A store's settings to the JSON text in its item, and back. What opens it is not in it: see AccessMapper. */
final class StoreMapper {
    private static final int FORMAT = 1;

    private StoreMapper() {}

    static String write(Store store) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("brand", write(store.brand()))
                .with("sender", write(store.sender()))
                .with("locale", store.locale().toLanguageTag())
                .with(
                        "locales",
                        store.locales().stream().map(Locale::toLanguageTag).toList())
                .with("zone", store.zone().getId())
                .with("linkSecret", store.links().present())
                .with(
                        "formerLinkSecrets",
                        store.links().former().stream().map(StoreMapper::write).toList())
                .with("flowsOff", List.copyOf(store.flowsOff()))
                .with("policy", write(store.policy()))
                .with("domains", store.webhooks().domains())
                .with("webhookSecrets", write(store.webhooks()))
                .with("staff", store.staff().stream().map(EmailAddress::value).toList())
                .with(
                        "stopped",
                        store.stopped().stream().map(StoreMapper::write).toList())
                .toMap());
    }

    private static Map<String, Object> write(LinkSecrets.Former former) {
        return new Tree()
                .with("secret", former.secret())
                .with("replacedAt", former.replacedAt().toString())
                .with("endsAt", former.endsAt().toString())
                .toMap();
    }

    private static LinkSecrets links(Fields from) {
        return new LinkSecrets(
                need(from.text("linkSecret"), "a store's link secret"),
                from.objects("formerLinkSecrets").orElse(List.of()).stream()
                        .map(former -> new LinkSecrets.Former(
                                need(former.text("secret"), "a former link secret"),
                                need(former.instant("replacedAt"), "when a link secret was replaced"),
                                need(former.instant("endsAt"), "the end of a link secret")))
                        .toList());
    }

    private static Map<String, Object> write(Brand brand) {
        return new Tree()
                .with("name", brand.name())
                .with("homeUrl", brand.homeUrl())
                .with("logoUrl", brand.logoUrl())
                .with("colour", brand.colour())
                .with("legalName", brand.legalName())
                .with("postalAddress", brand.postalAddress())
                .with("supportEmail", brand.supportEmail())
                .with("supportPhone", brand.supportPhone())
                .with("registration", brand.registration())
                .with("cartUrl", brand.cartUrl())
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

    private static Greetings greetings(Fields from) {
        Map<String, Greetings.Greeting> places = new TreeMap<>();
        Fields stored = from.objectOrEmpty("greetings");
        for (String place : stored.asMap().keySet()) {
            Fields words = stored.objectOrEmpty(place);
            places.put(
                    place,
                    new Greetings.Greeting(
                            need(words.text("named"), "a greeting"), need(words.text("plain"), "a nameless greeting")));
        }
        return new Greetings(places);
    }

    private static Map<String, Object> write(Sender sender) {
        return new Tree()
                .with("name", sender.name())
                .with("address", sender.address())
                .with("replyTo", sender.replyTo())
                .toMap();
    }

    static Store read(StoreId id, String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("store " + id + " is stored in a format that this version cannot read");
        }
        return new Store(
                id,
                brand(from.objectOrEmpty("brand")),
                sender(from.objectOrEmpty("sender")),
                Locale.forLanguageTag(need(from.text("locale"), "a store's locale")),
                from.texts("locales").stream().map(Locale::forLanguageTag).toList(),
                ZoneId.of(need(from.text("zone"), "a store's zone")),
                List.of(),
                links(from),
                Set.copyOf(from.texts("flowsOff")),
                policy(from.objectOrEmpty("policy")),
                webhooks(from),
                from.texts("staff").stream().map(EmailAddress::new).toList(),
                from.objects("stopped").orElse(List.of()).stream()
                        .map(StoreMapper::stopped)
                        .toList());
    }

    private static Map<String, Object> write(Stopped stopped) {
        return new Tree()
                .with("flow", stopped.flow())
                .with("step", stopped.step())
                .with("arm", stopped.arm())
                .with("at", stopped.at().toString())
                .with("why", stopped.why().name())
                .toMap();
    }

    private static Stopped stopped(Fields from) {
        return new Stopped(
                need(from.text("flow"), "a flow that stopped something"),
                need(from.text("step"), "a step that stopped something"),
                need(from.text("arm"), "what was stopped"),
                need(from.instant("at"), "when something was stopped"),
                Stopped.Why.valueOf(need(from.text("why"), "why something was stopped")));
    }

    private static Map<String, Object> write(MarketingPolicy policy) {
        return new Tree()
                .with("cartRemindersWithoutConsent", policy.cartRemindersWithoutConsent())
                .with("inDay", policy.caps().inDay())
                .with("inWeek", policy.caps().inWeek())
                .with("inMonth", policy.caps().inMonth())
                .with("quietFrom", policy.quietHours().map(hours -> hours.from().toString()))
                .with(
                        "quietUntil",
                        policy.quietHours().map(hours -> hours.until().toString()))
                .with("silenceAfterPurchase", policy.silenceAfterPurchase().toString())
                .with("maxReminders", policy.maxReminders())
                .with(
                        "modes",
                        policy.modes().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        mode -> mode.getValue().words())))
                .with("offers", policy.offers().map(StoreMapper::write))
                .with(
                        "firstInLine",
                        policy.firstInLine().tiers().stream().sorted().toList())
                .with("bestOrders", policy.firstInLine().best().map(BestCustomers::orders))
                .with("bestSpent", policy.firstInLine().best().flatMap(BestCustomers::spentInWords))
                .with("fewLeft", policy.fewLeft())
                .with("confirm", policy.consent().asksBack())
                .with("registry", policy.consent().registry().stream().sorted().toList())
                .with(
                        "existingCustomers",
                        policy.consent().existingCustomers().stream().sorted().toList())
                .toMap();
    }

    private static MarketingPolicy policy(Fields from) {
        return new MarketingPolicy(
                need(from.integer("cartRemindersWithoutConsent"), "a store's policy"),
                new Caps(
                        need(from.integer("inDay"), "a store's cap for a day"),
                        need(from.integer("inWeek"), "a store's cap for a week"),
                        need(from.integer("inMonth"), "a store's cap for a month")),
                from.text("quietFrom")
                        .map(quiet -> new QuietHours(
                                LocalTime.parse(quiet),
                                LocalTime.parse(need(from.text("quietUntil"), "the end of quiet hours")))),
                Duration.parse(need(from.text("silenceAfterPurchase"), "a store's silence after a purchase")),
                from.integer("maxReminders"),
                from.objectOrEmpty("modes").asMap().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                mode -> Mode.of(mode.getValue().toString()))),
                from.object("offers").map(StoreMapper::offers),
                new FirstInLine(
                        Set.copyOf(from.texts("firstInLine")),
                        from.integer("bestOrders")
                                .map(orders -> new BestCustomers(
                                        orders, from.text("bestSpent").map(BestCustomers::money)))),
                // A store of before there was a choice has the usual one.
                from.integer("fewLeft").orElse(MarketingPolicy.DEFAULT.fewLeft()),
                new ConsentRules(
                        from.truth("confirm").orElse(false),
                        Set.copyOf(from.texts("registry")),
                        Set.copyOf(from.texts("existingCustomers"))));
    }

    private static Map<String, Object> write(OfferRules offers) {
        return new Tree()
                .with("link", offers.link())
                .with("rest", offers.rest().toString())
                .with("most", offers.most())
                .with("monthly", offers.monthly())
                .with("margin", offers.margin().map(Margin::usual))
                .with("marginFloor", offers.margin().map(Margin::floor))
                .toMap();
    }

    private static OfferRules offers(Fields from) {
        return new OfferRules(
                from.text("link"),
                Duration.parse(need(from.text("rest"), "a store's rest between coupons")),
                need(from.integer("most"), "a store's limit of coupons"),
                from.integer("monthly"),
                from.integer("margin")
                        .map(usual ->
                                new Margin(usual, need(from.integer("marginFloor"), "a store's margin's floor"))));
    }

    private static Map<String, Object> write(Webhooks webhooks) {
        Tree secrets = new Tree();
        for (Platform platform : Platform.values()) {
            secrets.with(platform.word(), webhooks.secretsOf(platform));
        }
        return secrets.toMap();
    }

    private static Webhooks webhooks(Fields from) {
        Fields stored = from.objectOrEmpty("webhookSecrets");
        Map<Platform, List<String>> secrets = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            secrets.put(platform, stored.texts(platform.word()));
        }
        return new Webhooks(from.texts("domains"), secrets);
    }

    private static Brand brand(Fields from) {
        return new Brand(
                need(from.text("name"), "a brand's name"),
                need(from.text("homeUrl"), "a brand's home"),
                from.text("logoUrl"),
                need(from.text("colour"), "a brand's colour"),
                need(from.text("legalName"), "a brand's legal name"),
                need(from.text("postalAddress"), "a brand's postal address"),
                need(from.text("supportEmail"), "a brand's support address"),
                from.text("supportPhone"),
                from.text("registration"),
                from.text("cartUrl"),
                greetings(from),
                from.texts("days"));
    }

    private static Sender sender(Fields from) {
        return new Sender(
                need(from.text("name"), "a sender's name"),
                need(from.text("address"), "a sender's address"),
                from.text("replyTo"));
    }
}
