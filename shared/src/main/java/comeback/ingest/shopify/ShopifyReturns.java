package comeback.ingest.shopify;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.OrderId;
import comeback.customer.OrderReturn;
import comeback.event.OrderEvent;
import comeback.event.ReturnEvent;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Story;
import comeback.ingest.reading.Story.Person;
import comeback.ingest.reading.Texts;
import comeback.ingest.reading.Times;
import comeback.json.Fields;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Refunds and returns as Shopify writes them. They name an order, and the order leads to its customer. */
final class ShopifyReturns {
    private static final int WORDS_MAX = 200;

    private ShopifyReturns() {}

    /** A refund does not say whether anything is left to pay for; the order itself does. */
    static void refund(Fields document, Links links, Story story) {
        ShopifyOrders.id(document, "order_id").ifPresent(order -> {
            String refund = Texts.token(document, OrderId.MAX, "id").orElse(order.value());
            List<Fields> transactions = objects(document, "transactions");
            Optional<Currency> currency = transactions.stream()
                    .flatMap(paid -> Prices.currency(paid, "currency").stream())
                    .findFirst();
            story.tell(
                    "shopify-refund-" + refund,
                    Times.at(document, "processed_at", "created_at"),
                    owner(order),
                    new OrderEvent.OrderRefunded(
                            order,
                            refund,
                            amount(transactions, currency),
                            false,
                            lines(document, "refund_line_items", currency, links)));
        });
    }

    static void tell(String what, Function<OrderReturn, ReturnEvent> event, Fields document, Links links, Story story) {
        Optional<OrderId> order = ShopifyOrders.id(document.objectOrEmpty("order"), "id")
                .or(() -> ShopifyOrders.id(document, "order_id"));
        order.ifPresent(its -> {
            Optional<String> id = Texts.id(document, OrderId.MAX, "id");
            OrderReturn goods = new OrderReturn(
                    its,
                    id,
                    Texts.shown(document, WORDS_MAX, "name"),
                    Texts.shown(document.objectOrEmpty("decline"), WORDS_MAX, "note", "reason"),
                    lines(document, "return_line_items", Optional.empty(), links));
            story.tell(
                    "shopify-return-" + id.orElse(its.value()) + "-" + what,
                    Times.at(document, "updated_at", "created_at"),
                    owner(its),
                    event.apply(goods));
        });
    }

    private static Person owner(OrderId order) {
        return Person.named(List.of()).with(Optional.of("order:" + order));
    }

    private static List<Line> lines(Fields document, String name, Optional<Currency> currency, Links links) {
        List<Line> lines = new ArrayList<>();
        for (Fields entry : objects(document, name)) {
            Fields line = entry.objectOrEmpty("line_item");
            Fields nested = entry.objectOrEmpty("fulfillment_line_item").objectOrEmpty("line_item");
            ShopifyLines.one(
                            line.asMap().isEmpty() ? nested : line,
                            entry.integer("quantity").orElse(1),
                            currency,
                            links)
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<Money> amount(List<Fields> transactions, Optional<Currency> currency) {
        return transactions.stream()
                .filter(paid -> "refund".equals(paid.asMap().get("kind"))
                        && "success".equals(paid.asMap().get("status")))
                .flatMap(paid -> Prices.amount(paid, currency, Prices.TOTAL_MAX, "amount").stream())
                .reduce(Money::plus);
    }

    private static List<Fields> objects(Fields document, String name) {
        return document.asMap().get(name) instanceof List<?>
                ? document.objects(name).orElse(List.of())
                : List.of();
    }
}
