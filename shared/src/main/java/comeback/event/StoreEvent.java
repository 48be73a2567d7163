package comeback.event;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.customer.ShipmentStage;
import comeback.store.KeyClass;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing a storefront reported, with its envelope.
 *
 * @param id the sender's id of it (messageId): the same id is the same report, however often it comes
 * @param source the protocol and client it came by, for the timeline
 * @param occurredAt when it happened, corrected for the sender's clock; never later than received
 * @param receivedAt when it reached us
 * @param refs who it is about, strongest first; never empty. The address is added here when it is the person's own
 * @param email an address that comes with it
 * @param emailIsTheirs whether that address is the person's own (told by identify or sign-up), or only where this
 *     order or checkout writes to. Someone without a user id is known by the address they type, so then it is theirs
 * @param profile what it tells about the person
 * @param consent what it tells about marketing consent
 * @param keyClass what its sender may start
 * @param isHistory imported or backfilled: it updates what we know and starts nothing
 * @param event what happened
 */
public record StoreEvent(
        String id,
        String source,
        Instant occurredAt,
        Instant receivedAt,
        List<Ref> refs,
        Optional<EmailAddress> email,
        boolean emailIsTheirs,
        Profile profile,
        Consent consent,
        KeyClass keyClass,
        boolean isHistory,
        Event event) {
    public static final int ID_MAX = 100;

    public StoreEvent {
        emailIsTheirs =
                email.isPresent() && (emailIsTheirs || refs.stream().noneMatch(ref -> ref.kind() == Ref.Kind.USER));
        Stream<Ref> address = emailIsTheirs ? email.stream().map(Ref::email) : Stream.of();
        refs = Stream.concat(refs.stream(), address)
                .distinct()
                .sorted(Comparator.comparing(Ref::kind))
                .toList();
        if (refs.isEmpty()) {
            throw new IllegalArgumentException("an event is about someone");
        }
        if (occurredAt.isAfter(receivedAt)) {
            occurredAt = receivedAt;
        }
    }

    /**
     * The canonical name of what happened. A request of stock that comes from a browser may be anybody's, so until its
     * person confirms it, it is only asked.
     */
    public String name() {
        return keyClass == KeyClass.PUBLIC && event instanceof StockRequestEvent.BackInStockSubscribed
                ? StockRequestEvent.ASKED
                : event.name();
    }

    /** All names that a journey may wait for: a carrier's word that a parcel was delivered is the order's, too. */
    public Set<String> names() {
        return event instanceof OrderEvent.ShipmentUpdated parcel && parcel.stage() == ShipmentStage.DELIVERED
                ? Set.of(name(), OrderEvent.DELIVERED)
                : Set.of(name());
    }

    /** The same report, of this instead. */
    public StoreEvent with(Event other) {
        return new StoreEvent(
                id,
                source,
                occurredAt,
                receivedAt,
                refs,
                email,
                emailIsTheirs,
                profile,
                consent,
                keyClass,
                isHistory,
                other);
    }

    /** The same event of somebody whose address this is not. */
    public StoreEvent withoutAddress() {
        return new StoreEvent(
                id,
                source,
                occurredAt,
                receivedAt,
                refs.stream().filter(ref -> ref.kind() != Ref.Kind.EMAIL).toList(),
                Optional.empty(),
                false,
                profile,
                consent,
                keyClass,
                isHistory,
                event);
    }

    /** The address that this event makes the customer's own: theirs, or the first one we hear of. */
    public Optional<EmailAddress> addressFor(Customer customer) {
        return email.filter(
                given -> emailIsTheirs || customer.identity().email().isEmpty());
    }

    /** All names that this event gives the customer. */
    public List<Ref> refsOf(Customer customer) {
        return Stream.concat(refs.stream(), addressFor(customer).stream().map(Ref::email))
                .distinct()
                .toList();
    }
}
