package comeback.condition;

import comeback.catalogue.Money;
import comeback.customer.Consent;
import comeback.customer.EmailAddress;
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

    static final List<Fact> ALL = List.of(
            Fact.text(
                    "customer.consent", "what they said about marketing mail", CustomerFacts::consent, () -> CONSENTS),
            Fact.truth("customer.email.known", "whether we know an address of theirs", CustomerFacts::hasEmail),
            Fact.truth("customer.email.reachable", "whether mail still reaches it", CustomerFacts::isReachable),
            Fact.truth("customer.firstName.known", "whether a letter can greet them", CustomerFacts::hasName),
            Fact.text("customer.language", "as set by them: \"ko\"", CustomerFacts::language, Choices::languages),
            Fact.text(
                    "customer.country",
                    "as told, else of their language: KR of ko-KR",
                    CustomerFacts::country,
                    Choices::countries),
            Fact.number(
                    "customer.orders.count",
                    "orders that were neither cancelled nor paid back; 20 stands for 20 or more",
                    CustomerFacts::orderCount),
            Fact.money(
                    "customer.orders.spent",
                    "what those cost, less what went back; not known when one total is not, or in two currencies",
                    CustomerFacts::spent),
            Fact.time("customer.orders.firstAt", "when they placed the first of those", CustomerFacts::firstOrderAt),
            Fact.time("customer.orders.lastAt", "when they ordered last", CustomerFacts::lastOrderAt),
            Fact.number("customer.orders.daysSince", "whole days since then", CustomerFacts::daysSinceOrder),
            Fact.number(
                    "customer.seen.daysSince",
                    "whole days since they last did something themselves",
                    CustomerFacts::daysSinceSeen),
            Fact.number(
                    "customer.clicked.daysSince",
                    "whole days since they last followed a link in a letter, machines left out",
                    asked -> signs(asked).clickedAt().map(last -> daysSince(last, asked))),
            Fact.number(
                    "customer.engagement",
                    "how much they did lately: 10 an order, 3 a cart, a click or a word to us, 1 a visit; each worth half "
                            + "after 30 days",
                    asked -> Optional.of(BigDecimal.valueOf(signs(asked).scoreAt(asked.now()))
                            .setScale(1, RoundingMode.HALF_UP))),
            Fact.text(
                    "customer.tier",
                    "in the shop's loyalty programme, as the shop calls it: \"gold\"",
                    asked -> asked.customer().profile().loyalty().tier()),
            Fact.truth(
                    "customer.goesFirst",
                    "whether that is a tier which the store lets go first (`firstInLine`)",
                    asked -> Optional.of(asked.store()
                            .policy()
                            .isFirst(asked.customer().profile().loyalty().tier()))),
            Fact.truth(
                    "customer.isBest",
                    "whether their orders of a year show that they are one of the store's best (`bestCustomers`), seen within 60 days",
                    asked -> Optional.of(BestCustomer.isOne(asked.customer(), asked.store(), asked.now()))),
            Fact.number(
                    "customer.points",
                    "in that programme, as the shop told last",
                    asked -> asked.customer().profile().loyalty().points()));

    private CustomerFacts() {}

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

    private static Optional<String> consent(Asked asked) {
        return Optional.of(
                switch (asked.customer().consent()) {
                    case Consent.Given given -> "given";
                    case Consent.Asked unproven -> "asked";
                    case Consent.Withdrawn withdrawn -> "withdrawn";
                    case Consent.Unknown unknown -> "unknown";
                });
    }

    private static Optional<EmailAddress> email(Asked asked) {
        return asked.customer().identity().email();
    }

    private static Optional<Boolean> hasEmail(Asked asked) {
        return Optional.of(email(asked).isPresent());
    }

    /** No bounce for good, no spam report. */
    private static Optional<Boolean> isReachable(Asked asked) {
        return email(asked).map(address -> !asked.customer().isSuppressed(address));
    }

    private static Optional<Boolean> hasName(Asked asked) {
        return Optional.of(asked.customer().profile().firstName().isPresent());
    }

    private static Optional<String> language(Asked asked) {
        return asked.customer().profile().locale().map(Locale::getLanguage);
    }

    private static Optional<String> country(Asked asked) {
        return asked.customer().profile().home();
    }

    private static Optional<Integer> orderCount(Asked asked) {
        return Optional.of(orders(asked).size());
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

    private static Optional<Instant> firstOrderAt(Asked asked) {
        return orders(asked).stream().map(OrderState::placedAt).findFirst();
    }

    private static Optional<Instant> lastOrderAt(Asked asked) {
        return orders(asked).stream().map(OrderState::placedAt).reduce((earlier, later) -> later);
    }

    private static Optional<Long> daysSinceOrder(Asked asked) {
        return lastOrderAt(asked).map(last -> daysSince(last, asked));
    }

    private static Optional<Long> daysSinceSeen(Asked asked) {
        return asked.customer().recentEvents().seenAt().map(last -> daysSince(last, asked));
    }
}
