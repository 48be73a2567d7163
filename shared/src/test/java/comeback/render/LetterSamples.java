package comeback.render;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.coupon.Coupon;
import comeback.customer.About;
import comeback.customer.Address;
import comeback.customer.Cart;
import comeback.customer.EmailAddress;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.Profile;
import comeback.customer.Shipment;
import comeback.message.MessageClass;
import comeback.store.AccessKey;
import comeback.store.Brand;
import comeback.store.KeyClass;
import comeback.store.MarketingPolicy;
import comeback.store.Sender;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Letters for the usual and the awkward customer, of every message and in every language. */
public final class LetterSamples {
    /** Where sample products lie when nobody needs to see their pictures. */
    public static final String SHOP = "https://shop.alderandpine.example";

    public static final List<Locale> LOCALES =
            Arrays.stream(SampleCountry.values()).map(country -> country.locale).toList();

    private static final Instant AT = Instant.parse("2026-03-04T20:30:00Z");
    /** A message and its class. */
    public enum Message {
        THANKS_FOR_JOINING("welcome", "thanks-for-joining", MessageClass.MARKETING),
        YOUR_ACCOUNT("welcome", "your-account", MessageClass.TRANSACTIONAL),
        THANKS_FOR_YOUR_ORDER("order-confirmation", "thanks-for-your-order", MessageClass.TRANSACTIONAL),
        ON_ITS_WAY("shipping", "on-its-way", MessageClass.TRANSACTIONAL),
        ARRIVING_TODAY("shipping", "arriving-today", MessageClass.TRANSACTIONAL),
        READY_TO_FETCH("shipping", "ready-to-fetch", MessageClass.TRANSACTIONAL),
        WE_MISSED_YOU("shipping", "we-missed-you", MessageClass.TRANSACTIONAL),
        A_LITTLE_LATER("shipping", "a-little-later", MessageClass.TRANSACTIONAL),
        NOT_ARRIVING("shipping", "not-arriving", MessageClass.TRANSACTIONAL),
        IT_HAS_ARRIVED("shipping", "it-has-arrived", MessageClass.TRANSACTIONAL),
        ORDER_CANCELLED("order-changes", "order-cancelled", MessageClass.TRANSACTIONAL),
        YOUR_REFUND("order-changes", "your-refund", MessageClass.TRANSACTIONAL),
        ORDER_CHANGED("order-changes", "order-changed", MessageClass.TRANSACTIONAL),
        PAYMENT_FAILED("payment-problem", "payment-failed", MessageClass.TRANSACTIONAL),
        STILL_UNPAID("payment-problem", "still-unpaid", MessageClass.TRANSACTIONAL),
        WE_HAVE_YOUR_REQUEST("returns", "we-have-your-request", MessageClass.TRANSACTIONAL),
        SEND_IT_BACK("returns", "send-it-back", MessageClass.TRANSACTIONAL),
        A_FEW_DAYS_LEFT("returns", "a-few-days-left", MessageClass.TRANSACTIONAL),
        WE_CANNOT_TAKE_IT_BACK("returns", "we-cannot-take-it-back", MessageClass.TRANSACTIONAL),
        IT_IS_WITH_US("returns", "it-is-with-us", MessageClass.TRANSACTIONAL),
        YOUR_RECEIPT("receipt", "your-receipt", MessageClass.TRANSACTIONAL),
        YOUR_CREDIT_NOTE("receipt", "your-credit-note", MessageClass.TRANSACTIONAL),
        NEED_HELP("cart", "need-help", MessageClass.MARKETING),
        YOUR_THINGS("cart", "your-things", MessageClass.MARKETING),
        LAST_NOTE("cart", "last-note", MessageClass.MARKETING),
        WE_WILL_TELL_YOU("stock-request", "we-will-tell-you", MessageClass.REQUESTED),
        IS_IT_YOU("stock-check", "is-it-you", MessageClass.REQUESTED),
        IT_IS_BACK("back-in-stock", "it-is-back", MessageClass.REQUESTED),
        HOW_WAS_IT("review-request", "how-was-it", MessageClass.MARKETING),
        ONE_MORE_TIME("review-request", "one-more-time", MessageClass.MARKETING),
        FIRST_DAYS("second-purchase", "first-days", MessageClass.MARKETING),
        IS_ALL_WELL("second-purchase", "is-all-well", MessageClass.MARKETING),
        WORTH_A_LOOK("second-purchase", "worth-a-look", MessageClass.MARKETING),
        IF_YOU_COME_BACK("second-purchase", "if-you-come-back", MessageClass.MARKETING),
        IT_HAS_BEEN_A_WHILE("win-back", "it-has-been-a-while", MessageClass.MARKETING),
        YOUR_CART_WAITS("win-back", "your-cart-waits", MessageClass.MARKETING),
        HAVE_A_LOOK("win-back", "have-a-look", MessageClass.MARKETING),
        TELL_US("win-back", "tell-us", MessageClass.MARKETING),
        A_LITTLE_SOMETHING("win-back", "a-little-something", MessageClass.MARKETING),
        STILL_INTERESTED("sunset", "still-interested", MessageClass.MARKETING),
        GOODBYE("sunset", "goodbye", MessageClass.MARKETING),
        HAPPY_BIRTHDAY("birthday", "happy-birthday", MessageClass.MARKETING),
        THANK_YOU("milestone", "thank-you", MessageClass.MARKETING),
        TIME_FOR_MORE("replenishment", "time-for-more", MessageClass.MARKETING);

        final String flow;
        final String file;
        final MessageClass messageClass;

        Message(String flow, String file, MessageClass messageClass) {
            this.flow = flow;
            this.file = file;
            this.messageClass = messageClass;
        }
    }

    /** Who gets it. */
    public enum Customer {
        USUAL,
        WITHOUT_NAME,
        WITH_FORTY_ITEMS,
        WITHOUT_PICTURES,
        WITH_LONG_WORDS,
        WITHOUT_DECIMALS,
        YET_TO_PAY,
        KNOWN_BY_LITTLE
    }

    private static final Set<String> ORDERS = Set.of("order-confirmation", "review-request", "second-purchase");
    private static final Set<String> CHANGES = Set.of("order-changes", "payment-problem", "returns");

    private final SampleGoods goods;

    /** With product pages and pictures at this address. */
    public LetterSamples(String shop) {
        goods = new SampleGoods(shop);
    }

    /** What {@code send} would ask for. */
    public LetterRequest request(Message message, Locale locale, Customer customer) {
        SampleCountry country = SampleCountry.of(locale);
        boolean isNamed = customer != Customer.WITHOUT_NAME && customer != Customer.KNOWN_BY_LITTLE;
        Profile profile = new Profile(
                isNamed ? Optional.of(country.firstName) : Optional.empty(),
                Optional.empty(),
                Optional.of(locale),
                Optional.empty());
        boolean isCart = message.flow.equals("cart");
        boolean isShipping = message.flow.equals("shipping");
        boolean isOrder = ORDERS.contains(message.flow)
                || message == Message.YOUR_RECEIPT
                || ((isShipping || CHANGES.contains(message.flow)) && customer != Customer.KNOWN_BY_LITTLE);
        Optional<About.TheChange> change =
                SampleChanges.of(message, lines(locale, customer), shipment(locale, customer), customer, goods.shop());
        LetterRequest plain = new LetterRequest(
                message.flow,
                message.file,
                message.messageClass,
                locale,
                country.zone,
                store(goods.shop(), country),
                profile,
                new EmailAddress("ana.moreno@customer.example"),
                isCart ? Optional.of(cart(locale, customer)) : Optional.empty(),
                isOrder ? Optional.of(order(locale, customer)) : Optional.empty(),
                isShipping ? Optional.of(shipment(locale, customer)) : Optional.empty(),
                message.flow.contains("stock") ? goods(message, locale, customer) : List.of(),
                coupon(message, customer, currency(locale, customer)),
                new Links(
                        "https://mail.alderandpine.example/u/3q2x7?c=ab&s=cd",
                        "https://mail.alderandpine.example/p/3q2x7?c=ab&s=cd",
                        message == Message.IS_IT_YOU ? "https://mail.alderandpine.example/u/b.3q2x7" : ""));
        return change.map(told -> plain.with(new OrderPapers(
                        Optional.of(told),
                        customer == Customer.KNOWN_BY_LITTLE ? "" : "https://mail.alderandpine.example/u/v.3q2x7?a=b",
                        false,
                        SampleChanges.receipt(message, lines(locale, customer), customer))))
                .orElse(plain);
    }

    /** The demo shop, as it would be in each of the countries. */
    static Store store(String shop, SampleCountry country) {
        Brand brand = new Brand(
                "Alder & Pine",
                shop + "/",
                Optional.empty(),
                "#0b5c4a",
                country.legalName,
                country.shopAddress,
                "hello@alderandpine.example",
                Optional.of("+1 503 555 0100"),
                country.registration);
        return new Store(
                new StoreId("demo"),
                brand,
                new Sender("Alder & Pine", "hello@alderandpine.example", Optional.empty()),
                Locale.ENGLISH,
                List.of(Locale.ENGLISH, Locale.KOREAN, Locale.of("tr")),
                ZoneId.of("UTC"),
                List.of(new AccessKey("sk_demo", KeyClass.SECRET)),
                "0123456789abcdef0123456789abcdef",
                Set.of(),
                MarketingPolicy.DEFAULT.with(SampleCoupons.rules(shop)));
    }

    private Cart cart(Locale locale, Customer customer) {
        boolean isBare = customer == Customer.KNOWN_BY_LITTLE;
        return new Cart(
                "c-1",
                Set.of("cart:c-1"),
                lines(locale, customer),
                0,
                isBare ? Optional.empty() : Optional.of(goods.shop() + "/cart/c-1?key=a&b=c"),
                Optional.empty(),
                AT,
                AT);
    }

    private Order order(Locale locale, Customer customer) {
        boolean isBare = customer == Customer.KNOWN_BY_LITTLE;
        List<Line> lines = lines(locale, customer);
        SampleCountry country = SampleCountry.of(locale);
        Address home = new Address(country.address);
        Address elsewhere = new Address(List.of("Alder Trading", "2nd floor, 9 Pine Road", "Somewhere 1234"));
        return new Order(
                new OrderId("o-1042"),
                "#1042",
                AT,
                customer == Customer.YET_TO_PAY ? Order.Payment.PENDING : Order.Payment.PAID,
                lines,
                0,
                amounts(lines, customer),
                isBare || customer == Customer.WITHOUT_NAME ? List.of() : List.of("HELLO10"),
                Optional.empty(),
                isBare ? Optional.empty() : Optional.of(country.phone),
                isBare ? Optional.empty() : Optional.of(home),
                isBare ? Optional.empty() : Optional.of(customer == Customer.YET_TO_PAY ? elsewhere : home),
                isBare ? Optional.empty() : Optional.of(goods.shop() + "/orders/o-1042?token=x&y=z"));
    }

    private static Order.Amounts amounts(List<Line> lines, Customer customer) {
        if (customer == Customer.KNOWN_BY_LITTLE) {
            return new Order.Amounts(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        Money subtotal = lines.stream()
                .flatMap(line -> line.total().stream())
                .reduce(Money::plus)
                .orElseThrow();
        Money discount = new Money(subtotal.minor() / 10, subtotal.currency());
        Money tax = new Money(subtotal.minor() / 12, subtotal.currency());
        boolean paysShipping = customer == Customer.YET_TO_PAY;
        Money shipping = new Money(paysShipping ? 600 : 0, subtotal.currency());
        Money total = new Money(subtotal.minor() - discount.minor() + shipping.minor(), subtotal.currency());
        return new Order.Amounts(
                Optional.of(subtotal),
                Optional.of(discount),
                Optional.of(shipping),
                Optional.of(tax),
                Optional.of(total));
    }

    private Shipment shipment(Locale locale, Customer customer) {
        boolean isBare = customer == Customer.KNOWN_BY_LITTLE;
        return new Shipment(
                "s-1",
                new OrderId("o-1042"),
                isBare ? Optional.empty() : Optional.of(SampleCountry.of(locale).carrier),
                isBare ? Optional.empty() : Optional.of("1Z999AA10123456784"),
                isBare ? Optional.empty() : Optional.of("https://track.carrier.example/?n=1Z999AA10123456784&l=x"),
                isBare ? List.of() : lines(locale, customer).stream().limit(2).toList());
    }

    /** The cart's last note goes without one, too. */
    private static Optional<Coupon> coupon(Message message, Customer customer, Currency currency) {
        Optional<Coupon> given = SampleCoupons.of(customer, currency);
        return switch (message) {
            case LAST_NOTE, A_LITTLE_SOMETHING, HAPPY_BIRTHDAY, THANK_YOU -> given;
            case IF_YOU_COME_BACK -> given.or(() -> SampleCoupons.of(Customer.USUAL, currency));
            default -> Optional.empty();
        };
    }

    /** Somebody asks for one thing at a time; several may come back within a day. */
    private List<Line> goods(Message message, Locale locale, Customer customer) {
        int count =
                message == Message.WE_WILL_TELL_YOU || message == Message.IS_IT_YOU || customer == Customer.WITHOUT_NAME
                        ? 1
                        : About.TheGoods.WISHES_MAX;
        return lines(locale, customer).stream()
                .map(line -> line.withQuantity(1))
                .limit(count)
                .toList();
    }

    private List<Line> lines(Locale locale, Customer customer) {
        SampleCountry country = SampleCountry.of(locale);
        List<Line> three = goods.lines(country, currency(locale, customer), 3);
        return switch (customer) {
            case USUAL, WITHOUT_NAME, WITHOUT_DECIMALS, YET_TO_PAY -> three;
            case WITH_FORTY_ITEMS -> goods.lines(country, currency(locale, customer), 40);
            case WITHOUT_PICTURES ->
                three.stream().map(SampleGoods::withoutPicture).toList();
            case WITH_LONG_WORDS ->
                three.stream()
                        .map(line -> SampleGoods.withLongWords(line, country))
                        .toList();
            case KNOWN_BY_LITTLE ->
                List.of(new Line(
                        "p-1",
                        Optional.empty(),
                        three.getFirst().title(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Optional.empty()));
        };
    }

    private static Currency currency(Locale locale, Customer customer) {
        return customer == Customer.WITHOUT_DECIMALS ? Currency.getInstance("JPY") : Currency.getInstance(locale);
    }
}
