package comeback.event;

import comeback.customer.Profile;

/** What happens to a person's word and record, rather than to their shopping. */
public sealed interface PersonEvent extends Event {
    /** The person answered the question of marketing mail; the answer is in the envelope. */
    record EmailConsentUpdated() implements PersonEvent {
        @Override
        public String name() {
            return "Email Consent Updated";
        }
    }

    /** They wrote to the shop, by mail or on a social network, and left their address. */
    record ContactMade() implements PersonEvent {
        @Override
        public String name() {
            return "Contact Made";
        }
    }

    /**
     * They answered a question.
     *
     * @param survey which; at most {@value Profile#ANSWER_MAX} characters
     * @param answer what they chose; at most as many
     */
    record SurveyAnswered(String survey, String answer) implements PersonEvent {
        @Override
        public String name() {
            return "Survey Answered";
        }
    }

    /**
     * The shop told what it knew of the person before, so that it is known here, too.
     *
     * @param startsOverdue whether what their silence has made due already may begin all the same
     */
    record CustomerImported(boolean startsOverdue) implements PersonEvent {
        @Override
        public String name() {
            return "Customer Imported";
        }
    }

    /** The shop joined two of its accounts; their names are in the envelope. */
    record CustomerMerged() implements PersonEvent {
        @Override
        public String name() {
            return "Customer Merged";
        }
    }

    /** The shop took the account away. Whoever has none any more is not advertised to. */
    record CustomerDeleted() implements PersonEvent {
        @Override
        public String name() {
            return "Customer Deleted";
        }
    }

    /** What is known of the person is to be forgotten, by their own wish. */
    record CustomerRedacted() implements PersonEvent {
        @Override
        public String name() {
            return "Customer Redacted";
        }
    }

    /** The person wants to know what is known of them. */
    record CustomerDataRequested() implements PersonEvent {
        @Override
        public String name() {
            return "Customer Data Requested";
        }
    }

    /** The shop has codes, and means this customer to have one. */
    record CouponAnnounced() implements PersonEvent {
        @Override
        public String name() {
            return "Coupon Announced";
        }
    }
}
