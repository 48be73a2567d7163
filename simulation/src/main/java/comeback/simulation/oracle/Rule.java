package comeback.simulation.oracle;

/** The promises. Each is held against everything that happens in a world. */
public enum Rule {
    MARKETING_ONCE("no advertisement, and nothing that was asked for, comes twice"),
    RECEIPT_ONCE("a receipt comes once, and twice only when an answer about it was lost"),
    ORDER_CONFIRMED("every acknowledged order is confirmed, or it is said why not, or a person is told"),
    RECEIPT_AT_ONCE(
            "a receipt comes within two minutes when nothing goes wrong; where SES takes one mail a second, one in a"
                    + " hundred within six"),
    SIGN_UP_WELCOMED("every acknowledged sign-up is answered"),
    CART_NOT_FORGOTTEN("whoever agreed and leaves a cart alone is reminded of it"),
    UNSUBSCRIBE_HOLDS("nothing is advertised after an acknowledged unsubscribe"),
    COMPLAINT_HOLDS("nothing at all comes after a reported complaint"),
    BOUNCE_HOLDS("nothing at all comes after a reported hard bounce"),
    ERASURE_HOLDS("nothing at all comes after an acknowledged wish to be forgotten"),
    NOTHING_LEFT("of somebody forgotten nothing is left: no letter, order, line or wish, and no name"),
    NO_REMINDER_AFTER_PURCHASE("nobody is reminded of what they bought"),
    SILENCE_AFTER_PURCHASE("nobody is reminded of anything so soon after a purchase"),
    CAP("nobody gets more advertisements than the store allows"),
    QUIET_HOURS("nobody is advertised to at night, by their own clock"),
    STEPS_IN_ORDER("a flow's letters come in their order"),
    NOT_STALE("nothing comes that was not worth sending any more"),
    OWN_RECIPIENT("a mail goes to its own shopper, speaks of no other, and comes from their store"),
    WAY_OUT("every advertisement has a working link to unsubscribe"),
    NOT_TOO_MANY("nobody is flooded"),
    EVERY_WORD_KEPT("every acknowledged report stands in the timeline"),
    NOTHING_REFUSED("nothing that a storefront reports is turned away"),
    NOBODY_LEFT_WAITING("nobody's alarm is overdue when all is well again"),
    NOTHING_UNRESOLVED("no message is unresolved when all is well again"),
    SKIPPED_WITH_REASON("whatever is not sent says why"),
    ACCEPTED_MEANS_ACCEPTED("what is stored as sent was sent, and what was sent is not stored as unsent"),
    FLAGGED_AFTER_TWO_TRIES("a receipt is given up only after it was tried twice"),
    FLAGGED_ONLY_BY_FAULT("nothing is unclear when nothing goes wrong"),
    GRAVEST_REPORT_KEPT("a complaint is never forgotten for a delivery"),
    ALARMS_PUNCTUAL("the sweeper finds nobody when nothing goes wrong"),
    NO_DEAD_LETTERS("no call fails when nothing goes wrong, and so none is given up"),
    RETURN_TOLD_ONCE("nobody hears more often that a thing is back than was told that they ask for it"),
    RETURN_TOLD("whoever waits for a thing hears of it when it is back for good"),
    NOT_SOLD_OUT("nobody hears of the return of what is known to be sold out"),
    COUPON_FOR_ONE("no code goes with two letters"),
    COUPON_BY_RULES("a coupon is given by the store's rules: its rest, its most, its month's budget"),
    COUPON_WORKS("a code that came in a letter works at the checkout while the letter says so"),
    COUPON_USED_ONCE("a code is used for one purchase, and for none after it was taken back"),
    PACE_KEPT("SES is asked for no more mails in a second than it takes, when nothing goes wrong"),
    SES_LEFT_ALONE("while SES takes nothing, it is asked now and then"),
    RECEIPTS_FIRST("the rest of a day's mails is for receipts"),
    UNRESOLVED_IS_DUE("whatever is not resolved stands where the sweeper looks, and nothing else does"),
    CALLS_COUNTED("a mail with all that led to it costs no more than some dozens of calls, when nothing goes wrong"),
    LOGS_SAY_NOTHING_PERSONAL("no log line and no schedule holds an address or a name");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    /** As a sentence. */
    public String words() {
        return words;
    }
}
