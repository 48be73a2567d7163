package comeback.shopper.page;

/**
 * A finished page.
 *
 * @param html the whole document
 * @param contentSecurityPolicy what it may load: nothing but its own style and pictures
 */
public record Page(String html, String contentSecurityPolicy) {}
