package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.catalogue.Report;
import comeback.catalogue.Stock;
import comeback.catalogue.Together;
import comeback.commit.Samples;
import comeback.message.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a shop sold, has and tells: a letter shows what can be bought and is not theirs, or nothing. */
class NothingUntrueTest {
    private static final int SHOPS = 60;
    private static final int PRODUCTS = 15;

    @ParameterizedTest
    @EnumSource(Shown.What.class)
    void in_any_shop_what_is_shown_is_there_and_not_theirs_and_not_in_the_order_at_hand(Shown.What what) {
        int shown = 0;
        for (int seed = 0; seed < SHOPS; seed++) {
            Random dice = new Random(seed);
            TruthWorld world = new TruthWorld();
            Set<String> there = fill(world, dice);
            List<String> bought = some(dice, 3);

            List<Line> chosen = new Recommending(world.together, world.catalogue, world.table.orders())
                    .choose(
                            new Shown(what, false),
                            TruthWorld.store(TestStores.DAY_AND_NIGHT),
                            world.ada(),
                            Facts.plain(Optional.empty()).with(NewGoodsTest.orderOf(bought.toArray(String[]::new))),
                            world.now().minus(Newcomer.NEW_FOR),
                            world.now());

            shown += chosen.size();
            assertThat(chosen).as("seed " + seed).hasSizeLessThanOrEqualTo(Shown.MAX);
            assertThat(chosen).extracting(Line::productId).as("seed " + seed).doesNotHaveDuplicates();
            if (what.isRecommended()) {
                assertThat(chosen)
                        .as("seed " + seed)
                        .extracting(Line::productId)
                        .isSubsetOf(there)
                        .doesNotContainAnyElementsOf(bought);
            }
        }
        assertThat(what.isRecommended() ? shown : 1)
                .as("it is not always nothing")
                .isPositive();
    }

    /** What can be bought. */
    private static Set<String> fill(TruthWorld world, Random dice) {
        Set<String> there = new HashSet<>();
        for (int number = 0; number < PRODUCTS; number++) {
            String id = "p-" + number;
            boolean isThere = dice.nextInt(3) > 0;
            boolean isSold = dice.nextInt(5) > 0;
            Product product = product(id, isThere ? new Stock.Units(1 + dice.nextInt(3)) : Stock.none(), world);
            Product kept = isSold ? product : product.after(new Report.ProductDeleted(id, world.now()));
            if (dice.nextInt(8) > 0) {
                world.catalogue.save(Samples.STORE, kept, kept.names());
                if (isThere && isSold) {
                    there.add(id);
                }
            }
            world.catalogue.came(Samples.STORE, new Newcomer(id, world.now().minus(Duration.ofDays(dice.nextInt(90)))));
        }
        for (int order = 0; order < 200; order++) {
            world.together.note(
                    Samples.STORE, new Together("o-" + order, world.now().minusSeconds(order), some(dice, 4)));
        }
        world.together.save(
                Samples.STORE,
                world.together
                        .bestsellers(Samples.STORE)
                        .after(world.together.after(Samples.STORE, Optional.empty(), world.now(), 500)),
                Optional.empty());
        return there;
    }

    private static List<String> some(Random dice, int most) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i <= dice.nextInt(most); i++) {
            some.add("p-" + dice.nextInt(PRODUCTS));
        }
        return some.stream().distinct().toList();
    }

    private static Product product(String id, Stock stock, TruthWorld world) {
        Report.VariantTold only = new Report.VariantTold(
                id + "-only",
                Set.of("sku-" + id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(stock));
        return Product.first(new Report.ProductUpdated(
                id,
                "The " + id,
                Optional.of("https://shop.example/" + id),
                Optional.empty(),
                List.of(),
                List.of(only),
                Optional.empty(),
                world.now()));
    }
}
