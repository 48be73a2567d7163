package comeback.message;

import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.customer.RecentMails;
import comeback.customer.Suppression;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a message may go to a customer now, and if not, why. Asked when it is born and again when it is claimed.
 *
 * <p>Who agreed may still want one topic and not another, and not more than so many: their {@link comeback.customer.Wishes}.
 */
public final class MayItGo {
    /**
     * Storefronts tell who somebody is in one call and what they did in another, and either may come first. So a letter that
     * knows no address waits for one.
     */
    public static final Duration ADDRESS_KNOWN_WITHIN = Duration.ofHours(1);

    /** Who wrote to a person of the shop is not advertised to before that is settled. */
    public static final Duration SILENT_AFTER_REPLY = Duration.ofDays(14);

    private MayItGo() {}

    /** The answer. */
    public sealed interface Answer {
        /** It may. */
        record Send() implements Answer {}

        /**
         * It may later: ask again then.
         *
         * @param until a whole minute, later than the moment that was asked about
         * @param ruling which rule says so, until when, and what would have changed it
         */
        record Wait(Instant until, Ruling ruling) implements Answer {
            /** In words that a support person can read aloud. */
            public String reason() {
                return ruling.text();
            }

            /** What is said when the message is not worth sending then. */
            public Ruling tooLong() {
                return new Ruling(
                        ruling.rule(),
                        ruling.value(),
                        "not worth sending so late: " + ruling.text(),
                        ruling.otherwise() + " A longer time to live in the flow file would have let it wait.");
            }
        }

        /**
         * It may not, and will not later.
         *
         * @param ruling which rule says so, and what would have changed it
         */
        record Skip(Ruling ruling) implements Answer {
            /** In words that a support person can read aloud. */
            public String reason() {
                return ruling.text();
            }
        }
    }

    /**
     * A message that is to go.
     *
     * @param id names it, also before it is born
     * @param messageClass why the customer gets it
     * @param terms how it may be put off
     * @param to its address, if one is known
     * @param withoutConsentLeft how many more marketing messages of its journey may go to someone who never answered
     */
    public record Planned(
            MessageId id, MessageClass messageClass, Terms terms, Optional<EmailAddress> to, int withoutConsentLeft) {}

    /** Asks. Whether it may go at all comes first, so that nothing waits that could never go. */
    public static Answer ask(Customer customer, Store store, Planned planned, Instant now) {
        Answer ever = mayEverGo(customer, store, planned, now);
        boolean isTimed = planned.messageClass() == MessageClass.MARKETING
                && !planned.terms().isAtOnce();
        if (!(ever instanceof Answer.Send) || !isTimed) {
            return ever;
        }
        return Timing.reasonToWait(customer, store, planned, now)
                .<Answer>map(wait -> wait)
                .orElse(ever);
    }

    /** Whether a rule only ever puts a message off. */
    public static boolean isForAWhile(Ruling ruling) {
        return Timing.RULES.contains(ruling.rule());
    }

    private static Answer mayEverGo(Customer customer, Store store, Planned planned, Instant now) {
        Optional<EmailAddress> to = planned.to();
        if (to.isEmpty()) {
            return new Answer.Skip(new Ruling(
                    "address",
                    "none",
                    "no e-mail address is known",
                    "It would have gone, had the store reported an e-mail address."));
        }
        Optional<Suppression> suppression = customer.suppressions().stream()
                .filter(held -> held.isOf(to.get()))
                .findFirst();
        if (suppression.isPresent()) {
            return new Answer.Skip(suppressed(suppression.get()));
        }
        return switch (planned.messageClass()) {
            case TRANSACTIONAL, REQUESTED -> new Answer.Send();
            case MARKETING -> {
                if (customer.recentMails().isDormant(to.get().inbox(), now)) {
                    yield new Answer.Skip(dormant());
                }
                Optional<Instant> letGo = customer.letGoAt().filter(at -> !now.isBefore(at));
                yield letGo.isPresent()
                        ? new Answer.Skip(letGo(letGo.get()))
                        : Permission.ask(customer, store, planned);
            }
        };
    }

    private static Ruling letGo(Instant at) {
        return new Ruling(
                "sunset",
                at.toString(),
                "there was no sign of the customer for so long that nothing is advertised to them since " + at,
                "It would have gone, had the customer visited the shop, or said that they want to stay.");
    }

    private static Ruling dormant() {
        return new Ruling(
                "dormant",
                RecentMails.DORMANT_AFTER + " mails came back",
                "the last " + RecentMails.DORMANT_AFTER + " mails to this address came back within "
                        + RecentMails.DORMANT_WITHIN.toDays() + " days, so nothing but order mail is tried",
                "It would have gone, had a mail arrived there since.");
    }

    private static Ruling suppressed(Suppression suppression) {
        return new Ruling(
                "suppression",
                suppression.reason().name(),
                switch (suppression.reason()) {
                    case HARD_BOUNCE -> "mail to this address came back for good";
                    case COMPLAINT -> "the customer reported a mail as spam";
                },
                switch (suppression.reason()) {
                    case HARD_BOUNCE -> "It would have gone to another address of the customer.";
                    case COMPLAINT -> "Nothing would have changed it but the customer's not having reported spam.";
                });
    }
}
