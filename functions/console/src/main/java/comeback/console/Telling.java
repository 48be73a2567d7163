package comeback.console;

import comeback.commit.LogEntry;
import comeback.commit.Messages;
import comeback.commit.Timelines;
import comeback.customer.Customer;
import comeback.http.Request;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what happened to a customer: a page of their timeline, with the fate of every message that it names. */
final class Telling {
    static final int LIMIT_DEFAULT = 50;

    private final Timelines timelines;
    private final Messages messages;

    Telling(Timelines timelines, Messages messages) {
        this.timelines = timelines;
        this.messages = messages;
    }

    Answer tell(Store store, Customer customer, Request request) {
        Optional<Integer> limit =
                request.queryParameter("limit").map(Telling::limit).orElse(Optional.of(LIMIT_DEFAULT));
        if (limit.isEmpty()) {
            return Answer.refused("limit: expected a number from 1 to " + Timelines.PAGE_MAX);
        }
        Optional<String> after = request.queryParameter("after");
        Optional<Timelines.Place> place = after.flatMap(Places::read);
        if (after.isPresent() && place.isEmpty()) {
            return Answer.refused("after: expected the \"next\" of the page before");
        }
        Timelines.Page page = timelines.page(store.id(), customer, place, limit.get());
        Map<MessageId, Message> known = messages(store, page.lines());
        var body = new LinkedHashMap<String, Object>();
        body.put("customer", customer.id().value());
        body.put(
                "lines",
                page.lines().stream()
                        .map(line -> TimelineJson.line(line, known))
                        .toList());
        page.next().ifPresent(next -> body.put("next", Places.write(next)));
        return Answer.of(body);
    }

    private Map<MessageId, Message> messages(Store store, List<LogEntry> lines) {
        Map<MessageId, Message> known = new LinkedHashMap<>();
        lines.stream()
                .flatMap(line -> line.messages().stream())
                .distinct()
                .forEach(id -> messages.find(store.id(), id).ifPresent(message -> known.put(id, message)));
        return known;
    }

    private static Optional<Integer> limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            return limit >= 1 && limit <= Timelines.PAGE_MAX ? Optional.of(limit) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
