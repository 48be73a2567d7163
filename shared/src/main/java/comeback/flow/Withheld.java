package comeback.flow;

import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.customer.Lot;
import comeback.message.MessageClass;
import comeback.message.Ruling;
import comeback.store.Mode;
import comeback.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a letter that may go is only written down: the flow runs in shadow, or the customer is held out. */
final class Withheld {
    private static final int HUNDRED = 100;

    private Withheld() {}

    /**
     * What a customer draws who begins a flow.
     *
     * @param isHeldOut whether they belong to those that get none of its marketing
     * @param lots what is measured of that: nothing of who gets nothing of it anyway
     */
    record Draw(boolean isHeldOut, List<Lot> lots) {
        Draw {
            lots = List.copyOf(lots);
        }

        String words() {
            return isHeldOut ? ", in the holdout" : "";
        }
    }

    /** Draws for a customer who begins the flow. */
    static Draw draw(Customer customer, Store store, Flow flow) {
        boolean isHeldOut = flow.holdout() > 0
                && Lots.draw(store.id(), customer.id(), HUNDRED, flow.name(), "holdout") < flow.holdout();
        if (shadow(customer, store, flow).isPresent()) {
            return new Draw(isHeldOut, List.of());
        }
        List<Lot> lots = new ArrayList<>();
        if (flow.holdout() > 0) {
            lots.add(Lot.ofHoldout(flow.holdout(), isHeldOut));
        }
        if (!isHeldOut) {
            TriedWait.of(flow)
                    .forEach(tried -> lots.add(new Lot(
                            tried.trial(),
                            tried.arms().drawnBy(store, customer.id()).one().words())));
        }
        return new Draw(isHeldOut, lots);
    }

    static Optional<Ruling> reason(Customer customer, Store store, Flow flow, Journey journey, Step.Send send) {
        Optional<Ruling> shadow = shadow(customer, store, flow);
        boolean isHeldOut = journey.beginning().isHeldOut() && send.messageClass() == MessageClass.MARKETING;
        return shadow.or(() -> isHeldOut ? Optional.of(StepRulings.heldOut(flow)) : Optional.empty());
    }

    static Mode mode(Store store, Flow flow) {
        return Optional.ofNullable(store.policy().modes().get(flow.name())).orElse(flow.mode());
    }

    private static Optional<Ruling> shadow(Customer customer, Store store, Flow flow) {
        return switch (mode(store, flow)) {
            case Mode.Live live -> Optional.empty();
            case Mode.Shadow shadow -> Optional.of(StepRulings.shadow());
            case Mode.Canary canary ->
                Lots.draw(store.id(), customer.id(), HUNDRED, flow.name(), "canary") < canary.percent()
                        ? Optional.empty()
                        : Optional.of(StepRulings.noCanary(canary));
        };
    }
}
