package comeback.simulation.world;

import comeback.TestStores;
import comeback.simulation.shop.Life;
import comeback.simulation.shop.Shopper;
import comeback.simulation.shop.Story;
import comeback.simulation.time.Dice;
import comeback.store.Caps;
import comeback.store.MarketingPolicy;
import comeback.store.OfferRules;
import comeback.store.Platform;
import comeback.store.QuietHours;
import comeback.store.Store;
import comeback.store.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Three shops with different habits, in one deployment; some people shop in all of them under one address. */
final class Shops {
    static final List<Store> ALL = List.of(
            // Gives coupons gladly, and has a budget.
            TestStores.named(
                    "alder",
                    MarketingPolicy.DEFAULT.with(
                            new OfferRules(Optional.empty(), Duration.ofDays(12), 3, Optional.of(5), Optional.empty())),
                    Set.of()),
            TestStores.named(
                    "birch",
                    MarketingPolicy.DEFAULT
                            .with(OfferRules.DEFAULT)
                            .with(new Caps(2, 5, 10))
                            .with(Optional.of(new QuietHours(LocalTime.of(22, 30), LocalTime.of(7, 0))))
                            .withSilenceAfterPurchase(Duration.ofHours(2)),
                    Set.of()),
            // Runs on Shopify, which tells of orders by itself.
            TestStores.named(
                            "cedar",
                            MarketingPolicy.DEFAULT.with(Optional.empty()).withCartRemindersWithoutConsent(0),
                            Set.of())
                    .with(new Webhooks(
                            List.of("cedar.myshopify.example"), Map.of(Platform.SHOPIFY, List.of("shpss_cedar")))));

    /** Just before clocks change somewhere, mostly. */
    private static final List<Instant> STARTS = Stream.of(
                    "2026-03-01T00:00:00Z",
                    "2026-03-20T00:00:00Z",
                    "2026-04-01T00:00:00Z",
                    "2026-06-10T00:00:00Z",
                    "2026-09-01T00:00:00Z",
                    "2026-10-10T00:00:00Z")
            .map(Instant::parse)
            .toList();

    private Shops() {}

    static Instant start(Dice dice) {
        return STARTS.get((int) Math.floorMod(dice.roll("start", "world", 0), (long) STARTS.size()));
    }

    static List<Shopper> shoppers(Dice dice, WorldOptions options, Instant start) {
        Instant end = start.plus(Duration.ofDays(options.days()));
        return IntStream.range(0, options.shoppers())
                .filter(number -> isIn(options, number))
                .mapToObj(number -> Life.draw(dice, number, store(number), email(number), start, end))
                .toList();
    }

    /** Those of a told life. */
    static List<Shopper> shoppers(Story story, WorldOptions options, Instant start) {
        return story.lives().keySet().stream()
                .sorted()
                .filter(number -> isIn(options, number))
                .map(number -> story.shopper(number, store(number), email(number), start))
                .toList();
    }

    private static boolean isIn(WorldOptions options, int number) {
        return options.onlyShoppers().filter(only -> !only.contains(number)).isEmpty();
    }

    private static Store store(int number) {
        return ALL.get(number % ALL.size());
    }

    private static String email(int number) {
        return "inbox" + number / ALL.size() + "@example.com";
    }
}
