package comeback.shopper;

import comeback.http.Request;
import comeback.shopper.http.Answer;
import comeback.shopper.page.Page;
import comeback.shopper.page.Pages;

/** What the links that lead to a page have in common: to look at it changes nothing, and only its button may. */
final class LinkPage {
    private LinkPage() {}

    /** What becomes of a request. */
    interface Answering {
        Visit answered(Request request, boolean isPosted);
    }

    static Visit visit(Request request, Pages pages, Answering link) {
        try {
            return switch (request.method()) {
                case "GET" -> link.answered(request, false);
                case "HEAD" -> link.answered(request, false).withoutBody();
                case "POST" -> link.answered(request, true);
                default ->
                    Visit.turnedAway(
                            Answer.text(405, "405: use GET, HEAD or POST").with("Allow", "GET, HEAD, POST"), "refused");
            };
        } catch (RuntimeException e) {
            Answer trouble = page(503, pages.trouble(language(request))).askingToRepeat();
            return Visit.failed(trouble, e);
        }
    }

    static String language(Request request) {
        return request.header("accept-language").orElse("");
    }

    static Answer page(int status, Page page) {
        return Answer.page(status, page.html(), page.contentSecurityPolicy());
    }
}
