package comeback.console.pages;

import comeback.console.Answer;
import comeback.http.Html;
import comeback.http.Request;
import java.util.Optional;

/** The pages around signing in. They belong to no store and tell nothing of any. */
public final class SignInPages {
    private static final String FORM = "/console/sign-in";

    private final Request request;
    private final Words words;

    /** In the language that the request wants. */
    public SignInPages(Request request) {
        this.request = request;
        this.words = Words.of(request.queryParameter("lang"), request.header("accept-language"));
    }

    public String language() {
        return words.language();
    }

    /**
     * Asks for an address.
     *
     * @param wasNone whether what was typed is none
     */
    public Answer form(int status, boolean wasNone) {
        Html problem = wasNone
                ? Html.of("<p class=\"down\" id=\"problem\" role=\"alert\">{}</p>", words.of("noAddress"))
                : Html.NONE;
        return page(
                status,
                words.of("signIn"),
                Html.of(
                        """
                        <p>{}</p>
                        <form class="ask" action="{}" method="post">
                        <div><label for="address">{}</label>
                        <input id="address" name="address" type="email" autocomplete="email" required{}>{}</div>
                        <div><label for="store">{}</label>
                        <input id="store" name="store" value="{}" autocomplete="off" spellcheck="false"></div>
                        <button type="submit">{}</button></form>
                        <p class="sub"><a href="/console?with=key">{}</a></p>
                        """,
                        words.of("signInWords"),
                        inLanguage(FORM),
                        words.of("address"),
                        new Html(wasNone ? " aria-invalid=\"true\" aria-describedby=\"problem\"" : ""),
                        problem,
                        words.of("storeOfStaff"),
                        request.queryParameter("store").orElse(""),
                        words.of("sendLink"),
                        words.of("withKey")));
    }

    /** Says that a link is on its way, to whomever that may be. */
    public Answer asked(String address) {
        return page(200, words.of("askedTitle"), Html.of("<p>{}</p>", words.of("asked", address)));
    }

    public Answer tooMany() {
        return page(429, words.of("tooManyTitle"), Html.of("<p>{}</p>", words.of("tooMany")));
    }

    /** A good link: only its button signs in. */
    public Answer button(String path) {
        return page(
                200,
                words.of("signIn"),
                Html.of(
                        "<p>{}</p><form class=\"ask\" action=\"{}\" method=\"post\"><button"
                                + " type=\"submit\">{}</button></form>",
                        words.of("press"),
                        inLanguage(path),
                        words.of("signIn")));
    }

    /** One that is over, was used, or never was. */
    public Answer broken() {
        return page(
                404,
                words.of("brokenTitle"),
                Html.of(
                        "<p>{}</p><p><a href=\"{}\">{}</a></p>",
                        words.of("broken"),
                        inLanguage(FORM),
                        words.of("again")));
    }

    /** What was posted did not come from a page of ours. */
    public Answer refused() {
        return page(403, words.of("refusedTitle"), Html.of("<p>{}</p>", words.of("refused")));
    }

    /**
     * Says goodbye.
     *
     * @param cookie what the browser is to keep instead of its key
     */
    public Answer signedOut(String cookie) {
        return page(
                        200,
                        words.of("signedOut"),
                        Html.of("<p><a href=\"{}\">{}</a></p>", inLanguage(FORM), words.of("signIn")))
                .with("Set-Cookie", cookie);
    }

    private String inLanguage(String path) {
        return request.queryParameter("lang").isPresent() ? path + "?lang=" + words.language() : path;
    }

    private Answer page(int status, String title, Html content) {
        String path = request.path().equals("/console/sign-out") ? FORM : request.path();
        return Frame.plain(
                status,
                words,
                title,
                Html.of("<section class=\"card narrow\"><h1>{}</h1>{}</section>", title, content),
                Frame.languages(words, language -> path + "?lang=" + language),
                Optional.empty());
    }
}
