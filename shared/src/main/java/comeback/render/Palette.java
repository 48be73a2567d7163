package comeback.render;

import java.util.function.DoubleFunction;
import java.util.function.Predicate;

/**
 * The colours that a letter makes of a brand's one colour, so that buttons and links can be read by everyone on a
 * light and on a dark page: text has a contrast of at least 4.5 to 1 (WCAG 2.1, AA), a button's shape 3 to 1.
 *
 * @param button behind the words of a button
 * @param buttonText on it
 * @param link on the light card and page
 * @param darkButton as button, when the mail client is dark
 * @param darkButtonText as buttonText, when the mail client is dark
 * @param darkLink as link, when the mail client is dark
 */
public record Palette(
        String button, String buttonText, String link, String darkButton, String darkButtonText, String darkLink) {
    static final double TEXT_CONTRAST = 4.5;
    static final double SHAPE_CONTRAST = 3;

    /** The least favourable grounds of the layout: the light page and the dark box of facts. */
    static final Colour LIGHT_GROUND = new Colour(0xf5f4f1);

    static final Colour DARK_GROUND = new Colour(0x272d32);

    /** For a colour that is none: a letter is more important than its button's colour. */
    private static final Colour NEUTRAL = new Colour(0x1f2933);

    private static final int STEPS = 100;

    /** From a brand's colour, as #rrggbb. */
    public static Palette of(String colour) {
        Colour brand = Colour.of(colour, NEUTRAL);
        Colour button = nearest(brand::darker, shade -> carriesWords(shade, LIGHT_GROUND));
        Colour darkButton = nearest(brand::lighter, shade -> carriesWords(shade, DARK_GROUND));
        Colour link = nearest(brand::darker, shade -> shade.contrast(LIGHT_GROUND) >= TEXT_CONTRAST);
        Colour darkLink = nearest(brand::lighter, shade -> shade.contrast(DARK_GROUND) >= TEXT_CONTRAST);
        return new Palette(
                button.toString(),
                wordsOn(button).toString(),
                link.toString(),
                darkButton.toString(),
                wordsOn(darkButton).toString(),
                darkLink.toString());
    }

    /** As little away from the brand's own colour as possible. */
    private static Colour nearest(DoubleFunction<Colour> shades, Predicate<Colour> isGood) {
        Colour shade = shades.apply(0);
        for (int step = 1; step <= STEPS && !isGood.test(shade); step++) {
            shade = shades.apply((double) step / STEPS);
        }
        return shade;
    }

    private static boolean carriesWords(Colour button, Colour ground) {
        return button.contrast(ground) >= SHAPE_CONTRAST && wordsOn(button).contrast(button) >= TEXT_CONTRAST;
    }

    private static Colour wordsOn(Colour button) {
        return Colour.WHITE.contrast(button) >= TEXT_CONTRAST ? Colour.WHITE : Colour.NEAR_BLACK;
    }
}
