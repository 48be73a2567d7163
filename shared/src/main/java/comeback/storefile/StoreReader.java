package comeback.storefile;

import comeback.customer.EmailAddress;
import comeback.store.AccessKey;
import comeback.store.Brand;
import comeback.store.Greetings;
import comeback.store.LinkSecrets;
import comeback.store.MarketingPolicy;
import comeback.store.Sender;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.store.Webhooks;
import comeback.yaml.YamlObject;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one store. */
final class StoreReader {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^,;<>@\"]]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    private static final Pattern FLOW = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]+");

    private static final String ONE_ADDRESS = "one plain e-mail address";
    private static final String ONE_LINE = "one line of text";
    private static final String A_LANGUAGE = "a language like en, ko or pt-BR";

    private StoreReader() {}

    /**
     * The store, or nothing when it had a mistake, which is noted.
     *
     * @param known whose settings they are, when that need not stand in them
     * @param kept what they may leave out; nothing for a store that has only what is written
     */
    static Optional<StoreSettings> read(YamlObject block, Optional<StoreId> known, Optional<Kept> kept) {
        int before = block.problems().size();
        block.refuseAllBut(
                "id",
                "name",
                "brand",
                "sender",
                "locale",
                "locales",
                "zone",
                "publicKeys",
                "secretKeys",
                "linkSecret",
                "domains",
                "webhookSecrets",
                "flowsOff",
                "policy",
                "staff");
        Optional<StoreId> id = known.isPresent() && !block.has("id")
                ? known
                : needed(block, "id", StoreId::new, "1 to 40 of a-z, 0-9 and -");
        Optional<Sender> sender = neededBlock(block, "sender").flatMap(StoreReader::sender);
        Optional<String> name = needed(block, "name", StoreReader::line, ONE_LINE);
        Optional<Brand> brand = neededBlock(block, "brand").flatMap(found -> brand(name, found, sender));
        Optional<Locale> locale = needed(block, "locale", StoreReader::locale, A_LANGUAGE);
        List<Locale> locales = each(block, "locales", StoreReader::locale, A_LANGUAGE);
        Optional<ZoneId> zone = needed(block, "zone", StoreReader::zone, "a time zone like Europe/Istanbul");
        String linkSecret = KeysReader.linkSecret(block, kept);
        List<AccessKey> keys = KeysReader.keys(block, kept.isPresent());
        List<String> flowsOff = each(block, "flowsOff", text -> matching(FLOW, text), "names of flows");
        MarketingPolicy policy = PolicyReader.read(block);
        Webhooks webhooks = KeysReader.webhooks(block, kept);
        List<EmailAddress> staff = each(block, "staff", EmailAddress::new, "plain e-mail addresses");
        if (staff.size() > Store.STAFF_MAX) {
            block.refuse("staff", "\"staff\" has at most " + Store.STAFF_MAX + " addresses");
        }
        if (locale.isPresent() && !locales.isEmpty() && !locales.contains(locale.get())) {
            block.refuse(
                    "locales",
                    "\"locales\" must hold the store's own, " + locale.get().toLanguageTag());
        }
        if (block.problems().size() > before) {
            return Optional.empty();
        }
        var store = new Store(
                id.orElseThrow(),
                brand.orElseThrow(),
                sender.orElseThrow(),
                locale.orElseThrow(),
                locales.isEmpty() ? List.of(locale.orElseThrow()) : locales,
                zone.orElseThrow(),
                keys,
                new LinkSecrets(linkSecret),
                Set.copyOf(flowsOff),
                policy,
                webhooks,
                staff);
        return Optional.of(new StoreSettings(store, KeysReader.namesKeys(block)));
    }

    private static Optional<Sender> sender(YamlObject block) {
        block.refuseAllBut("name", "address", "replyTo");
        Optional<String> name = needed(block, "name", StoreReader::line, ONE_LINE);
        Optional<String> address = needed(block, "address", StoreReader::address, ONE_ADDRESS);
        Optional<String> replyTo = block.parsed("replyTo", StoreReader::address, ONE_ADDRESS);
        return name.isPresent() && address.isPresent()
                ? Optional.of(new Sender(name.get(), address.get(), replyTo))
                : Optional.empty();
    }

    private static Optional<Brand> brand(Optional<String> name, YamlObject block, Optional<Sender> sender) {
        block.refuseAllBut(
                "home",
                "logo",
                "colour",
                "legalName",
                "address",
                "supportEmail",
                "supportPhone",
                "registration",
                "cart",
                "greetings",
                "days");
        Optional<String> home = needed(block, "home", StoreReader::url, "an address that begins with https://");
        Optional<String> colour =
                needed(block, "colour", text -> matching(COLOUR, text), "a colour like \"#0b5c4a\", in quotes");
        Optional<String> address = needed(block, "address", StoreReader::line, ONE_LINE);
        Optional<String> logo = block.parsed("logo", StoreReader::url, "an address that begins with https://");
        Optional<String> legalName = block.parsed("legalName", StoreReader::line, ONE_LINE);
        Optional<String> supportEmail = block.parsed("supportEmail", StoreReader::address, ONE_ADDRESS);
        Optional<String> supportPhone = block.parsed("supportPhone", StoreReader::line, ONE_LINE);
        Optional<String> registration = block.parsed("registration", StoreReader::line, ONE_LINE);
        Optional<String> cart = block.parsed("cart", StoreReader::cartUrl, "a page of the shop with {cart} in it");
        if (name.isEmpty() || home.isEmpty() || colour.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Brand(
                name.get(),
                home.get(),
                logo,
                colour.get(),
                legalName.orElse(name.get()),
                address.get(),
                supportEmail.or(() -> sender.map(Sender::address)).orElse(""),
                supportPhone,
                registration,
                cart,
                block.object("greetings").map(StoreReader::greetings).orElse(Greetings.USUAL),
                days(block)));
    }

    private static List<String> days(YamlObject block) {
        List<String> all = block.texts("days");
        boolean isRight = all.size() <= Brand.DAYS_MAX && all.stream().allMatch(Brand::isDayName);
        if (!isRight) {
            block.refuse(
                    "days",
                    "at most " + Brand.DAYS_MAX
                            + " names of days like Wedding anniversary, of letters, digits and blanks");
        }
        return isRight ? all : List.of();
    }

    /** By country, or by language and country. */
    private static Greetings greetings(YamlObject block) {
        Map<String, Greetings.Greeting> byPlace = new TreeMap<>();
        for (String place : block.names()) {
            if (!Greetings.isPlace(place) || byPlace.size() == Greetings.MAX) {
                block.refuse(place, "a greeting is for a country like AU, or for a language there like en-AU");
                continue;
            }
            block.object(place).ifPresent(words -> {
                words.refuseAllBut("named", "plain");
                Optional<String> plain = needed(words, "plain", StoreReader::plain, "a few words like \"G’day,\"");
                needed(
                                words,
                                "named",
                                text -> new Greetings.Greeting(text, plain.orElse("-")),
                                "a few words with {name} in them, in quotes")
                        .ifPresent(greeting -> byPlace.put(place, greeting));
            });
        }
        return new Greetings(byPlace);
    }

    private static String plain(String text) {
        return new Greetings.Greeting(Greetings.NAME, text).plain();
    }

    private static Optional<YamlObject> neededBlock(YamlObject block, String name) {
        if (!block.has(name)) {
            block.refuse(name, "\"" + name + "\" is missing");
        }
        return block.object(name);
    }

    private static <T> Optional<T> needed(YamlObject block, String name, Function<String, T> parser, String expected) {
        if (block.neededText(name).isEmpty()) {
            return Optional.empty();
        }
        return block.parsed(name, parser, expected);
    }

    private static <T> List<T> each(YamlObject block, String name, Function<String, T> parser, String expected) {
        var parsed = new ArrayList<T>();
        for (String text : block.texts(name)) {
            try {
                parsed.add(parser.apply(text));
            } catch (IllegalArgumentException e) {
                block.refuse(name, "\"" + name + "\" must be " + expected + ", not \"" + text + "\"");
            }
        }
        return parsed;
    }

    private static String matching(Pattern pattern, String text) {
        return right(pattern.matcher(text).matches(), text);
    }

    private static String line(String text) {
        return matching(LINE, text);
    }

    private static String address(String text) {
        return matching(ADDRESS, text);
    }

    private static String url(String text) {
        URI uri = URI.create(text);
        boolean isLocal = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
        boolean isWeb = "https".equals(uri.getScheme()) || (isLocal && "http".equals(uri.getScheme()));
        return right(isWeb && uri.getHost() != null, text);
    }

    private static String cartUrl(String text) {
        url(text.replace(Brand.CART, ""));
        return right(text.contains(Brand.CART), text);
    }

    private static Locale locale(String text) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            matching(LANGUAGE, locale.getLanguage());
            return locale;
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Only names of places: "+03:00" would be wrong for half of the year. */
    private static ZoneId zone(String text) {
        return ZoneId.of(right(ZoneId.getAvailableZoneIds().contains(text), text));
    }

    private static String right(boolean isRight, String text) {
        if (!isRight) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
