package comeback.customer;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What someone has put together and not yet bought. A customer has one: a cart and the checkout it becomes are the same
 * goods, so they get one chain of reminders and not two.
 *
 * @param id computed from the event that opened it
 * @param tokens the names the storefront uses for it: "cart:…", "checkout:…", "order:…"; at most {@value #TOKENS_MAX}
 * @param lines at most {@value #LINES_MAX}, and of at most {@value #TEXT_MAX} characters together
 * @param moreLines how many further lines there are that we do not keep
 * @param url leads back to it
 * @param email typed into the checkout, when it is not the profile's
 * @param startedAt when its first event happened
 * @param lastActivityAt when its latest event happened
 */
public record Cart(
        String id,
        Set<String> tokens,
        List<Line> lines,
        int moreLines,
        Optional<String> url,
        Optional<EmailAddress> email,
        Instant startedAt,
        Instant lastActivityAt) {
    /** More than this no letter shows; "and n more" stands for the rest. */
    public static final int LINES_MAX = 20;

    public static final int TOKENS_MAX = 6;

    /**
     * Characters of all its lines together. It lies in the customer, whose size every event pays for; twenty lines of
     * ordinary length have 6 000.
     */
    public static final int TEXT_MAX = 16_000;

    public Cart {
        tokens = capped(tokens);
        int kept = fitting(lines);
        moreLines += lines.size() - kept;
        lines = List.copyOf(lines.subList(0, kept));
    }

    private static int fitting(List<Line> lines) {
        int length = 0;
        for (int i = 0; i < lines.size(); i++) {
            length += lines.get(i).textLength();
            if (i == LINES_MAX || length > TEXT_MAX) {
                return i;
            }
        }
        return lines.size();
    }

    private static Set<String> capped(Set<String> tokens) {
        // The latest names are the ones an order will carry.
        List<String> all = new ArrayList<>(tokens);
        return java.util.Collections.unmodifiableSet(
                new LinkedHashSet<>(all.subList(Math.max(0, all.size() - TOKENS_MAX), all.size())));
    }

    /** The same cart with other lines, as a letter shows it. */
    public Cart showing(List<Line> others) {
        return new Cart(id, tokens, others, moreLines, url, email, startedAt, lastActivityAt);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** How many pieces the kept lines hold. */
    public int pieces() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    /** The kept lines' prices together; empty when a price is unknown or currencies differ. */
    public Optional<Money> value() {
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.price().isEmpty())) {
            return Optional.empty();
        }
        List<Money> totals =
                lines.stream().flatMap(line -> line.total().stream()).toList();
        if (totals.stream().map(Money::currency).distinct().count() != 1) {
            return Optional.empty();
        }
        return totals.stream().reduce(Money::plus);
    }

    /** The same, to which something else leads back. */
    public Cart withUrl(String other) {
        return new Cart(id, tokens, lines, moreLines, Optional.of(other), email, startedAt, lastActivityAt);
    }
}
