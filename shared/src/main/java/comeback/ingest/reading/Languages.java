package comeback.ingest.reading;

import comeback.json.Fields;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Languages and time zones as clients name them. What is not understood is not known: a letter has the store's own. */
public final class Languages {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private Languages() {}

    /** A BCP 47 tag, or what operating systems make of it: "en-US", "en_US", "en_US.UTF-8". */
    public static Optional<Locale> locale(Fields fields, String... names) {
        return textAt(fields, names)
                .map(text -> text.split("[.@]", 2)[0].replace('_', '-'))
                .map(Locale::forLanguageTag)
                .filter(locale -> LANGUAGE.matcher(locale.getLanguage()).matches());
    }

    /** A name of the IANA database. "GMT+0300" is no zone: it does not know when summer begins. */
    public static Optional<ZoneId> zone(Fields fields, String... names) {
        return textAt(fields, names)
                .filter(name -> name.contains("/") || name.equals("UTC"))
                .filter(ZoneRulesProvider.getAvailableZoneIds()::contains)
                .map(ZoneId::of);
    }

    private static Optional<String> textAt(Fields fields, String... names) {
        return fields.asMap().get(Texts.named(fields, names)) instanceof String text
                ? Optional.of(text.strip())
                : Optional.empty();
    }
}
