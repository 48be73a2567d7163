package comeback.simulation.world;

import comeback.commit.DueItems.DueItem;
import comeback.commit.InMemoryTable;
import comeback.commit.TablePorts;
import comeback.message.Message;
import comeback.send.Mail;
import comeback.simulation.edge.Edge;
import comeback.simulation.edge.Functions;
import comeback.simulation.edge.Ground;
import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Harms;
import comeback.simulation.edge.Lambda;
import comeback.simulation.edge.Mutation;
import comeback.simulation.edge.Outage;
import comeback.simulation.edge.Ports;
import comeback.simulation.edge.TypedAlarms;
import comeback.simulation.edge.TypedSes;
import comeback.simulation.edge.TypedTable;
import comeback.simulation.mutants.Mutants;
import comeback.simulation.oracle.EndRules;
import comeback.simulation.oracle.Oracle;
import comeback.simulation.oracle.Rule;
import comeback.simulation.shop.Act;
import comeback.simulation.shop.Shopper;
import comeback.simulation.shop.Storefront;
import comeback.simulation.time.Dice;
import comeback.simulation.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** A world, played once. */
public final class World implements Oracle.Reaction {
    /** After the faults: longer than any letter may wait, and every repetition. */
    private static final Duration HEALING = Duration.ofDays(8);

    private final WorldOptions options;
    private final Dice dice;
    private final Harms harms;
    private final VirtualTime time;
    private final Instant start;
    private final Instant end;
    private final Oracle oracle;
    private final Edge edge;
    private final Lambda lambda;
    private final TablePorts table = new InMemoryTable().ports();
    private final Storefront storefront;
    private final Inboxes inboxes;
    private final Sweeps sweeps;
    private final Mutation mutation;
    private int owners;

    private World(Ground ground, WorldOptions options) {
        this.options = options;
        dice = new Dice(options.seed());
        harms = new Harms(dice, options.faults(), options.onlyFaults());
        start = Shops.start(dice);
        end = start.plus(Duration.ofDays(options.days()));
        time = new VirtualTime(start, end.plus(HEALING));
        oracle = new Oracle(time, this);
        edge = new Edge(time, dice, harms, outages(), oracle);
        lambda = new Lambda(edge, dice, oracle::logged);
        mutation = options.mutant().map(name -> Mutants.named(name).mutation()).orElse(Mutation.NONE);
        storefront = new Storefront(time, lambda, oracle, mutation.asksWhen());
        inboxes = new Inboxes(time, dice, lambda, oracle);
        sweeps = new Sweeps(time, table.dueItems(), lambda, oracle, isFaultless());
        lambda.deploy(functions(ground));
    }

    /** Plays a world from its beginning to the week after its end, and judges it. */
    public static WorldResult play(Ground ground, WorldOptions options) {
        return new World(ground, options).play();
    }

    private Functions functions(Ground ground) {
        TypedTable typed = new TypedTable(table, edge, oracle);
        Ports ports = new Ports(
                typed.customers(),
                typed.messages(),
                typed.orders(),
                typed.dueItems(),
                typed.stores(),
                new TypedAlarms(edge, lambda),
                new TypedSes(edge, oracle));
        return Functions.over(ports, ground, time, () -> "owner-" + ++owners, mutation);
    }

    private WorldResult play() {
        Shops.ALL.forEach(table.stores()::save);
        List<Shopper> shoppers = Shops.shoppers(dice, options, start);
        shoppers.forEach(oracle::knows);
        shoppers.forEach(storefront::follow);
        sweeps.begin(end.plus(HEALING));
        time.at(end, harms::heal);
        time.play();
        int flagged = new EndRules(oracle, table, time.instant(), isFaultless()).judge();
        if (isFaultless() && lambda.givenUp() > 0) {
            oracle.broken(Rule.NO_DEAD_LETTERS, -1, lambda.givenUp() + " calls");
        }
        return new WorldResult(
                options,
                oracle.mails(),
                edge.calls(),
                harms.done(),
                unclear(),
                oracle.doubles(),
                flagged,
                edge.trace(),
                oracle.violations());
    }

    private int unclear() {
        return (int) harms.done().entrySet().stream()
                .filter(fault -> fault.getKey().startsWith("SendEmail"))
                .filter(fault -> fault.getValue() == Harm.ANSWER_LOST || fault.getValue() == Harm.DIES_AFTER)
                .count();
    }

    private boolean isFaultless() {
        return options.faults() == 0 && options.onlyFaults().isEmpty();
    }

    /** Now and then a service is out of order for minutes or hours. */
    private List<Outage> outages() {
        if (options.faults() == 0) {
            return List.of();
        }
        return List.of(
                        outage(Outage.Service.SES, 0.25, Duration.ofHours(30)),
                        outage(Outage.Service.TABLE, 0.15, Duration.ofMinutes(50)),
                        outage(Outage.Service.SCHEDULER, 0.15, Duration.ofHours(3)),
                        outage(Outage.Service.EVENTS, 0.35, Duration.ofDays(25)))
                .stream()
                .flatMap(List::stream)
                .filter(outage -> harms.mayBeOut(outage.service().name()))
                .toList();
    }

    private List<Outage> outage(Outage.Service service, double chance, Duration longest) {
        SplittableRandom random = dice.stream("outage", service.name(), 0);
        Instant from = start.plusSeconds(
                random.nextLong(Duration.ofDays(options.days()).toSeconds()));
        Instant until = from.plusSeconds(60 + random.nextLong(longest.toSeconds()));
        return random.nextDouble() < chance ? List.of(new Outage(service, from, until)) : List.of();
    }

    @Override
    public void accepted(Mail mail, Message message, Shopper shopper, int copy) {
        inboxes.receive(mail, message, shopper, copy);
    }

    /** The collider: some reminders meet a purchase or an unsubscribe at the very moment of their claim. */
    @Override
    public void onStream(Message message, Shopper shopper) {
        Instant shown = lambda.stream(message);
        SplittableRandom random = dice.stream("collide", message.id().value(), 0);
        boolean isHit = random.nextDouble() < options.collisions();
        if (!isHit || !message.terms().isOnLadder() || time.instant().isAfter(end)) {
            return;
        }
        Instant at = shown.plusNanos(1_000L * (random.nextInt(40_000) - 30_000));
        Act.What what = random.nextBoolean()
                ? new Act.What.Unsubscribes()
                : new Act.What.Buys("ox-" + message.id(), List.of("p" + shopper.number() + "-0"), "");
        Act act = new Act("x-" + message.id(), what, at, at);
        time.at(at, () -> storefront.tell(shopper, act));
    }

    @Override
    public void dueAt(DueItem item, Instant at) {
        sweeps.dueAt(at);
    }
}
