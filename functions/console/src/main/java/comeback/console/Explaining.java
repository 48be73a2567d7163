package comeback.console;

import comeback.commit.FlowShelf;
import comeback.commit.LogEntry;
import comeback.commit.Messages;
import comeback.commit.Timelines;
import comeback.customer.Customer;
import comeback.flow.Explain;
import comeback.flow.Explanation;
import comeback.flow.Flow;
import comeback.flow.Flows;
import comeback.flow.Past;
import comeback.http.Request;
import comeback.json.Tree;
import comeback.message.Message;
import comeback.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers why a customer got a letter, or did not. */
final class Explaining {
    /** Two hundred lines are months of a busy shopper; and an answer must not cost more the longer someone is known. */
    static final int PAGES_MAX = 2;

    private final Timelines timelines;
    private final Messages messages;
    private final FlowShelf flows;
    private final InstantSource clock;

    Explaining(Timelines timelines, Messages messages, FlowShelf flows, InstantSource clock) {
        this.timelines = timelines;
        this.messages = messages;
        this.flows = flows;
        this.clock = clock;
    }

    Answer explain(Store store, Customer customer, Request request) {
        Flows known = flows.today();
        List<String> names = known.all().stream().map(Flow::name).toList();
        Optional<String> wanted = request.queryParameter("flow");
        Optional<Flow> flow = wanted.flatMap(known::named).map(today -> asItBegan(customer, today));
        if (flow.isEmpty()) {
            return Answer.refused(wanted.isEmpty() ? "flow: which one?" : "flow: there is none of this name", names);
        }
        Optional<String> letter = request.queryParameter("step");
        List<String> letters = Explain.letters(flow.get());
        if (letter.filter(name -> !letters.contains(name)).isPresent()) {
            return Answer.refused("step: this flow has no letter of this name", letters);
        }
        Lately lately = lately(store, customer);
        Instant now = clock.instant();
        Explanation explanation = Explain.explain(
                customer, flow.get(), letter, store, lately.lines(), messages(store, customer, flow.get()), now);
        return Answer.of(new Tree()
                .with("customer", customer.id().value())
                .with("now", now.toString())
                .with("timelineIsWhole", lately.isWhole())
                .with("explanation", ExplanationJson.of(explanation))
                .toMap());
    }

    /** A journey keeps the flow file that it began under. */
    private Flow asItBegan(Customer customer, Flow today) {
        return Explain.running(customer, today)
                .filter(journey -> !journey.version().equals(today.version()))
                .flatMap(journey -> flows.former(journey.flow(), journey.version()))
                .orElse(today);
    }

    private List<Message> messages(Store store, Customer customer, Flow flow) {
        return Explain.messages(customer, flow, store).stream()
                .map(id -> messages.find(store.id(), id))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The newest part of a timeline.
     *
     * @param isWhole whether nothing older exists
     */
    private record Lately(List<Past> lines, boolean isWhole) {}

    private Lately lately(Store store, Customer customer) {
        List<Past> lines = new ArrayList<>();
        Optional<Timelines.Place> next = Optional.empty();
        for (int i = 0; i < PAGES_MAX; i++) {
            Timelines.Page page = timelines.page(store.id(), customer, next, Timelines.PAGE_MAX);
            page.lines().stream().map(Explaining::past).forEach(lines::add);
            next = page.next();
            if (next.isEmpty()) {
                return new Lately(lines, true);
            }
        }
        return new Lately(lines, false);
    }

    private static Past past(LogEntry line) {
        return new Past(line.at(), line.id(), line.name(), line.reasons());
    }
}
