package comeback.console.pages;

import comeback.commit.StoreRegister;
import comeback.console.Answer;
import comeback.console.Visitor;
import comeback.http.Html;
import comeback.http.Request;
import comeback.store.StoreId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** All stores of the deployment, for whoever may see each of them. */
final class StoreList {
    private static final int STORES = 100;

    private StoreList() {}

    static Answer of(Request request, Visitor visitor, StoreRegister register) {
        Words words = Words.of(request.queryParameter("lang"), request.header("accept-language"));
        Optional<StoreId> after = request.queryParameter("after")
                .filter(id -> id.matches("[a-z0-9-]{1,40}"))
                .map(StoreId::new);
        List<StoreId> stores = register.stores(after, STORES);
        Html list = stores.isEmpty()
                ? Html.of("<p class=\"none\">{}</p>", words.of("noStores"))
                : Html.of(
                        "<ul class=\"stores\">{}</ul>",
                        Html.all(stores.stream()
                                .map(id -> Html.of(
                                        "<li><a href=\"/console?store={}{}\">{}</a></li>",
                                        id,
                                        lang(request, words, "&"),
                                        id))
                                .toList()));
        Html more = stores.size() < STORES
                ? Html.NONE
                : Html.of(
                        "<p class=\"sub\"><a href=\"/console/stores?after={}{}\">{}</a></p>",
                        URLEncoder.encode(stores.getLast().value(), StandardCharsets.UTF_8),
                        lang(request, words, "&"),
                        words.of("furtherStores"));
        return Frame.plain(
                200,
                words,
                words.of("stores"),
                Html.of("<section class=\"card narrow\"><h1>{}</h1>{}{}</section>", words.of("stores"), list, more),
                Frame.languages(words, language -> "/console/stores?lang=" + language),
                Optional.of(visitor));
    }

    private static String lang(Request request, Words words, String sign) {
        return request.queryParameter("lang").isPresent() ? sign + "lang=" + words.language() : "";
    }
}
