package comeback.local;

import comeback.local.apply.NotApplied;
import comeback.local.apply.StoresApply;
import comeback.local.cost.CostReport;
import comeback.local.importing.ImportRequest;
import comeback.local.importing.ImportRun;
import comeback.local.importing.NotImported;
import comeback.local.importing.Terminal;
import comeback.local.load.LoadRun;
import comeback.local.trial.Backtest;
import comeback.local.trial.FlowTrial;
import comeback.local.trial.TrialUnclear;
import comeback.storefile.StoresFileInvalid;
import comeback.templates.TemplatesInvalid;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** {@code ./comeback}: reads the command line, and says in one line what is wrong with it. */
public final class Main {
    private static final String USAGE =
            "usage: ./comeback local [--port NUMBER] [--stores FILE] [--templates DIR] [--logs], or"
                    + " COMEBACK_ADMIN_KEY=… ./comeback stores apply FILE --endpoint URL, or "
                    + ImportRequest.USAGE + ", or"
                    + " ./comeback simulate-flow FOLDER --events FILE [--days NUMBER], or "
                    + Backtest.USAGE + ", or"
                    + " ./comeback cost [--events NUMBER] [--mails NUMBER] [--orders NUMBER], or ./comeback load";
    private static final Duration TICK = Duration.ofSeconds(1);

    private Main() {}

    /** Runs a sub-command; the first word names it. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "local" -> local(words.subList(1, words.size()));
            case "stores" -> stores(words.subList(1, words.size()));
            case "import" -> imported(words.subList(1, words.size()));
            case "simulate-flow" -> tryFlow(words.subList(1, words.size()));
            case "backtest" -> backtest(words.subList(1, words.size()));
            case "cost" -> cost(words.subList(1, words.size()));
            case "load" -> load();
            default -> fail(USAGE);
        }
    }

    private static void load() throws Exception {
        try {
            LoadRun.run(System.out::println);
        } catch (LoadRun.Failed e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void cost(List<String> words) {
        try {
            CostReport.run(words, System.out::println);
        } catch (IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void tryFlow(List<String> words) throws Exception {
        try {
            FlowTrial.run(words, System.out::println);
        } catch (TrialUnclear | TemplatesInvalid e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void backtest(List<String> words) throws Exception {
        Path home = Path.of(System.getProperty("comeback.home", "."));
        var terminal = new Terminal(System.out);
        try {
            Backtest.run(words, home, terminal::say, terminal::show);
        } catch (TrialUnclear | TemplatesInvalid e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void imported(List<String> words) {
        String key = System.getenv().getOrDefault("COMEBACK_SECRET_KEY", "");
        if (key.isBlank()) {
            fail("the environment variable COMEBACK_SECRET_KEY is not set; it is a secret key of the store (sk_…)");
            return;
        }
        try {
            new ImportRun(ImportRequest.read(words), key, new Terminal(System.out), Thread::sleep).run();
        } catch (NotImported e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void stores(List<String> words) {
        if (words.size() != 4 || !words.get(0).equals("apply") || !words.get(2).equals("--endpoint")) {
            fail(USAGE);
            return;
        }
        // Not on the command line, where everyone on this machine could read it.
        String key = System.getenv().getOrDefault("COMEBACK_ADMIN_KEY", "");
        if (key.isBlank()) {
            fail("the environment variable COMEBACK_ADMIN_KEY is not set; it is the deployment's admin key");
            return;
        }
        try {
            new StoresApply(StoresApply.endpoint(words.get(3)), key).apply(Path.of(words.get(1)), System.out::println);
        } catch (StoresFileInvalid | NotApplied e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void local(List<String> arguments) throws Exception {
        try {
            Options options = Options.read(arguments);
            start(options);
        } catch (Options.Unclear | TemplatesInvalid e) {
            fail(String.valueOf(e.getMessage()));
        } catch (StoresFileInvalid e) {
            fail(firstOf(String.valueOf(e.getMessage()).lines().toList()));
        }
    }

    private static void start(Options options) throws Exception {
        try {
            // Milliseconds are what JSON shows and DynamoDB keeps, so nothing ever seems to be a microsecond late.
            run(LocalWorld.start(options, Clock.tickMillis(ZoneOffset.UTC), FunctionsWiring::new));
        } catch (BindException e) {
            fail("port " + options.port() + " is already in use; is Comeback running? --port NUMBER picks another");
        }
    }

    /** One line is read, thirty are not; the next one comes when the first is mended. */
    private static String firstOf(List<String> mistakes) {
        int more = mistakes.size() - 1;
        return mistakes.getFirst() + (more == 0 ? "" : more == 1 ? " (and 1 more)" : " (and " + more + " more)");
    }

    private static void run(LocalWorld world) throws InterruptedException {
        System.out.println("Comeback is ready: " + world.uri());
        while (true) {
            Thread.sleep(TICK);
            tick(world);
        }
    }

    private static void tick(LocalWorld world) {
        try {
            world.tick();
        } catch (RuntimeException e) {
            // Per tick: told on the page, and the next second is another chance.
            world.feed().happened("The local world failed: " + e.getMessage(), String.valueOf(e));
        }
    }

    private static void fail(String line) {
        System.err.println("comeback: " + line);
        System.exit(1);
    }
}
