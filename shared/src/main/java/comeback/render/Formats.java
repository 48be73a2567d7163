package comeback.render;

import comeback.catalogue.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Amounts and dates as a customer reads them.
 *
 * @param locale whose habits
 * @param zone in which a day begins and ends
 */
public record Formats(Locale locale, ZoneId zone) {
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** The thin one that the JDK uses; many fonts and some mail clients lack it. */
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';

    private static final String MINUS = "\u2212";

    public String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        // Without this, won in an English letter would have two decimals.
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        if (format instanceof DecimalFormat decimal && endsWithLetter(decimal.getPositivePrefix())) {
            decimal.setPositivePrefix(decimal.getPositivePrefix() + NO_BREAK_SPACE);
        }
        return format.format(money.amount()).replace(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE);
    }

    /** A reduction. */
    public String minus(Money money) {
        return MINUS + money(money);
    }

    public String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atZone(zone))
                .replace(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE);
    }

    /** A day of the calendar, which is the same in every zone. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day)
                .replace(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE);
    }

    /** "1,250". */
    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number).replace(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE);
    }

    /** A day and a time of day, with the zone that the time is in: a promise that ends then must not be misread. */
    String moment(Instant at) {
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
        String place = DateTimeFormatter.ofPattern("zzz", locale).format(at.atZone(zone));
        return (time + " " + place).replace(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE);
    }

    /** "8.875%": as many decimals as the rate has. */
    public String percent(BigDecimal percent) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, percent.scale()));
        return format.format(percent.movePointLeft(2)).replace(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE);
    }

    /** "10%", "%10": where the sign stands is the language's. */
    String percent(int percent) {
        return NumberFormat.getPercentInstance(locale)
                .format(BigDecimal.valueOf(percent, 2))
                .replace(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE);
    }

    /** "TRY 1,968.00" and not "TRY1,968.00", where a currency's code stands in for a sign. */
    private static boolean endsWithLetter(String prefix) {
        return !prefix.isEmpty() && Character.isLetter(prefix.codePointBefore(prefix.length()));
    }
}
