package comeback.render;

import comeback.catalogue.Deal;
import comeback.catalogue.Line;
import comeback.coupon.Coupon;
import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.EmailAddress;
import comeback.customer.Order;
import comeback.customer.Profile;
import comeback.customer.Shipment;
import comeback.message.MessageClass;
import comeback.store.Store;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A letter wanted.
 *
 * @param flow the folder under {@code templates/}
 * @param message the file in it, without ".vm"
 * @param messageClass decides the footer: a way out of marketing, a reason for everything else
 * @param locale the customer's language and country; a language without words gets English
 * @param zone in which dates are told
 * @param store whose letter it is
 * @param profile whom to greet
 * @param to where the letter goes
 * @param cart shown by cart letters; they cannot do without
 * @param order shown by order letters; shipping letters say what is still to come when it is there
 * @param shipment shown by shipping letters; they cannot do without
 * @param papers what else letters show of an order
 * @param goods shown by letters about things that the customer asked for; they cannot do without
 * @param deal what else the letter says of the one product that it is about
 * @param coupon that goes with the letter, if one does
 * @param links that the letter may carry
 * @param consent what they said about marketing
 * @param day of the customer's, shown by letters about one; they cannot do without
 */
public record LetterRequest(
        String flow,
        String message,
        MessageClass messageClass,
        Locale locale,
        ZoneId zone,
        Store store,
        Profile profile,
        EmailAddress to,
        Optional<Cart> cart,
        Optional<Order> order,
        Optional<Shipment> shipment,
        OrderPapers papers,
        List<Line> goods,
        Deal deal,
        Optional<Coupon> coupon,
        Links links,
        Consent consent,
        Optional<About.TheDay> day) {
    /** Of a letter that tells nothing else of its goods. */
    public LetterRequest(
            String flow,
            String message,
            MessageClass messageClass,
            Locale locale,
            ZoneId zone,
            Store store,
            Profile profile,
            EmailAddress to,
            Optional<Cart> cart,
            Optional<Order> order,
            Optional<Shipment> shipment,
            OrderPapers papers,
            List<Line> goods,
            Optional<Coupon> coupon,
            Links links) {
        this(
                flow,
                message,
                messageClass,
                locale,
                zone,
                store,
                profile,
                to,
                cart,
                order,
                shipment,
                papers,
                goods,
                Deal.NONE,
                coupon,
                links,
                Consent.unknown(),
                Optional.empty());
    }

    /** Of a letter that shows nothing else of an order. */
    public LetterRequest(
            String flow,
            String message,
            MessageClass messageClass,
            Locale locale,
            ZoneId zone,
            Store store,
            Profile profile,
            EmailAddress to,
            Optional<Cart> cart,
            Optional<Order> order,
            Optional<Shipment> shipment,
            List<Line> goods,
            Optional<Coupon> coupon,
            Links links) {
        this(
                flow,
                message,
                messageClass,
                locale,
                zone,
                store,
                profile,
                to,
                cart,
                order,
                shipment,
                OrderPapers.NONE,
                goods,
                coupon,
                links);
    }

    /** The same letter, with this about its order. */
    public LetterRequest with(OrderPapers more) {
        return new LetterRequest(
                flow,
                message,
                messageClass,
                locale,
                zone,
                store,
                profile,
                to,
                cart,
                order,
                shipment,
                more,
                goods,
                deal,
                coupon,
                links,
                consent,
                day);
    }

    /** The same letter, with this about its goods. */
    public LetterRequest with(Deal more) {
        return new LetterRequest(
                flow,
                message,
                messageClass,
                locale,
                zone,
                store,
                profile,
                to,
                cart,
                order,
                shipment,
                papers,
                goods,
                more,
                coupon,
                links,
                consent,
                day);
    }

    /** The same letter, of this store. */
    public LetterRequest of(Store other) {
        return new LetterRequest(
                flow,
                message,
                messageClass,
                locale,
                zone,
                other,
                profile,
                to,
                cart,
                order,
                shipment,
                papers,
                goods,
                deal,
                coupon,
                links,
                consent,
                day);
    }

    /** The same letter, for who said this about marketing. */
    public LetterRequest with(Consent said) {
        return new LetterRequest(
                flow,
                message,
                messageClass,
                locale,
                zone,
                store,
                profile,
                to,
                cart,
                order,
                shipment,
                papers,
                goods,
                deal,
                coupon,
                links,
                said,
                day);
    }

    /** The same letter, about this day. */
    public LetterRequest with(About.TheDay about) {
        return new LetterRequest(
                flow,
                message,
                messageClass,
                locale,
                zone,
                store,
                profile,
                to,
                cart,
                order,
                shipment,
                papers,
                goods,
                deal,
                coupon,
                links,
                consent,
                Optional.of(about));
    }
}
