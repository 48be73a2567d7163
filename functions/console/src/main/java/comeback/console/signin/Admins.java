package comeback.console.signin;

import comeback.customer.EmailAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Who may sign in and see every store of the deployment.
 *
 * @param addresses theirs
 */
public record Admins(List<EmailAddress> addresses) {
    public Admins {
        addresses = List.copyOf(addresses);
    }

    /**
     * As a deployment has it.
     *
     * @param addresses with commas between them; or nothing
     * @throws IllegalArgumentException when one is no address
     */
    public static Admins of(String addresses) {
        return new Admins(Arrays.stream(addresses.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(EmailAddress::new)
                .toList());
    }

    public boolean has(EmailAddress address) {
        return addresses.stream().anyMatch(one -> one.inbox().equals(address.inbox()));
    }
}
