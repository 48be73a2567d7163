package comeback.count;

import comeback.commit.Tallies;
import comeback.customer.OrderState;
import comeback.message.Message;
import comeback.report.Attribution;
import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.report.Trials;
import comeback.store.StoreId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of {@link ManyLetters}, which keep of each letter and each order one bit: that it was counted. What it added follows. */
final class FewTallies implements Tallies {
    private final Map<Kind, BitSet> done = Map.of(Kind.MESSAGE, new BitSet(), Kind.ORDER, new BitSet());
    private final SortedMap<Row, Counts> sums = new TreeMap<>();
    private int largest;

    /** The most that was ever handed over at once. */
    int largest() {
        return largest;
    }

    SortedMap<Row, Counts> sums() {
        SortedMap<Row, Counts> some = new TreeMap<>(sums);
        some.values().removeIf(Counts::isNone);
        return Collections.unmodifiableSortedMap(some);
    }

    private static int number(Subject subject) {
        return switch (subject.kind()) {
            case MESSAGE -> ManyLetters.number(subject.id());
            case PART -> throw new IllegalStateException("nothing is measured of these letters' flow");
            case ORDER -> Integer.parseInt(subject.id().substring("order-".length()));
        };
    }

    private boolean isDone(Subject subject) {
        return done.getOrDefault(subject.kind(), new BitSet()).get(number(subject));
    }

    private static Tally added(Subject subject) {
        Message letter = ManyLetters.letter(number(subject));
        if (subject.kind() == Kind.MESSAGE) {
            return Tally.of(letter, ManyLetters.STORE.zone());
        }
        OrderState order = ManyLetters.order(number(subject));
        return Tally.of(
                order,
                ManyLetters.STORE.zone(),
                Attribution.of(order, List.of(letter))
                        .flatMap(message -> Tally.row(message, ManyLetters.STORE.zone())));
    }

    @Override
    public List<Counted> counted(List<Subject> subjects) {
        largest = Math.max(largest, subjects.size());
        return subjects.stream()
                .map(subject -> isDone(subject) ? new Counted(subject, 1, added(subject)) : Counted.never(subject))
                .toList();
    }

    @Override
    public boolean count(List<Change> changes) {
        for (Change change : changes) {
            Subject subject = change.seen().subject();
            if (isDone(subject)) {
                throw new IllegalStateException("counted otherwise than before: " + subject.id());
            }
            Optional.ofNullable(done.get(subject.kind())).orElseThrow().set(number(subject));
            change.next().rows().forEach((row, counts) -> sums.merge(row, counts, Counts::plus));
        }
        return true;
    }

    @Override
    public SortedMap<Row, Counts> between(StoreId store, LocalDate from, LocalDate to) {
        return sums();
    }

    @Override
    public Trials trials(StoreId store, YearMonth from, YearMonth to) {
        return Trials.NONE;
    }
}
