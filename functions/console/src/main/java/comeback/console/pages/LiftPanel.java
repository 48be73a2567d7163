package comeback.console.pages;

import comeback.catalogue.Money;
import comeback.customer.Lot;
import comeback.experiment.Judgement;
import comeback.experiment.Lift;
import comeback.experiment.MeanDifference;
import comeback.http.Html;
import comeback.report.Counts;
import comeback.report.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.DoubleFunction;

/** What a flow brings that holds people out: both arms, the difference with all that it may be, and what follows from it. */
final class LiftPanel {
    private static final int HUNDRED = 100;

    private LiftPanel() {}

    /** Stands under a flow's name while it should be thought about whether to keep it. */
    static Html mark(Words words, Lift lift) {
        return lift.isToBeReconsidered()
                ? Html.of(
                        "<span class=\"lift-mark\">{}</span>",
                        words.of("lift.mark." + lift.advice(), words.number(lift.people())))
                : Html.NONE;
    }

    static Html of(Words words, Lift lift, Currency currency) {
        List<String> heads = List.of("lift.people", "lift.bought", "lift.ordersEach", "lift.revenueEach");
        Html table = Html.of(
                "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">{}</th>{}</tr></thead>"
                        + "<tbody>{}{}</tbody></table></div>",
                words.of("lift.arm"),
                Html.all(heads.stream()
                        .map(head -> Html.of("<th scope=\"col\">{}</th>", words.of(head)))
                        .toList()),
                row(words, "lift.given", lift.given(), currency),
                row(words, "lift.heldOut", lift.heldOut(), currency));
        return Panels.card(
                "",
                words.of("lift.title"),
                Html.of(
                        "<p class=\"sub\">{}</p><p class=\"lift-says{}\">{}</p>{}<ul class=\"lift-spans\">{}</ul><p"
                                + " class=\"sub\">{}</p>",
                        words.of("lift.how", words.number(lift.holdout()), words.number(Lot.WINDOW.toDays())),
                        lift.isToBeReconsidered() ? " down" : "",
                        says(words, lift),
                        table,
                        Html.all(spans(words, lift, currency)),
                        words.of("lift.error", words.percent(Math.round(Lift.ERROR * HUNDRED), HUNDRED, 0))));
    }

    private static String says(Words words, Lift lift) {
        return lift.isComparable()
                ? words.of("lift." + lift.advice(), words.number(lift.people()), words.number(Lift.PEOPLE_ENOUGH))
                : words.of("lift.SKEWED");
    }

    private static Html row(Words words, String name, Counts counts, Currency currency) {
        long people = counts.count(Measure.PEOPLE);
        return Html.of(
                "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                words.of(name),
                words.number(people),
                words.percent(counts.count(Measure.BUYERS), people, 1),
                people == 0 ? "–" : words.decimal(counts.count(Measure.ORDERS) * (double) HUNDRED / people),
                people == 0
                        ? "–"
                        : words.money(new Money(Math.round(counts.revenue(currency) / (double) people), currency)));
    }

    private static List<Html> spans(Words words, Lift lift, Currency currency) {
        List<Html> spans = new ArrayList<>();
        Judgement buyers = lift.buyers();
        spans.add(Html.of(
                "<li><span>{}</span><b>{} … {}</b></li>",
                words.of("lift.buyers"),
                words.signedPercent(buyers.lowest()),
                Double.isInfinite(buyers.highest()) ? "∞" : words.signedPercent(buyers.highest())));
        spans.add(span(words, "lift.ordersMore", lift.orders(), each -> words.signed(each * HUNDRED)));
        MeanDifference money = lift.revenue().get(currency.getCurrencyCode());
        if (money != null) {
            spans.add(span(words, "lift.revenueMore", money, each -> signed(words, each, currency)));
        }
        return spans;
    }

    private static Html span(Words words, String name, MeanDifference told, DoubleFunction<String> text) {
        return Html.of(
                "<li><span>{}</span><b>{}</b></li>",
                words.of(name),
                told.isKnown()
                        ? words.of(
                                "lift.span",
                                text.apply(told.seen()),
                                text.apply(told.lowest()),
                                text.apply(told.highest()))
                        : words.of("lift.unknown"));
    }

    private static String signed(Words words, double amount, Currency currency) {
        return (amount > 0 ? "+" : "") + words.money(Money.of(BigDecimal.valueOf(amount), currency));
    }
}
