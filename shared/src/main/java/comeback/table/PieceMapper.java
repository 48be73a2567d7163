package comeback.table;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.catalogue.News;
import comeback.catalogue.Wish;
import comeback.customer.About;
import comeback.customer.Address;
import comeback.customer.EmailAddress;
import comeback.customer.OrderId;
import comeback.customer.Sent;
import comeback.customer.Shipment;
import comeback.json.Fields;
import comeback.json.Tree;
import comeback.message.MessageClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The pieces that several stored types are made of, to JSON and back. */
final class PieceMapper {
    private PieceMapper() {}

    /** What a stored object must have; its absence is a fault of ours, not a guess to be made. */
    static <T> T need(Optional<T> value, String name) {
        return value.orElseThrow(() -> new IllegalStateException("a stored item lacks " + name));
    }

    static Optional<EmailAddress> address(Fields from, String name) {
        return from.text(name).map(EmailAddress::new);
    }

    /** "1290 USD": minor units, exact and short. */
    static String write(Money money) {
        return money.minor() + " " + money.currency().getCurrencyCode();
    }

    static Optional<String> write(Optional<Money> money) {
        return money.map(PieceMapper::write);
    }

    static Optional<Money> money(Fields from, String name) {
        return from.text(name).map(PieceMapper::money);
    }

    static Money money(String text) {
        int blank = text.indexOf(' ');
        return new Money(Long.parseLong(text.substring(0, blank)), Currency.getInstance(text.substring(blank + 1)));
    }

    static List<Map<String, Object>> write(List<Line> lines) {
        return lines.stream().map(PieceMapper::write).toList();
    }

    private static Map<String, Object> write(Line line) {
        return new Tree()
                .with("id", line.productId())
                .with("variantId", line.variantId())
                .with("title", line.title())
                .with("variant", line.variant())
                .with("url", line.url())
                .with("image", line.imageUrl())
                .with("quantity", line.quantity())
                .with("price", line.price().map(PieceMapper::write))
                .toMap();
    }

    static List<Line> lines(Fields from, String name) {
        return from.objects(name).orElse(List.of()).stream()
                .map(PieceMapper::line)
                .toList();
    }

    private static Line line(Fields from) {
        return new Line(
                need(from.text("id"), "a product's id"),
                from.text("variantId"),
                from.text("title").orElse(""),
                from.text("variant"),
                from.text("url"),
                from.text("image"),
                need(from.integer("quantity"), "a quantity"),
                money(from, "price"));
    }

    static Optional<Address> postalAddress(Fields from, String name) {
        List<String> lines = from.texts(name);
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Address(lines));
    }

    /**
     * "aaaaaaaa M 1772442000 cart jjjj 60": mark, class, second, flow, journey, and how many seconds it had waited. Short,
     * because every customer has many.
     */
    static String write(Sent mail) {
        char countsAs = switch (mail.countsAs()) {
            case TRANSACTIONAL -> 'T';
            case REQUESTED -> 'R';
            case MARKETING -> 'M';
        };
        long waited = mail.at().getEpochSecond() - mail.bornAt().getEpochSecond();
        String known = mail.mark() + " " + countsAs + " " + mail.at().getEpochSecond() + " " + mail.flow();
        return mail.journey().isEmpty() ? known : known + " " + mail.journey() + " " + waited;
    }

    static Sent sent(String text) {
        List<String> parts = List.of(text.split(" "));
        MessageClass countsAs = switch (parts.get(1)) {
            case "T" -> MessageClass.TRANSACTIONAL;
            case "R" -> MessageClass.REQUESTED;
            case "M" -> MessageClass.MARKETING;
            default -> throw new IllegalStateException("a mail was sent as an unknown class: " + parts.get(1));
        };
        Instant at = Instant.ofEpochSecond(Long.parseLong(parts.get(2)));
        return parts.size() < 6
                ? new Sent(parts.get(0), parts.get(3), countsAs, at)
                : new Sent(
                        parts.get(0),
                        parts.get(3),
                        countsAs,
                        at,
                        parts.get(4),
                        at.minusSeconds(Long.parseLong(parts.get(5))));
    }

    static Map<String, Object> write(About about) {
        return switch (about) {
            case About.TheCustomer customer -> Map.of("kind", "customer");
            case About.TheCart cart -> Map.of("kind", "cart", "id", cart.cartId());
            case About.TheOrder order ->
                Map.of("kind", "order", "id", order.orderId().value());
            case About.TheShipment parcel -> write(parcel.shipment());
            case About.TheGoods goods -> write(goods);
            case About.TheDay day ->
                Map.of("kind", "day", "name", day.name(), "on", day.on().toString(), "years", day.years());
            case About.TheChange change -> ChangeMapper.write(change);
        };
    }

    static Shipment shipment(Fields from) {
        return new Shipment(
                need(from.text("id"), "a shipment's id"),
                new OrderId(need(from.text("order"), "a shipment's order")),
                from.text("carrier"),
                from.text("number"),
                from.text("url"),
                lines(from, "lines"));
    }

    static Map<String, Object> write(Shipment shipment) {
        return new Tree()
                .with("kind", "shipment")
                .with("id", shipment.id())
                .with("order", shipment.orderId().value())
                .with("carrier", shipment.carrier())
                .with("number", shipment.trackingNumber())
                .with("url", shipment.trackingUrl())
                .with("lines", write(shipment.lines()))
                .toMap();
    }

    private static Map<String, Object> write(About.TheGoods goods) {
        return new Tree()
                .with("kind", "goods")
                .with("back", goods.areBack())
                .with("news", goods.news().filter(news -> news != News.BACK).map(News::name))
                .with("lines", write(goods.wishes().stream().map(Wish::line).toList()))
                .with(
                        "askedAt",
                        goods.wishes().stream()
                                .map(wish -> wish.askedAt().toString())
                                .toList())
                .toMap();
    }

    private static About.TheGoods goods(Fields from) {
        List<Line> lines = lines(from, "lines");
        List<String> asked = from.texts("askedAt");
        return new About.TheGoods(
                IntStream.range(0, lines.size())
                        .mapToObj(i -> new Wish(lines.get(i), Instant.parse(asked.get(i))))
                        .toList(),
                from.text("news")
                        .map(News::valueOf)
                        .or(() -> from.truth("back").filter(isBack -> isBack).map(isBack -> News.BACK)));
    }

    static About about(Fields from) {
        String kind = need(from.text("kind"), "the kind of what it is about");
        return switch (kind) {
            case "customer" -> new About.TheCustomer();
            case "cart" -> new About.TheCart(need(from.text("id"), "a cart's id"));
            case "order" -> new About.TheOrder(new OrderId(need(from.text("id"), "an order's id")));
            case "goods" -> goods(from);
            case "change" -> ChangeMapper.read(from);
            case "day" ->
                new About.TheDay(
                        need(from.text("name"), "a day's name"),
                        LocalDate.parse(need(from.text("on"), "a day's date")),
                        from.integer("years").orElse(0));
            case "shipment" -> new About.TheShipment(shipment(from));
            default -> throw new IllegalStateException("a stored item is about an unknown kind of thing: " + kind);
        };
    }
}
