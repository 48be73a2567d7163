package comeback.report;

import java.util.Currency;

/** What is counted. Some come in parts: what was skipped by the rule that spoke against it, what
 * arrived by mailbox provider, money by currency. */
public enum Measure {
    /** SES took it. */
    SENT("sent"),
    DELIVERED("delivered"),
    /** A person looked at it, or followed a link in it. */
    OPENED("opened"),
    /** Only programs fetched its pictures. */
    OPENED_BY_MACHINE("openedByMachine"),
    /** A person followed a link in it. */
    CLICKED("clicked"),
    /** Only programs followed its links. */
    CLICKED_BY_MACHINE("clickedByMachine"),
    /** Its own link was used to refuse all marketing. */
    UNSUBSCRIBED("unsubscribed"),
    /** There is no such inbox. */
    BOUNCED("bounced"),
    /** The inbox did not take it for now. */
    SOFT_BOUNCED("softBounced"),
    /** It was called spam. */
    COMPLAINED("complained"),
    /** SES refused it. */
    REFUSED("refused"),
    /** Nobody knows whether SES took it. */
    UNKNOWN("unknown"),
    /** It was not sent on purpose; by rule. */
    SKIPPED("skipped:"),
    /** What SES told of letters, by whose inboxes they went to. */
    AT("at:"),
    /** Its question was answered; by answer. */
    ANSWERED("answered:"),
    /** They took part in what is measured of a flow; a person once. */
    PEOPLE("people"),
    /** Of those who took part: they bought something. */
    BUYERS("buyers"),
    /** Of what each of those who took part bought, the square: so that it can be said how far chance alone goes. */
    SQUARED("squared:"),
    ORDERS("orders"),
    /** What the shop has of the orders for good; by currency, in its smallest unit. */
    REVENUE("revenue:");

    private final String key;

    Measure(String key) {
        this.key = key;
    }

    /** How it is named where it is kept and told; of one in parts, how they begin. */
    public String key() {
        return key;
    }

    static String skipped(String rule) {
        return SKIPPED.key + rule;
    }

    static String at(Provider provider) {
        return AT.key + provider.key() + ":";
    }

    static String answered(String answer) {
        return ANSWERED.key + answer;
    }

    /** Of orders, or of money in a currency's main unit. */
    static String squared(String of) {
        return SQUARED.key + of;
    }

    static String revenue(Currency currency) {
        return REVENUE.key + currency.getCurrencyCode();
    }
}
