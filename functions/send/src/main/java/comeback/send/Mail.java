package comeback.send;

import comeback.customer.EmailAddress;
import comeback.render.Letter;
import comeback.store.Sender;
import java.util.Map;

/**
 * An e-mail as it is handed to SES.
 *
 * @param sender From and Reply-To
 * @param to the one recipient
 * @param letter subject, html and text
 * @param headers further ones, printable ASCII
 * @param tags come back in every event about this mail; letters, digits, "-" and "_"
 */
public record Mail(
        Sender sender, EmailAddress to, Letter letter, Map<String, String> headers, Map<String, String> tags) {}
