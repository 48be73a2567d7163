package comeback.store;

import java.util.Optional;

/**
 * The From and Reply-To of a store's mail.
 *
 * @param name shown in the inbox
 * @param address an address of a domain that SES may send for
 * @param replyTo where answers go; the sender's own address when absent
 */
public record Sender(String name, String address, Optional<String> replyTo) {}
