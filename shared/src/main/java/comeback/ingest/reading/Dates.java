package comeback.ingest.reading;

import comeback.customer.Profile;
import comeback.json.Fields;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days that come back every year, as clients write them: "1992-02-29", a whole timestamp, or without a year "--02-29" and
 * "02-29". What is not understood is not known. The year is left behind here: nothing needs to know how old somebody is.
 */
public final class Dates {
    private static final Pattern DATE = Pattern.compile("(?:(?:\\d{4}|-)-)?(\\d{2})-(\\d{2})(?:T.*)?");
    /** One that flow files can speak of. */
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9 _-]*");

    /** One that letters can show: "Emma’s birthday". */
    private static final Pattern NAME =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N} '’_-]{0," + (Profile.DATE_NAME_MAX - 1) + "}");

    private static final String BIRTHDAY = "birthday";

    private Dates() {}

    /** The trait "birthday", and those that lie in the trait "dates" under names of the store's own. */
    public static Map<String, MonthDay> in(Fields traits) {
        Map<String, MonthDay> dates = new TreeMap<>();
        if (traits.asMap().get("dates") instanceof Map<?, ?> named) {
            named.forEach((name, value) -> add(dates, String.valueOf(name), value));
        }
        add(dates, BIRTHDAY, traits.asMap().get(BIRTHDAY));
        return dates;
    }

    private static void add(Map<String, MonthDay> dates, String name, @Nullable Object value) {
        String told = name.strip();
        String lower = told.toLowerCase(Locale.ROOT);
        if (NAME.matcher(told).matches() && value instanceof String text) {
            date(text.strip()).ifPresent(date -> dates.put(PLAIN.matcher(lower).matches() ? lower : told, date));
        }
    }

    private static Optional<MonthDay> date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MonthDay.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
