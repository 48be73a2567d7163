package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.catalogue.News;
import comeback.catalogue.Occasion;
import comeback.catalogue.Sight;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.wave.Waiter;
import comeback.wave.Wave;
import comeback.wave.Wave.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A wave to the JSON text in its item, and back. */
final class WaveMapper {
    private static final int FORMAT = 1;

    private WaveMapper() {}

    static String write(Wave wave) {
        Tree tree = new Tree()
                .with("format", FORMAT)
                .with("product", wave.wanted().productId())
                .with("variant", wave.wanted().variantId())
                .with("news", wave.occasion().map(occasion -> occasion.news().name()))
                .with("since", wave.occasion().map(occasion -> occasion.since().toString()));
        Tree whole = switch (wave.state()) {
            case State.Out out -> tree.with("state", "out");
            case State.In in -> tree.with("state", "in");
            case State.Holding(Instant until) -> tree.with("state", "holding").with("until", until.toString());
            case State.Open open ->
                tree.with("state", "open")
                        .with("backAt", open.backAt().toString())
                        .with("number", open.number())
                        .with("startedAt", open.startedAt().toString())
                        .with("left", open.left())
                        .with("reached", open.reached().map(CustomerId::value))
                        .with(
                                "inHand",
                                open.inHand().stream().map(WaveMapper::write).toList());
        };
        return Json.print(whole.toMap());
    }

    static Wave read(long version, String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("a wave is stored in a format that this version cannot read");
        }
        return new Wave(
                new Wanted(need(from.text("product"), "a wave's product"), need(from.text("variant"), "its variant")),
                from.text("news")
                        .map(news -> new Occasion(
                                News.valueOf(news), need(from.instant("since"), "since when a wave has news"))),
                version,
                state(from));
    }

    private static State state(Fields from) {
        String state = need(from.text("state"), "a wave's state");
        return switch (state) {
            case "out" -> new State.Out();
            case "in" -> new State.In();
            case "holding" -> new State.Holding(need(from.instant("until"), "how long a wave is held"));
            case "open" ->
                new State.Open(
                        need(from.instant("backAt"), "when stock was back"),
                        need(from.integer("number"), "a wave's number"),
                        need(from.instant("startedAt"), "a wave's start"),
                        need(from.integer("left"), "how many a wave may reach"),
                        from.objects("inHand").orElse(List.of()).stream()
                                .map(WaveMapper::waiter)
                                .toList(),
                        from.text("reached").map(CustomerId::new));
            default -> throw new IllegalStateException("a wave is stored in an unknown state: " + state);
        };
    }

    private static Map<String, Object> write(Waiter waiter) {
        return new Tree()
                .with("customer", waiter.customer().value())
                .with("askedAt", waiter.askedAt().toString())
                .with("until", waiter.until().toString())
                .with("first", Optional.of(waiter.isFirst()).filter(isFirst -> isFirst))
                .with("saw", waiter.saw().map(WaveMapper::write))
                .toMap();
    }

    private static Map<String, Object> write(Sight saw) {
        return new Tree()
                .with("variant", saw.variantId())
                .with("price", saw.price().map(PieceMapper::write))
                .with("cart", saw.isInCart())
                .with("wished", saw.isWished())
                .toMap();
    }

    private static Sight sight(Fields from) {
        return new Sight(
                from.text("variant"),
                PieceMapper.money(from, "price"),
                from.truth("cart").orElse(false),
                from.truth("wished").orElse(false));
    }

    private static Waiter waiter(Fields from) {
        return new Waiter(
                new CustomerId(need(from.text("customer"), "who is told")),
                need(from.instant("askedAt"), "when they asked"),
                need(from.instant("until"), "how long they wait"),
                from.truth("first").orElse(false),
                from.object("saw").map(WaveMapper::sight));
    }
}
