package comeback.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.stories.Remains;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Erasure with the function dying before and after every single call, while nobody asks again: it ends all the same. */
class ErasureCrashTest {
    private static final Duration LONG_ENOUGH = Duration.ofHours(1);

    @Test
    void an_erasure_that_dies_at_any_call_is_driven_on_until_nothing_is_left() {
        try (var harmed = new HarmedWorld(true)) {
            int first = begun(harmed.startAgain(Optional.empty()), harmed);
            assertThat(leftAfterForgetting(harmed.startAgain(Optional.empty()))).isEmpty();
            List<String> calls = harmed.calls();
            List<String> broken = new ArrayList<>();
            for (int call = first; call < calls.size(); call++) {
                for (Harm harm :
                        Harm.at(calls.get(call)).stream().filter(Harm::isDeath).toList()) {
                    TestWorld world = harmed.startAgain(Optional.of(new Mishap(call, harm)));
                    if (!leftAfterForgetting(world).isEmpty()) {
                        broken.add(harm + " at call " + call + ", " + calls.get(call));
                    }
                }
            }
            assertThat(calls.size() - first).isGreaterThan(10);
            assertThat(broken).isEmpty();
        }
    }

    private static int begun(TestWorld world, HarmedWorld harmed) {
        lives(world);
        return harmed.calls().size();
    }

    private static void lives(TestWorld world) {
        var storefront = new Storefront(world);
        storefront.signUp();
        storefront.pays("1001");
        storefront.addsAMug();
    }

    private static List<String> leftAfterForgetting(TestWorld world) {
        lives(world);
        int answer = world.send(world.request("/v1/customers/user:ada")
                        .header("Authorization", "Bearer sk_demo")
                        .DELETE())
                .statusCode();
        boolean isBegun = answer == 200 || Remains.with(world, "\"askedAt").size() == 1;
        if (!isBegun) {
            // It died before anything was done, so whoever asked was told that it failed, and asks again.
            world.send(world.request("/v1/customers/user:ada")
                    .header("Authorization", "Bearer sk_demo")
                    .DELETE());
        }
        world.inside().turn().turn(LONG_ENOUGH);
        List<String> left = new ArrayList<>(Remains.with(world, Storefront.ADDRESS, "Ada", "Stoneware"));
        if (Remains.with(world, "doneAt").isEmpty()) {
            left.add("it is not done");
        }
        return left;
    }
}
