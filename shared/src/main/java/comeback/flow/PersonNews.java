package comeback.flow;

import comeback.customer.About;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Loyalty;
import comeback.customer.Started;
import comeback.event.StoreEvent;
import comeback.flow.Reason.Verdict;
import comeback.message.MessageClass;
import comeback.message.Ruling;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of a person, whichever way it was told. That they agree to marketing, or take it back: by an event, on a page of
 * ours, by reporting spam; who refuses before they ever agreed takes nothing back, and is not written to about it. That the shop
 * counts them to another tier; who is in one for the first time was perhaps so all along, so that is no news. That they do
 * ever more. It starts flows as events do.
 */
final class PersonNews {
    /** As flow files call it. */
    static final String GIVEN = "Consent Given";

    /** Somebody agreed in their name, in a store that asks back. */
    static final String ASKED = "Consent Asked";

    /** It was them who agreed, as they say in our mail; that they agreed is news besides. */
    static final String CONFIRMED = "Consent Confirmed";

    static final String WITHDRAWN = "Consent Withdrawn";
    static final String TIER_CHANGED = "Tier Changed";

    /** Of every so many more, which is enough to ask again whether it is enough. */
    static final String ENGAGED = "Engagement Grew";

    private static final double ENGAGED_STEP = 4;

    /**
     * Something that is news.
     *
     * @param name as flow files call it
     * @param at when it happened
     */
    private record News(String name, Instant at) {}

    private PersonNews() {}

    /**
     * Begins what it starts.
     *
     * @param before the customer as they were until the input
     */
    static Customer start(
            Customer before, Customer customer, Input input, Store store, Flows flows, Trail trail, Instant now) {
        if (input instanceof Input.Happened happened && happened.event().isHistory()) {
            return customer;
        }
        boolean isTrusted =
                !(input instanceof Input.Happened happened) || happened.event().keyClass() == KeyClass.SECRET;
        Customer next = customer;
        for (News news : Stream.of(
                        word(before.consent(), customer.consent()),
                        confirmed(before.consent(), customer.consent()),
                        tier(before, customer, input, store),
                        engagement(before, customer, input, now))
                .flatMap(Optional::stream)
                .toList()) {
            for (Flow flow : flows.startedBy(news.name())) {
                next = start(next, news, flow, isTrusted, store, trail, now);
            }
        }
        return next;
    }

    private static Customer start(
            Customer customer, News news, Flow flow, boolean isTrusted, Store store, Trail trail, Instant now) {
        Triggers triggers = Triggers.of(flow, news.name());
        String key = customer.id().value();
        if (store.flowsOff().contains(flow.name())
                || customer.journey(flow.name(), key).isPresent()) {
            return customer;
        }
        Condition.Asked asked = new Condition.Asked(customer, Optional.empty(), store, Optional.empty(), now);
        Optional<Ruling> refusal = refusal(customer, flow, news, isTrusted, now).or(() -> triggers.refusal(asked));
        if (refusal.isPresent()) {
            trail.say(flow.name(), Verdict.NOT_STARTED, refusal.get());
            return customer;
        }
        Withheld.Draw draw = Withheld.draw(customer, store, flow);
        trail.say(flow, Verdict.STARTED, "because of " + news.name() + triggers.reason(asked) + draw.words());
        return Entry.begin(
                customer,
                flow,
                new Entry.Subject(key, new About.TheCustomer()),
                isTrusted,
                new Entry.Origin(news.at(), draw, Optional.empty()),
                now);
    }

    private static Optional<News> word(Consent before, Consent after) {
        return switch (after) {
            case Consent.Given given ->
                before instanceof Consent.Given ? Optional.empty() : Optional.of(new News(GIVEN, given.at()));
            case Consent.Withdrawn gone ->
                before instanceof Consent.Given ? Optional.of(new News(WITHDRAWN, gone.at())) : Optional.empty();
            case Consent.Asked asked ->
                before.equals(asked) ? Optional.empty() : Optional.of(new News(ASKED, asked.at()));
            case Consent.Unknown unknown -> Optional.empty();
        };
    }

    private static Optional<News> confirmed(Consent before, Consent after) {
        return before instanceof Consent.Asked && after instanceof Consent.Given given
                ? Optional.of(new News(CONFIRMED, given.at()))
                : Optional.empty();
    }

    /** That somebody no longer goes first is nobody's news: who leaves, leaves silently. */
    private static Optional<News> tier(Customer before, Customer after, Input input, Store store) {
        Loyalty known = before.profile().loyalty();
        Optional<String> tier = after.profile().loyalty().tier();
        boolean leaves = store.policy().isFirst(known.tier()) && !store.policy().isFirst(tier);
        boolean isOther = known.tier().isPresent() && !known.tier().equals(tier) && !leaves;
        return isOther && input instanceof Input.Happened(StoreEvent event)
                ? Optional.of(new News(TIER_CHANGED, event.occurredAt()))
                : Optional.empty();
    }

    /** Counted as of now, so that what happened long ago and is reported late weighs what it is still worth. */
    private static Optional<News> engagement(Customer before, Customer after, Input input, Instant now) {
        double was = before.recentEvents().signs().scoreAt(now) / ENGAGED_STEP;
        double is = after.recentEvents().signs().scoreAt(now) / ENGAGED_STEP;
        if (Math.floor(is) <= Math.floor(was)) {
            return Optional.empty();
        }
        return switch (input) {
            case Input.Happened happened ->
                Optional.of(new News(ENGAGED, happened.event().occurredAt()));
            case Input.Reported report -> Optional.of(new News(ENGAGED, report.at()));
            case Input.Chose chose -> Optional.of(new News(ENGAGED, chose.at()));
            case Input.AskedToStop asked -> Optional.empty();
            case Input.StockArrived arrived -> Optional.empty();
            case Input.Woke woke -> Optional.empty();
        };
    }

    private static Optional<Ruling> refusal(Customer customer, Flow flow, News news, boolean isTrusted, Instant now) {
        Duration age = Duration.between(news.at(), now);
        if (age.compareTo(flow.maxEventAge()) > 0) {
            return Optional.of(Rulings.age(flow, age));
        }
        boolean isTheShops =
                flow.messageClass() == MessageClass.TRANSACTIONAL || news.name().equals(TIER_CHANGED);
        if (isTheShops && !isTrusted) {
            return Optional.of(Rulings.keyClass());
        }
        Optional<Started> earlier = Entry.inTheWay(customer, flow, Optional.empty(), now);
        return earlier.map(before -> Rulings.again(flow, before)).or(() -> Entry.reasonNotToPromote(customer, flow));
    }
}
