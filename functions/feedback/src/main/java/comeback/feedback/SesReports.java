package comeback.feedback;

import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.Engagements;
import comeback.commit.LogEntry;
import comeback.commit.Messages;
import comeback.commit.Stores;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.customer.Returned;
import comeback.customer.Suppression;
import comeback.engagement.Touch;
import comeback.flow.Input;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageState;
import comeback.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Records what SES says on the message and on its customer. The same report twice is once. */
final class SesReports {
    /** The sender and the sweeper may each change a message under our hands. */
    private static final int TRIES_MAX = 3;

    private final Stores stores;
    private final Customers customers;
    private final Messages messages;
    private final Engagements engagements;
    private final CustomerDecisions decisions;
    private final InstantSource clock;

    SesReports(
            Stores stores,
            Customers customers,
            Messages messages,
            Engagements engagements,
            CustomerDecisions decisions,
            InstantSource clock) {
        this.engagements = engagements;
        this.stores = stores;
        this.customers = customers;
        this.messages = messages;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Takes a report; the message that it is about, if there is one. */
    Optional<Message> take(SesReport report) {
        Optional<Store> store = stores.find(report.store());
        Optional<Message> message = messages.find(report.store(), report.message());
        if (store.isEmpty()) {
            return Optional.empty();
        }
        if (message.isEmpty()) {
            tellWhoIsForgotten(store.get(), report);
            return Optional.empty();
        }
        settle(message.get(), report.sesId());
        messages.learn(report.store(), report.message(), new Feedback(report.kind(), report.at()));
        tell(store.get(), message.get(), report);
        return message;
    }

    /** Takes a touch, and nothing else: who was behind it is seen when nothing more comes. */
    Engagements.Kept take(SesTouch touched) {
        Engagements.Kept kept = engagements.touched(touched.store(), touched.message(), touched.touch());
        if (kept != Engagements.Kept.UNSETTLED) {
            return kept;
        }
        messages.find(touched.store(), touched.message()).ifPresent(message -> settle(message, touched.sesId()));
        return engagements.touched(touched.store(), touched.message(), touched.touch());
    }

    /**
     * Takes what somebody chose at SES. A refusal is their word, as if they had said it to us. That they want something is
     * none: it has no words that they agreed to, and only stands in their timeline.
     *
     * @return whether we know them
     */
    boolean take(SesSubscription chosen) {
        Optional<Store> store = stores.find(chosen.store());
        Optional<Customer> customer = store.flatMap(its -> whose(its, chosen));
        if (customer.isEmpty()) {
            return false;
        }
        if (!chosen.isRefusal()) {
            customers.log(
                    chosen.store(),
                    customer.get().id(),
                    new LogEntry(
                            chosen.at(),
                            chosen.message() + "-SUBSCRIPTION-" + chosen.at().toEpochMilli(),
                            "Subscription Changed At SES",
                            "SES",
                            Map.of(),
                            List.of(),
                            List.of(chosen.message())));
        } else if (!(customer.get().consent() instanceof Consent.Withdrawn)) {
            decisions.askedToStop(store.get(), customer.get().id(), new Input.AskedToStop(chosen.at(), "SES"));
            engagements.touched(chosen.store(), chosen.message(), Touch.stop(chosen.at()));
        }
        return true;
    }

    /** Who got the letter; when it is long gone, who has its address. */
    private Optional<Customer> whose(Store store, SesSubscription chosen) {
        Stream<CustomerId> ofLetter = messages.find(store.id(), chosen.message()).map(Message::customer).stream();
        Stream<CustomerId> ofAddress = chosen.addresses().stream()
                .flatMap(address -> EmailAddress.parse(address).stream())
                .map(address -> CustomerId.of(Ref.email(address)));
        return Stream.concat(ofLetter, ofAddress)
                .map(place -> customers.at(store.id(), place))
                .filter(customer -> customer.version() > 0)
                .findFirst();
    }

    /**
     * SES has it, whatever became of the answer that told us so. Also when the sweeper has meanwhile put it back to be
     * sent once more: then it need not be.
     */
    private void settle(Message seen, String sesId) {
        Message message = seen;
        for (int attempt = 0; attempt < TRIES_MAX && isUnsettled(message.state()); attempt++) {
            if (messages.change(message, new MessageState.Accepted(sesId, clock.instant()))) {
                return;
            }
            message = messages.find(message.store(), message.id()).orElseThrow();
        }
    }

    private static boolean isUnsettled(MessageState state) {
        return switch (state) {
            case MessageState.Claimed claimed -> true;
            case MessageState.Unknown unknown -> true;
            // A certain refusal takes its attempt back, so who has one was asked and did not answer.
            case MessageState.Due due -> due.attempts() > 0;
            case MessageState.Accepted accepted -> false;
            case MessageState.Skipped skipped -> false;
            // Refused at the second attempt, or too late for one; the first went after all.
            case MessageState.Failed failed -> true;
        };
    }

    private void tell(Store store, Message message, SesReport report) {
        switch (report.kind()) {
            case HARD_BOUNCE -> suppress(store, message, report, Suppression.Reason.HARD_BOUNCE);
            case COMPLAINT -> suppress(store, message, report, Suppression.Reason.COMPLAINT);
            case SOFT_BOUNCE ->
                inboxes(report)
                        .map(inbox -> new Input.CameBack(new Returned(inbox, report.at()), reportId(report)))
                        .forEach(input -> reported(store, message, report, input));
            case DELIVERED -> arrived(store, message, report);
            case DELAYED, REJECTED -> log(store, customers.at(store.id(), message.customer()), report);
            case SENT -> {}
        }
    }

    /** Their messages went with them, but when they come again, we must still know what became of their address. */
    private void tellWhoIsForgotten(Store store, SesReport report) {
        suppression(report.kind())
                .ifPresent(reason -> addresses(report)
                        .forEach(address -> tellAt(store, CustomerId.of(Ref.email(address)), address, report, reason)));
    }

    private void tellAt(
            Store store, CustomerId place, EmailAddress address, SesReport report, Suppression.Reason reason) {
        if (decisions.isForgotten(store, place)) {
            var input =
                    new Input.Undeliverable(new Suppression(address.inbox(), reason, report.at()), reportId(report));
            decisions.reported(store, place, report.message(), input, name(report));
        }
    }

    private static Optional<Suppression.Reason> suppression(Feedback.Kind kind) {
        return switch (kind) {
            case HARD_BOUNCE -> Optional.of(Suppression.Reason.HARD_BOUNCE);
            case COMPLAINT -> Optional.of(Suppression.Reason.COMPLAINT);
            case SENT, DELIVERED, DELAYED, REJECTED, SOFT_BOUNCE -> Optional.empty();
        };
    }

    private void suppress(Store store, Message message, SesReport report, Suppression.Reason reason) {
        inboxes(report)
                .map(inbox -> new Input.Undeliverable(new Suppression(inbox, reason, report.at()), reportId(report)))
                .forEach(input -> reported(store, message, report, input));
    }

    /** Most mails arrive where none came back, and then there is nothing to decide. */
    private void arrived(Store store, Message message, SesReport report) {
        Customer customer = customers.at(store.id(), message.customer());
        List<String> awake =
                inboxes(report).filter(customer.recentMails()::cameBackFrom).toList();
        if (awake.isEmpty()) {
            log(store, customer, report);
        }
        awake.forEach(
                inbox -> reported(store, message, report, new Input.Arrived(inbox, report.at(), reportId(report))));
    }

    private static Stream<String> inboxes(SesReport report) {
        return addresses(report).map(EmailAddress::inbox);
    }

    private static Stream<EmailAddress> addresses(SesReport report) {
        return report.inboxes().stream().map(EmailAddress::parse).flatMap(Optional::stream);
    }

    private void reported(Store store, Message message, SesReport report, Input.Reported input) {
        decisions.reported(store, message.customer(), message.id(), input, name(report));
    }

    private void log(Store store, Customer customer, SesReport report) {
        if (customer.version() == 0) {
            // Forgotten since the letter went: nothing is filed about them any more.
            return;
        }
        customers.log(
                store.id(),
                customer.id(),
                new LogEntry(
                        report.at(),
                        reportId(report),
                        name(report),
                        "SES",
                        Map.of(),
                        List.of(),
                        List.of(report.message())));
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
