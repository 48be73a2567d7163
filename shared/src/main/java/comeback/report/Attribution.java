package comeback.report;

import comeback.customer.OrderState;
import comeback.engagement.Touch;
import comeback.engagement.Verdict;
import comeback.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which letter brought an order: the one in which a person followed a link last before they bought, within {@link #WINDOW}.
 * That somebody looked at a letter brings nothing; machines look at all of them.
 */
public final class Attribution {
    /** As the field has it. */
    public static final Duration WINDOW = Duration.ofDays(5);

    /** When all is long told: who followed a link is known within minutes, and shops report orders within days. */
    public static final Duration SETTLED_AFTER = Duration.ofDays(30);

    private Attribution() {}

    /** When people followed its links, as far as that was judged. */
    public static List<Instant> humanClicks(Message message) {
        return message.touches().clicks().stream()
                .filter(click -> message.touches()
                        .judged()
                        .flatMap(judged -> judged.of(click))
                        .filter(made -> made.verdict() == Verdict.HUMAN)
                        .isPresent())
                .map(Touch::at)
                .toList();
    }

    /** The letter that brought it, among those whose links were followed. */
    public static Optional<Message> of(OrderState order, List<Message> followed) {
        return followed.stream()
                .filter(message -> lastClick(message, order).isPresent())
                .max(Comparator.comparing(
                                (Message message) -> lastClick(message, order).orElseThrow())
                        .thenComparing(message -> message.id().value()));
    }

    private static Optional<Instant> lastClick(Message message, OrderState order) {
        return humanClicks(message).stream()
                .filter(at -> !at.isAfter(order.placedAt())
                        && !at.isBefore(order.placedAt().minus(WINDOW)))
                .max(Comparator.naturalOrder());
    }

    /** Whether a click in this letter may have brought the order. */
    public static boolean mayHaveBrought(Message message, OrderState order) {
        return lastClick(message, order).isPresent();
    }
}
