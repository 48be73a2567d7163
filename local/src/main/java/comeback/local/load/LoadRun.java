package comeback.local.load;

import comeback.local.FunctionsWiring;
import comeback.local.LocalWorld;
import comeback.local.Options;
import comeback.local.aws.Fault;
import comeback.local.mail.Mail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A sale day over HTTP on a free port of this machine. Rounds of it take turns with as many raw calls, so that both have the same
 * machine; then SES is stopped for two hours, in which carts are left and orders come, to see what goes first.
 */
public final class LoadRun {
    private static final Duration AT_MOST = Duration.ofSeconds(90);
    private static final int SHOPPERS_A_BATCH = 20;
    private static final int ROUNDS_MAX = 40;

    /** While this many are played, the compiler is still at work. */
    private static final int ROUNDS_OF_WARMING = 3;

    private static final Duration CARTS_ARE_LEFT = Duration.ofHours(2);
    private static final String KEY = "Basic c2tfZGVtbzo=";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalWorld world;
    private final RawCalls raw;
    private final List<Integer> whoBought = new ArrayList<>();
    private int shoppers;
    private int events;
    private long worldNanos;
    private long rawNanos;
    private long calls;
    private long eventsTimed;
    private long mailsTimed;

    private LoadRun(LocalWorld world) {
        this.world = world;
        raw = new RawCalls(world.aws().dynamo());
    }

    /** Something did not hold; the message says what. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String what) {
            super(what);
        }
    }

    /** Runs it for a minute and a half, and says what came of it. */
    public static void run(Consumer<String> out) throws Exception {
        run(ROUNDS_MAX, out);
    }

    static void run(int rounds, Consumer<String> out) throws Exception {
        try (var world =
                LocalWorld.start(Options.onFreePort(), Clock.tickMillis(ZoneOffset.UTC), FunctionsWiring::new)) {
            new LoadRun(world).play(rounds, out);
        }
    }

    private void play(int rounds, Consumer<String> out) throws IOException, InterruptedException {
        long end = System.nanoTime() + AT_MOST.toNanos();
        for (int round = 0; round < rounds && System.nanoTime() < end; round++) {
            round(round >= ROUNDS_OF_WARMING);
        }
        out.accept(String.format(
                Locale.ROOT,
                "%,d events and %,d mails in %.1f s: %.0f events/s and %.0f mails/s, with %.0f calls/s to DynamoDB Local",
                eventsTimed,
                mailsTimed,
                worldNanos / 1e9,
                eventsTimed / (worldNanos / 1e9),
                mailsTimed / (worldNanos / 1e9),
                calls / (worldNanos / 1e9)));
        out.accept(String.format(
                Locale.ROOT,
                "as many of the same calls by themselves in %.1f s: %.0f calls/s; the whole system reaches %.2f of that",
                rawNanos / 1e9,
                calls / (rawNanos / 1e9),
                (double) rawNanos / worldNanos));
        out.accept(nothingIsLost());
        out.accept(ordersGoFirst());
    }

    private void round(boolean isTimed) throws IOException, InterruptedException {
        Map<String, Long> before = world.tableCalls();
        long mails = world.mailbox().received();
        int from = shoppers;
        shoppers += SHOPPERS_A_BATCH;
        List<Integer> buyers =
                IntStream.range(from, shoppers).filter(SaleDay::buys).boxed().toList();
        long start = System.nanoTime();
        post(SaleDay.comes(from, shoppers));
        post(SaleDay.buy(buyers));
        long taken = System.nanoTime() - start;
        whoBought.addAll(buyers);
        int posted = SaleDay.eventsBeforeBuying(SHOPPERS_A_BATCH) + buyers.size();
        events += posted;
        Map<String, Long> made = since(before);
        long rawStart = System.nanoTime();
        raw.make(made);
        long rawTaken = System.nanoTime() - rawStart;
        // What was written so is on the stream too; it is looked through here, and not in the next round.
        world.rest();
        if (isTimed) {
            worldNanos += taken;
            rawNanos += rawTaken;
            calls += made.values().stream().mapToLong(Long::longValue).sum();
            eventsTimed += posted;
            mailsTimed += world.mailbox().received() - mails;
        }
    }

    private Map<String, Long> since(Map<String, Long> before) {
        var made = new HashMap<>(world.tableCalls());
        before.forEach((operation, count) -> made.merge(operation, -count, Long::sum));
        made.values().removeIf(count -> count <= 0);
        return made;
    }

    /** One welcome for everybody, one confirmation for each order, and each exactly once. */
    private String nothingIsLost() {
        List<Mail> mails = world.mailbox().all();
        long welcomes = once(mails, "welcome");
        long confirmations = once(mails, "order-confirmation");
        if (welcomes != shoppers || confirmations != whoBought.size()) {
            throw new Failed(welcomes + " of " + shoppers + " welcomes came, and " + confirmations + " of "
                    + whoBought.size() + " confirmations");
        }
        return String.format(
                Locale.ROOT,
                "nothing was lost: of %,d events came %,d welcomes and %,d confirmations, each once",
                events,
                welcomes,
                confirmations);
    }

    private static long once(List<Mail> mails, String flow) {
        List<String> to = mails.stream()
                .filter(mail -> mail.tag("flow").equals(flow))
                .map(Mail::to)
                .toList();
        long people = to.stream().distinct().count();
        if (people != to.size()) {
            throw new Failed("somebody got two letters of " + flow);
        }
        return people;
    }

    /** SES stops, carts are left and orders come; when it goes on, the orders' letters are before the carts'. */
    private String ordersGoFirst() throws IOException, InterruptedException {
        long before = world.mailbox().received();
        world.faults()
                .add(new Fault(
                        Fault.Service.SES,
                        Fault.Kind.PAUSE,
                        Optional.of("SendEmail"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        world.turn().turn(CARTS_ARE_LEFT);
        List<Integer> late = IntStream.range(0, shoppers)
                .filter(shopper -> !SaleDay.buys(shopper))
                .limit(SHOPPERS_A_BATCH)
                .boxed()
                .toList();
        post(SaleDay.buy(late));
        world.faults().clear();
        world.turn().turn(CARTS_ARE_LEFT);
        List<String> flows = world.mailbox().after(before).stream()
                .map(mail -> mail.tag("flow"))
                .filter(flow -> flow.equals("order-confirmation") || flow.equals("cart"))
                .toList();
        int firstReminder = flows.indexOf("cart");
        int lastOrder = flows.lastIndexOf("order-confirmation");
        long orders = flows.stream().filter("order-confirmation"::equals).count();
        if (orders != late.size() || firstReminder < 0 || firstReminder < lastOrder) {
            throw new Failed(
                    "after the stop " + orders + " of " + late.size() + " orders' letters came, the last as number "
                            + (lastOrder + 1) + "; the first reminder was number " + (firstReminder + 1));
        }
        return String.format(
                Locale.ROOT,
                "after SES had stopped for two hours, the letters of %,d orders went before those of %,d carts",
                orders,
                flows.size() - orders);
    }

    private void post(String batch) throws IOException, InterruptedException {
        URI address = world.uri().resolve("/v1/batch");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(batch))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new Failed("a batch was answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
