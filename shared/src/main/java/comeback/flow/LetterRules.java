package comeback.flow;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.flow.Explanation.Check;
import comeback.message.MessageClass;
import comeback.message.Ruling;
import comeback.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules for a letter that is still to come, as they would speak when it is due if nothing else happened. What decides is
 * asked of the code that will decide; beside its answer stands the value that each rule looks at.
 */
final class LetterRules {
    private final Customer customer;
    private final Flow flow;
    private final Store store;
    private final Instant due;
    private final Causes causes;

    /**
     * Asks about one moment.
     *
     * @param due when the letter's step comes, or as much as is known of it: when the next step does
     */
    LetterRules(Customer customer, Flow flow, Store store, List<Past> timeline, Instant due) {
        this.customer = customer;
        this.flow = flow;
        this.store = store;
        this.due = due;
        this.causes = new Causes(customer, timeline);
    }

    List<Check> of(Journey journey, Step.Send send) {
        List<Check> rules = new ArrayList<>();
        rules.add(WhyNotStarted.storeSwitch(flow, store));
        if (send.messageClass() == MessageClass.TRANSACTIONAL) {
            rules.add(Check.passed("key-class", "secret", "the shop's own server reported it"));
        }
        rules.add(Check.passed("address", "known", "an e-mail address is known"));
        rules.add(Check.passed("suppression", "none", "mail to the address has not come back for good"));
        if (send.messageClass() == MessageClass.MARKETING) {
            rules.add(consent());
        }
        rules.add(Withheld.reason(customer, store, flow, journey, send)
                .map(withheld -> Check.failed(withheld, Optional.empty()))
                .orElseGet(() -> Check.passed(
                        "mode", Withheld.mode(store, flow).words(), "what the flow decides is sent to this customer")));
        flow.maxReminders()
                .filter(max -> send.messageClass() == MessageClass.MARKETING)
                .ifPresent(max -> rules.add(Check.passed(
                        "max-reminders",
                        journey.sent() + " of " + max,
                        "the journey has sent " + journey.sent() + " of at most " + max + " letters")));
        send.terms()
                .offer()
                .map(offer -> CouponRule.of(offer, customer, store, journey, due))
                .ifPresent(rules::add);
        Optional<Ruling> against = Births.against(customer, store, flow, journey, send, due);
        against.ifPresent(ruling -> {
            rules.removeIf(rule -> rule.ruling().rule().equals(ruling.rule()));
            rules.add(Check.failed(ruling, causes.of(ruling)));
        });
        return rules;
    }

    private Check consent() {
        return switch (customer.consent()) {
            case Consent.Given given -> {
                Check passed = Check.passed(
                        "consent",
                        "given",
                        "the customer agreed to marketing mail (" + given.source() + ", " + Words.of(given.at()) + ")");
                yield new Check(true, passed.ruling(), causes.of(passed.ruling()));
            }
            case Consent.Unknown unknown ->
                Check.passed(
                        "consent", "unknown", "the customer never answered, and the store allows a first reminder");
            case Consent.Asked asked ->
                Check.passed("consent", "asked", "the customer has not confirmed yet that it was them who agreed");
            case Consent.Withdrawn withdrawn -> {
                Ruling ruling = Rulings.unsubscribed(withdrawn);
                yield Check.failed(ruling, causes.of(ruling));
            }
        };
    }
}
