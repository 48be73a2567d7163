package comeback.render;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One colour, and how well another can be seen on it.
 *
 * @param rgb red, green and blue, eight bits each
 */
record Colour(int rgb) {
    static final Colour WHITE = new Colour(0xffffff);
    static final Colour NEAR_BLACK = new Colour(0x101314);

    private static final Pattern HEX = Pattern.compile("#[0-9A-Fa-f]{6}");

    /** More would glow on a dark page. */
    private static final double SATURATION_MAX = 0.65;

    static Colour of(String hex, Colour otherwise) {
        return HEX.matcher(hex).matches() ? new Colour(Integer.parseInt(hex.substring(1), 16)) : otherwise;
    }

    /** From 1 to 21, as WCAG defines it. */
    double contrast(Colour other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** This colour, that share of the way to black. */
    Colour darker(double share) {
        return of(red() * (1 - share), green() * (1 - share), blue() * (1 - share));
    }

    /** This colour's hue, that share of the way to white. */
    Colour lighter(double share) {
        if (share == 0) {
            return this;
        }
        double max = Math.max(red(), Math.max(green(), blue()));
        double min = Math.min(red(), Math.min(green(), blue()));
        double lightness = (max + min) / 2;
        double range = max - min;
        double saturation = range == 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1));
        double target = lightness + (1 - lightness) * share;
        double chroma = Math.min(saturation, SATURATION_MAX) * Math.min(target, 1 - target);
        double hue = hue(max, range);
        return of(channel(0, hue, target, chroma), channel(8, hue, target, chroma), channel(4, hue, target, chroma));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private static Colour of(double red, double green, double blue) {
        return new Colour(((int) Math.round(red * 255) << 16)
                | ((int) Math.round(green * 255) << 8)
                | (int) Math.round(blue * 255));
    }

    private double red() {
        return ((rgb >> 16) & 0xff) / 255.0;
    }

    private double green() {
        return ((rgb >> 8) & 0xff) / 255.0;
    }

    private double blue() {
        return (rgb & 0xff) / 255.0;
    }

    /** In sixths of the colour circle, from red. */
    private double hue(double max, double range) {
        if (range == 0) {
            return 0;
        }
        if (max == red()) {
            return ((green() - blue()) / range + 6) % 6;
        }
        return max == green() ? (blue() - red()) / range + 2 : (red() - green()) / range + 4;
    }

    /** The usual way from hue, saturation and lightness back to a channel; red is at 0, blue at 4, green at 8 twelfths. */
    private static double channel(int offset, double hue, double lightness, double chroma) {
        double k = (offset + hue * 2) % 12;
        return lightness - chroma * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
    }

    private double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
