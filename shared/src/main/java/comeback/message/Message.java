package comeback.message;

import comeback.customer.About;
import comeback.customer.CustomerId;
import comeback.customer.Fingerprint;
import comeback.customer.RecentMails;
import comeback.customer.Sent;
import comeback.engagement.Touches;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One e-mail to one customer, from its birth in a decision to its fate. Where it goes and what it says is read at
 * sending, so that both are true then.
 *
 * @param id computed from what it is for
 * @param store whose
 * @param customer to whom
 * @param flow which automation
 * @param flowVersion the file it was decided by
 * @param journeyKey what the journey runs for
 * @param name which letter of the flow
 * @param variant which of the step's letters it is shown as, when there are several; after a mark which of its offers it makes
 * @param messageClass why they get it
 * @param terms how it may be put off
 * @param about what it shows
 * @param bornAt when it was decided
 * @param state how far it is
 * @param feedback the gravest thing that SES told about it
 * @param leftOut what would have been in it and was not true when it went, and why
 * @param isByAnyone whether what brought it about came with a key that anybody has
 * @param touches who looked at it and followed its links, as far as that is known
 */
public record Message(
        MessageId id,
        StoreId store,
        CustomerId customer,
        String flow,
        String flowVersion,
        String journeyKey,
        String name,
        Optional<String> variant,
        MessageClass messageClass,
        Terms terms,
        About about,
        Instant bornAt,
        MessageState state,
        Optional<Feedback> feedback,
        List<Ruling> leftOut,
        boolean isByAnyone,
        Touches touches) {
    public Message {
        leftOut = List.copyOf(leftOut);
    }

    /** One that has not gone yet. */
    public Message(
            MessageId id,
            StoreId store,
            CustomerId customer,
            String flow,
            String flowVersion,
            String journeyKey,
            String name,
            Optional<String> variant,
            MessageClass messageClass,
            Terms terms,
            About about,
            Instant bornAt,
            MessageState state,
            Optional<Feedback> feedback) {
        this(
                id,
                store,
                customer,
                flow,
                flowVersion,
                journeyKey,
                name,
                variant,
                messageClass,
                terms,
                about,
                bornAt,
                state,
                feedback,
                List.of(),
                false,
                Touches.NONE);
    }

    /** The same message, brought about with a key that anybody has. */
    public Message byAnyone() {
        return new Message(
                id,
                store,
                customer,
                flow,
                flowVersion,
                journeyKey,
                name,
                variant,
                messageClass,
                terms,
                about,
                bornAt,
                state,
                feedback,
                leftOut,
                true,
                touches);
    }

    /** The same message, for where its customer lies now. */
    public Message to(CustomerId present) {
        return new Message(
                id,
                store,
                present,
                flow,
                flowVersion,
                journeyKey,
                name,
                variant,
                messageClass,
                terms,
                about,
                bornAt,
                state,
                feedback,
                leftOut,
                isByAnyone,
                touches);
    }

    /** Stands between a letter and the name of its offer: SES takes it in tags, and no letter's name has it. */
    public static final String OFFER_MARK = "__";

    /** The letter that is written: its variant, or the one it is named after. */
    public String letter() {
        return variant.map(mark -> mark.split(OFFER_MARK, 2)[0]).orElse(name);
    }

    /** What the customer remembers of it when it goes. */
    public Sent sentAt(Instant now) {
        boolean isAskedFor = messageClass == MessageClass.MARKETING && terms.isAtOnce();
        return new Sent(
                id.mark(), flow, isAskedFor ? MessageClass.REQUESTED : messageClass, now, journeyMark(), bornAt);
    }

    /** Whether a letter of the same journey that was decided later has gone already: after it this one makes no sense. */
    public boolean isOvertaken(RecentMails recent) {
        return messageClass != MessageClass.TRANSACTIONAL
                && recent.sent().stream()
                        .filter(mail ->
                                mail.flow().equals(flow) && mail.journey().equals(journeyMark()))
                        .anyMatch(mail -> mail.bornAt().isAfter(bornAt));
    }

    private String journeyMark() {
        return Fingerprint.of("journey", flow, journeyKey).substring(0, Sent.JOURNEY_LENGTH);
    }

    /** When it is not worth sending any more. */
    public Instant goodUntil() {
        return bornAt.plus(terms.timeToLive());
    }

    /** Whether a person should look: an order's mail of which nobody knows whether it went, or that cannot go. */
    public boolean isFlagged() {
        return messageClass == MessageClass.TRANSACTIONAL
                && (state instanceof MessageState.Unknown || state instanceof MessageState.Failed);
    }

    public Message with(MessageState changed) {
        return new Message(
                id,
                store,
                customer,
                flow,
                flowVersion,
                journeyKey,
                name,
                variant,
                messageClass,
                terms,
                about,
                bornAt,
                changed,
                feedback,
                leftOut,
                isByAnyone,
                touches);
    }

    /** The same message, without what is not true. */
    public Message leavingOut(List<Ruling> more) {
        return new Message(
                id,
                store,
                customer,
                flow,
                flowVersion,
                journeyKey,
                name,
                variant,
                messageClass,
                terms,
                about,
                bornAt,
                state,
                feedback,
                more,
                isByAnyone,
                touches);
    }

    public Message with(Feedback changed) {
        return new Message(
                id,
                store,
                customer,
                flow,
                flowVersion,
                journeyKey,
                name,
                variant,
                messageClass,
                terms,
                about,
                bornAt,
                state,
                Optional.of(changed),
                leftOut,
                isByAnyone,
                touches);
    }

    public Message with(Touches changed) {
        return new Message(
                id,
                store,
                customer,
                flow,
                flowVersion,
                journeyKey,
                name,
                variant,
                messageClass,
                terms,
                about,
                bornAt,
                state,
                feedback,
                leftOut,
                isByAnyone,
                changed);
    }

    /** When it was in the inbox, as far as is known: when that was told, else when SES took it. */
    public Instant arrivedAt() {
        return feedback.filter(told -> told.kind() == Feedback.Kind.DELIVERED)
                .map(Feedback::at)
                .orElse(state instanceof MessageState.Accepted taken ? taken.at() : bornAt);
    }
}
