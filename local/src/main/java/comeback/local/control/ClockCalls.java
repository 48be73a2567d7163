package comeback.local.control;

import comeback.local.clock.WorldTurn;
import comeback.local.feed.Feed;
import comeback.local.http.Answer;
import comeback.local.http.Request;
import comeback.local.mail.Mail;
import comeback.local.mail.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The clock: reading and turning it. */
public final class ClockCalls {
    /** A year and a bit: the longest flow. More would be a slip of the pen, and take minutes. */
    private static final Duration TURN_MAX = Duration.ofDays(400);

    private final WorldTurn world;
    private final InstantSource clock;
    private final Mailbox mailbox;
    private final Feed feed;

    public ClockCalls(WorldTurn world, InstantSource clock, Mailbox mailbox, Feed feed) {
        this.world = world;
        this.clock = clock;
        this.mailbox = mailbox;
        this.feed = feed;
    }

    List<Call> calls() {
        return List.of(
                new Call(
                        "GET",
                        "/local/clock",
                        "the time here: {\"now\"}",
                        (_, _) -> Answer.json(200, Map.of("now", clock.instant().toString()))),
                new Call(
                        "POST",
                        "/local/clock/advance",
                        "{\"by\":\"PT1H\"} turns the clock, working through all that falls due: {\"now\",\"sent\":[…]}",
                        (request, _) -> advance(request)));
    }

    private Answer advance(Request request) {
        Duration by = Body.duration(Body.of(request), "by")
                .orElseThrow(() -> new BadCall("by: is missing; how far to turn, as a duration like PT1H or P3D"));
        if (by.isNegative()) {
            throw new BadCall("by: the clock turns forward only; POST /local/reset starts again");
        }
        if (by.compareTo(TURN_MAX) > 0) {
            throw new BadCall("by: at most " + TURN_MAX.toDays() + " days at a time");
        }
        feed.clock("The clock is turned by " + words(by), "");
        long before = mailbox.received();
        Instant now = world.turn(by);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("now", now.toString());
        answer.put("sent", mailbox.after(before).stream().map(Mail::asLine).toList());
        return Answer.json(200, answer);
    }

    private static String words(Duration by) {
        if (by.toDays() > 0 && by.equals(Duration.ofDays(by.toDays()))) {
            return by.toDays() == 1 ? "1 day" : by.toDays() + " days";
        }
        if (by.toHours() > 0 && by.equals(Duration.ofHours(by.toHours()))) {
            return by.toHours() == 1 ? "1 hour" : by.toHours() + " hours";
        }
        return by.toString().substring(2).replaceAll("(?<=[HM])", " ").strip().toLowerCase(Locale.ROOT);
    }
}
