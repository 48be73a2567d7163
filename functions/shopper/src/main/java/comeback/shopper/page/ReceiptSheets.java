package comeback.shopper.page;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Address;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.customer.TaxLine;
import comeback.receipt.Receipt;
import comeback.receipt.Series;
import comeback.render.Formats;
import comeback.shopper.pdf.Sheet;
import comeback.shopper.pdf.Sheet.Block;
import comeback.shopper.pdf.Sheet.Fact;
import comeback.shopper.pdf.Sheet.Item;
import comeback.store.Brand;
import comeback.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands on a receipt or a credit note. The money that it states is the receipt's own, which never changes; what was bought
 * is the order's, and stands there only while it comes to that money.
 */
public final class ReceiptSheets {
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** Signs of currencies that few fonts have; the code says the same. Those that are left are in every font. */
    private static final Pattern RARE_SIGN = Pattern.compile("[\\p{Sc}&&[^$\u00a3\u00a5\u20ac\u20a9]]");

    private final Map<String, Words> words = Words.all();
    private final Words english = Words.in(Locale.ENGLISH);

    /** The sheet, in the language of the order's page. */
    public Sheet sheet(Store store, Customer customer, Order order, Receipt receipt, String acceptLanguage) {
        Locale locale = Languages.of(customer.profile().locale(), acceptLanguage, store.locales(), store.locale());
        Words say = Optional.ofNullable(words.get(locale.getLanguage()))
                .orElse(english)
                .forReaderOf(locale);
        // The number's year is the store's, and so is the day.
        Formats formats = new Formats(say.locale(), store.zone());
        Brand brand = store.brand();
        boolean isCredit = receipt.what().series() == Series.CREDIT_NOTE;
        Optional<Order> paid = Optional.of(order)
                .filter(known -> !isCredit && known.addsUp())
                .filter(known -> known.amounts()
                        .total()
                        .equals(Optional.of(receipt.what().total())));
        return new Sheet(
                say.locale().toLanguageTag(),
                say.get(isCredit ? "paper.credit" : "paper.receipt"),
                brand.name(),
                Colour.of(brand.colour(), Style.NO_BRAND).rgb(),
                from(say, brand),
                to(say, order),
                facts(say, order, receipt, formats),
                List.of(
                        say.get("paper.item"),
                        say.get("paper.quantity"),
                        say.get("paper.price"),
                        say.get("paper.amount")),
                paid.stream()
                        .flatMap(known -> known.lines().stream())
                        .map(line -> item(line, formats))
                        .toList(),
                paid.filter(known -> known.moreLines() > 0)
                        .map(known -> say.get("order.more", Integer.toString(known.moreLines())))
                        .orElse(""),
                paid.map(known -> sums(say, known.amounts(), formats)).orElse(List.of()),
                new Fact(
                        say.get(isCredit ? "paper.back" : "paper.paid"),
                        shown(receipt.what().total(), formats)),
                receipt.what().taxes().stream()
                        .map(tax -> tax(say, tax, formats))
                        .toList(),
                say.get("paper.page", "{0}", "{1}"),
                legal(brand));
    }

    private static Block from(Words say, Brand brand) {
        return new Block(
                say.get("paper.from"),
                Stream.of(
                                Stream.of(brand.legalName(), brand.postalAddress()),
                                brand.registration().stream(),
                                Stream.of(brand.supportEmail()),
                                brand.supportPhone().stream())
                        .flatMap(lines -> lines)
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    private static Block to(Words say, Order order) {
        return order.billingAddress()
                .or(order::shippingAddress)
                .map(Address::lines)
                .map(lines -> new Block(say.get("paper.to"), lines))
                .orElse(Block.NONE);
    }

    private static List<Fact> facts(Words say, Order order, Receipt receipt, Formats formats) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(say.get("paper.number"), receipt.number().toString()));
        facts.add(new Fact(say.get("paper.date"), formats.date(receipt.issuedAt())));
        receipt.what().of().ifPresent(of -> facts.add(new Fact(say.get("paper.of"), of.toString())));
        facts.add(new Fact(say.get("paper.order"), order.number()));
        if (receipt.what().of().isEmpty()) {
            facts.add(new Fact(say.get("paper.ordered"), formats.date(order.placedAt())));
        }
        return facts;
    }

    private static Item item(Line line, Formats formats) {
        return new Item(
                line.title(),
                line.variant().orElse(""),
                Integer.toString(line.quantity()),
                line.price().map(money -> shown(money, formats)).orElse(""),
                line.total().map(money -> shown(money, formats)).orElse(""));
    }

    private static List<Fact> sums(Words say, Order.Amounts amounts, Formats formats) {
        List<Fact> sums = new ArrayList<>();
        amounts.subtotal().ifPresent(money -> sums.add(new Fact(say.get("order.subtotal"), shown(money, formats))));
        amounts.discount()
                .filter(money -> money.minor() > 0)
                .ifPresent(
                        money -> sums.add(new Fact(say.get("order.discount"), withCode(formats.minus(money), money))));
        amounts.shipping()
                .ifPresent(money -> sums.add(new Fact(
                        say.get("order.shipping"),
                        money.minor() == 0 ? say.get("order.free") : shown(money, formats))));
        amounts.extras()
                .filter(money -> money.minor() != 0)
                .ifPresent(money -> sums.add(new Fact(say.get("order.extras"), shown(money, formats))));
        return sums;
    }

    private static Fact tax(Words say, TaxLine tax, Formats formats) {
        String name = tax.percent()
                .map(rate -> say.get("paper.tax.rate", tax.name(), formats.percent(rate)))
                .orElseGet(() -> say.get("paper.tax", tax.name()));
        return new Fact(name.strip(), shown(tax.amount(), formats));
    }

    private static String legal(Brand brand) {
        return brand.legalName() + " \u00b7 " + brand.postalAddress();
    }

    private static String shown(Money money, Formats formats) {
        return withCode(formats.money(money), money);
    }

    /** "TRY 1.968,00" where no font has the sign of the lira. */
    private static String withCode(String text, Money money) {
        return RARE_SIGN
                .matcher(text)
                .replaceAll(money.currency().getCurrencyCode() + NO_BREAK_SPACE)
                .strip();
    }
}
