package comeback.test;

import comeback.local.feed.FeedEntry;
import comeback.local.feed.FeedReason;
import comeback.local.mail.Mail;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a failed test says: what went instead, and what was decided about the flows that the test is about. */
final class Why {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Why() {}

    static String missing(Expected letter, List<Mail> went, List<FeedEntry> decided) {
        return "expected " + letter + "\n" + wentInstead(went) + reasons(Set.of(letter.flow()), decided);
    }

    static String others(List<Expected> letters, List<Mail> went, List<FeedEntry> decided) {
        Set<String> flows = letters.stream().map(Expected::flow).collect(Collectors.toSet());
        went.stream().map(mail -> mail.tag("flow")).forEach(flows::add);
        return "expected only " + letters + "\n" + wentInstead(went) + reasons(flows, decided);
    }

    private static String wentInstead(List<Mail> went) {
        return went.isEmpty()
                ? "nothing went since the last look\n"
                : went.stream()
                        .map(mail -> line(
                                mail.sentAt(), Shop.name(mail) + " to " + mail.to() + ": \"" + mail.subject() + "\""))
                        .collect(Collectors.joining("", "since the last look there went\n", ""));
    }

    private static String reasons(Collection<String> flows, List<FeedEntry> decided) {
        String lines = decided.stream()
                .flatMap(entry -> entry.reasons().stream()
                        .filter(reason -> flows.contains(reason.flow()))
                        .map(reason -> line(entry.at(), words(reason))))
                .collect(Collectors.joining());
        return lines.isEmpty()
                ? "and nothing was ever decided about " + flows
                : "what was decided about " + flows + "\n" + lines;
    }

    private static String words(FeedReason reason) {
        return reason.flow() + " " + reason.verdict().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + reason.text()
                + (reason.otherwise().isEmpty() ? "" : " (" + reason.otherwise() + ")");
    }

    private static String line(Instant at, String text) {
        return "  " + TIME.format(at) + "  " + text + "\n";
    }
}
