package comeback.flow;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How somebody comes and goes: when there was a last sign of them, and how far apart their purchases lie. */
final class Rhythm {
    /** Two gaps are no rhythm yet, but better than a guess. */
    static final int ORDERS_MIN = 3;

    static final Duration QUIET_USUAL = Duration.ofDays(60);
    static final Duration QUIET_MIN = Duration.ofDays(21);
    static final Duration QUIET_MAX = Duration.ofDays(180);

    /** A quarter without a sign, and a month after the attempt to win them back. */
    static final Duration SILENT_MIN = Duration.ofDays(90);

    static final Duration SILENT_AFTER_QUIET = Duration.ofDays(30);

    /** A week, but for the hours of its last day: what began at ten begins at ten again. */
    static final Duration NEARLY_A_WEEK = Duration.ofDays(7).minusHours(12);

    private Rhythm() {}

    /** When they last did something themselves, as far as we know; nothing of who never did. */
    static Optional<Instant> lastSign(Customer customer) {
        Stream<Instant> bought = orders(customer).stream().map(OrderState::placedAt);
        Stream<Instant> agreed =
                customer.consent() instanceof Consent.Given given ? Stream.of(given.at()) : Stream.of();
        return Stream.of(customer.recentEvents().seenAt().stream(), bought, agreed)
                .flatMap(times -> times)
                .max(Comparator.naturalOrder());
    }

    /** The middle of the gaps between their purchases; nothing of who bought less than three times. */
    static Optional<Duration> gap(Customer customer) {
        List<OrderState> orders = orders(customer);
        if (orders.size() < ORDERS_MIN) {
            return Optional.empty();
        }
        List<Duration> gaps = IntStream.range(1, orders.size())
                .mapToObj(i -> Duration.between(
                        orders.get(i - 1).placedAt(), orders.get(i).placedAt()))
                .sorted()
                .toList();
        return Optional.of(gaps.get(gaps.size() / 2));
    }

    /** How long they may be away before they count as gone: half as long again as usual. */
    static Duration quiet(Customer customer) {
        return gap(customer)
                .map(gap -> gap.multipliedBy(3).dividedBy(2))
                .map(quiet -> quiet.compareTo(QUIET_MIN) < 0 ? QUIET_MIN : quiet)
                .map(quiet -> quiet.compareTo(QUIET_MAX) > 0 ? QUIET_MAX : quiet)
                .orElse(QUIET_USUAL);
    }

    /** How long before they are let go. */
    static Duration silent(Customer customer) {
        Duration after = quiet(customer).plus(SILENT_AFTER_QUIET);
        return after.compareTo(SILENT_MIN) < 0 ? SILENT_MIN : after;
    }

    /**
     * When what comes every week comes next; never, when they would have gone quiet by then: they are asked to come back.
     *
     * @param last when it came last; without that it is counted from when they agreed, or last bought
     * @param sign when they last did something
     */
    static Optional<Instant> nextWeek(Customer customer, Optional<Instant> last, Instant sign) {
        Stream<Instant> agreed =
                customer.consent() instanceof Consent.Given given ? Stream.of(given.at()) : Stream.of();
        return last.or(() -> Stream.concat(agreed, orders(customer).stream().map(OrderState::placedAt))
                        .max(Comparator.naturalOrder()))
                .map(from -> from.plus(NEARLY_A_WEEK))
                .map(week -> week.isBefore(sign) ? sign : week)
                .filter(week -> week.isBefore(sign.plus(quiet(customer))));
    }

    static List<OrderState> orders(Customer customer) {
        return customer.shopping().orders().stream()
                .filter(order -> !order.isUndone())
                // Of some only what came after the purchase was reported.
                .filter(order -> order.placedAt().isAfter(Instant.EPOCH))
                .toList();
    }
}
