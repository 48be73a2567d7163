package comeback.condition;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Consent;
import comeback.customer.ShipmentStage;
import comeback.customer.Viewed;
import comeback.event.BrowsingEvent.ProductListViewed;
import comeback.event.BrowsingEvent.ProductReviewed;
import comeback.event.BrowsingEvent.ProductViewed;
import comeback.event.CouponEvent;
import comeback.event.Event;
import comeback.event.EventNames;
import comeback.event.OrderEvent;
import comeback.event.PersonEvent;
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

    private static final Fact.Source EVENT = EventFacts::value;

    static final List<Fact> ALL = List.of(
            EVENT.text("event.name", "what happened: \"Order Completed\"", EventFacts::names),
            EVENT.text("event.consent", "what it says about marketing mail", EventFacts::consents),
            EVENT.number("event.hours", "whole hours since it happened"),
            EVENT.money("event.value", "what was paid or given back; else what its products cost")
                    .broughtBy(EventGoods.EVENTS),
            EVENT.text("event.currency", "of its value: \"KRW\"", Choices::currencies)
                    .broughtBy(EventGoods.EVENTS),
            EVENT.number("event.items", "how many pieces it is about").broughtBy(EventGoods.EVENTS),
            EVENT.call("event.contains", "whether it is about a product or variant with this id")
                    .broughtBy(EventGoods.EVENTS),
            EVENT.text("event.coupon", "the code, in small letters")
                    .broughtBy("Coupon Entered", "Coupon Applied", "Coupon Denied", "Coupon Removed"),
            EVENT.number("event.rating", "how many stars").broughtBy("Product Reviewed"),
            EVENT.text("event.answer", "what was answered").broughtBy("Survey Answered"),
            EVENT.number("event.views", "how often they have looked at the product, if they did not buy it since")
                    .broughtBy("Product Viewed"),
            EVENT.text("event.category", "of the list").broughtBy("Product List Viewed"),
            EVENT.text("event.stage", "how far the parcel is", EventFacts::stages)
                    .broughtBy("Shipment Updated"));

    private EventFacts() {}

    private static Optional<Value> value(String name, Asked asked, String argument) {
        return switch (name) {
            case "event.name" -> Value.text(happened(asked).map(Event::name));
            case "event.consent" -> Value.text(consent(asked));
            case "event.hours" -> Value.number(hours(asked));
            case "event.value" -> Value.money(value(asked));
            case "event.currency" ->
                Value.text(value(asked).map(money -> money.currency().getCurrencyCode()));
            case "event.items" -> Value.number(lines(asked).map(Goods::pieces));
            case "event.contains" -> Value.truth(lines(asked).map(lines -> Goods.contain(lines, argument)));
            case "event.coupon" ->
                Value.text(the(CouponEvent.class, asked).map(its -> its.code().toLowerCase(Locale.ROOT)));
            case "event.rating" ->
                Value.number(the(ProductReviewed.class, asked).flatMap(ProductReviewed::rating));
            case "event.answer" ->
                Value.text(the(PersonEvent.SurveyAnswered.class, asked).map(PersonEvent.SurveyAnswered::answer));
            case "event.views" -> Value.number(views(asked));
            case "event.category" ->
                Value.text(the(ProductListViewed.class, asked).flatMap(ProductListViewed::category));
            case "event.stage" ->
                Value.text(the(OrderEvent.ShipmentUpdated.class, asked).map(its -> inWords(its.stage())));
            default -> throw new IllegalArgumentException("nothing is known of " + name);
        };
    }

    private static Optional<Event> happened(Asked asked) {
        return asked.event().map(StoreEvent::event);
    }

    private static <T extends Event> Optional<T> the(Class<T> kind, Asked asked) {
        return happened(asked).filter(kind::isInstance).map(kind::cast);
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

    private static Optional<List<Line>> lines(Asked asked) {
        return happened(asked).flatMap(EventGoods::lines);
    }

    private static Optional<Integer> views(Asked asked) {
        return the(ProductViewed.class, asked)
                .flatMap(viewed -> asked.customer().shopping().view(viewed.line()))
                .map(Viewed::times);
    }

    private static String[] stages() {
        return Arrays.stream(ShipmentStage.values()).map(EventFacts::inWords).toArray(String[]::new);
    }

    private static String inWords(ShipmentStage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
