package comeback.store;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a shop looks and who answers for it: what every letter of the store shows.
 *
 * @param name as shoppers know it
 * @param homeUrl https, the shop's front page
 * @param logoUrl https, png or jpg, shown 128 pixels wide; without one the name is set in type
 * @param colour the shop's own colour as #rrggbb; letters pick a readable text colour on it
 * @param legalName the trade name, for the footer
 * @param postalAddress one line
 * @param supportEmail where a person answers
 * @param supportPhone for the footer (Korea and Turkey want it)
 * @param registration a line that the law of the shop's country asks for, e.g. "MERSİS 0123…" or 사업자등록번호
 * @param cartUrl takes a cart back into the shop, with {cart} where the cart goes; absent when the shop has no such page
 * @param greetings words of its own for readers of some places
 * @param days of shoppers that it asks about beside the birthday, by the names that shoppers read; at most {@value #DAYS_MAX}
 */
public record Brand(
        String name,
        String homeUrl,
        Optional<String> logoUrl,
        String colour,
        String legalName,
        String postalAddress,
        String supportEmail,
        Optional<String> supportPhone,
        Optional<String> registration,
        Optional<String> cartUrl,
        Greetings greetings,
        List<String> days) {
    /** Nobody likes to answer more. */
    public static final int DAYS_MAX = 5;

    public static final int DAY_NAME_MAX = 40;

    /** Letters, digits, blanks and little else: the name is also that of a form's field. */
    private static final Pattern DAY_NAME =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N} '’.-]*[\\p{L}\\p{M}\\p{N}.])?");

    public Brand {
        days = List.copyOf(days);
        if (days.size() > DAYS_MAX || !days.stream().allMatch(Brand::isDayName)) {
            throw new IllegalArgumentException("the days that a store asks about: " + days);
        }
    }

    /** Whether a day may be called so. */
    public static boolean isDayName(String name) {
        return name.length() <= DAY_NAME_MAX && DAY_NAME.matcher(name).matches();
    }

    /** What the cart takes the place of. */
    public static final String CART = "{cart}";

    /** Of a shop that takes no carts back. */
    public Brand(
            String name,
            String homeUrl,
            Optional<String> logoUrl,
            String colour,
            String legalName,
            String postalAddress,
            String supportEmail,
            Optional<String> supportPhone,
            Optional<String> registration) {
        this(
                name,
                homeUrl,
                logoUrl,
                colour,
                legalName,
                postalAddress,
                supportEmail,
                supportPhone,
                registration,
                Optional.empty(),
                Greetings.USUAL,
                List.of());
    }

    /** The same, of a shop that takes carts back there. */
    public Brand withCartUrl(Optional<String> url) {
        return new Brand(
                name,
                homeUrl,
                logoUrl,
                colour,
                legalName,
                postalAddress,
                supportEmail,
                supportPhone,
                registration,
                url,
                greetings,
                days);
    }

    /** The same, with words of its own for readers of some places. */
    public Brand with(Greetings changed) {
        return new Brand(
                name,
                homeUrl,
                logoUrl,
                colour,
                legalName,
                postalAddress,
                supportEmail,
                supportPhone,
                registration,
                cartUrl,
                changed,
                days);
    }

    /** The same, that asks about these days. */
    public Brand withDays(List<String> asked) {
        return new Brand(
                name,
                homeUrl,
                logoUrl,
                colour,
                legalName,
                postalAddress,
                supportEmail,
                supportPhone,
                registration,
                cartUrl,
                greetings,
                asked);
    }
}
