package comeback.wiring;

import comeback.commit.Flags;
import comeback.message.Message;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/**
 * Flags as log lines that are metrics too, on which the alarms and the dashboard of template.yaml stand. Ids only, nothing
 * personal.
 */
public final class PrintedFlags implements Flags {
    private final PrintStream out;

    public PrintedFlags(PrintStream out) {
        this.out = out;
    }

    @Override
    public void flagged(Message message, Instant now) {
        out.println(about(message)
                .count("FlaggedMessages", 1)
                .by("store", message.store().value())
                .at(now));
    }

    @Override
    public void unknown(Message message, Instant now) {
        out.println(about(message)
                .count("UnknownMessages", 1)
                .with("store", message.store().value())
                .at(now));
    }

    @Override
    public void looked(Look seen, Instant now) {
        out.println(new MetricLine()
                .count("Overdue", seen.overdue())
                .seconds("OldestReceipt", age(seen.oldestReceipt(), now))
                .seconds("OldestOtherMessage", age(seen.oldestOther(), now))
                .count("SendingStopped", seen.isSendingStopped() ? 1 : 0)
                .at(now));
    }

    private static MetricLine about(Message message) {
        return new MetricLine()
                .with("message", message.id().value())
                .with("flow", message.flow())
                .with("state", message.state().label());
    }

    private static long age(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }
}
