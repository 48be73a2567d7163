package comeback.console.pages;

import comeback.catalogue.Money;
import comeback.console.Answer;
import comeback.experiment.Lift;
import comeback.http.Html;
import comeback.report.Counts;
import comeback.report.Measure;
import comeback.report.Report;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What letters brought, at a glance: money, letters, orders, and whether people want them. */
final class OverviewPage {
    private static final int FLOWS_SHOWN = 6;

    private final Ask ask;
    private final Words words;
    private final Report now;
    private final Counts letters;
    private final Currency currency;

    private OverviewPage(Ask ask, Report now) {
        this.ask = ask;
        this.words = ask.words();
        this.now = now;
        this.letters = now.letters().total();
        this.currency = Sales.currency(now.shop());
    }

    static Answer of(Ask ask, Report now, Report before, Map<String, Lift> lifts, Optional<Html> alarms) {
        var page = new OverviewPage(ask, now);
        Html main = Html.of(
                "{}<div class=\"grid\">{}{}{}{}{}{}{}</div>",
                Frame.head(ask, ask.words().of("overview")),
                alarms.orElse(Html.NONE),
                page.tiles(before),
                page.revenue(),
                page.mails(),
                page.flows(lifts),
                Panels.skipped(ask.words(), page.letters, "half"),
                Panels.health(ask.words(), page.letters, "half"));
        return Frame.page(200, ask, "overview", ask.words().of("overview"), main);
    }

    private Html tiles(Report before) {
        Counts then = before.letters().total();
        Money money = Sales.in(currency, letters);
        return Html.all(List.of(
                Panels.tile(
                        words.of("revenueByLetters"),
                        words.money(money),
                        Html.of(
                                "{}",
                                words.of(
                                        "ofShop",
                                        words.percent(money.minor(), now.shop().revenue(currency), 0)))),
                Panels.tile(
                        words.of("ordersByLetters"),
                        words.number(letters.count(Measure.ORDERS)),
                        compared(letters.count(Measure.ORDERS), then.count(Measure.ORDERS))),
                Panels.tile(
                        words.of("letters"),
                        words.number(letters.count(Measure.SENT)),
                        compared(letters.count(Measure.SENT), then.count(Measure.SENT))),
                Panels.tile(
                        words.of("clickRate"),
                        words.percent(letters.count(Measure.CLICKED), letters.count(Measure.DELIVERED), 1),
                        Html.of(
                                "{}",
                                words.of(
                                        "before",
                                        words.percent(then.count(Measure.CLICKED), then.count(Measure.DELIVERED), 1)))),
                Panels.cost(words, letters)));
    }

    private Html compared(long count, long then) {
        if (then == 0) {
            return Html.of("{}", words.of("noneBefore"));
        }
        if (count == then) {
            return Html.of("{}", words.of("same"));
        }
        String part = words.percent(Math.abs(count - then), then, 0);
        return Html.of(
                "<span class=\"{}\">{}</span>",
                count > then ? "up" : "down",
                words.of(count > then ? "more" : "less", part));
    }

    private Html revenue() {
        SortedMap<LocalDate, Counts> byLetters = now.letters().days();
        SortedMap<LocalDate, Counts> all = now.shopAlone().days();
        List<Charts.Bar> bars = byLetters.entrySet().stream()
                .map(day -> new Charts.Bar(
                        day.getKey(),
                        day.getValue().revenue(currency),
                        Math.max(
                                day.getValue().revenue(currency),
                                all.getOrDefault(day.getKey(), Counts.NONE).revenue(currency))))
                .toList();
        String description = words.of(
                "revenuePerDayWords",
                words.day(now.from()),
                words.day(now.to()),
                words.money(Sales.in(currency, letters)),
                words.money(Sales.in(currency, now.shop())));
        return Panels.card(
                "two3",
                words.of("revenuePerDay"),
                Html.of(
                        "{}{}{}",
                        Charts.days(words, description, bars, amount -> words.shortMoney(amount, currency)),
                        Charts.key(words.of("byLetters"), words.of("rest")),
                        Panels.dayTable(
                                words,
                                List.of(words.of("byLetters"), words.of("revenue")),
                                bars,
                                amount -> words.money(new Money(amount, currency)))));
    }

    private Html mails() {
        List<Charts.Bar> bars = now.letters().days().entrySet().stream()
                .map(day -> new Charts.Bar(
                        day.getKey(),
                        day.getValue().count(Measure.SENT),
                        day.getValue().count(Measure.SENT)))
                .toList();
        String description = words.of(
                "lettersPerDayWords",
                words.day(now.from()),
                words.day(now.to()),
                words.number(letters.count(Measure.SENT)));
        return Panels.card(
                "one3",
                words.of("lettersPerDay"),
                Html.of(
                        "{}{}",
                        Charts.days(words, description, bars, words::number),
                        Panels.dayTable(words, List.of(words.of("sent")), bars, words::number)));
    }

    /** It brings so little that it is not among the best. */
    private Html reconsidered(Lift lift) {
        return Html.of(
                "<p class=\"lift-left\"><a href=\"{}\">{}</a>{}</p>",
                ask.to("/console/flows/" + lift.flow()),
                lift.flow(),
                LiftPanel.mark(words, lift));
    }

    private Html flows(Map<String, Lift> lifts) {
        List<Map.Entry<String, Counts>> best = now.letters().flows().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Counts> flow) ->
                                flow.getValue().revenue(currency))
                        .thenComparingLong(flow -> flow.getValue().count(Measure.SENT))
                        .reversed())
                .limit(FLOWS_SHOWN)
                .toList();
        return Panels.card(
                "",
                words.of("bestFlows"),
                Html.of(
                        "{}{}<p class=\"sub\"><a href=\"{}\">{}</a></p>",
                        Panels.flowTable(ask, best, lifts, currency),
                        Html.all(lifts.values().stream()
                                .filter(lift -> lift.isToBeReconsidered()
                                        && best.stream()
                                                .noneMatch(flow -> flow.getKey().equals(lift.flow())))
                                .map(this::reconsidered)
                                .toList()),
                        ask.to("/console/flows"),
                        words.of("allFlows")));
    }
}
