package comeback.flow;

import comeback.customer.About;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Started;
import comeback.flow.Reason.Verdict;
import comeback.message.MessageClass;
import comeback.message.Ruling;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody agreed to marketing, or takes it back, whichever way they said so: by an event, on a page of ours, by reporting
 * spam. It starts flows as events do. Who refuses before they ever agreed takes nothing back, and is not written to about it.
 */
final class ConsentNews {
    /** As flow files call it. */
    static final String GIVEN = "Consent Given";

    static final String WITHDRAWN = "Consent Withdrawn";

    /**
     * A word that is news.
     *
     * @param name as flow files call it
     * @param at when it was said
     */
    private record News(String name, Instant at) {}

    private ConsentNews() {}

    /**
     * Begins what it starts.
     *
     * @param before the customer as they were until the input
     */
    static Customer start(
            Customer before, Customer customer, Input input, Store store, Flows flows, Trail trail, Instant now) {
        Optional<News> news = news(before.consent(), customer.consent());
        if (news.isEmpty()
                || (input instanceof Input.Happened happened && happened.event().isHistory())) {
            return customer;
        }
        boolean isTrusted =
                !(input instanceof Input.Happened happened) || happened.event().keyClass() == KeyClass.SECRET;
        Customer next = customer;
        for (Flow flow : flows.startedBy(news.get().name())) {
            Triggers triggers = Triggers.of(flow, news.get().name());
            String key = customer.id().value();
            if (store.flowsOff().contains(flow.name())
                    || next.journey(flow.name(), key).isPresent()) {
                continue;
            }
            Condition.Asked asked = new Condition.Asked(next, Optional.empty(), store, Optional.empty(), now);
            Optional<Ruling> refusal =
                    refusal(next, flow, news.get(), isTrusted, now).or(() -> triggers.refusal(asked));
            if (refusal.isPresent()) {
                trail.say(flow.name(), Verdict.NOT_STARTED, refusal.get());
                continue;
            }
            trail.say(flow, Verdict.STARTED, "because of " + news.get().name() + triggers.reason(asked));
            next = Entry.begin(
                    next,
                    flow,
                    new Entry.Subject(key, new About.TheCustomer()),
                    isTrusted,
                    new Entry.Origin(news.get().at(), false, Optional.empty()),
                    now);
        }
        return next;
    }

    private static Optional<News> news(Consent before, Consent after) {
        return switch (after) {
            case Consent.Given given ->
                before instanceof Consent.Given ? Optional.empty() : Optional.of(new News(GIVEN, given.at()));
            case Consent.Withdrawn gone ->
                before instanceof Consent.Given ? Optional.of(new News(WITHDRAWN, gone.at())) : Optional.empty();
            case Consent.Unknown unknown -> Optional.empty();
        };
    }

    private static Optional<Ruling> refusal(Customer customer, Flow flow, News news, boolean isTrusted, Instant now) {
        Duration age = Duration.between(news.at(), now);
        if (age.compareTo(flow.maxEventAge()) > 0) {
            return Optional.of(Rulings.age(flow, age));
        }
        if (flow.messageClass() == MessageClass.TRANSACTIONAL && !isTrusted) {
            return Optional.of(Rulings.keyClass());
        }
        Optional<Started> earlier = Entry.inTheWay(customer, flow, Optional.empty(), now);
        return earlier.map(before -> Rulings.again(flow, before));
    }
}
