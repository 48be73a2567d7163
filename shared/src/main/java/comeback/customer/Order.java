package comeback.customer;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A purchase as its letters show it. It lies in an item of its own, because nothing in it decides.
 *
 * @param id the shop's id
 * @param number as the shopper knows it: "#1001"; the id when the shop gives none
 * @param placedAt when it was bought
 * @param payment whether the money is there
 * @param lines what was bought; at most {@value #LINES_MAX}
 * @param moreLines how many further lines there are that we do not keep
 * @param amounts what it cost
 * @param couponCodes as entered
 * @param email the recipient, when the order names one
 * @param phone as given at checkout
 * @param shippingAddress where it goes
 * @param billingAddress who pays
 * @param url where the shopper can look at it, without a login
 */
public record Order(
        OrderId id,
        String number,
        Instant placedAt,
        Payment payment,
        List<Line> lines,
        int moreLines,
        Amounts amounts,
        List<String> couponCodes,
        Optional<EmailAddress> email,
        Optional<String> phone,
        Optional<Address> shippingAddress,
        Optional<Address> billingAddress,
        Optional<String> url) {
    public static final int LINES_MAX = 60;

    /** Whether the shop has its money. */
    public enum Payment {
        PAID,
        PENDING
    }

    /**
     * The sums under an order's lines; each only when the storefront said it.
     *
     * @param subtotal of the lines
     * @param discount as a positive amount
     * @param shipping zero is "free"
     * @param tax contained or added, as the shop says
     * @param total what is paid
     * @param extras what else is in the total: a tip, duties, fees
     * @param taxes the tax by its rates, when the storefront told them; at most {@value #TAXES_MAX}
     */
    public record Amounts(
            Optional<Money> subtotal,
            Optional<Money> discount,
            Optional<Money> shipping,
            Optional<Money> tax,
            Optional<Money> total,
            Optional<Money> extras,
            List<TaxLine> taxes) {
        public static final int TAXES_MAX = 10;

        public Amounts {
            taxes = taxes.stream().limit(TAXES_MAX).toList();
        }

        /** Those of an order whose tax is not told by rates. */
        public Amounts(
                Optional<Money> subtotal,
                Optional<Money> discount,
                Optional<Money> shipping,
                Optional<Money> tax,
                Optional<Money> total,
                Optional<Money> extras) {
            this(subtotal, discount, shipping, tax, total, extras, List.of());
        }

        public Amounts with(List<TaxLine> byRate) {
            return new Amounts(subtotal, discount, shipping, tax, total, extras, byRate);
        }

        /** Those of an order without extras. */
        public Amounts(
                Optional<Money> subtotal,
                Optional<Money> discount,
                Optional<Money> shipping,
                Optional<Money> tax,
                Optional<Money> total) {
            this(subtotal, discount, shipping, tax, total, Optional.empty());
        }
    }

    public Order {
        if (lines.size() > LINES_MAX) {
            moreLines += lines.size() - LINES_MAX;
            lines = lines.subList(0, LINES_MAX);
        }
        lines = List.copyOf(lines);
        couponCodes = List.copyOf(couponCodes);
    }

    /** Whether lines, discount, shipping and tax come to the total, as far as they are known. */
    public boolean addsUp() {
        return Sums.addUp(this);
    }

    /** The same order, saying no sum: for letters when the sums are wrong. */
    public Order withoutSums() {
        List<Line> unpriced = lines.stream()
                .map(line -> new Line(
                        line.productId(),
                        line.variantId(),
                        line.title(),
                        line.variant(),
                        line.url(),
                        line.imageUrl(),
                        line.quantity(),
                        Optional.empty()))
                .toList();
        return new Order(
                id,
                number,
                placedAt,
                payment,
                unpriced,
                moreLines,
                new Amounts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                couponCodes,
                email,
                phone,
                shippingAddress,
                billingAddress,
                url);
    }
}
