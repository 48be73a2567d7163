package comeback.storefile;

import comeback.catalogue.Money;
import comeback.store.BestCustomers;
import comeback.store.Caps;
import comeback.store.ConsentRules;
import comeback.store.FirstInLine;
import comeback.store.MarketingPolicy;
import comeback.store.Mode;
import comeback.store.QuietHours;
import comeback.yaml.YamlObject;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a store's choices about marketing; what is left out is as {@link MarketingPolicy#DEFAULT} has it. */
final class PolicyReader {
    private static final String OFF = "off";
    private static final String A_CAP = "a whole number from 1 to " + Caps.MAX;

    private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

    private PolicyReader() {}

    /** The policy; after a mistake, which is noted, only something to go on with. */
    static MarketingPolicy read(YamlObject store) {
        Optional<YamlObject> block = store.object("policy");
        if (block.isEmpty()) {
            return MarketingPolicy.DEFAULT;
        }
        YamlObject policy = block.get();
        policy.refuseAllBut(
                "cartRemindersWithoutConsent",
                "caps",
                "quietHours",
                "silenceAfterPurchase",
                "maxReminders",
                "modes",
                "offers",
                "firstInLine",
                "bestCustomers",
                "fewLeft",
                "consent");
        MarketingPolicy read = policy.parsed(
                        "cartRemindersWithoutConsent",
                        text -> MarketingPolicy.DEFAULT.withCartRemindersWithoutConsent(Integer.parseInt(text)),
                        "0 or 1")
                .orElse(MarketingPolicy.DEFAULT);
        MarketingPolicy timed = silence(policy, read).with(caps(policy)).with(quietHours(policy));
        MarketingPolicy whole = modes(policy, few(policy, maxReminders(policy, timed)))
                .with(new FirstInLine(Set.copyOf(policy.texts("firstInLine")), best(policy)))
                .with(policy.object("consent").map(PolicyReader::consent).orElse(ConsentRules.USUAL));
        return policy.object("offers")
                .map(offers -> whole.with(OfferRulesReader.read(offers)))
                .orElse(whole);
    }

    private static MarketingPolicy maxReminders(YamlObject policy, MarketingPolicy read) {
        return policy.parsed(
                        "maxReminders",
                        text -> read.withMaxReminders(Integer.parseInt(text)),
                        "a whole number from 1 on")
                .orElse(read);
    }

    private static MarketingPolicy few(YamlObject policy, MarketingPolicy read) {
        return policy.parsed(
                        "fewLeft",
                        text -> read.withFewLeft(Integer.parseInt(text)),
                        "a whole number from 1 to " + MarketingPolicy.FEW_MAX)
                .orElse(read);
    }

    private static Optional<BestCustomers> best(YamlObject policy) {
        return policy.object("bestCustomers").flatMap(block -> {
            block.refuseAllBut("orders", "spent");
            if (!block.has("orders")) {
                block.refuse("", "\"orders\" is missing: how many a year make somebody one of the best customers");
            }
            Optional<Money> spent = block.parsed("spent", PolicyReader::spent, "an amount like 300 USD");
            return block.parsed(
                    "orders",
                    text -> new BestCustomers(Integer.parseInt(text), spent),
                    "a whole number from 1 to " + BestCustomers.ORDERS_MAX);
        });
    }

    private static Money spent(String text) {
        return new BestCustomers(1, Optional.of(BestCustomers.money(text)))
                .spent()
                .orElseThrow();
    }

    private static ConsentRules consent(YamlObject rules) {
        rules.refuseAllBut("confirm", "registry", "existingCustomers");
        return new ConsentRules(
                rules.parsed("confirm", PolicyReader::yesOrNo, "true or false").orElse(false),
                countries(rules, "registry"),
                countries(rules, "existingCustomers"));
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Set<String> countries(YamlObject rules, String name) {
        List<String> codes = rules.texts(name);
        codes.stream()
                .filter(code -> !COUNTRIES.contains(code))
                .forEach(code ->
                        rules.refuse(name, "\"" + name + "\" must be countries like TR or DE, not \"" + code + "\""));
        return Set.copyOf(codes);
    }

    private static MarketingPolicy modes(YamlObject policy, MarketingPolicy read) {
        Optional<YamlObject> block = policy.object("modes");
        Map<String, Mode> modes = new TreeMap<>();
        block.ifPresent(found -> found.names()
                .forEach(flow -> found.parsed(flow, Mode::of, "live, shadow, or like \"canary 10%\"")
                        .ifPresent(mode -> modes.put(flow, mode))));
        return read.with(modes);
    }

    private static Caps caps(YamlObject policy) {
        return policy.object("caps")
                .map(caps -> {
                    caps.refuseAllBut("day", "week", "month");
                    Caps usual = Caps.DEFAULT;
                    return new Caps(
                            cap(caps, "day", usual.inDay()),
                            cap(caps, "week", usual.inWeek()),
                            cap(caps, "month", usual.inMonth()));
                })
                .orElse(Caps.DEFAULT);
    }

    private static int cap(YamlObject caps, String name, int usual) {
        return caps.parsed(name, text -> new Caps(Integer.parseInt(text), 1, 1).inDay(), A_CAP)
                .orElse(usual);
    }

    private static Optional<QuietHours> quietHours(YamlObject policy) {
        // A word or a block: asked for the block first, a word would be noted as a mistake.
        if (policy.has("quietHours") && !policy.isBlock("quietHours")) {
            return policy.parsed("quietHours", PolicyReader::none, "\"off\", or a block with \"from\" and \"until\"")
                    .orElse(Optional.empty());
        }
        return policy.object("quietHours").map(PolicyReader::hours).orElse(MarketingPolicy.DEFAULT.quietHours());
    }

    private static Optional<QuietHours> none(String text) {
        if (!text.equals(OFF)) {
            throw new IllegalArgumentException(text);
        }
        return Optional.empty();
    }

    private static Optional<QuietHours> hours(YamlObject hours) {
        hours.refuseAllBut("from", "until");
        LocalTime from = hours.parsed("from", LocalTime::parse, "a time of day like \"21:00\"")
                .orElse(QuietHours.DEFAULT.from());
        try {
            return Optional.of(new QuietHours(
                    from,
                    hours.parsed("until", LocalTime::parse, "a time of day like \"08:00\"")
                            .orElse(QuietHours.DEFAULT.until())));
        } catch (IllegalArgumentException e) {
            hours.refuse("until", "quiet hours leave at least " + QuietHours.OPEN_MIN.toHours() + " hours of a day");
            return Optional.empty();
        }
    }

    private static MarketingPolicy silence(YamlObject policy, MarketingPolicy read) {
        Optional<Duration> silence = policy.duration("silenceAfterPurchase");
        if (silence.isEmpty()) {
            return read;
        }
        try {
            return read.withSilenceAfterPurchase(silence.get());
        } catch (IllegalArgumentException e) {
            policy.refuse(
                    "silenceAfterPurchase",
                    "\"silenceAfterPurchase\" must be at most " + MarketingPolicy.SILENCE_MAX.toDays() + "d");
            return read;
        }
    }
}
