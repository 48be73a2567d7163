package comeback.message;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.customer.Suppression;
import java.util.Optional;

/** Whether a message may go to a customer now, and if not, why. Asked when it is born and again when it is claimed. */
public final class MayItGo {
    private MayItGo() {}

    /** The answer. */
    public sealed interface Answer {
        /** It may. */
        record Send() implements Answer {}

        /**
         * It may not, and will not later.
         *
         * @param reason in words a support person can read aloud
         */
        record Skip(String reason) implements Answer {}
    }

    /**
     * Asks.
     *
     * @param withoutConsentLeft how many more marketing messages of its journey may go to someone who never answered
     */
    public static Answer ask(
            Customer customer, MessageClass messageClass, Optional<EmailAddress> to, int withoutConsentLeft) {
        if (to.isEmpty()) {
            return new Answer.Skip("no e-mail address is known");
        }
        Optional<Suppression> suppression = customer.suppressions().stream()
                .filter(held -> held.inbox().equals(to.get().inbox()))
                .findFirst();
        if (suppression.isPresent()) {
            return new Answer.Skip(
                    switch (suppression.get().reason()) {
                        case HARD_BOUNCE -> "mail to this address came back for good";
                        case COMPLAINT -> "the customer reported a mail as spam";
                    });
        }
        return switch (messageClass) {
            case TRANSACTIONAL, REQUESTED -> new Answer.Send();
            case MARKETING -> mayPromote(customer.consent(), withoutConsentLeft);
        };
    }

    private static Answer mayPromote(Consent consent, int withoutConsentLeft) {
        return switch (consent) {
            case Consent.Given given -> new Answer.Send();
            case Consent.Withdrawn withdrawn ->
                new Answer.Skip("the customer unsubscribed (" + withdrawn.source() + ")");
            case Consent.Unknown unknown ->
                withoutConsentLeft > 0
                        ? new Answer.Send()
                        : new Answer.Skip("the customer has not agreed to marketing mail");
        };
    }
}
