package comeback.condition;

import comeback.catalogue.Money;
import comeback.customer.Consent;
import comeback.customer.EmailAddress;
import comeback.customer.Loyalty;
import comeback.customer.OrderState;
import comeback.customer.Signs;
import comeback.flow.BestCustomer;
import comeback.flow.Condition.Asked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is known about the customer, with what happened just now counted in. */
final class CustomerFacts {
    private static final String[] CONSENTS = {"given", "asked", "withdrawn", "unknown"};

    private static final Fact.Source CUSTOMER = CustomerFacts::value;

    static final List<Fact> ALL = List.of(
            CUSTOMER.text("customer.consent", "what they said about marketing mail", () -> CONSENTS),
            CUSTOMER.truth("customer.email.known", "whether we know an address of theirs"),
            CUSTOMER.truth("customer.email.reachable", "whether mail still reaches it"),
            CUSTOMER.truth("customer.firstName.known", "whether a letter can greet them"),
            CUSTOMER.text("customer.language", "as set by them: \"ko\"", Choices::languages),
            CUSTOMER.text("customer.country", "as told, else of their language: KR of ko-KR", Choices::countries),
            CUSTOMER.number(
                    "customer.orders.count",
                    "orders that were neither cancelled nor paid back; 20 stands for 20 or more"),
            CUSTOMER.money(
                    "customer.orders.spent",
                    "what those cost, less what went back; not known when one total is not, or in two currencies"),
            CUSTOMER.time("customer.orders.firstAt", "when they placed the first of those"),
            CUSTOMER.time("customer.orders.lastAt", "when they ordered last"),
            CUSTOMER.number("customer.orders.daysSince", "whole days since then"),
            CUSTOMER.number("customer.seen.daysSince", "whole days since they last did something themselves"),
            CUSTOMER.number(
                    "customer.clicked.daysSince",
                    "whole days since they last followed a link in a letter, machines left out"),
            CUSTOMER.number(
                    "customer.engagement",
                    "how much they did lately: 10 an order, 3 a cart, a click or a word to us, 1 a visit; each worth half "
                            + "after 30 days"),
            CUSTOMER.text("customer.tier", "in the shop's loyalty programme, as the shop calls it: \"gold\""),
            CUSTOMER.truth(
                    "customer.goesFirst", "whether that is a tier which the store lets go first (`firstInLine`)"),
            CUSTOMER.truth(
                    "customer.isBest",
                    "whether their orders of a year show that they are one of the store's best (`bestCustomers`), seen within 60 days"),
            CUSTOMER.call("customer.answered", "whether they last answered so to a survey: `better: price`"),
            CUSTOMER.number("customer.points", "in that programme, as the shop told last"));

    private CustomerFacts() {}

    private static Optional<Value> value(String name, Asked asked, String argument) {
        return switch (name) {
            case "customer.consent" -> Value.text(Optional.of(consent(asked)));
            case "customer.email.known" -> Value.truth(email(asked).isPresent());
            case "customer.email.reachable" -> Value.truth(isReachable(asked));
            case "customer.firstName.known" ->
                Value.truth(asked.customer().profile().firstName().isPresent());
            case "customer.language" ->
                Value.text(asked.customer().profile().locale().map(Locale::getLanguage));
            case "customer.country" -> Value.text(asked.customer().profile().home());
            case "customer.orders.count" ->
                Value.number(Optional.of(orders(asked).size()));
            case "customer.orders.spent" -> Value.money(spent(asked));
            case "customer.orders.firstAt" ->
                Value.time(orders(asked).stream().map(OrderState::placedAt).findFirst());
            case "customer.orders.lastAt" -> Value.time(lastOrderAt(asked));
            case "customer.orders.daysSince" -> Value.number(daysSince(lastOrderAt(asked), asked));
            case "customer.seen.daysSince" ->
                Value.number(daysSince(asked.customer().recentEvents().seenAt(), asked));
            case "customer.clicked.daysSince" ->
                Value.number(daysSince(signs(asked).clickedAt(), asked));
            case "customer.engagement" -> Value.number(Optional.of(engagement(asked)));
            case "customer.tier" -> Value.text(loyalty(asked).tier());
            case "customer.goesFirst" ->
                Value.truth(asked.store().policy().isFirst(loyalty(asked).tier()));
            case "customer.isBest" -> Value.truth(BestCustomer.isOne(asked.customer(), asked.store(), asked.now()));
            case "customer.answered" -> Value.truth(answered(asked, argument));
            case "customer.points" -> Value.number(loyalty(asked).points());
            default -> throw new IllegalArgumentException("nothing is known of " + name);
        };
    }

    static List<OrderState> orders(Asked asked) {
        return asked.customer().shopping().orders().stream()
                .filter(order -> order.isPlaced() && !order.isUndone())
                .toList();
    }

    /** Never less than none: what a storefront reports may lie a second ahead. */
    static long daysSince(Instant then, Asked asked) {
        return Math.max(0, Duration.between(then, asked.now()).toDays());
    }

    private static Signs signs(Asked asked) {
        return asked.customer().recentEvents().signs();
    }

    private static Optional<Long> daysSince(Optional<Instant> then, Asked asked) {
        return then.map(known -> daysSince(known, asked));
    }

    private static Loyalty loyalty(Asked asked) {
        return asked.customer().profile().loyalty();
    }

    private static BigDecimal engagement(Asked asked) {
        return BigDecimal.valueOf(signs(asked).scoreAt(asked.now())).setScale(1, RoundingMode.HALF_UP);
    }

    private static String consent(Asked asked) {
        return switch (asked.customer().consent()) {
            case Consent.Given given -> "given";
            case Consent.Asked unproven -> "asked";
            case Consent.Withdrawn withdrawn -> "withdrawn";
            case Consent.Unknown unknown -> "unknown";
        };
    }

    private static Optional<EmailAddress> email(Asked asked) {
        return asked.customer().identity().email();
    }

    /** No bounce for good, no spam report. */
    private static Optional<Boolean> isReachable(Asked asked) {
        return email(asked).map(address -> !asked.customer().isSuppressed(address));
    }

    private static boolean answered(Asked asked, String answer) {
        return asked.customer().profile().answers().entrySet().stream()
                .anyMatch(given -> (given.getKey() + ": " + given.getValue()).equals(answer));
    }

    private static Optional<Money> spent(Asked asked) {
        List<Optional<Money>> each =
                orders(asked).stream().map(OrderState::kept).toList();
        boolean isKnown = each.stream().allMatch(Optional::isPresent)
                && each.stream()
                                .flatMap(Optional::stream)
                                .map(Money::currency)
                                .distinct()
                                .count()
                        == 1;
        return isKnown ? each.stream().flatMap(Optional::stream).reduce(Money::plus) : Optional.empty();
    }

    private static Optional<Instant> lastOrderAt(Asked asked) {
        return orders(asked).stream().map(OrderState::placedAt).reduce((earlier, later) -> later);
    }
}
