package comeback.condition;

import comeback.catalogue.Money;
import comeback.customer.Consent;
import comeback.customer.ShipmentStage;
import comeback.customer.Viewed;
import comeback.event.BrowsingEvent;
import comeback.event.CouponEvent;
import comeback.event.Event;
import comeback.event.EventNames;
import comeback.event.OrderEvent;
import comeback.event.StoreEvent;
import comeback.flow.Condition.Asked;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What was just reported. */
final class EventFacts {
    static final String ROOT = "event";

    static final List<Fact> ALL = List.of(
            Fact.text("event.name", "what happened: \"Order Completed\"", EventFacts::name, EventFacts::names),
            Fact.text("event.consent", "what it says about marketing mail", EventFacts::consent, EventFacts::consents),
            Fact.number("event.hours", "whole hours since it happened", EventFacts::hours),
            Fact.money("event.value", "what was paid or given back; else what its products cost", EventFacts::value)
                    .broughtBy(EventGoods.EVENTS),
            Fact.text("event.currency", "of its value: \"KRW\"", EventFacts::currency, Choices::currencies)
                    .broughtBy(EventGoods.EVENTS),
            Fact.number("event.items", "how many pieces it is about", EventFacts::items)
                    .broughtBy(EventGoods.EVENTS),
            Fact.call("event.contains", "whether it is about a product or variant with this id", EventFacts::contains)
                    .broughtBy(EventGoods.EVENTS),
            Fact.text("event.coupon", "the code, in small letters", EventFacts::coupon)
                    .broughtBy("Coupon Entered", "Coupon Applied", "Coupon Denied", "Coupon Removed"),
            Fact.number("event.rating", "how many stars", EventFacts::rating).broughtBy("Product Reviewed"),
            Fact.number(
                            "event.views",
                            "how often they have looked at the product, if they did not buy it since",
                            EventFacts::views)
                    .broughtBy("Product Viewed"),
            Fact.text("event.category", "of the list", EventFacts::category).broughtBy("Product List Viewed"),
            Fact.text("event.stage", "how far the parcel is", EventFacts::stage, EventFacts::stages)
                    .broughtBy("Shipment Updated"));

    private EventFacts() {}

    private static Optional<Event> happened(Asked asked) {
        return asked.event().map(StoreEvent::event);
    }

    private static <T extends Event> Optional<T> the(Class<T> kind, Asked asked) {
        return happened(asked).filter(kind::isInstance).map(kind::cast);
    }

    private static Optional<String> name(Asked asked) {
        return happened(asked).map(Event::name);
    }

    private static String[] names() {
        return new TreeSet<>(EventNames.ALL).toArray(String[]::new);
    }

    private static Optional<String> consent(Asked asked) {
        return asked.event().flatMap(event -> switch (event.consent()) {
            case Consent.Given given -> Optional.of("given");
            case Consent.Withdrawn withdrawn -> Optional.of("withdrawn");
            // A storefront knows of no asking back.
            case Consent.Asked unproven -> Optional.empty();
            case Consent.Unknown unknown -> Optional.empty();
        });
    }

    private static String[] consents() {
        return new String[] {"given", "withdrawn"};
    }

    private static Optional<Long> hours(Asked asked) {
        return asked.event()
                .map(event -> Duration.between(event.occurredAt(), asked.now()).toHours())
                .map(hours -> Math.max(0, hours));
    }

    private static Optional<Money> value(Asked asked) {
        return happened(asked).flatMap(EventGoods::value);
    }

    private static Optional<String> currency(Asked asked) {
        return value(asked).map(money -> money.currency().getCurrencyCode());
    }

    private static Optional<Integer> items(Asked asked) {
        return happened(asked).flatMap(EventGoods::lines).map(Goods::pieces);
    }

    private static Optional<Value> contains(Asked asked, String id) {
        return happened(asked).flatMap(EventGoods::lines).map(lines -> new Value.Truth(Goods.contain(lines, id)));
    }

    private static Optional<String> coupon(Asked asked) {
        return the(CouponEvent.class, asked).map(coupon -> coupon.code().toLowerCase(Locale.ROOT));
    }

    private static Optional<Integer> rating(Asked asked) {
        return the(BrowsingEvent.ProductReviewed.class, asked).flatMap(BrowsingEvent.ProductReviewed::rating);
    }

    private static Optional<Integer> views(Asked asked) {
        return the(BrowsingEvent.ProductViewed.class, asked)
                .flatMap(viewed -> asked.customer().shopping().view(viewed.line()))
                .map(Viewed::times);
    }

    private static Optional<String> category(Asked asked) {
        return the(BrowsingEvent.ProductListViewed.class, asked).flatMap(BrowsingEvent.ProductListViewed::category);
    }

    private static Optional<String> stage(Asked asked) {
        return the(OrderEvent.ShipmentUpdated.class, asked).map(parcel -> inWords(parcel.stage()));
    }

    private static String[] stages() {
        return Arrays.stream(ShipmentStage.values()).map(EventFacts::inWords).toArray(String[]::new);
    }

    private static String inWords(ShipmentStage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
