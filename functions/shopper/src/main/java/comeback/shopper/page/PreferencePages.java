package comeback.shopper.page;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Frequency;
import comeback.customer.Profile;
import comeback.customer.Topic;
import comeback.http.Html;
import comeback.store.Store;
import java.time.Instant;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The pages on which somebody chooses what they get. Plain forms: each button posts its own, and looking changes nothing.
 */
public final class PreferencePages {
    /** As the trait is called by which a store tells it. */
    public static final String BIRTHDAY = "birthday";

    private static final Html BAR = new Html("<div class=\"bar\"></div>");

    private final Pages pages;

    public PreferencePages(Pages pages) {
        this.pages = pages;
    }

    /** What is said above the page after a button was pressed. */
    public enum Note {
        NONE(""),
        SAVED("prefs.saved"),
        WRONG_DAY("prefs.wrong"),
        STOPPED("prefs.stopped");

        private final String key;

        Note(String key) {
            this.key = key;
        }
    }

    /** All that can be chosen, as it is now. */
    public Page choices(Store store, Customer customer, Note note, Instant now, String acceptLanguage) {
        Paper paper = pages.paper(store, customer, acceptLanguage);
        Words say = paper.words();
        boolean hasAgreed = customer.consent() instanceof Consent.Given;
        Html card = Html.of(
                """
                {}
                {}<h1>{}</h1>
                <p>{}</p>
                {}{}<form method="post">
                {}
                {}
                {}
                {}
                <button class="button" type="submit" name="do" value="save">{}</button>
                </form>
                {}{}{}""",
                BAR,
                note == Note.NONE
                        ? Html.NONE
                        : Html.of("<p class=\"note\" role=\"status\">{}</p>\n", say.get(note.key)),
                say.get("prefs.title"),
                Pages.lead(say, "prefs.lead", store, customer),
                hasAgreed ? Html.NONE : Html.of("<p class=\"small\">{}</p>\n", say.get("prefs.none")),
                hasAgreed && customer.letGoAt().isPresent() ? keep(say) : Html.NONE,
                topics(say, customer, hasAgreed),
                frequencies(say, customer),
                languages(say, store, customer),
                dates(say, store, customer),
                say.get("prefs.save"),
                hasAgreed ? pause(say, store, customer, now) : Html.NONE,
                why(say, store, customer),
                data(say));
        return paper.with(say.get("prefs.title"), card);
    }

    /** Which words they read, for the consent ledger: the language, and what changes when one of them does. */
    public String version(Store store, Customer customer, String acceptLanguage) {
        return pages.paper(store, customer, acceptLanguage).words().version();
    }

    /** Asks whether they mean it. */
    public Page askErasure(Store store, Customer customer, String acceptLanguage) {
        Paper paper = pages.paper(store, customer, acceptLanguage);
        Words say = paper.words();
        Html card = Html.of(
                "{}\n<h1>{}</h1>\n<p>{}</p>\n<p class=\"small\">{}</p>\n{}\n<p><a href=\"\">{}</a></p>",
                BAR,
                say.get("erase.title"),
                say.get("erase.lead"),
                say.get("erase.note"),
                button("button", "erase-now", say.get("erase.button")),
                say.get("erase.back"));
        return paper.with(say.get("erase.title"), card);
    }

    /** Says that nothing is left. */
    public Page gone(Store store, Customer customer, String acceptLanguage) {
        Paper paper = pages.paper(store, customer, acceptLanguage);
        Words say = paper.words();
        return paper.with(
                say.get("gone.title"),
                Html.of(
                        "{}\n<h1>{}</h1>\n<p role=\"status\">{}</p>",
                        BAR,
                        say.get("gone.title"),
                        say.get("gone.lead")));
    }

    private static Html topics(Words say, Customer customer, boolean hasAgreed) {
        List<Html> boxes = Stream.of(Topic.values())
                .map(topic -> {
                    String name = topic.name().toLowerCase(Locale.ROOT);
                    boolean isWanted = hasAgreed && customer.consent().wishes().wants(topic);
                    return Html.of(
                            "<label class=\"choice\"><input type=\"checkbox\" name=\"topic-{}\" value=\"yes\"{}>"
                                    + "<span>{}<small>{}</small></span></label>",
                            name,
                            isWanted ? new Html(" checked") : Html.NONE,
                            say.get("prefs.topic." + name),
                            say.get("prefs.topic." + name + ".note"));
                })
                .toList();
        return Html.of("<fieldset><legend>{}</legend>\n{}\n</fieldset>", say.get("prefs.topics"), Html.all(boxes));
    }

    private static Html frequencies(Words say, Customer customer) {
        List<Html> choices = Stream.of(Frequency.values())
                .map(frequency -> {
                    String name = frequency.name().toLowerCase(Locale.ROOT);
                    boolean isChosen = customer.consent().wishes().frequency() == frequency;
                    return Html.of(
                            "<label class=\"choice\"><input type=\"radio\" name=\"frequency\" value=\"{}\"{}>"
                                    + "<span>{}</span></label>",
                            name,
                            isChosen ? new Html(" checked") : Html.NONE,
                            say.get("prefs.frequency." + name));
                })
                .toList();
        return Html.of("<fieldset><legend>{}</legend>\n{}\n</fieldset>", say.get("prefs.frequency"), Html.all(choices));
    }

    private static Html languages(Words say, Store store, Customer customer) {
        Locale now = store.offered(customer.language().orElse(store.locale()));
        List<Html> options = store.locales().stream()
                .map(locale -> option(locale.toLanguageTag(), locale.getDisplayLanguage(locale), locale.equals(now)))
                .toList();
        return Html.of("""
                <div class="field"><label for="language">{}</label><select id="language" name="language">
                {}
                </select></div>""", say.get("prefs.language"), Html.all(options));
    }

    /** The days beside the birthday that somebody can tell: those that the shop asks about, and those that are known of. */
    public static List<String> days(Store store, Customer customer) {
        return Stream.concat(
                        store.brand().days().stream(),
                        customer.profile().dates().keySet().stream().sorted())
                .filter(name -> !name.equals(BIRTHDAY))
                .distinct()
                .limit(Profile.DATES_MAX - 1)
                .toList();
    }

    /** The field of a day's month. */
    public static String month(String name) {
        return "month-" + name;
    }

    /** The field of a day's number in its month. */
    public static String day(String name) {
        return "day-" + name;
    }

    private static Html dates(Words say, Store store, Customer customer) {
        List<Html> all = new ArrayList<>();
        all.add(date(
                say, customer, BIRTHDAY, say.get("prefs.birthday"), say.get("prefs.birthday.note"), "month", "day"));
        for (String name : days(store, customer)) {
            all.add(date(say, customer, name, name, say.get("prefs.date.note"), month(name), day(name)));
        }
        return Html.all(all);
    }

    private static Html date(
            Words say, Customer customer, String name, String legend, String note, String monthField, String dayField) {
        Optional<MonthDay> known =
                Optional.ofNullable(customer.profile().dates().get(name));
        Html months = select(
                say,
                say.get("prefs.month"),
                monthField,
                Stream.of(Month.values())
                        .map(month -> option(
                                Integer.toString(month.getValue()),
                                month.getDisplayName(TextStyle.FULL_STANDALONE, say.locale()),
                                known.filter(day -> day.getMonth() == month).isPresent()))
                        .toList());
        Html days = select(
                say,
                say.get("prefs.day"),
                dayField,
                IntStream.rangeClosed(1, 31)
                        .mapToObj(day -> option(
                                Integer.toString(day),
                                Integer.toString(day),
                                known.filter(its -> its.getDayOfMonth() == day).isPresent()))
                        .toList());
        boolean isDayFirst = say.locale().getLanguage().equals("tr");
        return Html.of(
                "<fieldset><legend>{}</legend>\n<p class=\"small\">{}</p>\n<div class=\"pair\">{}{}</div>\n</fieldset>\n",
                legend,
                note,
                isDayFirst ? days : months,
                isDayFirst ? months : days);
    }

    private static Html select(Words say, String label, String field, List<Html> options) {
        List<Html> all = new ArrayList<>(List.of(option("", say.get("prefs.nothing"), false)));
        all.addAll(options);
        return Html.of("<label>{}<select name=\"{}\">\n{}\n</select></label>", label, field, Html.all(all));
    }

    private static Html option(String value, String label, boolean isChosen) {
        return Html.of(
                "<option value=\"{}\"{}>{}</option>", value, isChosen ? new Html(" selected") : Html.NONE, label);
    }

    /** First of all, for who was asked whether they still want to hear from the shop: one press is enough. */
    private static Html keep(Words say) {
        return part(
                say.get("prefs.keep"),
                say.get("prefs.keep.lead"),
                button("button", "keep", say.get("prefs.keep.button")));
    }

    private static Html pause(Words say, Store store, Customer customer, Instant now) {
        Optional<Instant> until = customer.consent().wishes().pausedUntil().filter(now::isBefore);
        return part(
                say.get("prefs.pause"),
                until.map(at -> say.get("prefs.paused", day(say, store, customer, at)))
                        .orElseGet(() -> say.get("prefs.pause.lead")),
                until.isPresent()
                        ? button("quiet", "resume", say.get("prefs.resume.button"))
                        : button("quiet", "pause", say.get("prefs.pause.button")));
    }

    private static Html why(Words say, Store store, Customer customer) {
        String reason = switch (customer.consent()) {
            case Consent.Given given -> say.get("prefs.why.given", day(say, store, customer, given.at()));
            case Consent.Withdrawn gone -> say.get("prefs.why.withdrawn", day(say, store, customer, gone.at()));
            case Consent.Asked asked -> say.get("prefs.why.unknown");
            case Consent.Unknown unknown -> say.get("prefs.why.unknown");
        };
        return part(
                say.get("prefs.why"),
                reason,
                customer.consent() instanceof Consent.Withdrawn
                        ? Html.NONE
                        : button("quiet", "unsubscribe", say.get("prefs.stop.button")));
    }

    private static Html data(Words say) {
        return part(
                say.get("prefs.data"),
                say.get("prefs.data.lead"),
                Html.all(List.of(
                        button("quiet", "export", say.get("prefs.export.button")),
                        button("quiet", "erase", say.get("prefs.erase.button")))));
    }

    private static Html part(String heading, String text, Html buttons) {
        return Html.of("<section class=\"part\"><h2>{}</h2>\n<p>{}</p>\n{}</section>\n", heading, text, buttons);
    }

    private static Html button(String look, String does, String label) {
        return Html.of(
                "<form method=\"post\"><button class=\"{}\" type=\"submit\" name=\"do\""
                        + " value=\"{}\">{}</button></form>",
                look,
                does,
                label);
    }

    private static String day(Words say, Store store, Customer customer, Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(say.locale())
                .format(at.atZone(customer.profile().zoneOr(store.zone())));
    }
}
