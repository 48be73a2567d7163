package comeback.shopper.page;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour of a page.
 *
 * @param rgb red, green and blue, eight bits each
 */
record Colour(int rgb) {
    static final Colour WHITE = new Colour(0xffffff);
    static final Colour BLACK = new Colour(0x000000);

    private static final Pattern HEX = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final int STEPS = 50;

    /** From #rrggbb; the other one when it is not that. */
    static Colour of(String hex, Colour otherwise) {
        return HEX.matcher(hex).matches() ? new Colour(Integer.parseInt(hex.substring(1), 16)) : otherwise;
    }

    /** This colour, or the nearest to it on the way to another that has at least this contrast to the ground. */
    Colour standingOutFrom(Colour ground, Colour towards, double contrast) {
        for (int step = 0; step < STEPS; step++) {
            Colour candidate = mixed(towards, step);
            if (candidate.contrast(ground) >= contrast) {
                return candidate;
            }
        }
        return towards;
    }

    /** Black or white, whichever is better read on this; one of the two always has a contrast of 4.5 to 1. */
    Colour ofText() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    /** From 1 to 21, as WCAG defines it. */
    double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private Colour mixed(Colour other, int step) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = (rgb >> shift) & 0xff;
            int to = (other.rgb >> shift) & 0xff;
            mixed = (mixed << 8) | (from + (to - from) * step / STEPS);
        }
        return new Colour(mixed);
    }

    private double luminance() {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
