package comeback.nightly;

import comeback.customer.EmailAddress;
import comeback.customer.Suppression;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SES's list in memory, for tests: it can be hard pressed, and forget its pages. */
public final class InMemorySuppressionList implements SuppressionList {
    private static final String NAME = "page-";

    private final Map<String, Suppressed> all = new LinkedHashMap<>();
    private int refusals;
    private boolean isForgetful;
    private int pages;

    void put(String address, Suppression.Reason reason, Instant at) {
        EmailAddress parsed = new EmailAddress(address);
        all.put(parsed.inbox(), new Suppressed(parsed, reason, at));
    }

    /** Somebody takes an address off the list. */
    void take(String address) {
        all.remove(new EmailAddress(address).inbox());
    }

    /** The next calls are too many. */
    void refuse(int calls) {
        refusals = calls;
    }

    /** The next named page is one that it does not know any more. */
    void forgetPages() {
        isForgetful = true;
    }

    /** How many were told. */
    int pages() {
        return pages;
    }

    @Override
    public Answer page(Instant from, Instant until, Optional<String> page, int limit) {
        if (refusals > 0) {
            refusals--;
            return new Answer.NotNow("TooManyRequests");
        }
        if (page.isPresent() && (isForgetful || !page.get().matches(NAME + "\\d+"))) {
            isForgetful = false;
            return new Answer.Lost();
        }
        pages++;
        int first = page.map(name -> Integer.parseInt(name.substring(NAME.length())))
                .orElse(0);
        List<Suppressed> those = all.values().stream()
                .filter(each -> !each.at().isBefore(from) && each.at().isBefore(until))
                .toList();
        List<Suppressed> told = those.stream().skip(first).limit(limit).toList();
        boolean isLast = first + told.size() >= those.size();
        return new Answer.Page(told, isLast ? Optional.empty() : Optional.of(NAME + (first + limit)));
    }
}
