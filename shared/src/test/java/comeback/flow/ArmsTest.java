package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.commit.Samples;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.store.Stopped;
import comeback.store.Store;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who gets which of several things that a step tries, also when one of them was stopped. */
class ArmsTest {
    private static final int PEOPLE = 3_000;
    private static final Arms<Step.Variant> ARMS = new Arms<>(
            "welcome",
            "hello",
            List.of(new Step.Variant("plain", 1), new Step.Variant("picture", 1), new Step.Variant("short", 2)),
            Step.Variant::weight,
            Step.Variant::letter);

    private static Store stopping(String... letters) {
        return TestStores.demo()
                .withStopped(List.of(letters).stream()
                        .map(letter -> new Stopped("welcome", "hello", letter, Samples.NOW, Stopped.Why.FEWER_ORDERS))
                        .toList());
    }

    private static String of(Store store, int person) {
        return ARMS.drawnBy(store, CustomerId.of(Ref.user("shopper-" + person)))
                .one()
                .letter();
    }

    private static Map<String, Long> shares(Store store) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(person -> of(store, person))
                .collect(Collectors.groupingBy(letter -> letter, Collectors.counting()));
    }

    @Test
    void everybody_keeps_what_they_have_but_those_whose_letter_was_stopped() {
        for (int person = 0; person < PEOPLE; person++) {
            String before = of(TestStores.demo(), person);
            String after = of(stopping("picture"), person);

            assertThat(after).isNotEqualTo("picture");
            if (!before.equals("picture")) {
                assertThat(after).isEqualTo(before);
            }
        }
    }

    @Test
    void they_are_shared_out_among_the_others_by_their_weights_so_that_those_stay_comparable() {
        Map<String, Long> shares = shares(stopping("picture"));

        assertThat(shares).containsOnlyKeys("plain", "short");
        assertThat(shares.getOrDefault("plain", 0L)).isBetween(PEOPLE / 3 - 100L, PEOPLE / 3 + 100L);
    }

    @Test
    void when_all_others_were_stopped_everybody_gets_the_first_which_is_never_stopped() {
        assertThat(shares(stopping("plain", "picture", "short"))).containsOnlyKeys("plain");
    }

    @Test
    void another_flows_letter_of_the_same_name_goes_on() {
        Store store = TestStores.demo()
                .withStopped(List.of(new Stopped("sunset", "hello", "picture", Samples.NOW, Stopped.Why.UNWANTED)));

        assertThat(shares(store)).containsOnlyKeys("plain", "picture", "short");
    }
}
