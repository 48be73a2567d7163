package comeback.shopper.page;

import comeback.customer.Customer;
import comeback.http.Html;
import comeback.store.Store;
import java.util.List;

/** The pages on which somebody answers the one question of a letter. */
public final class SurveyPages {
    /** What the question is called in events and conditions. */
    public static final String SURVEY = "better";

    /** What can be answered, as the form says it. */
    public static final List<String> ANSWERS = List.of("price", "choice", "delivery", "product", "service", "nothing");

    public static final String FIELD = "answer";

    /** Whoever says this needs nobody's help. */
    private static final String CONTENT = "nothing";

    private static final Html BAR = new Html("<div class=\"bar\"></div>");

    private final Pages pages;

    public SurveyPages(Pages pages) {
        this.pages = pages;
    }

    /**
     * Asks. Nothing has happened yet, and nothing will until the button is pressed.
     *
     * @param isRepeated whether the button was pressed and nothing was chosen
     */
    public Page ask(Store store, Customer customer, boolean isRepeated, String acceptLanguage) {
        Paper paper = pages.paper(store, customer, acceptLanguage);
        Words say = paper.words();
        List<Html> choices = ANSWERS.stream()
                .map(answer -> Html.of(
                        "<label class=\"choice\"><input type=\"radio\" name=\"{}\" value=\"{}\">"
                                + "<span>{}</span></label>",
                        FIELD,
                        answer,
                        say.get("survey.answer." + answer)))
                .toList();
        Html card = Html.of(
                """
                {}
                <h1>{}</h1>
                <p>{}</p>
                {}
                <form method="post">
                <fieldset><legend>{}</legend>
                {}
                </fieldset>
                <button class="button" type="submit" name="do" value="answer">{}</button></form>
                <p class="small">{}</p>""",
                BAR,
                say.get("survey.title"),
                say.get("survey.lead", store.brand().name()),
                isRepeated ? Html.of("<p class=\"note\" role=\"alert\">{}</p>", say.get("survey.choose")) : Html.NONE,
                say.get("survey.question"),
                Html.all(choices),
                say.get("survey.button"),
                say.get("survey.note"));
        return paper.with(say.get("survey.title"), card);
    }

    /** Says thank you, and leads whoever misses something to a person of the shop. */
    public Page thanks(Store store, Customer customer, String answer, String acceptLanguage) {
        Paper paper = pages.paper(store, customer, acceptLanguage);
        Words say = paper.words();
        Html help = answer.equals(CONTENT)
                ? Html.NONE
                : SafeLink.mailbox(store.brand().supportEmail())
                        .map(support -> Html.of(
                                "<p>{}</p>\n<a class=\"button\" href=\"{}\">{}</a>",
                                say.get("survey.thanks.write", store.brand().name()),
                                support,
                                say.get("survey.thanks.button")))
                        .orElse(Html.NONE);
        Html card = Html.of(
                "{}\n<h1>{}</h1>\n<p>{}</p>\n{}",
                BAR,
                say.get("survey.thanks.title"),
                say.get("survey.thanks.lead", store.brand().name()),
                help);
        return paper.with(say.get("survey.thanks.title"), card);
    }
}
