package comeback.commit;

import comeback.catalogue.Line;
import comeback.catalogue.Together;
import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers of every order what was bought together, beside what is decided about its customer. It comes after the
 * decision, which knows a repeated report by its id: so who falls between the two writes it when the report comes again.
 */
public final class OrderBook implements Happenings {
    private final Happenings decisions;
    private final BoughtTogether together;

    public OrderBook(Happenings decisions, BoughtTogether together) {
        this.decisions = decisions;
        this.together = together;
    }

    @Override
    public void happened(Store store, StoreEvent event, Map<String, Object> raw) {
        decisions.happened(store, event, raw);
        // Anyone can say in a browser what was bought; the shop's own servers say what was. An import goes further back
        // than
        // anybody asks.
        if (event.event() instanceof Event.OrderCompleted bought
                && event.keyClass() == KeyClass.SECRET
                && bought.order().placedAt().isAfter(event.receivedAt().minus(BoughtTogether.KEPT_FOR))) {
            List<String> products =
                    bought.order().lines().stream().map(Line::productId).toList();
            if (!products.isEmpty()) {
                together.note(
                        store.id(),
                        new Together(bought.order().id().value(), bought.order().placedAt(), products));
            }
        }
    }

    @Override
    public Slot standing(Store store, CustomerId place) {
        return decisions.standing(store, place);
    }

    @Override
    public Optional<Forgotten> forget(Store store, CustomerId place) {
        return decisions.forget(store, place);
    }
}
