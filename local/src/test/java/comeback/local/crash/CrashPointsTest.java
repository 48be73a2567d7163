package comeback.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The cart story with the function dying before and after every single call to AWS, and with every call going wrong in
 * every other way: enumerated, not sampled. After each, the promises hold. Stories that begin alike share the beginning's
 * calls; each such call is harmed in one of them only.
 */
class CrashPointsTest {
    /**
     * A play takes half a second. So each build plays every death of the cart alone; with {@code -Dcrashes=all} come the
     * sign-up with its letters, the lost answers, the refusals and the two other stories.
     */
    private static final String ALL = "crashes";

    private static final boolean IS_ALL = System.getProperty(ALL, "").equals("all");

    private static final String RECEIPT = "order-confirmation/thanks-for-your-order";
    private static final String[] ADVERTISEMENTS = {
        "welcome/thanks-for-joining", "cart/need-help", "cart/your-things", "cart/last-note"
    };

    /** The first reminder comes after an hour; with a lost alarm or answer some minutes later. */
    private static final Duration FIRST_REMINDER_GONE = Duration.ofMinutes(80);

    /** Longer than the last reminder takes, and every repetition. */
    private static final Duration TO_THE_END = Duration.ofHours(51);

    /** One play: what the shopper does, and the promises that were broken. */
    private interface Story {
        List<String> play(TestWorld world);
    }

    @Test
    void whoever_buys_after_the_first_reminder_gets_each_letter_once_and_no_further_reminder() {
        assertThat(brokenPromises(
                        "reminded, then bought", true, world -> {}, world -> remindedThenBought(world, false)))
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    void whoever_never_buys_gets_no_reminder_twice() {
        assertThat(brokenPromises(
                        "reminded three times", true, CrashPointsTest::reminded, CrashPointsTest::neverBought))
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    void a_receipt_comes_once_or_twice_when_ses_never_tells_what_it_took() {
        assertThat(brokenPromises(
                        "bought, and SES is silent",
                        false,
                        CrashPointsTest::reminded,
                        world -> remindedThenBought(world, true)))
                .isEmpty();
    }

    @Test
    void what_a_function_that_died_between_customer_and_timeline_took_stands_in_both() {
        try (var harmed = new HarmedWorld(true)) {
            reminded(harmed.startAgain(Optional.empty()));
            int second = Collections.indexOfSubList(harmed.calls(), List.of("PutItem", "PutItem")) + 1;
            TestWorld world = harmed.startAgain(Optional.of(new Mishap(second, Harm.DIES_BEFORE)));
            Storefront storefront = reminded(world);
            assertThat(new Judge(world)
                            .cartHolds(3)
                            .timelineTells(storefront.acknowledged())
                            .broken())
                    .isEmpty();
        }
    }

    private static List<String> remindedThenBought(TestWorld world, boolean receiptMayComeTwice) {
        Storefront storefront = reminded(world);
        var judge = new Judge(world).cartHolds(3);
        Instant bought = storefront.pays("1001");
        world.inside().turn().turn(TO_THE_END);
        return judge.atMostOnce(ADVERTISEMENTS)
                .receipt(RECEIPT, receiptMayComeTwice)
                .noReminderAfter(bought)
                .orderIsKnown("1001")
                .timelineTells(storefront.acknowledged())
                .nothingIsLeft()
                .broken();
    }

    private static List<String> neverBought(TestWorld world) {
        Storefront storefront = reminded(world);
        world.inside().turn().turn(TO_THE_END);
        return new Judge(world)
                .cartHolds(3)
                .atMostOnce(ADVERTISEMENTS)
                .timelineTells(storefront.acknowledged())
                .nothingIsLeft()
                .broken();
    }

    private static Storefront reminded(TestWorld world) {
        var storefront = new Storefront(world);
        if (IS_ALL) {
            storefront.signUp();
        } else {
            storefront.logsIn();
        }
        for (int i = 0; i < 3; i++) {
            world.inside().turn().turn(Duration.ofMinutes(1));
            storefront.addsAMug();
        }
        world.inside().turn().turn(FIRST_REMINDER_GONE);
        return storefront;
    }

    private static List<Harm> harms(String call) {
        return Harm.at(call).stream().filter(harm -> harm.isDeath() || IS_ALL).toList();
    }

    /**
     * Plays the story once unharmed, to count its calls, and then once for each of them and each harm.
     *
     * @param beginning whose calls another story has harmed already
     */
    private static List<String> brokenPromises(
            String name, boolean sesTells, Consumer<TestWorld> beginning, Story story) {
        long start = System.nanoTime();
        try (var harmed = new HarmedWorld(sesTells)) {
            beginning.accept(harmed.startAgain(Optional.empty()));
            int first = harmed.calls().size();
            List<String> broken = new ArrayList<>(story.play(harmed.startAgain(Optional.empty())));
            List<String> calls = harmed.calls();
            int plays = 0;
            for (int call = first; call < calls.size(); call++) {
                for (Harm harm : harms(calls.get(call))) {
                    for (String promise : story.play(harmed.startAgain(Optional.of(new Mishap(call, harm))))) {
                        broken.add(harm + " at call " + call + ", " + calls.get(call) + ": " + promise);
                    }
                    plays++;
                }
            }
            System.out.printf(
                    "crash points of \"%s\": %d calls to AWS from number %d on, %d plays, %d broken promises, %d s%n",
                    name,
                    calls.size() - first,
                    first,
                    plays,
                    broken.size(),
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
            return broken;
        }
    }
}
