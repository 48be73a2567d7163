package comeback.store;

import java.util.Optional;

/**
 * The From and Reply-To of a store's mail.
 *
 * @param name shown in the inbox
 * @param address an address of a domain that SES may send for
 * @param replyTo where answers go; when absent to us, if the deployment takes answers, and else to the sender's own address
 */
public record Sender(String name, String address, Optional<String> replyTo) {
    public Sender answeredAt(String address) {
        return new Sender(name, this.address, Optional.of(address));
    }
}
