package comeback.local.trial;

import comeback.local.LocalWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Plays the same recorded events through the flows as they were and as they are, and tells the difference. */
public final class Backtest {
    public static final String USAGE = BacktestRequest.USAGE;

    private static final int WIDTH = 30;

    private final BacktestRequest request;
    private final Recording recording;
    private final Consumer<String> progress;

    private Backtest(BacktestRequest request, Recording recording, Consumer<String> progress) {
        this.request = request;
        this.recording = recording;
        this.progress = progress;
    }

    /**
     * Plays twice.
     *
     * @param words of the command line, behind "backtest"
     * @param home the project's folder
     * @param out gets what stays
     * @param progress gets how far it is, each time in the place of what it said before
     * @throws TrialUnclear when the words or the events are wrong, or an event is one that Comeback would not take
     */
    public static void run(List<String> words, Path home, Consumer<String> out, Consumer<String> progress)
            throws Exception {
        BacktestRequest request = BacktestRequest.read(words, home);
        Recording recording = Recording.read(request.events(), request.since());
        out.accept(recording.toString());
        var backtest = new Backtest(request, recording, progress);
        try (OldFlows old = OldFlows.of(request.old(), request.flows())) {
            Outcome before = backtest.played("before", old.folder());
            Outcome after = backtest.played("after", request.flows());
            progress.accept("");
            out.accept("");
            new Difference(before, after, RecordedEvent.names(recording.events())).print(out);
        }
    }

    private Outcome played(String which, Path flows) throws Exception {
        Duration after = Duration.ofDays(request.days());
        Instant begin = recording.begin();
        Duration whole = Duration.between(begin, recording.end().plus(after));
        // A world is closed when it is played to its end, so what it holds then is read at its last moment.
        List<Outcome> last = new ArrayList<>();
        Replay.play(flows, recording.events(), begin, after, new Replay.Watcher() {
            @Override
            public void onto(LocalWorld world, int events) {
                Duration gone = Duration.between(begin, world.clock().instant());
                progress.accept(line(which, gone.toMillis(), whole.toMillis(), world));
            }

            @Override
            public void atItsEnd(LocalWorld world) {
                last.add(Outcome.of(world));
            }
        });
        return last.getFirst();
    }

    private static String line(String which, long gone, long whole, LocalWorld world) {
        int filled = whole == 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * gone / whole);
        return String.format(
                Locale.ROOT,
                "%-6s [%s%s] %s, %,d mails",
                which,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                world.clock().instant().atZone(ZoneOffset.UTC).toLocalDate(),
                world.mailbox().all().size());
    }
}
