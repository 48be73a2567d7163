package comeback.feedback;

import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.LogEntry;
import comeback.commit.Messages;
import comeback.commit.Stores;
import comeback.customer.EmailAddress;
import comeback.customer.Suppression;
import comeback.flow.Input;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageState;
import comeback.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records what SES says on the message and on its customer. The same report twice is once. */
final class SesReports {
    private final Stores stores;
    private final Customers customers;
    private final Messages messages;
    private final CustomerDecisions decisions;
    private final InstantSource clock;

    SesReports(
            Stores stores, Customers customers, Messages messages, CustomerDecisions decisions, InstantSource clock) {
        this.stores = stores;
        this.customers = customers;
        this.messages = messages;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Takes a report; says in a word what was done, for the log. */
    String take(SesReport report) {
        Optional<Store> store = stores.find(report.store());
        Optional<Message> message = messages.find(report.store(), report.message());
        if (store.isEmpty() || message.isEmpty()) {
            return "unknown message";
        }
        if (message.get().state() instanceof MessageState.Claimed) {
            // SES has it, whatever became of the answer that told us so.
            messages.change(message.get(), new MessageState.Accepted(report.sesId(), clock.instant()));
        }
        messages.learn(report.store(), report.message(), new Feedback(report.kind(), report.at()));
        tell(store.get(), message.get(), report);
        return report.kind().name();
    }

    private void tell(Store store, Message message, SesReport report) {
        Optional<Suppression.Reason> suppressed = switch (report.kind()) {
            case HARD_BOUNCE -> Optional.of(Suppression.Reason.HARD_BOUNCE);
            case COMPLAINT -> Optional.of(Suppression.Reason.COMPLAINT);
            case SENT, DELAYED, DELIVERED, SOFT_BOUNCE, REJECTED -> Optional.empty();
        };
        if (suppressed.isPresent()) {
            report.inboxes().stream()
                    .map(EmailAddress::parse)
                    .flatMap(Optional::stream)
                    .forEach(address -> decisions.undeliverable(
                            store,
                            message.customer(),
                            message.id(),
                            new Input.Undeliverable(
                                    new Suppression(address.inbox(), suppressed.get(), report.at()), reportId(report)),
                            name(report)));
        } else if (report.kind() != Feedback.Kind.SENT) {
            customers.log(
                    store.id(),
                    customers.at(store.id(), message.customer()).id(),
                    new LogEntry(
                            report.at(),
                            reportId(report),
                            name(report),
                            "SES",
                            Map.of(),
                            List.of(),
                            List.of(message.id())));
        }
    }

    private static String reportId(SesReport report) {
        return report.message() + "-" + report.kind();
    }

    private static String name(SesReport report) {
        return switch (report.kind()) {
            case SENT -> "Email Sent";
            case DELAYED -> "Email Delayed";
            case DELIVERED -> "Email Delivered";
            case SOFT_BOUNCE -> "Email Bounced";
            case REJECTED -> "Email Rejected";
            case HARD_BOUNCE -> "Email Bounced For Good";
            case COMPLAINT -> "Email Complaint";
        };
    }
}
