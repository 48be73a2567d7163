package comeback.flow;

import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.message.MessageClass;
import comeback.message.Ruling;
import comeback.store.Mode;
import comeback.store.Store;
import java.util.Optional;

/** Why a letter that may go is only written down: the flow runs in shadow, or the customer is held out. */
final class Withheld {
    private static final int HUNDRED = 100;

    private Withheld() {}

    /** Whether a customer who begins the flow belongs to those that get none of its marketing. */
    static boolean isHeldOut(Customer customer, Store store, Flow flow) {
        return flow.holdout() > 0
                && Lots.draw(store.id(), customer.id(), HUNDRED, flow.name(), "holdout") < flow.holdout();
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
