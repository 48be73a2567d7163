package comeback.shopper.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * How a page looks: one style sheet for all shops, after the colours of this one. It looks like the letter it was opened
 * from: the same grounds, the shop's own colour where it can be seen and read (WCAG 2.1, AA), else the nearest to it.
 *
 * @param css what stands in the page
 */
record Style(String css) {
    /** For a page of which no shop is known, and for a colour that is none. */
    static final Colour NO_BRAND = new Colour(0x1f2933);

    /** The grounds of page.css on which colours are least favourable. */
    static final Colour LIGHT = new Colour(0xf5f4f1);

    static final Colour DARK = new Colour(0x1f2428);

    private static final double TEXT_CONTRAST = 4.5;
    private static final double SHAPE_CONTRAST = 3;
    private static final String SHEET = sheet();

    static Style of(Colour brand) {
        return new Style(":root{" + colours(brand, LIGHT, Colour.BLACK) + "}\n@media (prefers-color-scheme:dark){:root{"
                + colours(brand, DARK, Colour.WHITE) + "}}\n" + SHEET);
    }

    private static String colours(Colour brand, Colour ground, Colour away) {
        Colour button = brand.standingOutFrom(ground, away, SHAPE_CONTRAST);
        Colour link = brand.standingOutFrom(ground, away, TEXT_CONTRAST);
        return "--button:" + button + ";--on-button:" + button.ofText() + ";--link:" + link;
    }

    /** Lets in this very style, pictures and the page's own form; no script whatever, and no frame around it. */
    String contentSecurityPolicy() {
        return "default-src 'none'; style-src 'sha256-" + hash()
                + "'; img-src 'self' https: data:; form-action 'self'; " + "base-uri 'none'; frame-ancestors 'none'";
    }

    private String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String sheet() {
        try (InputStream file = Style.class.getResourceAsStream("page.css")) {
            if (file == null) {
                throw new IllegalStateException("page.css is not packed beside the pages");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading page.css", e);
        }
    }
}
