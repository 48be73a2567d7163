package comeback.simulation.shop;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import comeback.json.Tree;
import comeback.simulation.edge.Ground;
import comeback.simulation.edge.Lambda;
import comeback.simulation.oracle.Oracle;
import comeback.simulation.time.Dice;
import comeback.simulation.time.VirtualTime;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** What a shop's own servers do: they count goods, leave codes, and ask about coupons at the checkout. */
public final class Backoffice {
    private static final int KEPT = 200;
    private static final int LOT = 12;
    private static final double USED = 0.6;
    private static final double USED_TWICE = 0.5;
    private static final int USED_TWICE_MILLIS = 8;
    private static final double TAKEN_BACK = 0.1;
    private static final Duration USED_WITHIN = Duration.ofHours(56);

    private final VirtualTime time;
    private final Dice dice;
    private final Lambda lambda;
    private final Oracle oracle;
    private final Caller caller;

    public Backoffice(VirtualTime time, Dice dice, Lambda lambda, Oracle oracle) {
        this.time = time;
        this.dice = dice;
        this.lambda = lambda;
        this.oracle = oracle;
        this.caller = new Caller(time);
    }

    /** Tells of all goods of a store that come and go. */
    public void sells(Store store, Instant start, Instant end) {
        for (int i = 0; i < Shelf.PRODUCTS; i++) {
            sells(Shelf.draw(dice, store, i, start, end), start);
        }
    }

    /** Tells of the one thing of a story. */
    public void sells(Story story, Store store, Instant start) {
        sells(story.shelf(store, start), start);
    }

    private void sells(Shelf shelf, Instant start) {
        time.at(start, () -> describe(shelf));
        shelf.counts().forEach(count -> time.at(count.at(), () -> count(shelf, count)));
    }

    private void describe(Shelf shelf) {
        Map<String, Object> variant = Map.of("id", shelf.product(), "price", 18, "stock", 0);
        Map<String, Object> body = new Tree()
                .with("title", Shelf.title(shelf.product()))
                .with("currency", "USD")
                .with("variants", List.of(variant))
                .with("asOf", time.instant().toString())
                .toMap();
        put(shelf.store(), "/v1/products/" + shelf.product(), body, status -> kept(status, "a product"));
    }

    private void count(Shelf shelf, Shelf.Count count) {
        oracle.stock().counted(shelf, count);
        Map<String, Object> item = Map.of(
                "variant",
                shelf.product(),
                "stock",
                count.units(),
                "asOf",
                count.at().toString());
        put(shelf.store(), "/v1/stock", Map.of("items", List.of(item)), status -> {
            kept(status, "a count");
            oracle.stock().kept(shelf, count, time.instant());
        });
    }

    private void put(Store store, String path, Map<String, Object> body, IntConsumer answered) {
        APIGatewayV2HTTPEvent request = Requests.secret(store, "PUT", path, body);
        caller.call(() -> lambda.ingest(request), answered);
    }

    private void kept(int status, String what) {
        if (status != KEPT) {
            oracle.refusedTo(what, status);
        }
    }

    /** Leaves a lot of codes, and later another. */
    public void leavesCodes(Store store, Instant start, Instant end) {
        time.at(start, () -> lot(store, "SPRING-"));
        time.at(start.plus(Duration.between(start, end).dividedBy(2)), () -> lot(store, "SPRING-2-"));
    }

    private void lot(Store store, String prefix) {
        List<String> codes =
                IntStream.range(0, LOT).mapToObj(i -> prefix + (100 + i)).toList();
        Map<String, Object> body = Map.of("pool", Ground.POOL, "codes", codes, "percent", 10);
        ask(store, "/v1/coupons/pools", body, status -> kept(status, "a lot of codes"));
    }

    /** A shopper has a code: they use it, or somebody else does at the same moment, or the shop takes it back. */
    public void gives(Store store, String code) {
        String name = store.id() + "/" + code;
        SplittableRandom random = dice.stream("coupon", name, 0);
        Instant at = time.instant().plusMillis(1_000 + random.nextLong(USED_WITHIN.toMillis()));
        boolean isTakenBack = random.nextDouble() < TAKEN_BACK;
        if (isTakenBack) {
            time.at(at.plusMillis(random.nextInt(60_000) - 30_000), () -> takesBack(store, code));
        }
        if (random.nextDouble() < USED) {
            time.at(at, () -> uses(store, code, "oc-" + code));
            if (random.nextDouble() < USED_TWICE) {
                time.at(at.plusMillis(random.nextInt(USED_TWICE_MILLIS)), () -> uses(store, code, "od-" + code));
            }
        }
    }

    private void uses(Store store, String code, String order) {
        Instant at = time.instant();
        oracle.coupons().uses(store.id(), code, order);
        ask(
                store,
                "/v1/coupons/" + code + "/redeem",
                Map.of("order_id", order, "ordered_at", at.toString()),
                status -> oracle.coupons().answered(store.id(), code, order, at, status));
    }

    private void takesBack(Store store, String code) {
        oracle.coupons().takesBack(store.id(), code);
        ask(
                store,
                "/v1/coupons/" + code + "/revoke",
                Map.of(),
                status -> oracle.coupons().takenBack(store.id(), code, status));
    }

    private void ask(Store store, String path, Map<String, Object> body, IntConsumer answered) {
        APIGatewayV2HTTPEvent request = Requests.secret(store, "POST", path, body);
        caller.call(() -> lambda.ingest(request), answered);
    }
}
