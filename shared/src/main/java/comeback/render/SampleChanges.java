package comeback.render;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.About;
import comeback.customer.Change;
import comeback.customer.Change.Edited.Part;
import comeback.customer.OrderId;
import comeback.customer.OrderReturn;
import comeback.customer.ReturnStage;
import comeback.customer.Shipment;
import comeback.customer.ShipmentStage;
import comeback.customer.TaxLine;
import comeback.receipt.Receipt;
import comeback.receipt.Receipt.Statement;
import comeback.receipt.ReceiptNumber;
import comeback.receipt.Series;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Year;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of the orders of the sample letters. */
final class SampleChanges {
    private static final OrderId ORDER = new OrderId("o-1042");
    private static final Instant SOON = Instant.parse("2026-03-20T10:00:00Z");

    private SampleChanges() {}

    static Optional<About.TheChange> of(
            SampleMessage message, List<Line> lines, Shipment shipment, LetterSamples.Customer customer, String shop) {
        boolean isBare = customer == LetterSamples.Customer.KNOWN_BY_LITTLE;
        return switch (message.file()) {
            case "arriving-today" -> parcel(shipment, ShipmentStage.OUT_FOR_DELIVERY, isBare);
            case "ready-to-fetch" -> parcel(shipment, ShipmentStage.READY_FOR_PICKUP, isBare);
            case "we-missed-you" -> parcel(shipment, ShipmentStage.ATTEMPTED, isBare);
            case "a-little-later" -> parcel(shipment, ShipmentStage.DELAYED, isBare);
            case "not-arriving" -> parcel(shipment, ShipmentStage.RETURNING, isBare);
            case "it-has-arrived" -> about(new Change.Arrived());
            case "order-cancelled" -> about(new Change.Cancelled());
            case "your-refund" -> about(refund(lines, isBare));
            case "order-changed" ->
                about(new Change.Edited(isBare ? Set.of(Part.GOODS) : EnumSet.allOf(Part.class), "p"));
            case "payment-failed", "still-unpaid" ->
                about(new Change.PaymentFailed(isBare ? Optional.empty() : Optional.of(shop + "/pay/o-1042?a=b&c=d")));
            case "we-have-your-request" -> returning(ReturnStage.REQUESTED, lines, isBare, shop);
            case "send-it-back", "a-few-days-left" -> returning(ReturnStage.APPROVED, lines, isBare, shop);
            case "we-cannot-take-it-back" -> returning(ReturnStage.DECLINED, lines, isBare, shop);
            case "it-is-with-us" -> returning(ReturnStage.RECEIVED, lines, isBare, shop);
            case "your-receipt" -> about(new Change.Paid());
            case "your-credit-note" -> about(new Change.PaidBack("r-1", price(lines)));
            default -> Optional.empty();
        };
    }

    private static Money price(List<Line> lines) {
        return lines.getFirst().total().orElseGet(() -> new Money(1_990, Currency.getInstance("EUR")));
    }

    /** A receipt, or the credit note that takes from it; shops that tell little tell no taxes. */
    static Optional<Receipt> receipt(SampleMessage message, List<Line> lines, LetterSamples.Customer customer) {
        if (!message.flow().equals("receipt")) {
            return Optional.empty();
        }
        Money total = price(lines);
        Money tax = new Money(total.minor() / 6, total.currency());
        List<TaxLine> taxes = customer == LetterSamples.Customer.KNOWN_BY_LITTLE
                ? List.of()
                : List.of(
                        new TaxLine("VAT", Optional.of(new BigDecimal("20")), tax),
                        new TaxLine("", Optional.empty(), tax),
                        new TaxLine("City & county", Optional.of(new BigDecimal("8.875")), tax));
        Statement paid = new Statement(Series.RECEIPT, "o-1042", ORDER, total, taxes, Optional.empty());
        Receipt receipt = new Receipt(new ReceiptNumber(Series.RECEIPT, Year.of(2026), 42), paid, SOON);
        return Optional.of(
                message.file().equals("your-receipt")
                        ? receipt
                        : new Receipt(
                                new ReceiptNumber(Series.CREDIT_NOTE, Year.of(2026), 3),
                                Statement.creditNote(
                                        receipt, Money.zero(total.currency()), new Change.PaidBack("r-1", total)),
                                SOON));
    }

    private static Optional<About.TheChange> about(Change change) {
        return Optional.of(new About.TheChange(ORDER, change));
    }

    private static Optional<About.TheChange> parcel(Shipment shipment, ShipmentStage stage, boolean isBare) {
        return about(new Change.ParcelMoved(shipment, stage, isBare ? Optional.empty() : Optional.of(SOON)));
    }

    private static Change refund(List<Line> lines, boolean isBare) {
        Optional<Money> amount = lines.getFirst().total();
        return new Change.Refunded("r-1", amount, !isBare, isBare ? List.of() : lines);
    }

    private static Optional<About.TheChange> returning(
            ReturnStage stage, List<Line> lines, boolean isBare, String shop) {
        return about(new Change.ReturnMoved(
                isBare
                        ? new OrderReturn(ORDER, Optional.empty(), Optional.empty(), Optional.empty(), List.of())
                        : new OrderReturn(
                                ORDER,
                                Optional.of("ret-1"),
                                Optional.of("#1042-R1"),
                                Optional.of("2 × < 30 days"),
                                lines,
                                Optional.of(shop + "/labels/ret-1?a=b&c=d"),
                                Optional.of(SOON)),
                stage));
    }
}
