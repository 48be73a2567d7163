package comeback.shopper.page;

/**
 * A finished page.
 *
 * @param html the whole document
 * @param contentSecurityPolicy what it may load: nothing but its own style and pictures
 */
public record Page(String html, String contentSecurityPolicy) {
    /** The same, whose form may also end there. */
    Page leadingTo(String origin) {
        return new Page(html, contentSecurityPolicy.replace("form-action 'self'", "form-action 'self' " + origin));
    }
}
