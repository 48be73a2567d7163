package comeback.send;

import comeback.catalogue.Newcomer;
import comeback.customer.Customer;
import comeback.customer.RecentMails;
import comeback.customer.Sent;
import comeback.message.Message;
import java.time.Instant;
import java.util.Comparator;

/** Since when something counts as new to a customer: what an earlier letter of the same flow could show is not. */
final class Since {
    private Since() {}

    /** When that letter went. Mails are remembered for a month, so of who had an earlier one nobody looks back further. */
    static Instant lastLetter(Message message, Customer customer, Instant now) {
        boolean isAgain = customer.started().stream()
                .anyMatch(started -> started.flow().equals(message.flow()) && started.run() > 1);
        Instant earliest = now.minus(isAgain ? RecentMails.KEPT_FOR : Newcomer.NEW_FOR);
        return customer.recentMails().sent().stream()
                .filter(mail -> mail.flow().equals(message.flow()))
                .filter(mail -> !mail.mark().equals(message.id().mark()))
                .map(Sent::at)
                .filter(earliest::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(earliest);
    }
}
