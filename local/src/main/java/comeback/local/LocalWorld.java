package comeback.local;

import com.sun.net.httpserver.HttpServer;
import comeback.local.aws.Aws;
import comeback.local.aws.Faults;
import comeback.local.aws.LocalAws;
import comeback.local.aws.LocalDynamo;
import comeback.local.aws.LocalEventBus;
import comeback.local.aws.LocalInbound;
import comeback.local.aws.LocalScheduler;
import comeback.local.aws.LocalSes;
import comeback.local.aws.Loopback;
import comeback.local.clock.TurnableClock;
import comeback.local.clock.WorldTurn;
import comeback.local.control.AwsCalls;
import comeback.local.control.ClockCalls;
import comeback.local.control.ControlSurface;
import comeback.local.control.MailboxCalls;
import comeback.local.control.WorldCalls;
import comeback.local.feed.Feed;
import comeback.local.feed.TableWatch;
import comeback.local.http.Gallery;
import comeback.local.http.HttpDoor;
import comeback.local.lambda.BusDelivery;
import comeback.local.lambda.Functions;
import comeback.local.lambda.Invocations;
import comeback.local.lambda.Nights;
import comeback.local.lambda.ReplyDelivery;
import comeback.local.lambda.ScheduleDelivery;
import comeback.local.lambda.StreamDelivery;
import comeback.local.lambda.Sweeps;
import comeback.local.mail.Mailbox;
import comeback.store.Store;
import comeback.templates.Problem;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything, put together and running. */
public final class LocalWorld implements AutoCloseable {
    private final Options options;
    private final TurnableClock clock;
    private final Mailbox mailbox = new Mailbox();
    private final LocalEventBus bus = new LocalEventBus();
    private final Feed feed;
    private final Faults faults;
    private final LocalDynamo dynamo;
    private final LocalSes ses;
    private final LocalScheduler scheduler;
    private final LocalInbound inbound;
    private final LocalAws aws;
    private final Wiring wiring;
    private final Invocations invocations;
    private final StreamDelivery stream;
    private final StreamDelivery counting;
    private final Sweeps sweeps;
    private final Nights nights;
    private final WorldTurn turn;
    private final HttpServer server;

    private LocalWorld(Options options, InstantSource machine, Function<Wiring.Ground, Wiring> wire, HttpServer server)
            throws Exception {
        this.options = options;
        this.server = server;
        clock = new TurnableClock(machine);
        feed = new Feed(clock);
        faults = new Faults(clock);
        dynamo = new LocalDynamo(faults);
        Set<String> domains = senderDomains(options.stores());
        ses = new LocalSes(mailbox, bus, faults, clock, () -> domains);
        scheduler = new LocalScheduler(faults, clock);
        inbound = new LocalInbound(clock);
        aws = LocalAws.of(dynamo, ses, scheduler, inbound);
        PrintStream log = options.showsLogs() ? System.err : new PrintStream(OutputStream.nullOutputStream());
        wiring = wire.apply(new Wiring.Ground(aws, clock, uri(), options.templates(), this::told, log));
        Functions functions = wiring.functions();
        invocations = new Invocations(feed, clock, log::println);
        stream = StreamDelivery.toSend(dynamo, invocations, functions, clock, feed, new TableWatch(feed));
        counting = StreamDelivery.toCount(dynamo, invocations, functions, clock, feed);
        sweeps = new Sweeps(dynamo, invocations, functions, clock);
        nights = new Nights(dynamo, ses, invocations, functions, wiring::isTrying, clock);
        // What was just written goes first, then what SES said, then alarms; a sweep finds what those left.
        turn = new WorldTurn(
                clock,
                List.of(
                        stream,
                        new BusDelivery(bus, invocations, functions),
                        new ReplyDelivery(inbound, invocations, functions),
                        new ScheduleDelivery(scheduler, invocations, functions),
                        invocations,
                        sweeps,
                        nights,
                        counting));
        server.createContext("/", door(functions));
    }

    /**
     * Starts a world.
     *
     * @param machine the time that the clock runs on with; a fixed one stands still except when turned
     * @param wire makes the functions
     * @throws java.net.BindException when the port is taken
     */
    public static LocalWorld start(Options options, InstantSource machine, Function<Wiring.Ground, Wiring> wire)
            throws Exception {
        HttpServer server = Loopback.bind(options.port());
        boolean isRunning = false;
        try {
            var world = new LocalWorld(options, machine, wire, server);
            world.wiring.save(options.stores());
            world.turn.tick();
            server.start();
            isRunning = true;
            return world;
        } finally {
            // Whatever went wrong, the port is free again and the process can end.
            if (!isRunning) {
                server.stop(0);
            }
        }
    }

    /** Where it is reached. */
    public URI uri() {
        return Loopback.uri(server);
    }

    public InstantSource clock() {
        return clock;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    /** The real SDK clients, for a test that looks into the table. */
    public LocalAws aws() {
        return aws;
    }

    /** All that the table holds, for whoever compares what became of the same events. */
    public List<Map<String, AttributeValue>> items() {
        return dynamo.items();
    }

    /** The mails that came in and are not handed on yet. */
    public LocalInbound inbound() {
        return inbound;
    }

    /** SES, for a test that makes it do what it does unasked. */
    public LocalSes ses() {
        return ses;
    }

    public LocalScheduler scheduler() {
        return scheduler;
    }

    public Feed feed() {
        return feed;
    }

    public WorldTurn turn() {
        return turn;
    }

    /** How many calls of each kind the table got. */
    public Map<String, Long> tableCalls() {
        return dynamo.calls();
    }

    /** What AWS shall do wrong. */
    public Faults faults() {
        return faults;
    }

    /** Works what fell due. */
    public void rest() {
        turn.tick();
    }

    /** Looks for what fell due as real time passed, and for mistakes that someone makes in the templates. */
    void tick() {
        turn.tick();
        wiring.problems();
    }

    /** An empty world, at the machine's time. */
    public void reset() {
        turn.startAgain(() -> {
            faults.clear();
            scheduler.clear();
            ses.clear();
            bus.clear();
            inbound.clear();
            invocations.clear();
            dynamo.clear();
            stream.clear();
            counting.clear();
            sweeps.clear();
            nights.clear();
            mailbox.empty();
            feed.empty();
            wiring.save(options.stores());
            feed.clock("The world was reset", "");
        });
    }

    @Override
    public void close() {
        server.stop(0);
        aws.close();
        scheduler.close();
        ses.close();
        inbound.close();
        dynamo.close();
    }

    private HttpDoor door(Functions functions) {
        var controls = ControlSurface.of(
                new ClockCalls(turn, clock, mailbox, feed),
                new MailboxCalls(mailbox, turn, inbound),
                new AwsCalls(turn, clock, mailbox, ses, bus, faults),
                new WorldCalls(options.stores(), feed, wiring::problems, this::reset, clock));
        return new HttpDoor(
                turn,
                clock,
                invocations,
                functions,
                controls::answer,
                feed,
                new Gallery(options.templates().resolveSibling("build").resolve("gallery")));
    }

    private void told(List<Problem> problems) {
        if (problems.isEmpty()) {
            feed.clock("The templates are right again", "");
        }
        for (Problem problem : problems) {
            feed.happened("A mistake in the templates; the last good ones stay in use", problem.toString());
        }
    }

    private static Set<String> senderDomains(List<Store> stores) {
        Stream<String> senders = stores.stream()
                .map(store -> store.sender().address())
                .map(address -> address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT));
        return Stream.concat(senders, Stream.of(Aws.REPLY_DOMAIN)).collect(Collectors.toUnmodifiableSet());
    }
}
