package comeback.shopper;

import comeback.commit.LogEntry;
import comeback.commit.Timelines;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Ref;
import comeback.customer.Topic;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.shopper.http.Answer;
import comeback.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that is known of somebody, for themselves, in a file: who they are to us, what they chose, their cart and orders, and
 * what was ever reported and decided. A life that is too long for one answer ends with its older part, and says so.
 */
final class Export {
    /** An answer of a function may have 6 MB. */
    private static final int BYTES_MAX = 4_000_000;

    private static final int PAGES_MAX = 50;

    private final Timelines timelines;

    Export(Timelines timelines) {
        this.timelines = timelines;
    }

    Answer of(Store store, Customer customer) {
        List<Map<String, Object>> lines = new ArrayList<>();
        boolean isWhole = lines(store, customer, lines);
        String json = Json.print(new Tree()
                .with("shop", store.brand().name())
                .with(
                        "names",
                        customer.identity().refs().stream().map(Export::ref).toList())
                .with("email", customer.identity().email().map(address -> address.value()))
                .with("firstName", customer.profile().firstName())
                .with("lastName", customer.profile().lastName())
                .with("language", customer.language().map(Locale::toLanguageTag))
                .with("country", customer.profile().country())
                .with("answers", Optional.of(customer.profile().answers()).filter(some -> !some.isEmpty()))
                .with("timeZone", customer.profile().zone().map(Object::toString))
                .with(
                        "dates",
                        customer.profile().dates().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        day -> day.getValue().toString().substring(2))))
                .with("marketing", consent(customer.consent()))
                .with("cart", customer.shopping().cart().map(Export::cart))
                .with(
                        "orders",
                        customer.shopping().orders().stream()
                                .map(order -> Map.<String, Object>of(
                                        "id", order.id().value(),
                                        "at", order.placedAt().toString(),
                                        "stage", order.stage().name()))
                                .toList())
                .with("history", lines)
                .with("historyIsWhole", isWhole)
                .toMap());
        return new Answer(
                200,
                Map.of(
                        "Content-Type",
                        "application/json; charset=utf-8",
                        "Content-Disposition",
                        "attachment; filename=\"my-data.json\""),
                json);
    }

    private static String ref(Ref ref) {
        return ref.kind().name().toLowerCase(Locale.ROOT) + ":" + ref.value();
    }

    private static Map<String, Object> consent(Consent consent) {
        return switch (consent) {
            case Consent.Unknown unknown -> Map.of("answer", "none");
            case Consent.Asked asked ->
                Map.of("answer", "not confirmed", "at", asked.at().toString(), "where", asked.source());
            case Consent.Withdrawn gone ->
                Map.of("answer", "no", "at", gone.at().toString(), "where", gone.source());
            case Consent.Given given ->
                new Tree()
                        .with("answer", "yes")
                        .with("at", given.at().toString())
                        .with("where", given.source())
                        .with(
                                "unwanted",
                                given.wishes().unwanted().stream()
                                        .sorted()
                                        .map(Topic::name)
                                        .toList())
                        .with("frequency", given.wishes().frequency().name())
                        .with("pausedUntil", given.wishes().pausedUntil().map(Instant::toString))
                        .toMap();
        };
    }

    private static Map<String, Object> cart(Cart cart) {
        return new Tree()
                .with("since", cart.startedAt().toString())
                .with("email", cart.email().map(address -> address.value()))
                .with(
                        "things",
                        cart.lines().stream()
                                .map(line -> Map.<String, Object>of("title", line.title(), "pieces", line.quantity()))
                                .toList())
                .toMap();
    }

    private boolean lines(Store store, Customer customer, List<Map<String, Object>> lines) {
        int bytes = 0;
        Optional<Timelines.Place> next = Optional.empty();
        for (int page = 0; page < PAGES_MAX; page++) {
            Timelines.Page read = timelines.page(store.id(), customer, next, Timelines.PAGE_MAX);
            for (LogEntry line : read.lines()) {
                Map<String, Object> told = line(line);
                bytes += Json.print(told).getBytes(StandardCharsets.UTF_8).length;
                if (bytes > BYTES_MAX) {
                    return false;
                }
                lines.add(told);
            }
            next = read.next();
            if (next.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Object> line(LogEntry line) {
        return new Tree()
                .with("at", line.at().toString())
                .with("what", line.name())
                .with("from", line.source())
                .with(
                        "decided",
                        line.reasons().stream()
                                .map(reason -> reason.flow() + ": " + reason.text())
                                .toList())
                .with("reported", line.raw())
                .toMap();
    }
}
