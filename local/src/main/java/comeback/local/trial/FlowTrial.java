package comeback.local.trial;

import comeback.local.LocalWorld;
import comeback.local.feed.FeedEntry;
import comeback.local.feed.FeedReason;
import comeback.local.mail.Mail;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Plays events through the functions as they happened, and tells what one flow made of them, and why. */
public final class FlowTrial {
    /** As wide as time, name and verdict together. */
    private static final int INDENT = 44;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TrialRequest request;
    private final Consumer<String> out;
    private final Map<String, String> names;
    private final Map<String, Integer> others = new HashMap<>();
    private long told;
    private int sent;
    private int kept;

    private FlowTrial(TrialRequest request, List<RecordedEvent> events, Consumer<String> out) {
        this.request = request;
        this.out = out;
        names = RecordedEvent.names(events);
    }

    /**
     * Plays.
     *
     * @param words of the command line, behind "simulate-flow"
     * @param out gets each line as soon as it is known
     * @throws TrialUnclear when the words or the file are wrong, or an event is one that Comeback would not take
     */
    public static void run(List<String> words, Consumer<String> out) throws Exception {
        TrialRequest request = TrialRequest.read(words);
        List<RecordedEvent> events = RecordedEvent.read(request.events());
        var trial = new FlowTrial(request, events, out);
        var templates = Objects.requireNonNull(request.folder().getParent(), "a flow's folder lies in another");
        out.accept(request.flow() + ", with " + events.size() + (events.size() == 1 ? " event" : " events") + " from "
                + TIME.format(events.getFirst().at()) + " UTC on");
        Replay.play(
                templates,
                events,
                events.getFirst().at(),
                Duration.ofDays(request.days()),
                (world, posted) -> trial.tell(world));
        out.accept("");
        out.accept(trial.sent + " sent, " + trial.kept + " not sent" + trial.ofOthers());
    }

    private void tell(LocalWorld world) {
        for (FeedEntry entry : world.feed().since(told)) {
            told = entry.seq();
            switch (entry.kind()) {
                case EVENT, DECISION -> decided(entry);
                case MESSAGE -> moved(world, entry);
                case PROBLEM -> out.accept(line(entry, "problem", entry.title() + " " + entry.detail()));
                case CLOCK -> {
                    // That it was turned is what a trial is.
                }
            }
        }
    }

    private void decided(FeedEntry entry) {
        for (FeedReason reason : entry.reasons()) {
            if (reason.flow().equals(request.flow())) {
                out.accept(line(entry, reason.verdict().toLowerCase(Locale.ROOT).replace('_', ' '), reason.text()));
                otherwise(reason);
            }
        }
    }

    private void moved(LocalWorld world, FeedEntry entry) {
        boolean isSent = entry.detail().equals("ACCEPTED");
        String flow = entry.title().replaceFirst(" / .*", "");
        if (!flow.equals(request.flow())) {
            if (isSent) {
                others.merge(flow, 1, Integer::sum);
            }
            return;
        }
        if (isSent) {
            sent++;
            out.accept(line(entry, "SENT", entry.title() + subject(world, entry)));
        }
        for (FeedReason reason : entry.reasons()) {
            kept++;
            out.accept(line(entry, "NOT SENT", entry.title() + ": " + reason.text()));
            otherwise(reason);
        }
    }

    private static String subject(LocalWorld world, FeedEntry entry) {
        return world.mailbox().all().stream()
                .filter(mail -> entry.messages().contains(mail.tag("id")))
                .findFirst()
                .map(Mail::subject)
                .map(subject -> ": \"" + subject + "\"")
                .orElse("");
    }

    private String line(FeedEntry entry, String what, String text) {
        String who = names.getOrDefault(entry.customer(), entry.customer());
        return "%s  %-12s %-12s %s".formatted(TIME.format(entry.at()), who, what, text);
    }

    /** What would have made it different, below it. */
    private void otherwise(FeedReason reason) {
        if (!reason.otherwise().isEmpty()) {
            out.accept(" ".repeat(INDENT) + reason.otherwise());
        }
    }

    private String ofOthers() {
        int letters = others.values().stream().mapToInt(Integer::intValue).sum();
        return letters == 0 ? "" : "; beside them " + letters + " of other flows: " + new TreeMap<>(others);
    }
}
