package comeback.ingest.segment;

import comeback.catalogue.Line;
import comeback.customer.OrderId;
import comeback.customer.OrderReturn;
import comeback.event.Event;
import comeback.event.ReturnEvent;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What track calls report of goods that come back. */
final class Returns {
    private static final int WORDS_MAX = 200;

    private Returns() {}

    static Optional<Event> requested(Fields properties, Instant occurredAt, Links links) {
        return goods(properties, links).map(ReturnEvent.ReturnRequested::new);
    }

    static Optional<Event> approved(Fields properties, Instant occurredAt, Links links) {
        return goods(properties, links).map(ReturnEvent.ReturnApproved::new);
    }

    static Optional<Event> declined(Fields properties, Instant occurredAt, Links links) {
        return goods(properties, links).map(ReturnEvent.ReturnDeclined::new);
    }

    static Optional<Event> received(Fields properties, Instant occurredAt, Links links) {
        return goods(properties, links).map(ReturnEvent.ReturnReceived::new);
    }

    static Optional<Event> closed(Fields properties, Instant occurredAt, Links links) {
        return goods(properties, links).map(ReturnEvent.ReturnClosed::new);
    }

    static Optional<Event> cancelled(Fields properties, Instant occurredAt, Links links) {
        return goods(properties, links).map(ReturnEvent.ReturnCancelled::new);
    }

    private static Optional<OrderReturn> goods(Fields properties, Links links) {
        List<Line> lines = Products.listed(properties, links).orElse(List.of());
        return Orders.id(properties)
                .map(order -> new OrderReturn(
                        order,
                        Texts.id(properties, OrderId.MAX, "return_id", "returnId"),
                        Texts.shown(properties, WORDS_MAX, "return_number", "return_name"),
                        Texts.shown(properties, WORDS_MAX, "reason", "note"),
                        lines,
                        links.page(properties, "label_url", "return_label_url", "labelUrl"),
                        properties.instant(Texts.named(properties, "send_by", "sendBy", "deadline", "return_by"))));
    }
}
