package comeback.flow;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Started;
import comeback.flow.Explanation.Cause;
import comeback.flow.Explanation.Check;
import comeback.flow.Explanation.Verdict;
import comeback.flow.Flow.RunsFor;
import comeback.message.MessageClass;
import comeback.message.Ruling;
import comeback.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a flow did not begin for a customer, and what the rules about beginning say to them now. */
final class WhyNotStarted {
    private final Customer customer;
    private final Flow flow;
    private final Store store;
    private final List<Past> timeline;
    private final Instant now;

    WhyNotStarted(Customer customer, Flow flow, Store store, List<Past> timeline, Instant now) {
        this.customer = customer;
        this.flow = flow;
        this.store = store;
        this.timeline = timeline;
        this.now = now;
    }

    /** What was said when it could have begun; else what speaks against it now; else that nothing called for it. */
    Verdict verdict() {
        if (store.flowsOff().contains(flow.name())) {
            return neverStarted(Rulings.switchedOff(), Optional.empty());
        }
        for (Past line : timeline) {
            for (Reason reason : line.reasons()) {
                if (reason.flow().equals(flow.name()) && reason.verdict() == Reason.Verdict.NOT_STARTED) {
                    return neverStarted(reason.ruling().orElse(nothingCalled()), Optional.of(Cause.of(line)));
                }
            }
        }
        Optional<Past> trigger = trigger();
        return trigger.isEmpty()
                ? neverStarted(nothingCalled(), Optional.empty())
                : neverStarted(notThereYet(trigger.get()), trigger.map(Cause::of));
    }

    private Verdict neverStarted(Ruling ruling, Optional<Cause> because) {
        return Verdict.of(flow.name() + " never started for this customer: " + ruling.text() + ".", ruling, because);
    }

    /** Each rule with its value. Those about the event itself are left out while there is none to ask them of. */
    List<Check> rules() {
        List<Check> rules = new ArrayList<>();
        rules.add(storeSwitch(flow, store));
        rules.add(trigger()
                .map(line -> new Check(
                        true,
                        new Ruling("trigger", line.name(), line.name() + " came at " + Words.of(line.at()), ""),
                        Optional.of(Cause.of(line))))
                .orElseGet(() -> Check.failed(nothingCalled(), Optional.empty())));
        again().ifPresent(rules::add);
        trigger().flatMap(this::condition).ifPresent(rules::add);
        Optional<Ruling> promotion = Entry.reasonNotToPromote(customer, flow);
        if (flow.runsFor() == RunsFor.CART) {
            rules.add(cart());
            rules.add(orElse(promotion, Check.passed("address", "known", "an e-mail address is known")));
        }
        if (flow.messageClass() == MessageClass.MARKETING) {
            rules.add(orElse(promotion, consent()));
        }
        return rules;
    }

    static Check storeSwitch(Flow flow, Store store) {
        return store.flowsOff().contains(flow.name())
                ? Check.failed(Rulings.switchedOff(), Optional.empty())
                : Check.passed("store-switch", "on", "the store has this flow switched on");
    }

    /** The ruling, when it is this rule's own. */
    private Check orElse(Optional<Ruling> ruling, Check passed) {
        return ruling.filter(found -> found.rule().equals(passed.ruling().rule()))
                .map(found -> Check.failed(found, new Causes(customer, timeline).of(found)))
                .orElse(passed);
    }

    private Check cart() {
        return customer.shopping().cart().isPresent()
                ? Check.passed("cart", "open", "something lies in the cart")
                : Check.failed(Rulings.noCart(), Optional.empty());
    }

    private Check consent() {
        return switch (customer.consent()) {
            case Consent.Given given -> Check.passed("consent", "given", "the customer agreed to marketing mail");
            case Consent.Unknown unknown -> Check.passed("consent", "unknown", "the customer has not unsubscribed");
            case Consent.Asked asked ->
                Check.passed("consent", "asked", "the customer has not confirmed yet that it was them who agreed");
            case Consent.Withdrawn withdrawn ->
                Check.passed("consent", "withdrawn", "the flow has a letter for people without consent");
        };
    }

    private Optional<Check> again() {
        Optional<String> key = switch (flow.runsFor()) {
            case CUSTOMER -> Optional.of(customer.id().value());
            case CART -> customer.shopping().cart().map(cart -> cart.id());
            case ORDER, SHIPMENT, CHANGE, RECEIPT, PRODUCT, DAY -> Optional.empty();
        };
        Optional<Started> before = Entry.inTheWay(customer, flow, key, now);
        return before.map(started -> Check.failed(Rulings.again(flow, started), Optional.empty()))
                .or(() -> key.map(known ->
                        Check.passed("again", "never", "it has not run for this " + Rulings.thing(flow) + " yet")));
    }

    /** What the conditions of the event that came last say now, as far as that can be said without it. */
    private Optional<Check> condition(Past line) {
        Triggers all = Triggers.of(flow, line.name());
        Triggers askable = all.askableLater();
        boolean hasOne =
                askable.pulled().stream().anyMatch(trigger -> trigger.when().isPresent());
        if (!hasOne || askable.pulled().size() < all.pulled().size()) {
            return Optional.empty();
        }
        Condition.Asked asked = new Condition.Asked(customer, Optional.empty(), store, Optional.empty(), now);
        return Optional.of(askable.refusal(asked)
                .map(ruling -> Check.failed(ruling, Optional.empty()))
                .orElseGet(() -> Check.passed("condition", "holds", "its condition holds" + askable.reason(asked))));
    }

    private Optional<Past> trigger() {
        return timeline.stream()
                .filter(line -> flow.startsOn().contains(line.name()))
                .findFirst();
    }

    private Ruling nothingCalled() {
        String names = flow.startsOn().stream().sorted().collect(Collectors.joining(", "));
        return new Ruling(
                "trigger",
                "none",
                "the store reported none of " + names,
                "It would have started, had the store reported one of them.");
    }

    private Ruling notThereYet(Past trigger) {
        return new Ruling(
                "flow",
                trigger.name(),
                "when " + trigger.name()
                        + " came, the flow was switched off, or not there yet, or had nothing to run for",
                "It would have started, had the flow been there and switched on when the event came.");
    }
}
