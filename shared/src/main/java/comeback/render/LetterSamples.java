package comeback.render;

import comeback.catalogue.Deal;
import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.coupon.Coupon;
import comeback.customer.About;
import comeback.customer.Address;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.EmailAddress;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.Profile;
import comeback.customer.Shipment;
import comeback.flow.Flow.RunsFor;
import comeback.message.Shown;
import comeback.store.AccessKey;
import comeback.store.Brand;
import comeback.store.KeyClass;
import comeback.store.MarketingPolicy;
import comeback.store.Sender;
import comeback.store.Store;
import comeback.store.StoreId;
import java.math.BigDecimal;
import java.time.Duration;
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

    private static final Set<String> CHANGES = Set.of("order-changes", "payment-problem", "returns");

    private final SampleGoods goods;

    /** With product pages and pictures at this address. */
    public LetterSamples(String shop) {
        goods = new SampleGoods(shop);
    }

    /** What {@code send} would ask for. */
    public LetterRequest request(SampleMessage message, Locale locale, Customer customer) {
        SampleCountry country = SampleCountry.of(locale);
        boolean isNamed = customer != Customer.WITHOUT_NAME && customer != Customer.KNOWN_BY_LITTLE;
        Profile profile = new Profile(
                        isNamed ? Optional.of(country.firstName) : Optional.empty(),
                        Optional.empty(),
                        Optional.of(locale),
                        Optional.empty())
                .with(SamplePeople.loyalty(message, customer));
        boolean isBare = customer == Customer.KNOWN_BY_LITTLE;
        boolean isShipping = message.flow().equals("shipping");
        boolean isOrder = (message.runsFor() == RunsFor.ORDER && !CHANGES.contains(message.flow()) && !isShipping)
                || message.file().equals("your-receipt")
                || ((isShipping || CHANGES.contains(message.flow())) && !isBare);
        Optional<About.TheChange> change =
                SampleChanges.of(message, lines(locale, customer), shipment(locale, customer), customer, goods.shop());
        LetterRequest unanswered = new LetterRequest(
                message.flow(),
                message.file(),
                message.messageClass(),
                locale,
                country.zone,
                store(goods.shop(), country),
                profile,
                new EmailAddress("ana.moreno@customer.example"),
                message.runsFor() == RunsFor.CART ? Optional.of(cart(locale, customer)) : Optional.empty(),
                isOrder ? Optional.of(order(locale, customer)) : Optional.empty(),
                isShipping ? Optional.of(shipment(locale, customer)) : Optional.empty(),
                message.runsFor() == RunsFor.PRODUCT || message.shown().isPresent()
                        ? goods(message, locale, customer)
                        : List.of(),
                message.gives() ? coupon(message, customer, currency(locale, customer)) : Optional.empty(),
                new Links(
                        "https://mail.alderandpine.example/u/3q2x7?c=ab&s=cd",
                        "https://mail.alderandpine.example/p/3q2x7?c=ab&s=cd",
                        message.flow().startsWith("stock-") ? "https://mail.alderandpine.example/u/b.3q2x7" : "",
                        isOrder ? "https://mail.alderandpine.example/u/r.3q2x7?a=b" : "",
                        message.flow().equals("survey") ? "https://mail.alderandpine.example/u/q.3q2x7?a=b" : ""));
        LetterRequest plain = unanswered.with(new Consent.Given(AT.minus(Duration.ofDays(729)), "sign-up"));
        if (message.runsFor() == RunsFor.DAY) {
            return plain.with(SamplePeople.day(message, country, customer));
        }
        if (message.flow().equals("price-drop") || message.flow().equals("low-stock")) {
            return plain.with(deal(message, locale, customer));
        }
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

    /** A letter whose flow file does not let it go without one always has one. */
    private static Optional<Coupon> coupon(SampleMessage message, Customer customer, Currency currency) {
        Optional<Coupon> given = SampleCoupons.of(customer, currency);
        return message.goesWithout() ? given : given.or(() -> SampleCoupons.of(Customer.USUAL, currency));
    }

    /** Somebody asks for one thing at a time; several may come back within a day. Of a bare shop nothing is chosen. */
    private List<Line> goods(SampleMessage message, Locale locale, Customer customer) {
        boolean isBare = customer == Customer.KNOWN_BY_LITTLE;
        if (isBare && message.shown().filter(Shown::goesWithout).isPresent()) {
            return List.of();
        }
        boolean isOne = customer == Customer.WITHOUT_NAME
                || message.flow().equals("stock-request")
                || message.flow().equals("stock-check")
                || message.flow().equals("price-drop")
                || message.flow().equals("low-stock");
        int least = message.shown().map(Shown::atLeast).orElse(1);
        int count = isOne ? least : message.shown().isPresent() ? Shown.MAX : About.TheGoods.WISHES_MAX;
        return lines(locale, customer).stream()
                .map(line -> line.withQuantity(1))
                .limit(count)
                .toList();
    }

    private Deal deal(SampleMessage message, Locale locale, Customer customer) {
        if (message.flow().equals("low-stock")) {
            return new Deal(Optional.empty(), Optional.empty(), customer == Customer.WITHOUT_NAME ? 1 : 3);
        }
        Currency currency = currency(locale, customer);
        Money was = Money.of(BigDecimal.valueOf(24_900, 2), currency);
        boolean isBare = customer == Customer.KNOWN_BY_LITTLE;
        return new Deal(Optional.of(was), isBare ? Optional.empty() : Optional.of(was), 0);
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
