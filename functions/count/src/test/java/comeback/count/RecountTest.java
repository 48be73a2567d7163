package comeback.count;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.report.Trials;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sums are what a recount of all messages and orders comes to, whatever befalls the stream and whoever counts. */
class RecountTest {
    private static final int ACTS = 150;
    private static final int LETTERS = 12;
    private static final int ORDERS = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void duplicates_replays_disorder_and_deaths_change_no_sum(long seed) {
        var dice = new Random(seed);
        var shop = new CountedShop();
        for (int act = 0; act < ACTS; act++) {
            act(shop, dice);
            shop.later(Duration.ofMinutes(dice.nextInt(240)));
            if (dice.nextInt(3) == 0) {
                shop.countsBadly(dice);
            }
        }
        shop.counts();

        assertThat(shop.sums()).isEqualTo(shop.recount()).isNotEmpty();
        assertThat(shop.trials()).isEqualTo(shop.tryAgain()).isNotEqualTo(Trials.NONE);
        assertThat(shop.deaths()).as("somebody died of counting").isPositive();
    }

    private static void act(CountedShop shop, Random dice) {
        String letter = "letter-" + dice.nextInt(LETTERS);
        String order = "order-" + dice.nextInt(ORDERS);
        switch (dice.nextInt(13)) {
            case 0, 1 -> shop.sends(letter);
            case 2 -> shop.skips(letter, "cap");
            case 3 -> shop.arrives(letter);
            case 4 -> shop.bounces(letter);
            case 5 -> shop.clicks(letter);
            case 6 -> shop.judges(letter);
            case 7 -> shop.follows(letter);
            case 8 -> shop.stopsBy(letter);
            case 9 -> shop.paysBack(order, dice.nextInt(30));
            case 10 -> shop.cancels(order);
            case 11 -> shop.enters(dice.nextBoolean());
            default -> shop.buys(order, 10 + dice.nextInt(90));
        }
    }
}
