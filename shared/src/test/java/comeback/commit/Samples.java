package comeback.commit;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponOffer;
import comeback.coupon.Given;
import comeback.customer.About;
import comeback.customer.Address;
import comeback.customer.Beginnings;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Frequency;
import comeback.customer.Held;
import comeback.customer.Identity;
import comeback.customer.Journey;
import comeback.customer.Loyalty;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.Profile;
import comeback.customer.RecentEvents;
import comeback.customer.RecentMails;
import comeback.customer.Ref;
import comeback.customer.Registry;
import comeback.customer.Returned;
import comeback.customer.Sent;
import comeback.customer.Shipment;
import comeback.customer.Shopping;
import comeback.customer.Started;
import comeback.customer.Suppression;
import comeback.customer.Topic;
import comeback.customer.Wishes;
import comeback.flow.Reason;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Terms;
import comeback.store.StoreId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Things that are stored, with every field in use. */
public final class Samples {
    public static final StoreId STORE = TestStores.demo().id();
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final CustomerId ADA = CustomerId.of(Ref.user("ada"));

    private Samples() {}

    static Line line(String title) {
        return new Line(
                "p-" + title,
                Optional.of("v-1"),
                title,
                Optional.of("M / navy"),
                Optional.of("https://alderandpine.example/p/" + title),
                Optional.of("https://alderandpine.example/i/" + title + ".png"),
                2,
                Optional.of(Money.of(new BigDecimal("12.50"), Currency.getInstance("USD"))));
    }

    /** A customer who uses every field. */
    static Customer ada() {
        About parcel = new About.TheShipment(new Shipment(
                "parcel-1",
                new OrderId("1001"),
                Optional.of("DHL"),
                Optional.of("JD014600"),
                Optional.of("https://track.example/JD014600"),
                List.of(line("mug"))));
        return new Customer(
                ADA,
                0,
                new Identity(
                        Set.of(Ref.user("ada")),
                        List.of(CustomerId.of(Ref.anonymous("a-1"))),
                        Optional.of(new EmailAddress("Ada@example.com"))),
                new Profile(
                        Optional.of("Işıl"),
                        Optional.of("Öz"),
                        Optional.of(Locale.of("tr")),
                        Optional.of(ZoneId.of("Europe/Istanbul")),
                        Optional.of("TR"),
                        Map.of("birthday", MonthDay.of(2, 29)),
                        new Loyalty(
                                Optional.of("gold"),
                                Optional.of(1_250L),
                                Optional.of(new Loyalty.Expiring(120, LocalDate.of(2026, 5, 1))),
                                Optional.of("A free spoon")),
                        new Beginnings(Optional.of(NOW), Optional.of(NOW.plusSeconds(3600))),
                        Optional.of(Registry.APPROVED)),
                new Consent.Given(
                        NOW,
                        "form",
                        new Wishes(
                                Set.of(Topic.NEWS),
                                Frequency.WEEKLY,
                                Optional.of(NOW.plusSeconds(86400)),
                                Optional.of(Locale.KOREAN))),
                List.of(new Suppression("old@example.com", Suppression.Reason.HARD_BOUNCE, NOW)),
                new Shopping(
                        Optional.of(new Cart(
                                "cart-1",
                                Set.of("cart:1"),
                                List.of(line("scarf")),
                                3,
                                Optional.of("https://alderandpine.example/cart"),
                                Optional.of(new EmailAddress("typed@example.com")),
                                NOW,
                                NOW.plusSeconds(60))),
                        Optional.of(NOW.minusSeconds(60)),
                        List.of("checkout:7"),
                        List.of(new OrderState(new OrderId("1001"), NOW.minusSeconds(60), OrderState.Stage.SHIPPED)),
                        Given.NOTHING.with(new Given.One("dddddddd", new CouponCode("SPRING-1"), NOW))),
                List.of(
                        new Journey(
                                "shipping",
                                "abcd",
                                "1001/parcel-1",
                                parcel,
                                true,
                                NOW,
                                new Journey.Beginning(NOW.minusSeconds(5), 2, true, Optional.of(new OrderId("1001"))),
                                1,
                                NOW,
                                1,
                                Optional.of(new Held(NOW.plusSeconds(60), 2)),
                                List.of(new Journey.Heard("Order Delivered", NOW))),
                        Journey.begun(
                                "anniversary",
                                "abcd",
                                "ada/wedding/2026",
                                new About.TheDay("wedding day", LocalDate.of(2026, 6, 1), 7),
                                true,
                                NOW,
                                new Journey.Beginning(NOW, 1, false))),
                List.of(
                        new Started("shipping", "1001/parcel-1", NOW),
                        new Started("welcome", "ada", NOW.plusSeconds(1), 2, true)),
                Optional.of(Instant.parse("2026-03-02T10:00:00Z")),
                RecentEvents.NONE.with("e-1").with("e-2").importedAt(Optional.of(NOW)),
                RecentMails.NONE
                        .with(new Sent("aaaaaaaa", "welcome", MessageClass.REQUESTED, NOW))
                        .with(new Sent(
                                "bbbbbbbb",
                                "cart",
                                MessageClass.MARKETING,
                                NOW.plusSeconds(1),
                                "abcd",
                                NOW.minusSeconds(90)))
                        .with(new Sent("cccccccc", "shipping", MessageClass.TRANSACTIONAL, NOW.plusSeconds(2)))
                        .with(new Returned("ada@example.com", NOW)));
    }

    public static Order order() {
        return order("1001");
    }

    public static Order order(String id) {
        Optional<Money> amount = Optional.of(Money.of(new BigDecimal("25"), Currency.getInstance("USD")));
        return new Order(
                new OrderId(id),
                "#1001",
                NOW,
                Order.Payment.PENDING,
                List.of(line("mug")),
                2,
                new Order.Amounts(amount, amount, Optional.empty(), amount, amount),
                List.of("SPRING"),
                Optional.of(new EmailAddress("gift@example.com")),
                Optional.of("+1 503 555 0100"),
                Optional.of(new Address(List.of("Ada", "1 Long Lane"))),
                Optional.empty(),
                Optional.of("https://alderandpine.example/orders/1001"));
    }

    static Message message(String key) {
        return new Message(
                MessageId.of(STORE, "cart", key, "need-help"),
                STORE,
                ADA,
                "cart",
                "abcd",
                key,
                "need-help",
                Optional.of("need-help-b"),
                MessageClass.MARKETING,
                new Terms(
                        true,
                        true,
                        Duration.ofHours(5),
                        Optional.of(offer()),
                        Optional.of(LocalDateTime.of(2026, 4, 1, 12, 30))),
                new About.TheCart("cart-1"),
                NOW,
                new MessageState.Due(NOW, 0),
                Optional.empty());
    }

    static Message receipt(String order) {
        return new Message(
                MessageId.of(STORE, "order-confirmation", order, "thanks-for-your-order"),
                STORE,
                ADA,
                "order-confirmation",
                "abcd",
                order,
                "thanks-for-your-order",
                Optional.empty(),
                MessageClass.TRANSACTIONAL,
                Terms.usual(MessageClass.TRANSACTIONAL),
                new About.TheOrder(new OrderId(order)),
                NOW,
                new MessageState.Due(NOW, 0),
                Optional.empty());
    }

    private static CouponOffer offer() {
        Money minimum = Money.of(new BigDecimal("30"), Currency.getInstance("USD"));
        return new CouponOffer(
                new CouponOffer.Source.Minted(
                        new Benefit.AmountOff(Money.of(new BigDecimal("5"), Currency.getInstance("USD"))),
                        new Conditions(Optional.of(minimum), Set.of("p-1"), Set.of("mugs"), false)),
                Duration.ofDays(2),
                true);
    }

    static LogEntry log(String id, MessageId... messages) {
        return new LogEntry(
                NOW,
                id,
                "Product Added",
                "test",
                Map.of("event", "Product Added"),
                List.of(new Reason("cart", Reason.Verdict.STARTED, "Product Added")),
                List.of(messages));
    }

    static Commit plain(Customer customer) {
        return new Commit(customer, List.of(), Set.of(), List.of(), List.of(), Optional.of(log("e-1")));
    }

    static Commit bearing(Customer customer, Message... born) {
        return new Commit(customer, List.of(), Set.of(), List.of(born), List.of(), Optional.of(log("e-1")));
    }
}
