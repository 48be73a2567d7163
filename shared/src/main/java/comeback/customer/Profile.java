package comeback.customer;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a letter needs to know about a person, as the storefront last told.
 *
 * @param firstName for the greeting
 * @param lastName for addresses
 * @param locale language, if told
 * @param zone IANA zone, if told
 * @param country two capital letters of ISO 3166, if told
 * @param dates days that come back every year, by name: "birthday", or what the store calls them. The year is not kept: no
 *     letter needs to know how old somebody is. At most {@value #DATES_MAX}
 * @param loyalty what the shop's loyalty programme says
 * @param beginnings when they came to the shop
 * @param registry what their country's registry of consents says, if told
 * @param answers what they answered last to the questions of letters, by survey; at most {@value #ANSWERS_MAX}
 */
public record Profile(
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<Locale> locale,
        Optional<ZoneId> zone,
        Optional<String> country,
        Map<String, MonthDay> dates,
        Loyalty loyalty,
        Beginnings beginnings,
        Optional<Registry> registry,
        Map<String, String> answers) {
    public static final int ANSWERS_MAX = 5;
    public static final int ANSWER_MAX = 40;
    public static final int DATES_MAX = 10;
    public static final int DATE_NAME_MAX = 40;

    public static final Profile EMPTY =
            new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Profile {
        dates = new TreeMap<>(dates)
                .entrySet().stream()
                        .limit(DATES_MAX)
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        answers = new TreeMap<>(answers)
                .entrySet().stream()
                        .limit(ANSWERS_MAX)
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Somebody who answered nothing. */
    public Profile(
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<Locale> locale,
            Optional<ZoneId> zone,
            Optional<String> country,
            Map<String, MonthDay> dates,
            Loyalty loyalty,
            Beginnings beginnings,
            Optional<Registry> registry) {
        this(firstName, lastName, locale, zone, country, dates, loyalty, beginnings, registry, Map.of());
    }

    /** Somebody of whom neither a beginning nor a registry is told. */
    public Profile(
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<Locale> locale,
            Optional<ZoneId> zone,
            Optional<String> country,
            Map<String, MonthDay> dates,
            Loyalty loyalty) {
        this(firstName, lastName, locale, zone, country, dates, loyalty, Beginnings.UNKNOWN, Optional.empty());
    }

    /** Somebody of whom no loyalty is told. */
    public Profile(
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<Locale> locale,
            Optional<ZoneId> zone,
            Optional<String> country,
            Map<String, MonthDay> dates) {
        this(firstName, lastName, locale, zone, country, dates, Loyalty.UNKNOWN);
    }

    /** Somebody of whom neither a country nor dates are told. */
    public Profile(
            Optional<String> firstName, Optional<String> lastName, Optional<Locale> locale, Optional<ZoneId> zone) {
        this(firstName, lastName, locale, zone, Optional.empty(), Map.of());
    }

    public Profile withDates(Map<String, MonthDay> told) {
        return new Profile(firstName, lastName, locale, zone, country, told, loyalty, beginnings, registry, answers);
    }

    public Profile with(Loyalty told) {
        return new Profile(firstName, lastName, locale, zone, country, dates, told, beginnings, registry, answers);
    }

    /** The earlier of what was known and of this. */
    public Profile with(Beginnings told) {
        return new Profile(
                firstName, lastName, locale, zone, country, dates, loyalty, beginnings.merge(told), registry, answers);
    }

    /** The language stays when none is told. */
    public Profile inLanguage(Optional<Locale> told) {
        return new Profile(
                firstName, lastName, newer(told, locale), zone, country, dates, loyalty, beginnings, registry, answers);
    }

    public Profile withCountry(Optional<String> told) {
        return new Profile(firstName, lastName, locale, zone, told, dates, loyalty, beginnings, registry, answers);
    }

    public Profile with(Registry told) {
        return new Profile(
                firstName, lastName, locale, zone, country, dates, loyalty, beginnings, Optional.of(told), answers);
    }

    /** The same, of which no registry is told: a browser may not speak for one. */
    public Profile withoutRegistry() {
        return new Profile(
                firstName, lastName, locale, zone, country, dates, loyalty, beginnings, Optional.empty(), answers);
    }

    /** What they answer now stands in place of what they answered to the same before. */
    public Profile answering(String survey, String answer) {
        return new Profile(
                firstName,
                lastName,
                locale,
                zone,
                country,
                dates,
                loyalty,
                beginnings,
                registry,
                newer(answers, Map.of(survey, answer)));
    }

    private static <V> Map<String, V> newer(Map<String, V> known, Map<String, V> told) {
        Map<String, V> both = new TreeMap<>(known);
        both.putAll(told);
        return both;
    }

    /** Their country, as told, else that of their language: KR of ko-KR. */
    public Optional<String> home() {
        return country.or(() -> locale.map(Locale::getCountry)).filter(code -> !code.isEmpty());
    }

    /**
     * The zone of the customer's day: what their devices and their profile told last, else their country's, else the
     * store's. In a country of several zones it is a guess, and one that is never far off where most people live.
     */
    public ZoneId zoneOr(ZoneId store) {
        return zone.or(() -> country.flatMap(told -> CountryZones.of(told, store)))
                .orElse(store);
    }

    /** Two people who turn out to be one: what this one is called holds, and the stricter word of a registry. */
    public Profile merge(Profile other) {
        Profile both = other.updatedWith(this);
        return other.registry.equals(Optional.of(Registry.REFUSED)) ? both.with(Registry.REFUSED) : both;
    }

    /** What is told now replaces what was known; what is not told stays. */
    public Profile updatedWith(Profile told) {
        Map<String, MonthDay> both = new TreeMap<>(dates);
        both.putAll(told.dates);
        return new Profile(
                newer(told.firstName, firstName),
                newer(told.lastName, lastName),
                newer(told.locale, locale),
                newer(told.zone, zone),
                newer(told.country, country),
                both,
                loyalty.updatedWith(told.loyalty),
                beginnings.merge(told.beginnings),
                newer(told.registry, registry),
                newer(answers, told.answers));
    }

    static <T> Optional<T> newer(Optional<T> told, Optional<T> known) {
        return told.isPresent() ? told : known;
    }
}
