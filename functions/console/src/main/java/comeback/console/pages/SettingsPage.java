package comeback.console.pages;

import comeback.console.Answer;
import comeback.customer.EmailAddress;
import comeback.http.Html;
import comeback.store.MarketingPolicy;
import comeback.store.OfferRules;
import comeback.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A store's settings as they are in force. They are changed in its file, and not here. */
final class SettingsPage {
    private final Store store;
    private final Words words;

    private SettingsPage(Ask ask) {
        this.store = ask.store();
        this.words = ask.words();
    }

    /** One setting and what it is. */
    private record Line(String name, String value) {}

    static Answer of(Ask ask) {
        Words words = ask.words();
        var page = new SettingsPage(ask);
        Html main = Html.of(
                """
                <div class="head"><div><h1>{}</h1><p class="sub">{}</p></div></div>
                <div class="grid">{}{}{}{}{}{}</div>
                """,
                words.of("settings"),
                words.of("settingsWords"),
                page.card("set.often", page.often()),
                page.card("set.shop", page.shop()),
                page.card("set.offers", page.offers()),
                page.card("set.consent", page.consent()),
                page.card("set.flows", page.flows()),
                page.card("set.staff", page.staff()));
        return Frame.page(200, ask, "settings", words.of("settings"), main);
    }

    private Html card(String title, List<Line> lines) {
        Html content = lines.isEmpty()
                ? Html.of("<p class=\"none\">{}</p>", words.of("set.none"))
                : Html.of(
                        "<dl class=\"settings\">{}</dl>",
                        Html.all(lines.stream()
                                .map(line -> Html.of("<div><dt>{}</dt><dd>{}</dd></div>", line.name(), line.value()))
                                .toList()));
        return Panels.card("half", words.of(title), content);
    }

    private Line line(String name, String value) {
        return new Line(words.of("set." + name), value);
    }

    private Line line(String name, long value) {
        return line(name, words.number(value));
    }

    /** How much and when. */
    private List<Line> often() {
        MarketingPolicy policy = store.policy();
        List<Line> lines = new ArrayList<>(List.of(
                line("maxReminders", policy.maxReminders().map(words::number).orElseGet(() -> words.of("set.asFlow"))),
                line("cartReminders", policy.cartRemindersWithoutConsent()),
                line("inDay", policy.caps().inDay()),
                line("inWeek", policy.caps().inWeek()),
                line("inMonth", policy.caps().inMonth()),
                line(
                        "quiet",
                        policy.quietHours()
                                .map(hours -> hours.from() + " – " + hours.until())
                                .orElseGet(() -> words.of("set.off"))),
                line("silence", words.span(policy.silenceAfterPurchase())),
                line("fewLeft", policy.fewLeft()),
                line("firstInLine", listed(policy.firstInLine().tiers().stream().sorted()))));
        policy.firstInLine().best().ifPresent(best -> {
            lines.add(line("bestOrders", best.orders()));
            best.spentInWords().ifPresent(spent -> lines.add(line("bestSpent", spent)));
        });
        return lines;
    }

    private List<Line> shop() {
        return List.of(
                line("id", store.id().value()),
                line("home", store.brand().homeUrl()),
                line("sender", store.sender().name() + " <" + store.sender().address() + ">"),
                line("support", store.brand().supportEmail()),
                line("languages", listed(store.locales().stream().map(Locale::toLanguageTag))),
                line("zone", store.zone().getId()),
                line("domains", listed(store.webhooks().domains().stream())));
    }

    private List<Line> offers() {
        Optional<OfferRules> offers = store.policy().offers();
        if (offers.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>(List.of(
                line("rest", words.span(offers.get().rest())),
                line("most", offers.get().most()),
                line("monthly", offers.get().monthly().map(words::number).orElseGet(() -> words.of("set.noLimit")))));
        offers.get().margin().ifPresent(margin -> {
            lines.add(line("margin", words.percent(margin.usual(), 100, 0)));
            lines.add(line("floor", words.percent(margin.floor(), 100, 0)));
        });
        offers.get().link().ifPresent(link -> lines.add(line("link", link)));
        return lines;
    }

    private List<Line> consent() {
        var rules = store.policy().consent();
        return List.of(
                line("confirm", words.of(rules.asksBack() ? "set.on" : "set.off")),
                line("registry", listed(rules.registry().stream().sorted())),
                line("existing", listed(rules.existingCustomers().stream().sorted())));
    }

    /** What is not as the flows' files say. */
    private List<Line> flows() {
        Stream<Line> off = store.flowsOff().stream().sorted().map(flow -> new Line(flow, words.of("set.off")));
        Stream<Line> modes = store.policy().modes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(mode -> new Line(mode.getKey(), mode.getValue().words()));
        return Stream.concat(off, modes).toList();
    }

    private List<Line> staff() {
        return store.staff().isEmpty()
                ? List.of()
                : List.of(line(
                        "maySignIn",
                        store.staff().stream().map(EmailAddress::value).collect(Collectors.joining(", "))));
    }

    private static String listed(Stream<String> texts) {
        String all = texts.collect(Collectors.joining(", "));
        return all.isEmpty() ? "–" : all;
    }
}
