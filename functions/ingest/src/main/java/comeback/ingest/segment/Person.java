package comeback.ingest.segment;

import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.ingest.reading.Emails;
import comeback.ingest.reading.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who a message is about.
 *
 * @param refs by what names the store knows them; empty when the message does not say, which is then noted
 * @param email an address that comes with it
 * @param emailIsTheirs whether it is the person's own, and not only where this order or checkout writes to
 */
record Person(List<Ref> refs, Optional<EmailAddress> email, boolean emailIsTheirs) {
    /** Events whose address is the person's own, because they are about nothing else. */
    private static final Set<TrackName> ABOUT_THEM = Set.of(
            TrackName.SIGNED_UP,
            TrackName.CONTACT_MADE,
            TrackName.UNSUBSCRIBED,
            TrackName.CONSENT_UPDATED,
            TrackName.CUSTOMER_DELETED,
            TrackName.CUSTOMER_REDACTED,
            TrackName.CUSTOMER_DATA_REQUESTED);

    static Person in(Message message, Optional<TrackName> name) {
        var own = ownEmail(message, name);
        var typed = typedEmail(message, name);
        var refs = new ArrayList<Ref>();
        Texts.id(message.item(), Ref.MAX, "userId").map(Ref::user).ifPresent(refs::add);
        own.map(Ref::email).ifPresent(refs::add);
        anonymousId(message).map(Ref::anonymous).ifPresent(refs::add);
        if (refs.isEmpty() && typed.isPresent()) {
            // A guest whom the shop knows by nothing but the address is the one whom the address names.
            return new Person(List.of(Ref.email(typed.get())), typed, true);
        }
        if (refs.isEmpty()) {
            message.item().refuse("userId", "required, or anonymousId, or an e-mail address");
        }
        // An address under a name that means nothing to us may be anyone's: a friend's, a gift's.
        boolean mayCarryTyped = name.isPresent();
        return new Person(refs, own.or(() -> mayCarryTyped ? typed : Optional.empty()), own.isPresent());
    }

    /** The address that the person goes by: told by identify or sign-up, or remembered by the client. */
    private static Optional<EmailAddress> ownEmail(Message message, Optional<TrackName> name) {
        var signedUp = name.filter(ABOUT_THEM::contains).flatMap(its -> Emails.in(message.properties(), "email"));
        // The traits of a group call are a company's.
        var told = message.type() == MessageType.GROUP
                ? Optional.<EmailAddress>empty()
                : Emails.in(message.traits(), "email", "$email");
        var remembered = Emails.in(message.contextTraits(), "email");
        return signedUp.or(() -> told).or(() -> remembered);
    }

    /** The address that stands beside a cart or an order. */
    private static Optional<EmailAddress> typedEmail(Message message, Optional<TrackName> name) {
        if (message.type() != MessageType.TRACK) {
            return Optional.empty();
        }
        return name.isPresent()
                ? Emails.in(message.properties(), "email")
                : Emails.perhapsIn(message.properties(), "email");
    }

    private static Optional<String> anonymousId(Message message) {
        var anonymousId = Texts.id(message.item(), Ref.MAX, "anonymousId");
        // An alias says that someone was known by another name until now.
        return message.type() == MessageType.ALIAS
                ? Texts.id(message.item(), Ref.MAX, "previousId").or(() -> anonymousId)
                : anonymousId;
    }
}
