package comeback.send;

import comeback.commit.Issue;
import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.link.CartToken;
import comeback.link.ConfirmToken;
import comeback.link.OrderToken;
import comeback.link.PreferencesToken;
import comeback.link.RatingToken;
import comeback.link.ReplyAddress;
import comeback.link.StockRequestToken;
import comeback.link.SurveyToken;
import comeback.link.UnsubscribeToken;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.render.Letter;
import comeback.render.LetterRequest;
import comeback.render.LetterWriter;
import comeback.render.Links;
import comeback.render.OrderPapers;
import comeback.store.Sender;
import comeback.store.Store;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes the mail of a message: the letter in the customer's language, the headers of its class, the tags. */
public final class Composer {
    private final Supplier<? extends LetterWriter> letters;
    private final String publicUrl;
    private final Optional<String> replyDomain;

    /** Makes it, for a deployment that takes no answers. */
    public Composer(Supplier<? extends LetterWriter> letters, String publicUrl) {
        this(letters, publicUrl, Optional.empty());
    }

    /**
     * Makes it.
     *
     * @param publicUrl where this deployment's own links lead, without a slash at the end
     * @param replyDomain at which this deployment takes answers to letters, if it does
     */
    public Composer(Supplier<? extends LetterWriter> letters, String publicUrl, Optional<String> replyDomain) {
        this.letters = letters;
        this.publicUrl = publicUrl;
        this.replyDomain = replyDomain;
    }

    /** Whether there is such a letter: one that was taken away may still be asked for by a journey of an older file. */
    boolean has(Message message) {
        return letters.get().has(message.flow(), message.letter());
    }

    Mail compose(Store store, Message message, Customer customer, Facts facts) {
        String unsubscribe =
                publicUrl + "/u/" + new UnsubscribeToken(store.id(), customer.id(), message.id()).signedBy(store);
        Locale locale = store.offered(customer.language().orElse(store.locale()));
        LetterRequest plain = new LetterRequest(
                message.flow(),
                message.letter(),
                message.messageClass(),
                locale,
                customer.profile().zoneOr(store.zone()),
                store,
                customer.profile(),
                facts.to().orElseThrow(),
                facts.cart().map(cart -> leadingBack(store, customer, cart)),
                facts.order(),
                facts.shipment(),
                facts.goods().lines(),
                facts.issue().map(Issue::coupon),
                new Links(
                        unsubscribe,
                        preferences(store, message, customer),
                        confirm(store, message, customer),
                        rate(store, customer, facts),
                        publicUrl + "/u/" + new SurveyToken(store.id(), customer.id(), message.id()).signedBy(store)));
        LetterRequest whole = plain.with(papers(store, message, customer, facts))
                .with(facts.goods().deal())
                .with(customer.consent());
        Letter letter = letters.get().render(message.about() instanceof About.TheDay day ? whole.with(day) : whole);
        return new Mail(
                sender(store, message), facts.to().orElseThrow(), letter, headers(message, unsubscribe), tags(message));
    }

    /** Answers come to us, unless the store wants them elsewhere. */
    private Sender sender(Store store, Message message) {
        Sender sender = store.sender();
        return sender.replyTo().isPresent()
                ? sender
                : replyDomain
                        .flatMap(domain -> ReplyAddress.at(domain, store, message.id()))
                        .map(sender::answeredAt)
                        .orElse(sender);
    }

    /** Where the customer chooses what they get. Its day is the message's, so that the letter is the same at every attempt. */
    private String preferences(Store store, Message message, Customer customer) {
        return publicUrl + "/p/"
                + PreferencesToken.of(store.id(), customer.id(), message.bornAt())
                        .in(message.id())
                        .signedBy(store);
    }

    /** Of a shop that takes carts back, the letter leads to a page of ours, which does nothing before a button is pressed. */
    private Cart leadingBack(Store store, Customer customer, Cart cart) {
        return store.brand().cartUrl().isEmpty()
                ? cart
                : cart.withUrl(publicUrl + "/u/" + new CartToken(store.id(), customer.id(), cart.id()).signedBy(store));
    }

    private OrderPapers papers(Store store, Message message, Customer customer, Facts facts) {
        Optional<About.TheChange> change =
                message.about() instanceof About.TheChange about ? Optional.of(about) : Optional.empty();
        Optional<OrderId> shown = facts.order().map(Order::id);
        return new OrderPapers(
                change,
                shown.map(id -> publicUrl + "/u/" + new OrderToken(store.id(), customer.id(), id).signedBy(store))
                        .orElse(""),
                shown.flatMap(customer.shopping()::twin).isPresent(),
                facts.receipt());
    }

    /**
     * Where the customer says that a request is theirs, or still is: since they were asked. Letters that do not ask leave it
     * out.
     */
    private String confirm(Store store, Message message, Customer customer) {
        if (message.messageClass() == MessageClass.REQUESTED && customer.consent() instanceof Consent.Asked asked) {
            return publicUrl + "/u/" + new ConfirmToken(store.id(), customer.id(), asked.at()).signedBy(store);
        }
        return message.about() instanceof About.TheGoods goods && goods.news().isEmpty()
                ? goods.wishes().stream()
                        .findFirst()
                        .map(wish -> publicUrl + "/u/"
                                + new StockRequestToken(store.id(), customer.id(), wish.wanted(), message.bornAt())
                                        .signedBy(store))
                        .orElse("")
                : "";
    }

    /** Where the customer says how they find what they bought. */
    private String rate(Store store, Customer customer, Facts facts) {
        return facts.order()
                .map(order ->
                        publicUrl + "/u/" + new RatingToken(store.id(), customer.id(), order.id()).signedBy(store))
                .orElse("");
    }

    private static Map<String, String> headers(Message message, String unsubscribe) {
        return message.messageClass() == MessageClass.MARKETING
                ? Map.of(
                        "List-Unsubscribe",
                        "<" + unsubscribe + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click")
                : Map.of();
    }

    /** SES gives these back with every event about the mail; ids only, nothing personal. */
    private static Map<String, String> tags(Message message) {
        Map<String, String> tags = new TreeMap<>(Map.of(
                "store", message.store().value(),
                "customer", message.customer().value(),
                "id", message.id().value(),
                "flow", message.flow(),
                "message", message.name(),
                "class", message.messageClass().name().toLowerCase(Locale.ROOT)));
        message.variant().ifPresent(variant -> tags.put("variant", variant));
        return tags;
    }
}
