package comeback.report;

import comeback.catalogue.Money;
import comeback.customer.Lot;
import comeback.customer.OrderState;
import comeback.customer.Started;
import comeback.engagement.Judge;
import comeback.engagement.Touch;
import comeback.engagement.Verdict;
import comeback.message.Message;
import comeback.message.MessageState;
import comeback.message.Ruling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one message or one order adds to the sums. It follows from what is kept of them as it is now, not from how it came
 * about; what changes later is counted by the difference to what was counted before.
 *
 * @param rows by what it is of; none without counts
 */
public record Tally(SortedMap<Row, Counts> rows) {
    public static final Tally NONE = new Tally(new TreeMap<>());

    /** Nobody pays more; the sum of a million such squares fits. */
    private static final BigDecimal SQUARED_MAX = BigDecimal.valueOf(1_000_000);

    public Tally {
        SortedMap<Row, Counts> kept = new TreeMap<>(rows);
        kept.values().removeIf(Counts::isNone);
        rows = Collections.unmodifiableSortedMap(kept);
    }

    private static Tally of(Row row, Counts counts) {
        SortedMap<Row, Counts> one = new TreeMap<>();
        one.put(row, counts);
        return new Tally(one);
    }

    /** What a message adds; nothing while it is not settled. All of it stands on the day on which it went. */
    public static Tally of(Message message, ZoneId zone) {
        return of(message, zone, Optional.empty());
    }

    /**
     * The same, by whose inbox it went to.
     *
     * @param provider absent of somebody whose address is not known any more
     */
    public static Tally of(Message message, ZoneId zone, Optional<Provider> provider) {
        return row(message, zone).map(row -> of(row, counts(message, provider))).orElse(NONE);
    }

    /** Where a message is counted, once it is settled. */
    public static Optional<Row> row(Message message, ZoneId zone) {
        Optional<Instant> at = switch (message.state()) {
            case MessageState.Due due -> Optional.empty();
            case MessageState.Claimed claimed -> Optional.empty();
            case MessageState.Accepted accepted -> Optional.of(accepted.at());
            case MessageState.Skipped skipped -> Optional.of(skipped.at());
            case MessageState.Failed failed -> Optional.of(failed.at());
            case MessageState.Unknown unknown -> Optional.of(unknown.at());
        };
        return at.map(settled -> new Row(
                LocalDate.ofInstant(settled, zone),
                message.flow(),
                message.name(),
                message.variant().orElse("")));
    }

    private static Counts counts(Message message, Optional<Provider> provider) {
        return switch (message.state()) {
            case MessageState.Due due -> Counts.NONE;
            case MessageState.Claimed claimed -> Counts.NONE;
            case MessageState.Accepted accepted ->
                at(provider, Counts.one(Measure.SENT).plus(told(message))).plus(looks(message));
            case MessageState.Skipped skipped ->
                Counts.of(Measure.skipped(skipped.ruling().map(Ruling::rule).orElse("other")), 1);
            case MessageState.Failed failed -> Counts.one(Measure.REFUSED);
            case MessageState.Unknown unknown -> Counts.one(Measure.UNKNOWN);
        };
    }

    private static Counts at(Optional<Provider> provider, Counts told) {
        return provider.map(told::alsoAt).orElse(told);
    }

    /** Of what SES told the gravest is kept. Who calls a letter spam has it; what came back did not arrive. */
    private static Counts told(Message message) {
        if (message.feedback().isEmpty()) {
            return Counts.NONE;
        }
        return switch (message.feedback().get().kind()) {
            case SENT, DELAYED -> Counts.NONE;
            case DELIVERED -> Counts.one(Measure.DELIVERED);
            case SOFT_BOUNCE -> Counts.one(Measure.SOFT_BOUNCED);
            case REJECTED -> Counts.one(Measure.REFUSED);
            case HARD_BOUNCE -> Counts.one(Measure.BOUNCED);
            case COMPLAINT -> Counts.one(Measure.DELIVERED).plus(Counts.one(Measure.COMPLAINED));
        };
    }

    private static Counts looks(Message message) {
        boolean isFollowed = !Attribution.humanClicks(message).isEmpty();
        boolean isJudged = message.touches().judged().isPresent();
        boolean isSeen = isFollowed
                || Judge.all(message.touches(), message.arrivedAt()).stream()
                        .anyMatch(made -> made.touch().kind() == Touch.Kind.OPEN && made.verdict() == Verdict.HUMAN);
        Counts looks = Counts.NONE;
        if (isSeen) {
            looks = looks.plus(Counts.one(Measure.OPENED));
        } else if (!message.touches().opens().isEmpty()) {
            looks = looks.plus(Counts.one(Measure.OPENED_BY_MACHINE));
        }
        if (isFollowed) {
            looks = looks.plus(Counts.one(Measure.CLICKED));
        } else if (isJudged) {
            looks = looks.plus(Counts.one(Measure.CLICKED_BY_MACHINE));
        }
        if (message.touches().isStopped()) {
            looks = looks.plus(Counts.one(Measure.UNSUBSCRIBED));
        }
        Counts seen = looks;
        return message.touches()
                .answer()
                .map(answer -> seen.plus(Counts.of(Measure.answered(answer), 1)))
                .orElse(seen);
    }

    /**
     * What an order adds: to what the shop sold that day, and to the letter that brought it. One that was cancelled, or all
     * of which was paid back, adds nothing; nor does one that we only heard of.
     *
     * @param broughtBy where the letter is counted that brought it, if one did
     */
    public static Tally of(OrderState order, ZoneId zone, Optional<Row> broughtBy) {
        if (!order.isSeen() || order.isUndone()) {
            return NONE;
        }
        Counts counts = order.kept().map(Tally::revenue).orElse(Counts.NONE).plus(Counts.one(Measure.ORDERS));
        Tally shop = of(Row.ofShop(LocalDate.ofInstant(order.placedAt(), zone)), counts);
        return broughtBy.map(row -> shop.plus(of(row, counts))).orElse(shop);
    }

    /**
     * What somebody adds who takes part in a trial: themselves, and what they bought since within {@link Lot#WINDOW}.
     *
     * @param start with what they drew
     */
    public static Tally of(Started start, Trial trial, List<OrderState> orders, ZoneId zone) {
        Optional<Lot> lot = start.lot(trial.name());
        if (lot.isEmpty() || !start.flow().equals(trial.flow())) {
            return NONE;
        }
        Counts bought = orders.stream()
                .filter(order -> order.isSeen() && !order.isUndone() && start.isFollowedBy(order.placedAt()))
                .map(order ->
                        order.kept().map(Tally::revenue).orElse(Counts.NONE).plus(Counts.one(Measure.ORDERS)))
                .reduce(Counts.NONE, Counts::plus);
        Row row = Row.ofTrial(trial, lot.get().arm(), LocalDate.ofInstant(start.at(), zone));
        return of(row, Counts.one(Measure.PEOPLE).plus(bought).plus(squared(bought)));
    }

    private static Counts squared(Counts bought) {
        long orders = bought.count(Measure.ORDERS);
        if (orders == 0) {
            return Counts.NONE;
        }
        Counts squared =
                Counts.one(Measure.BUYERS).plus(Counts.of(Measure.squared(Measure.ORDERS.key()), orders * orders));
        for (Map.Entry<String, Long> money : bought.revenue().entrySet()) {
            Currency currency = Currency.getInstance(money.getKey());
            BigDecimal amount = new Money(money.getValue(), currency).amount().min(SQUARED_MAX);
            squared = squared.plus(Counts.of(
                    Measure.squared(Measure.revenue(currency)),
                    amount.multiply(amount).setScale(0, RoundingMode.HALF_UP).longValueExact()));
        }
        return squared;
    }

    private static Counts revenue(Money kept) {
        return Counts.of(Measure.revenue(kept.currency()), kept.minor());
    }

    /** Whose inbox a letter went to that is counted already: where somebody reads their mail later changes nothing. */
    public Optional<Provider> provider() {
        return rows.values().stream()
                .flatMap(counts -> Stream.of(Provider.values())
                        .filter(provider -> !counts.at(provider).isNone()))
                .findFirst();
    }

    /** The letter's row in an order's tally. */
    public Optional<Row> broughtBy() {
        return rows.keySet().stream().filter(row -> !row.isOfShop()).findFirst();
    }

    public Tally plus(Tally more) {
        SortedMap<Row, Counts> all = new TreeMap<>(rows);
        more.rows.forEach((row, counts) -> all.merge(row, counts, Counts::plus));
        return new Tally(all);
    }

    /** What is to be added to the sums where the other was counted. */
    public Tally minus(Tally counted) {
        SortedMap<Row, Counts> all = new TreeMap<>(rows);
        counted.rows.forEach(
                (row, counts) -> all.put(row, all.getOrDefault(row, Counts.NONE).minus(counts)));
        return new Tally(all);
    }

    public boolean isNone() {
        return rows.isEmpty();
    }
}
