package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.customer.Beginnings;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Identity;
import comeback.customer.Loyalty;
import comeback.customer.Profile;
import comeback.customer.RecentEvents;
import comeback.customer.RecentMails;
import comeback.customer.Ref;
import comeback.customer.Registry;
import comeback.customer.Returned;
import comeback.customer.Shopping;
import comeback.customer.Signs;
import comeback.customer.Suppression;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A customer to the JSON text in its item, and back. */
final class CustomerMapper {
    /** Of the JSON's shape. A text of another format is refused, never guessed at. */
    private static final int FORMAT = 1;

    private CustomerMapper() {}

    static String write(Customer customer) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with(
                        "refs",
                        customer.identity().refs().stream()
                                .map(CustomerMapper::write)
                                .toList())
                .with(
                        "formerIds",
                        customer.identity().formerIds().stream()
                                .map(CustomerId::value)
                                .toList())
                .with("email", customer.identity().email().map(email -> email.value()))
                .with("firstName", customer.profile().firstName())
                .with("lastName", customer.profile().lastName())
                .with("locale", customer.profile().locale().map(Locale::toLanguageTag))
                .with("zone", customer.profile().zone().map(ZoneId::getId))
                .with("country", customer.profile().country())
                .with("dates", write(customer.profile().dates()))
                .with("answers", Optional.of(customer.profile().answers()).filter(some -> !some.isEmpty()))
                .with("registry", customer.profile().registry().map(Registry::name))
                .with("tier", customer.profile().loyalty().tier())
                .with("points", customer.profile().loyalty().points())
                .with("expiring", customer.profile().loyalty().expiring().map(some -> some.points() + " " + some.on()))
                .with("reward", customer.profile().loyalty().reward())
                .with("signedUpAt", customer.profile().beginnings().signedUpAt())
                .with("firstOrderAt", customer.profile().beginnings().firstOrderAt())
                .with("consent", write(customer.consent()))
                .with(
                        "suppressions",
                        customer.suppressions().stream()
                                .map(CustomerMapper::write)
                                .toList())
                .with("cart", customer.shopping().cart().map(CustomerMapper::write))
                .with("cartClosedAt", customer.shopping().cartClosedAt())
                .with("closedTokens", customer.shopping().closedTokens())
                .with(
                        "orders",
                        customer.shopping().orders().stream()
                                .map(OrderStateMapper::write)
                                .toList())
                .with("given", CouponMapper.write(customer.shopping().given()))
                .with("viewed", ViewedMapper.write(customer.shopping().viewed()))
                .with(
                        "journeys",
                        customer.journeys().stream().map(JourneyMapper::write).toList())
                .with(
                        "started",
                        customer.started().stream().map(JourneyMapper::write).toList())
                .with("recent", String.join("", customer.recentEvents().marks()))
                .with("seenAt", customer.recentEvents().seenAt())
                .with("signs", SignsMapper.write(customer.recentEvents().signs()))
                .with("importedAt", customer.recentEvents().importedAt())
                .with(
                        "mails",
                        customer.recentMails().sent().stream()
                                .map(PieceMapper::write)
                                .toList())
                .with(
                        "returned",
                        customer.recentMails().returned().stream()
                                .map(mail -> Map.of(
                                        "inbox", mail.inbox(), "at", mail.at().toString()))
                                .toList())
                .toMap());
    }

    static Customer read(CustomerId id, long version, Optional<Instant> alarmAt, String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("customer " + id + " is stored in a format that this version cannot read");
        }
        return new Customer(
                id,
                version,
                new Identity(
                        new LinkedHashSet<>(from.texts("refs").stream()
                                .map(CustomerMapper::ref)
                                .toList()),
                        from.texts("formerIds").stream().map(CustomerId::new).toList(),
                        PieceMapper.address(from, "email")),
                new Profile(
                        from.text("firstName"),
                        from.text("lastName"),
                        from.text("locale").map(Locale::forLanguageTag),
                        from.text("zone").map(ZoneId::of),
                        from.text("country"),
                        dates(from.objectOrEmpty("dates")),
                        new Loyalty(
                                from.text("tier"),
                                from.decimal("points").map(BigDecimal::longValue),
                                from.text("expiring").map(CustomerMapper::expiring),
                                from.text("reward")),
                        new Beginnings(from.instant("signedUpAt"), from.instant("firstOrderAt")),
                        from.text("registry").map(Registry::valueOf),
                        answers(from.objectOrEmpty("answers"))),
                consent(from.objectOrEmpty("consent")),
                objects(from, "suppressions").stream()
                        .map(CustomerMapper::suppression)
                        .toList(),
                new Shopping(
                        from.object("cart").map(CustomerMapper::cart),
                        from.instant("cartClosedAt"),
                        from.texts("closedTokens"),
                        objects(from, "orders").stream()
                                .map(OrderStateMapper::read)
                                .toList(),
                        CouponMapper.given(from.texts("given")),
                        ViewedMapper.read(objects(from, "viewed"))),
                objects(from, "journeys").stream().map(JourneyMapper::journey).toList(),
                objects(from, "started").stream().map(JourneyMapper::started).toList(),
                alarmAt,
                recent(from.text("recent").orElse(""), SignsMapper.read(from.instant("seenAt"), from.text("signs")))
                        .importedAt(from.instant("importedAt")),
                new RecentMails(
                        from.texts("mails").stream().map(PieceMapper::sent).toList(),
                        objects(from, "returned").stream()
                                .map(mail -> new Returned(
                                        need(mail.text("inbox"), "a returned mail's inbox"),
                                        need(mail.instant("at"), "a returned mail's time")))
                                .toList()));
    }

    private static Loyalty.Expiring expiring(String text) {
        int blank = text.indexOf(' ');
        return new Loyalty.Expiring(
                Long.parseLong(text.substring(0, blank)), LocalDate.parse(text.substring(blank + 1)));
    }

    private static List<Fields> objects(Fields from, String name) {
        return from.objects(name).orElse(List.of());
    }

    private static String write(Ref ref) {
        return ref.kind() + ":" + ref.value();
    }

    private static Ref ref(String text) {
        int colon = text.indexOf(':');
        return new Ref(Ref.Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    private static Map<String, Object> write(Map<String, MonthDay> dates) {
        return dates.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, date -> date.getValue().toString()));
    }

    private static Map<String, String> answers(Fields from) {
        return from.asMap().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().toString()));
    }

    private static Map<String, MonthDay> dates(Fields from) {
        return from.asMap().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        date -> MonthDay.parse(date.getValue().toString())));
    }

    private static Map<String, Object> write(Consent consent) {
        return switch (consent) {
            case Consent.Unknown unknown -> Map.of();
            case Consent.Given given -> WishesMapper.write(given);
            case Consent.Asked asked -> Map.of("asked", asked.at().toString(), "source", asked.source());
            case Consent.Withdrawn gone -> Map.of("withdrawn", gone.at().toString(), "source", gone.source());
        };
    }

    private static Consent consent(Fields from) {
        String source = from.text("source").orElse("");
        Optional<Consent> given =
                from.instant("given").map(at -> new Consent.Given(at, source, WishesMapper.wishes(from)));
        Optional<Consent> withdrawn = from.instant("withdrawn").map(at -> new Consent.Withdrawn(at, source));
        Optional<Consent> asked = from.instant("asked").map(at -> new Consent.Asked(at, source));
        return given.or(() -> withdrawn).or(() -> asked).orElseGet(Consent::unknown);
    }

    static Map<String, Object> write(Suppression suppression) {
        return Map.of(
                "inbox", suppression.inbox(),
                "reason", suppression.reason().name(),
                "at", suppression.at().toString());
    }

    static Suppression suppression(Fields from) {
        return new Suppression(
                need(from.text("inbox"), "a suppressed inbox"),
                Suppression.Reason.valueOf(need(from.text("reason"), "a suppression's reason")),
                need(from.instant("at"), "a suppression's time"));
    }

    private static Map<String, Object> write(Cart cart) {
        return new Tree()
                .with("id", cart.id())
                .with("tokens", List.copyOf(cart.tokens()))
                .with("lines", PieceMapper.write(cart.lines()))
                .with("more", cart.moreLines())
                .with("url", cart.url())
                .with("email", cart.email().map(email -> email.value()))
                .with("startedAt", cart.startedAt().toString())
                .with("lastActivityAt", cart.lastActivityAt().toString())
                .toMap();
    }

    private static Cart cart(Fields from) {
        return new Cart(
                need(from.text("id"), "a cart's id"),
                new LinkedHashSet<>(from.texts("tokens")),
                PieceMapper.lines(from, "lines"),
                from.integer("more").orElse(0),
                from.text("url"),
                PieceMapper.address(from, "email"),
                need(from.instant("startedAt"), "a cart's start"),
                need(from.instant("lastActivityAt"), "a cart's last activity"));
    }

    /** The marks stand one after the other without anything between them: each is as long as the next. */
    private static RecentEvents recent(String text, Signs signs) {
        int length = RecentEvents.MARK_LENGTH;
        return new RecentEvents(
                IntStream.range(0, text.length() / length)
                        .mapToObj(i -> text.substring(i * length, (i + 1) * length))
                        .toList(),
                signs);
    }
}
