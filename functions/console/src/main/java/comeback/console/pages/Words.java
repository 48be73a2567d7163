package comeback.console.pages;

import comeback.catalogue.Money;
import comeback.console.reports.Cost;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One language: its words, numbers, money and days. */
final class Words {
    static final List<Locale> LANGUAGES = List.of(Locale.US, Locale.KOREA, Locale.of("tr", "TR"));

    private static final Map<String, Words> ALL =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Words::new));

    private final Locale locale;
    private final Properties words = new Properties();

    private Words(Locale locale) {
        this.locale = locale;
        String suffix = locale.getLanguage().equals("en") ? "" : "_" + locale.getLanguage();
        try (InputStream file = Words.class.getResourceAsStream("words" + suffix + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("the console's words are not packed beside its pages");
            }
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the console's words", e);
        }
    }

    /** The language that is asked for, else the first that a browser prefers and we have, else English. */
    static Words of(Optional<String> asked, Optional<String> accepted) {
        return Stream.concat(asked.stream(), accepted.stream().flatMap(header -> Stream.of(header.split(",", -1))))
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT).replaceAll("[-;_].*", ""))
                .filter(ALL::containsKey)
                .findFirst()
                .map(ALL::get)
                .orElseGet(Words::english);
    }

    static Words english() {
        return ALL.values().stream()
                .filter(words -> words.language().equals("en"))
                .findFirst()
                .orElseThrow();
    }

    String language() {
        return locale.getLanguage();
    }

    /** Its own name of itself. */
    String languageName() {
        return locale.getDisplayLanguage(locale);
    }

    java.util.Set<String> keys() {
        return words.stringPropertyNames();
    }

    String of(String key, Object... values) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("the console has no word for " + key + " in " + language());
        }
        return values.length == 0 ? text : String.format(locale, text, values);
    }

    /** Why something was not sent, in a few words; a rule that has none is shown by its name. */
    String rule(String name) {
        String text = words.getProperty("rule." + name);
        return text == null ? name.replace('-', ' ') : text;
    }

    String number(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** In whole days, else in hours. */
    String span(Duration time) {
        return time.toHours() % 24 == 0 && !time.isZero()
                ? of("days", number(time.toDays()))
                : of("hours", number(time.toHours()));
    }

    /** A part of a whole; "–" of nothing. */
    String percent(long part, long whole, int decimals) {
        if (whole == 0) {
            return "–";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format((double) part / whole);
    }

    /** With one digit after the point. */
    String decimal(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    String signed(double value) {
        return (value > 0 ? "+" : "") + decimal(value);
    }

    /** A part more or less. */
    String signedPercent(double part) {
        return (part > 0 ? "+" : "") + percent(Math.round(part * 1_000), 1_000, 0);
    }

    String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.amount());
    }

    /** What AWS bills, which may be less than a cent. */
    String dollars(BigDecimal amount, int decimals) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(Cost.CURRENCY));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(amount);
    }

    /** As short as an axis needs it: "$1.2K", "₩12만". */
    String shortMoney(long minor, Currency currency) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return currency.getSymbol(locale) + format.format(new Money(minor, currency).amount());
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(locale.getLanguage().equals("ko") ? "M. d." : "d MMM", locale)
                .format(day);
    }

    String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }
}
