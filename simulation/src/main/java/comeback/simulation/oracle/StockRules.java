package comeback.simulation.oracle;

import comeback.customer.About;
import comeback.message.Message;
import comeback.message.MessageState;
import comeback.simulation.oracle.Ledger.Letter;
import comeback.simulation.shop.Act;
import comeback.simulation.shop.Shelf;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be true of news that something is back, as those who asked and the shop see it. */
public final class StockRules {
    static final String FLOW = "back-in-stock";

    private static final Pattern WARE = Pattern.compile("Ware (\\w+);");
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final Oracle oracle;
    private final Map<String, List<Told>> counts = new HashMap<>();

    /** What a shop told. */
    private static final class Told {
        final Shelf.Count count;
        Optional<Instant> keptAt = Optional.empty();

        Told(Shelf.Count count) {
            this.count = count;
        }
    }

    StockRules(Oracle oracle) {
        this.oracle = oracle;
    }

    /** A shop is about to report a count. */
    public void counted(Shelf shelf, Shelf.Count count) {
        at(shelf.store().id(), shelf.product()).add(new Told(count));
    }

    /** The report was answered with 200. */
    public void kept(Shelf shelf, Shelf.Count count, Instant now) {
        at(shelf.store().id(), shelf.product()).stream()
                .filter(told -> told.count.equals(count))
                .forEach(told -> told.keptAt = told.keptAt.or(() -> Optional.of(now)));
    }

    private List<Told> at(StoreId store, String product) {
        return counts.computeIfAbsent(store + "/" + product, name -> new ArrayList<>());
    }

    private static Set<String> wares(Letter letter) {
        return WARE.matcher(letter.mail().letter().text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** A letter went that says that something is back. */
    void judge(Ledger ledger, Letter letter) {
        for (String product : wares(letter)) {
            long before = ledger.letters.stream()
                    .filter(other -> other.message().flow().equals(FLOW)
                            && !other.message().id().equals(letter.message().id()))
                    .filter(other -> wares(other).contains(product))
                    .count();
            // A wish that is told again is the same one, however much later.
            long asked = asks(ledger, product).map(Act::id).distinct().count();
            check(
                    before < asked,
                    Rule.RETURN_TOLD_ONCE,
                    ledger,
                    product + ": " + before + " letters for " + asked + " wishes");
            check(
                    mayBeThere(ledger.shopper.store().id(), product, letter.claimedAt()),
                    Rule.NOT_SOLD_OUT,
                    ledger,
                    product + " was sold out at " + letter.claimedAt());
        }
    }

    private static Stream<Act> asks(Ledger ledger, String product) {
        return ledger.told.stream().filter(act -> act.what() instanceof Act.What.AsksFor(var it) && it.equals(product));
    }

    /** As of the last count that was surely known, or of any that may have been. */
    private boolean mayBeThere(StoreId store, String product, Instant claimedAt) {
        List<Told> all = at(store, product);
        Optional<Instant> surely = all.stream()
                .filter(told -> told.keptAt
                        .filter(kept -> kept.isBefore(claimedAt.minus(TOLERANCE)))
                        .isPresent())
                .map(told -> told.count.at())
                .max(Instant::compareTo);
        return all.stream()
                .filter(told -> surely.filter(told.count.at()::isBefore).isEmpty())
                .anyMatch(told -> told.count.units() > 0);
    }

    /** In the end everything is back, so nobody waits any more. */
    void judgeEnd(Ledger ledger, Function<Message, Optional<Message>> now) {
        if (ledger.isSuppressed()) {
            return;
        }
        Set<String> products = ledger.told.stream()
                .flatMap(act -> act.what() instanceof Act.What.AsksFor(var it) ? Stream.of(it) : Stream.of())
                .collect(Collectors.toSet());
        for (String product : products) {
            Optional<Instant> asked = asks(ledger, product)
                    .filter(act -> ledger.acknowledgedAt(act).isPresent())
                    .map(Act::at)
                    .max(Instant::compareTo);
            boolean isForgotten = ledger.told.stream()
                    .anyMatch(act -> act.what() instanceof Act.What.ForgetsAbout(var it) && it.equals(product));
            boolean isTold = asked.isEmpty()
                    || ledger.born.stream()
                            .filter(message -> message.flow().equals(FLOW) && isAbout(message, product))
                            .filter(message -> !message.bornAt().isBefore(asked.get()))
                            .flatMap(message -> now.apply(message).stream())
                            .anyMatch(message -> !isSoldOutAgain(message));
            check(
                    isForgotten || isTold || !isBackForGood(ledger, product),
                    Rule.RETURN_TOLD,
                    ledger,
                    "waits for " + product + " since " + asked);
        }
    }

    private boolean isBackForGood(Ledger ledger, String product) {
        List<Told> all = at(ledger.shopper.store().id(), product);
        return !all.isEmpty() && all.getLast().keptAt.isPresent();
    }

    private static boolean isAbout(Message message, String product) {
        return message.about() instanceof About.TheGoods goods
                && goods.wishes().stream()
                        .anyMatch(wish -> wish.line().productId().equals(product));
    }

    private static boolean isSoldOutAgain(Message message) {
        return message.state() instanceof MessageState.Skipped skipped
                && skipped.reason().contains("sold out again");
    }

    private void check(boolean isKept, Rule rule, Ledger ledger, String what) {
        if (!isKept) {
            oracle.broken(rule, ledger.shopper, ledger.shopper.name() + ": " + what);
        }
    }
}
