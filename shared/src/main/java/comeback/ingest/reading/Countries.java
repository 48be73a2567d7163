package comeback.ingest.reading;

import comeback.json.Fields;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Countries as clients name them: "TR", "TUR", "Turkey". What is not understood is not known. */
public final class Countries {
    /** Names that are in use beside the official ones. */
    private static final Map<String, String> ALSO = Map.of(
            "UK", "GB",
            "GREAT BRITAIN", "GB",
            "ENGLAND", "GB",
            "TURKEY", "TR",
            "TÜRKIYE", "TR",
            "KOREA", "KR",
            "REPUBLIC OF KOREA", "KR",
            "UNITED STATES OF AMERICA", "US");

    private Countries() {}

    /** The country at the first of these names that has a text, as two capital letters of ISO 3166. */
    public static Optional<String> in(Fields fields, String... names) {
        return fields.asMap().get(Texts.named(fields, names)) instanceof String text
                ? code(text.strip())
                : Optional.empty();
    }

    private static Optional<String> code(String text) {
        String said = text.toUpperCase(Locale.ROOT);
        if (ALSO.containsKey(said)) {
            return Optional.ofNullable(ALSO.get(said));
        }
        return said.length() == 2
                ? Optional.of(said).filter(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2)::contains)
                : Optional.ofNullable(Named.CODES.get(said));
    }

    /** Apart, because most clients send the two letters, and the names of all countries take a while to be read. */
    private static final class Named {
        static final Map<String, String> CODES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2).stream()
                .map(code -> Locale.of("", code))
                .flatMap(country -> Stream.of(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH))
                        .map(name -> Map.entry(name.toUpperCase(Locale.ROOT), country.getCountry())))
                .collect(
                        Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }
}
