package comeback.console.pages;

import comeback.console.Visitor;
import comeback.http.Html;
import comeback.http.Request;
import comeback.store.Store;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wants to see.
 *
 * @param request as it came
 * @param store of which
 * @param visitor who, if they have signed in
 * @param words in which language
 * @param days how many, up to today
 * @param today by the store's clock
 */
record Ask(Request request, Store store, Optional<Visitor> visitor, Words words, int days, LocalDate today) {
    static final List<Integer> PERIODS = List.of(7, 28, 90);
    private static final int USUAL = 28;

    static Ask of(Request request, Store store, Optional<Visitor> visitor, LocalDate today) {
        Words words = Words.of(request.queryParameter("lang"), request.header("accept-language"));
        int days = PERIODS.stream()
                .filter(each -> request.queryParameter("days").equals(Optional.of(each.toString())))
                .findFirst()
                .orElse(USUAL);
        return new Ask(request, store, visitor, words, days, today);
    }

    LocalDate from() {
        return today.minusDays(days - 1L);
    }

    /** Another page of the same days, store and language. */
    String to(String path) {
        return link(path, Map.of());
    }

    String ofDays(int other) {
        return link(request.path(), Map.of("days", Integer.toString(other)));
    }

    String inLanguage(String language) {
        return link(request.path(), Map.of("lang", language));
    }

    /** Another page about this one. */
    String of(String path, String id) {
        return link(path, Map.of("id", id));
    }

    /** The language and the store, to go along with a form. */
    Html kept() {
        return Html.all(Stream.of("store", "lang")
                .flatMap(name -> request.queryParameter(name).stream()
                        .map(value -> Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value)))
                .toList());
    }

    /** The same page with this changed. */
    String link(String path, Map<String, String> changed) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String kept : List.of("store", "days", "lang", "id", "in")) {
            boolean isElsewhere = (kept.equals("id") || kept.equals("in")) && !path.equals(request.path());
            Optional.ofNullable(changed.get(kept))
                    .or(() -> isElsewhere ? Optional.empty() : request.queryParameter(kept))
                    .ifPresent(value -> query.put(kept, value));
        }
        Optional.ofNullable(changed.get("after")).ifPresent(after -> query.put("after", after));
        return query.isEmpty()
                ? path
                : path
                        + query.entrySet().stream()
                                .map(each -> each.getKey() + "="
                                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&", "?", ""));
    }
}
