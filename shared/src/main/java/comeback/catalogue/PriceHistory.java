package comeback.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a variant has cost lately. In the European Union a reduced price is announced beside the lowest one of the 30 days
 * before, so that is what it must be able to tell.
 *
 * @param points oldest first; a price holds until the next one. At most {@value #POINTS_MAX}
 */
public record PriceHistory(List<Point> points) {
    /** A shop that changes a price more than once a day for a month; then neighbours are joined to the lower one. */
    public static final int POINTS_MAX = 40;

    /** Twice what a law asks for, because a price drop is told to those who looked within 60 days. */
    public static final Duration KEPT_FOR = Duration.ofDays(60);

    /** How far back a reduced price is compared. */
    public static final Duration COMPARED_FOR = Duration.ofDays(30);

    public static final PriceHistory NONE = new PriceHistory(List.of());

    public PriceHistory {
        points = List.copyOf(points);
    }

    /**
     * A price and when it began.
     *
     * @param since when the shop reported it first
     * @param price of one piece
     */
    public record Point(Instant since, Money price) {
        public Point {
            // Stored by the hundred, and nobody changes a price twice a second.
            since = since.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** With another price from then on; the same price is no change, and another currency begins anew. */
    public PriceHistory with(Instant since, Money price) {
        if (points.isEmpty() || !points.getLast().price().currency().equals(price.currency())) {
            return new PriceHistory(List.of(new Point(since, price)));
        }
        if (points.getLast().price().equals(price)) {
            return this;
        }
        List<Point> next = new ArrayList<>(points);
        next.add(new Point(since, price));
        // The first one left may have begun long ago: it held until the second.
        while (next.size() > 1 && next.get(1).since().isBefore(since.minus(KEPT_FOR))) {
            next.removeFirst();
        }
        if (next.size() > POINTS_MAX) {
            Point first = next.removeFirst();
            Point second = next.removeFirst();
            next.addFirst(new Point(first.since(), lower(first.price(), second.price())));
        }
        return new PriceHistory(next);
    }

    /** The lowest price that held at any moment of the 30 days before that time; absent when none is known. */
    public Optional<Money> lowestBefore(Instant time) {
        Instant from = time.minus(COMPARED_FOR);
        List<Money> held = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean hasBegun = points.get(i).since().isBefore(time);
            boolean hasEnded =
                    i + 1 < points.size() && !points.get(i + 1).since().isAfter(from);
            if (hasBegun && !hasEnded) {
                held.add(points.get(i).price());
            }
        }
        return held.stream().min(Comparator.comparingLong(Money::minor));
    }

    /** What it cost then; absent when that is not known. */
    public Optional<Money> at(Instant time) {
        return points.stream()
                .filter(point -> !point.since().isAfter(time))
                .reduce((earlier, later) -> later)
                .map(Point::price);
    }

    /** When the present price began, if it is lower than the one before and news to who saw the highest. */
    public Optional<Instant> droppedAt() {
        if (points.size() < 2) {
            return Optional.empty();
        }
        Point last = points.getLast();
        boolean isLower =
                last.price().minor() < points.get(points.size() - 2).price().minor();
        return isLower && points.stream().anyMatch(point -> Drop.isNews(point.price(), last.price()))
                ? Optional.of(last.since())
                : Optional.empty();
    }

    private static Money lower(Money one, Money other) {
        return one.minor() <= other.minor() ? one : other;
    }
}
