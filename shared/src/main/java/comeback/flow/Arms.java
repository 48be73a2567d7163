package comeback.flow;

import comeback.customer.CustomerId;
import comeback.store.Store;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Which of several things that a step tries a customer gets: always the same, as long as the weights are. What was stopped
 * because it did harm nobody gets; who would have draws again among the others, in the proportion of their weights, so that
 * those can still be compared.
 *
 * @param flow which automation
 * @param step which step of it
 * @param all what is tried; the first is never stopped
 */
record Arms<A>(String flow, String step, List<A> all, ToIntFunction<A> weight, Function<A, String> name) {
    /**
     * What somebody drew.
     *
     * @param one of the things
     * @param isInstead whether they would have got another that was stopped
     */
    record Drawn<A>(A one, boolean isInstead) {}

    Drawn<A> drawnBy(Store store, CustomerId customer) {
        A first = drawn(store, customer, all, "variant");
        if (!isStopped(store, first)) {
            return new Drawn<>(first, false);
        }
        List<A> left = all.stream().filter(arm -> !isStopped(store, arm)).toList();
        return new Drawn<>(drawn(store, customer, left, "instead"), true);
    }

    private boolean isStopped(Store store, A arm) {
        return !arm.equals(all.getFirst()) && store.hasStopped(flow, step, name.apply(arm));
    }

    private A drawn(Store store, CustomerId customer, List<A> arms, String lotOf) {
        int lot = Lots.draw(store.id(), customer, arms.stream().mapToInt(weight).sum(), flow, step, lotOf);
        for (A arm : arms) {
            lot -= weight.applyAsInt(arm);
            if (lot < 0) {
                return arm;
            }
        }
        throw new IllegalStateException("a lot is less than all weights");
    }
}
