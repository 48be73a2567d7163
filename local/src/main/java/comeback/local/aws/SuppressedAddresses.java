package comeback.local.aws;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The account's suppression list: SES takes mail to these addresses, bills it, and sends none. */
public final class SuppressedAddresses {
    private static final int PAGE_MAX = 1_000;
    private static final String TOKEN = "after:";

    private final Map<String, Entry> all = new TreeMap<>();
    private Optional<Instant> changedAt = Optional.empty();

    /** Why SES took an address up. */
    public enum Reason {
        BOUNCE,
        COMPLAINT
    }

    private record Entry(String address, Reason reason, Instant at) {
        Map<String, Object> summary() {
            return Map.of("EmailAddress", address, "Reason", reason.name(), "LastUpdateTime", at.getEpochSecond());
        }
    }

    synchronized void put(String address, Reason reason, Instant at) {
        String inbox = address.toLowerCase(Locale.ROOT);
        all.put(inbox, new Entry(inbox, reason, at));
        changedAt = Optional.of(at);
    }

    /** As a person does who knows that the address works again. */
    public synchronized void take(String address) {
        all.remove(address.toLowerCase(Locale.ROOT));
    }

    synchronized boolean holds(String address) {
        return all.containsKey(address.toLowerCase(Locale.ROOT));
    }

    /** When an address was taken up last. */
    public synchronized Optional<Instant> changedAt() {
        return changedAt;
    }

    synchronized void clear() {
        all.clear();
        changedAt = Optional.empty();
    }

    /** ListSuppressedDestinations. */
    synchronized WireAnswer page(URI uri) {
        Map<String, String> asked = asked(uri);
        Optional<String> token = Optional.ofNullable(asked.get("NextToken"));
        if (token.filter(its -> !its.startsWith(TOKEN)).isPresent()) {
            return new WireAnswer.Refused(400, "InvalidNextTokenException", "Invalid next token.");
        }
        Instant from = time(asked, "StartDate").orElse(Instant.MIN);
        Instant until = time(asked, "EndDate").orElse(Instant.MAX);
        int size = Integer.parseInt(asked.getOrDefault("PageSize", "" + PAGE_MAX));
        String after = token.map(its -> its.substring(TOKEN.length())).orElse("");
        List<Entry> left = all.values().stream()
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(until))
                .filter(entry -> entry.address().compareTo(after) > 0)
                .limit(size + 1L)
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "SuppressedDestinationSummaries",
                left.stream().limit(size).map(Entry::summary).toList());
        if (left.size() > size) {
            answer.put("NextToken", TOKEN + left.get(size - 1).address());
        }
        return new WireAnswer.Done(answer);
    }

    private static Optional<Instant> time(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name)).map(Instant::parse);
    }

    private static Map<String, String> asked(URI uri) {
        return Arrays.stream(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
