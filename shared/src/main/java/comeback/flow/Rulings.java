package comeback.flow;

import comeback.customer.Change;
import comeback.customer.Consent;
import comeback.customer.OrderId;
import comeback.customer.Started;
import comeback.flow.Flow.Again;
import comeback.message.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the rules about beginning and ending a journey say, in one place, so that each is told in the same words. */
final class Rulings {
    static final String RUNG = "rung";

    private Rulings() {}

    static Ruling history() {
        return new Ruling(
                "history",
                "imported",
                "imported history starts nothing",
                "It would have started, had the event not been reported as history.");
    }

    static Ruling age(Flow flow, Duration age) {
        long hours = flow.maxEventAge().toHours();
        return new Ruling(
                "age",
                age.toHours() + " hours",
                "it happened " + age.toHours() + " hours ago, and after " + hours + " hours nothing starts",
                "It would have started, had it been reported within " + hours + " hours.");
    }

    static Ruling keyClass() {
        return new Ruling(
                "key-class",
                "public",
                "a public key may not start transactional mail",
                "It would have gone, had the shop's own server reported the event with a secret key.");
    }

    static Ruling askedEnough(int max) {
        return new Ruling(
                "requests",
                Integer.toString(max),
                "the customer was asked " + max + " times within a day whether requests from browsers are theirs",
                "It would have gone, had the shop's own server reported the request with a secret key, or a day later.");
    }

    static Ruling again(Flow flow, Started before) {
        String what = thing(flow);
        return switch (flow.again()) {
            case Again.Never never ->
                new Ruling(
                        "again",
                        before.at().toString(),
                        "the customer had this already, on " + before.at(),
                        "Nothing would have changed it: a customer gets this once in a life.");
            case Again.ForAnother another ->
                new Ruling(
                        "again",
                        before.at().toString(),
                        "it ran already for this " + what,
                        "It would have started for another " + what + ".");
            case Again.After after ->
                new Ruling(
                        "again",
                        before.at().toString(),
                        "the customer had this already, on " + before.at() + ", and it comes again after "
                                + after.rest().toDays() + " days",
                        "It would have started from " + before.at().plus(after.rest()) + " on.");
        };
    }

    static Ruling higherRung(Flow higher) {
        return new Ruling(
                RUNG,
                rung(higher),
                higher.name() + " runs, which is nearer to the purchase (" + rung(higher) + ")",
                "It would have started, had " + higher.name() + " not been running.");
    }

    static Ruling rungTaken(Flow higher) {
        return new Ruling(
                RUNG,
                rung(higher),
                higher.name() + " began, which is nearer to the purchase (" + rung(higher) + ")",
                "It would have gone on, had " + higher.name() + " not begun.");
    }

    static String rung(Flow flow) {
        return flow.ladder().map(ladder -> ladder.rung().words()).orElse("none");
    }

    static Ruling exitIf(Condition condition, Condition.Answer answer) {
        return exit(
                condition.text(),
                condition.text() + " holds (" + answer.inWords() + ")",
                "had it not been that " + StepRulings.decisive(answer));
    }

    static Ruling exitOn(String event, Instant at) {
        return exit(event, event + " came, at " + Words.of(at), "had no " + event + " come");
    }

    static Ruling agreed(Consent.Given given) {
        return exit("consent given", "the customer agreed to marketing mail (" + given.source() + ")", "had they not");
    }

    static Ruling withdrew(Consent.Withdrawn gone) {
        return exit("consent withdrawn", "the customer unsubscribed (" + gone.source() + ")", "had they not");
    }

    static Ruling cancelled(OrderId order) {
        return new Ruling(
                "order-cancelled",
                order.value(),
                "order " + order + " was cancelled",
                "It would have started, had the order not been cancelled.");
    }

    static Ruling paidBack(OrderId order) {
        return new Ruling(
                "order-refunded",
                order.value(),
                "order " + order + " was paid back",
                "It would have started, had the order not been paid back.");
    }

    static Ruling overtaken(OrderId order, Change change) {
        return new Ruling(
                "overtaken",
                change.words(),
                "more is known of order " + order + " by now than \"" + change.words() + "\"",
                "It would have gone, had nothing newer been reported of the order.");
    }

    static Ruling moreToCome(OrderId order) {
        return new Ruling(
                "order-parcels",
                order.value(),
                "other parcels of order " + order + " are still on their way",
                "It would have started, had this been the last parcel of the order.");
    }

    static Ruling noNews(OrderId order) {
        return new Ruling(
                "order-news",
                order.value(),
                "the report changed nothing that is known of order " + order,
                "It would have started, had the order been different from what was known.");
    }

    static Ruling comesBack(OrderId order) {
        return new Ruling(
                "exit",
                "order " + order,
                "order " + order + " was cancelled, sent back or paid back",
                "It would have gone on, had the customer kept what they bought.");
    }

    static Ruling noCart() {
        return new Ruling(
                "cart",
                "none",
                "there is no open cart: it was bought or emptied",
                "It would have started, had something been left in the cart.");
    }

    static Ruling noAddress() {
        return new Ruling(
                "address",
                "none",
                "no e-mail address is known yet",
                "It would have started, had the store reported an e-mail address.");
    }

    static Ruling unsubscribed(Consent.Withdrawn withdrawn) {
        return new Ruling(
                "consent",
                "withdrawn",
                "the customer unsubscribed (" + withdrawn.source() + ")",
                "It would have gone, had the customer agreed to marketing mail again.");
    }

    static Ruling suppressed() {
        return new Ruling(
                "suppression",
                "suppressed",
                "mail to the customer's address is not possible any more",
                "It would have gone on with another address of the customer.");
    }

    static Ruling noSuchFlow(String flow) {
        return new Ruling(
                "flow",
                flow,
                "there is no such flow any more",
                "It would have gone on, had the flow not been taken out of the templates.");
    }

    static Ruling switchedOff() {
        return new Ruling(
                "store-switch",
                "off",
                "the store has switched this flow off",
                "It would have gone, had the store not switched this flow off.");
    }

    static Ruling cartBought(OrderId order) {
        return exit("purchase", "the cart was bought (order " + order + ")", "had the customer not bought the cart");
    }

    static Ruling cartEmptied() {
        return exit("cart emptied", "the cart was emptied", "had something been left in the cart");
    }

    static Ruling bought(OrderId order) {
        return exit(
                "purchase", "the customer bought something (order " + order + ")", "had the customer bought nothing");
    }

    private static Ruling exit(String value, String text, String condition) {
        return new Ruling("exit", value, text, "It would have gone on, " + condition + ".");
    }

    /** What one journey of the flow is for, in a sentence. */
    static String thing(Flow flow) {
        return flow.runsFor().name().toLowerCase(Locale.ROOT);
    }

    static Ruling sumsDisagree(OrderId order) {
        return new Ruling(
                "order-sums",
                order.value(),
                "lines, discount, shipping and tax of order " + order
                        + " do not come to its total, so letters leave its" + " sums out",
                "They would be shown, had the store told sums that agree.");
    }
}
