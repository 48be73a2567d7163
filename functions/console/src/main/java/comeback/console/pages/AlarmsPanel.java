package comeback.console.pages;

import comeback.console.Watch;
import comeback.http.Html;
import java.util.List;
import java.util.Optional;

/** Which of the deployment's alarms ring. */
final class AlarmsPanel {
    private AlarmsPanel() {}

    static Html of(Ask ask, Optional<List<Watch.Ringing>> ringing) {
        return Panels.card(
                "",
                ask.words().of("alarms"),
                ringing.map(all -> list(ask, all)).orElseGet(() -> note(ask, "alarmsUnknown")));
    }

    private static Html note(Ask ask, String word) {
        return Html.of("<p class=\"none\">{}</p>", ask.words().of(word));
    }

    /** What they mean is said as the mail about them says it, which is in English. */
    private static Html list(Ask ask, List<Watch.Ringing> ringing) {
        if (ringing.isEmpty()) {
            return note(ask, "alarmsNone");
        }
        return Html.of(
                "<ul class=\"reasons\">{}</ul>",
                Html.all(ringing.stream()
                        .map(alarm -> Html.of(
                                "<li><span lang=\"en\"><b class=\"down\">{}</b> {}</span><span>{}</span></li>",
                                alarm.name(),
                                alarm.what(),
                                ask.words().moment(alarm.since(), ask.store().zone())))
                        .toList()));
    }
}
