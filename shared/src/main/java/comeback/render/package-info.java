/**
 * Letters: from what we know about a customer to the subject, the HTML and the text of one e-mail. It reads the folder
 * {@code templates/} once, finds every mistake in it, and renders in a sandbox: a template sees the view records of
 * this package and nothing else, and everything it prints is escaped. It decides nothing about who gets what, and it
 * knows neither clock nor network nor AWS.
 */
@NullMarked
package comeback.render;

import org.jspecify.annotations.NullMarked;
