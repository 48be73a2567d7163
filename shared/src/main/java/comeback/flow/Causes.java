package comeback.flow;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Returned;
import comeback.customer.Suppression;
import comeback.flow.Explanation.Cause;
import comeback.message.Ruling;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the event that made a rule speak, by the moment which the customer remembers. */
final class Causes {
    /** Of several lines of one moment, these are about consent. */
    private static final Set<String> ABOUT_CONSENT = Set.of("Unsubscribed", "Email Complaint");

    private final Customer customer;
    private final List<Past> timeline;

    Causes(Customer customer, List<Past> timeline) {
        this.customer = customer;
        this.timeline = timeline;
    }

    Optional<Cause> of(Ruling ruling) {
        return switch (ruling.rule()) {
            case "consent" -> consent();
            case "suppression" ->
                customer.suppressions().stream()
                        .map(Suppression::at)
                        .max(Comparator.naturalOrder())
                        .flatMap(this::at);
            case "dormant" ->
                customer.recentMails().returned().stream()
                        .map(Returned::at)
                        .max(Comparator.naturalOrder())
                        .flatMap(this::at);
            default -> Optional.empty();
        };
    }

    private Optional<Cause> consent() {
        return switch (customer.consent()) {
            case Consent.Unknown unknown -> Optional.empty();
            case Consent.Given given -> at(given.at());
            case Consent.Asked asked -> at(asked.at());
            case Consent.Withdrawn withdrawn ->
                timeline.stream()
                        .filter(line -> line.at().equals(withdrawn.at()))
                        .filter(line -> ABOUT_CONSENT.contains(line.name()))
                        .map(Cause::of)
                        .findFirst()
                        .or(() -> at(withdrawn.at()));
        };
    }

    /** The first thing that happened at a moment. */
    private Optional<Cause> at(Instant moment) {
        return timeline.reversed().stream()
                .filter(line -> line.at().equals(moment))
                .map(Cause::of)
                .findFirst();
    }
}
