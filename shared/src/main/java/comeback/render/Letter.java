package comeback.render;

/**
 * One finished e-mail.
 *
 * @param subject one line, without control characters: safe as a header
 * @param html a whole document
 * @param text the same content for readers without HTML, made from the HTML
 */
public record Letter(String subject, String html, String text) {}
