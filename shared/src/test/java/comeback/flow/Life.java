package comeback.flow;

import comeback.TestStores;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Loyalty;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.CartRef;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flow.Reason.Verdict;
import comeback.flowfile.FlowFiles;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One shopper's life, played against the pure decision with the flows that ship. Time is turned by hand. */
final class Life {
    static final Flows SHIPPED = FlowFiles.read(Path.of("..", "templates"));

    /** What shops send beside these, and what the night starts, has tests of its own; other lives do not speak of it. */
    static final Flows FLOWS = new Flows(SHIPPED.all().stream()
            .filter(flow -> !Set.of("browse", "thank-you", "review-request", "second-purchase", "cross-sell")
                    .contains(flow.name()))
            .filter(flow -> Stream.of(Review.values()).noneMatch(review -> review.starts(flow)))
            .toList());

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final List<String> mails = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private final List<Past> timeline = new ArrayList<>();
    private final List<Message> born = new ArrayList<>();
    private Store store = TestStores.demo();
    private Flows flows = FLOWS;
    private Profile profile = Profile.EMPTY;
    private String name = "ada";
    private Customer customer = agreed(name);
    private Instant now = START;
    /** What every report says of it; what was said before the first one, the customer knows. */
    private Consent consent = Consent.unknown();

    private Optional<EmailAddress> email = Optional.of(new EmailAddress("ada@example.com"));
    private KeyClass keyClass = KeyClass.SECRET;
    private boolean isHistory;
    private int events;
    private int alarmsSet;

    static Life ofSomeoneWhoAgreed() {
        return new Life();
    }

    static Life ofSomeoneWhoNeverAnswered() {
        return new Life().neverAnswersAgain();
    }

    private static Customer agreed(String name) {
        return Customer.unknown(CustomerId.of(Ref.user(name)))
                .with(new Consent.Given(START.minus(Duration.ofDays(1)), "sign-up form"));
    }

    /** From now on; said first of all, they never did. */
    Life neverAnswersAgain() {
        consent = Consent.unknown();
        if (events == 0) {
            customer = customer.with(Consent.unknown());
        }
        return this;
    }

    Life agrees() {
        consent = new Consent.Given(now, "form");
        return this;
    }

    /** Somebody else than Ada; said first of all. */
    Life called(String other) {
        name = other;
        customer = agreed(name).with(customer.consent());
        return this;
    }

    Life living(ZoneId there) {
        profile = new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(there));
        return this;
    }

    Life with(Flows others) {
        flows = others;
        return this;
    }

    /** With one flow, as a file has it. */
    Life with(String name, String file) {
        return with(new Flows(List.of(FlowFiles.former(name, file).orElseThrow())));
    }

    /** From now on the store tells this date of theirs. */
    Life has(String name, MonthDay date) {
        profile = profile.withDates(Map.of(name, date));
        return this;
    }

    /** From now on the store tells this of their place in its loyalty programme. */
    Life has(Loyalty loyalty) {
        profile = profile.with(loyalty);
        return this;
    }

    Life at(String instant) {
        return after(Duration.between(now, Instant.parse(instant)));
    }

    List<Message> born() {
        return List.copyOf(born);
    }

    /** When each letter was born, by the clock there. */
    List<String> mailsBy(ZoneId clock) {
        return born.stream()
                .map(message ->
                        message.name() + " " + message.bornAt().atZone(clock).toLocalDateTime())
                .toList();
    }

    Life in(Store other) {
        store = other;
        return this;
    }

    Life withoutAddress() {
        email = Optional.empty();
        return this;
    }

    Life tellsTheirAddress() {
        email = Optional.of(new EmailAddress("ada@example.com"));
        return this;
    }

    Life reportedFromABrowser() {
        keyClass = KeyClass.PUBLIC;
        return this;
    }

    Life reportedByAnImport() {
        isHistory = true;
        return this;
    }

    Life signsUp() {
        return happens(new Event.SignedUp());
    }

    Life adds(String product) {
        return happens(new Event.ProductAdded(Shop.line(product), CartRef.UNNAMED));
    }

    Life adds(String product, String cartToken) {
        return happens(new Event.ProductAdded(Shop.line(product), Shop.cart(cartToken)));
    }

    Life removes(String product) {
        return happens(new Event.ProductRemoved(Shop.line(product), CartRef.UNNAMED));
    }

    Life startsCheckout(String token, String... products) {
        return happens(Shop.checkout(token, products));
    }

    Life buys(String order) {
        return happens(Shop.bought(order, now));
    }

    Life buys(String order, String cartToken) {
        return happens(new Event.OrderCompleted(Shop.order(order, now), Set.of(cartToken)));
    }

    /** A link in a letter, as far as can be told by hand. */
    Life clicks() {
        return decide(new Input.Clicked(now, "click-" + ++events));
    }

    Life unsubscribes() {
        return happens(new Event.Unsubscribed());
    }

    /** Answers a letter. */
    Life replies() {
        return decide(new Input.Replied(now, "reply-" + ++events));
    }

    Life happens(Event event) {
        return happens(event, now);
    }

    /** Something is reported now that happened at another time. */
    Life happens(Event event, Instant at) {
        return report("event-" + ++events, event, at);
    }

    Life report(String id, Event event, Instant at) {
        return decide(new Input.Happened(new StoreEvent(
                id,
                "test",
                at,
                now,
                List.of(Ref.user(name)),
                email,
                true,
                profile,
                consent,
                keyClass,
                isHistory,
                event)));
    }

    /** Time passes; every alarm on the way comes at its minute. */
    Life after(Duration time) {
        Instant until = now.plus(time);
        while (customer.alarmAt().filter(at -> !at.isAfter(until)).isPresent()) {
            now = later(now, customer.alarmAt().orElseThrow());
            decide(new Input.Woke());
        }
        now = until;
        return this;
    }

    /** Time passes and every alarm is lost. */
    Life asleepFor(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Time passes and every alarm is lost; then the sweeper comes. */
    Life afterAnOutageOf(Duration time) {
        now = now.plus(time);
        return decide(new Input.Woke());
    }

    private Life decide(Input input) {
        Decision decision = Decide.decide(customer, input, store, flows, now);
        customer = decision.next().withVersion(customer.version() + 1);
        for (Message message : decision.messages()) {
            mails.add(message.name());
            // It goes at once, and is remembered by the claim.
            customer = customer.with(customer.recentMails().with(message.sentAt(now)));
        }
        decision.messages().stream()
                .map(message -> message.with(new MessageState.Accepted("ses", now)))
                .forEach(born::add);
        timeline.addFirst(past(input, decision));
        reasons.addAll(decision.why());
        alarmsSet += decision.alarm().isPresent() ? 1 : 0;
        return this;
    }

    private Past past(Input input, Decision decision) {
        return switch (input) {
            case Input.Happened happened ->
                new Past(
                        happened.event().occurredAt(),
                        happened.event().id(),
                        happened.event().event().name(),
                        decision.why());
            case Input.Woke woke -> new Past(now, "woke", "Alarm", decision.why());
            case Input.Reported report -> new Past(now, report.reportId(), "Email Complaint", decision.why());
            case Input.Chose chose -> new Past(chose.at(), "chose", Input.Chose.NAME, decision.why());
            case Input.AskedToStop asked -> new Past(asked.at(), "stop", "Unsubscribed", decision.why());
            case Input.StockArrived arrived -> new Past(arrived.at(), arrived.id(), arrived.name(), decision.why());
        };
    }

    /** Why this letter was sent, or was not. */
    Explanation explained(String flow, String letter) {
        return explained(flow, Optional.of(letter));
    }

    Explanation explained(String flow, Optional<String> letter) {
        Flow known = flows.named(flow).orElseThrow();
        List<MessageId> ids = Explain.messages(customer, known, store);
        List<Message> theirs =
                born.stream().filter(message -> ids.contains(message.id())).toList();
        return Explain.explain(customer, known, letter, store, timeline, theirs, now);
    }

    List<String> mails() {
        return List.copyOf(mails);
    }

    List<String> reasons(Verdict verdict) {
        return reasons.stream()
                .filter(reason -> reason.verdict() == verdict)
                .map(reason -> reason.flow() + ": " + reason.text())
                .toList();
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    Flows flows() {
        return flows;
    }

    int alarmsSet() {
        return alarmsSet;
    }

    Customer customer() {
        return customer;
    }

    Instant now() {
        return now;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
