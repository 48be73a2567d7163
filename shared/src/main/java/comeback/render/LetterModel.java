package comeback.render;

import comeback.message.MessageClass;
import java.util.Optional;
import org.apache.velocity.VelocityContext;

/**
 * All that a template can name: each component is a reference of that name, and an absent one is undefined.
 *
 * @param lang the language's code, for the document
 * @param marketing the footer shows the way out, and the subject says what it is where the law wants that
 * @param palette colours
 * @param brand the shop
 * @param caps how often the shop writes at most
 * @param customer the reader
 * @param cart in cart letters
 * @param order in order letters, and in shipping letters when it is known
 * @param shipment in shipping letters
 * @param change in letters about what became of an order
 * @param receipt in letters that bring a receipt or a credit note
 * @param goods in letters about things that the customer asked for
 * @param coupon in letters that give one
 * @param loyalty the reader's points, if the shop told of any
 * @param day in letters about a day of the reader's
 * @param links for the footer
 * @param t the words
 */
record LetterModel(
        String lang,
        boolean marketing,
        Palette palette,
        BrandView brand,
        CapsView caps,
        CustomerView customer,
        Optional<CartView> cart,
        Optional<OrderView> order,
        Optional<ShipmentView> shipment,
        Optional<ChangeView> change,
        Optional<ReceiptView> receipt,
        Optional<GoodsView> goods,
        Optional<CouponView> coupon,
        LoyaltyView loyalty,
        Optional<DayView> day,
        LinksView links,
        Words t) {
    static LetterModel of(LetterRequest request, Rows rows, Words words) {
        BrandView brand = BrandView.of(request.store().brand());
        // A letter in English has English dates, even for someone whose language nobody wrote.
        boolean isTheirs =
                words.language().getLanguage().equals(request.locale().getLanguage());
        Formats formats = new Formats(isTheirs ? request.locale() : words.language(), request.zone());
        return new LetterModel(
                words.language().getLanguage(),
                request.messageClass() == MessageClass.MARKETING,
                Palette.of(request.store().brand().colour()),
                brand,
                CapsView.of(request.store().policy().caps()),
                CustomerView.of(request, words.language(), formats),
                request.cart().map(cart -> CartView.of(cart, brand.homeUrl(), rows, formats)),
                request.order().map(order -> OrderView.of(order, request.papers(), rows, formats)),
                request.shipment().map(shipment -> ShipmentView.of(shipment, request.order(), rows)),
                request.papers().change().map(about -> ChangeView.of(about, request, rows, formats)),
                request.papers()
                        .receipt()
                        .map(receipt -> ReceiptView.of(receipt, request.papers().page(), formats)),
                Optional.of(request.goods())
                        .filter(lines -> !lines.isEmpty())
                        .map(lines -> GoodsView.of(lines, request.deal(), brand.homeUrl(), rows, formats)),
                request.coupon().map(coupon -> CouponView.of(coupon, request.store(), formats)),
                LoyaltyView.of(request.profile().loyalty(), formats),
                request.day().map(DayView::of),
                LinksView.of(request.links()),
                words);
    }

    void into(VelocityContext context) {
        context.put("lang", lang);
        context.put("marketing", marketing);
        context.put("palette", palette);
        context.put("brand", brand);
        context.put("caps", caps);
        context.put("customer", customer);
        put(context, "cart", cart);
        put(context, "order", order);
        put(context, "shipment", shipment);
        put(context, "change", change);
        put(context, "receipt", receipt);
        put(context, "goods", goods);
        put(context, "coupon", coupon);
        context.put("loyalty", loyalty);
        put(context, "day", day);
        context.put("links", links);
        context.put("t", t);
    }

    /** What this letter has not is undefined, whatever the one before had. */
    private static void put(VelocityContext context, String name, Optional<?> value) {
        if (value.isPresent()) {
            context.put(name, value.get());
        } else {
            context.remove(name);
        }
    }
}
