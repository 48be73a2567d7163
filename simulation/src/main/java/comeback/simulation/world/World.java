package comeback.simulation.world;

import comeback.commit.DueItems.DueItem;
import comeback.commit.TablePorts;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.send.Mail;
import comeback.simulation.edge.Edge;
import comeback.simulation.edge.Functions;
import comeback.simulation.edge.Ground;
import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Harms;
import comeback.simulation.edge.Lambda;
import comeback.simulation.edge.Mutation;
import comeback.simulation.edge.Outage;
import comeback.simulation.edge.Seam;
import comeback.simulation.edge.SesAccount;
import comeback.simulation.edge.TypedSeam;
import comeback.simulation.mutants.Mutants;
import comeback.simulation.oracle.EndRules;
import comeback.simulation.oracle.Oracle;
import comeback.simulation.oracle.Rule;
import comeback.simulation.shop.Act;
import comeback.simulation.shop.Backoffice;
import comeback.simulation.shop.Features;
import comeback.simulation.shop.Shopper;
import comeback.simulation.shop.Storefront;
import comeback.simulation.shop.Stories;
import comeback.simulation.shop.Story;
import comeback.simulation.time.Dice;
import comeback.simulation.time.VirtualTime;
import comeback.simulation.wire.SdkSeam;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** A world, played once. */
public final class World implements Oracle.Reaction {
    /** After the faults: longer than any letter may wait, and every repetition. */
    private static final Duration HEALING = Duration.ofDays(8);

    /** Of all calls, also those of events that lead to no mail. */
    private static final long CALLS_A_MAIL_MAX = 60;

    private final WorldOptions options;
    private final Dice dice;
    private final Harms harms;
    private final VirtualTime time;
    private final Instant start;
    private final Instant end;
    private final Oracle oracle;
    private final Edge edge;
    private final Lambda lambda;
    private final Seam seam;
    private final TablePorts table;
    private final Features features;
    private final SesAccount account;
    private final Backoffice backoffice;
    private final Storefront storefront;
    private final Inboxes inboxes;
    private final Sweeps sweeps;
    private final Mutation mutation;
    private final Optional<Story> story;
    private final Set<MessageId> met = new HashSet<>();
    private int owners;

    private World(Ground ground, WorldOptions options) {
        this.options = options;
        dice = new Dice(options.seed());
        harms = new Harms(dice, options.faults(), options.aim(), options.onlyFaults());
        story = options.story().map(Stories::named);
        start = Shops.start(dice);
        end = start.plus(Duration.ofDays(options.days()));
        time = new VirtualTime(start, end.plus(HEALING));
        features = story.map(Features::of).orElseGet(() -> Features.draw(dice, options.shoppers(), isFaultless()));
        account = new SesAccount(
                time, features.perSecond(), features.perDay(), Shops.ALL.get(1).id());
        oracle = new Oracle(time, this, features, end, isFaultless());
        edge = new Edge(time, dice, harms, outages(), oracle);
        lambda = new Lambda(edge, dice, oracle::logged);
        Seam.Parts parts = new Seam.Parts(edge, lambda, dice, oracle, account);
        seam = switch (options.seam()) {
            case TYPED -> TypedSeam.of(parts);
            case SDK -> SdkSeam.of(parts);
        };
        table = seam.truth();
        mutation = options.mutant().map(name -> Mutants.named(name).mutation()).orElse(Mutation.NONE);
        storefront = new Storefront(time, lambda, oracle, mutation.asksWhen());
        backoffice = new Backoffice(time, dice, lambda, oracle);
        inboxes = new Inboxes(time, dice, lambda, oracle);
        sweeps = new Sweeps(time, table.dueItems(), lambda, oracle, isFaultless());
        deploy(features.hasPool() ? ground.withPool() : ground);
    }

    /** Plays a world from its beginning to the week after its end, and judges it. */
    public static WorldResult play(Ground ground, WorldOptions options) {
        return new World(ground, options).play();
    }

    private void deploy(Ground ground) {
        lambda.deploy(() -> new Functions(seam.ports(), ground, edge, () -> "owner-" + ++owners, mutation));
    }

    /** What could go wrong in it, and how, in the order in which it could; for a told world in which nothing does. */
    public static Map<String, List<Harm>> chances(Ground ground, WorldOptions options) {
        World world = new World(ground, options);
        world.play();
        return world.harms.chances();
    }

    private WorldResult play() {
        Shops.ALL.forEach(table.stores()::save);
        List<Shopper> shoppers = story.map(told -> Shops.shoppers(told, options, start))
                .orElseGet(() -> Shops.shoppers(dice, options, start));
        shoppers.forEach(oracle::knows);
        shoppers.forEach(storefront::follow);
        if (features.hasGoods()) {
            story.ifPresentOrElse(
                    told -> backoffice.sells(told, Shops.ALL.getFirst(), start),
                    () -> Shops.ALL.forEach(store -> backoffice.sells(store, start, end)));
        }
        if (features.hasPool()) {
            Shops.ALL.forEach(store -> backoffice.leavesCodes(store, start, end));
        }
        sweeps.begin(end.plus(HEALING));
        time.at(end, harms::heal);
        time.at(end, account::becomeGenerous);
        time.play();
        int flagged = new EndRules(oracle, seam, time.instant(), isFaultless(), features).judge();
        if (isFaultless() && lambda.failures() > 0) {
            oracle.broken(Rule.NO_DEAD_LETTERS, -1, lambda.failures() + " calls, " + lambda.givenUp() + " for good");
        }
        if (isFaultless() && edge.calls() > CALLS_A_MAIL_MAX * (oracle.mails() + CALLS_A_MAIL_MAX)) {
            oracle.broken(Rule.CALLS_COUNTED, -1, edge.calls() + " calls for " + oracle.mails() + " mails");
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

    /** Told worlds are short and judged for their faults; what was made small of a calm world is as calm. */
    private boolean isFaultless() {
        return options.faults() == 0
                && options.story().isEmpty()
                && options.onlyFaults().map(Map::isEmpty).orElse(true);
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
                        outage(Outage.Service.EVENTS, 0.35, Duration.ofDays(25)),
                        outage(Outage.Service.PAUSE, features.isPaused() ? 1 : 0, Duration.ofHours(6)),
                        outage(Outage.Service.DOMAIN, 0.15, Duration.ofHours(6)))
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

    @Override
    public void given(Shopper shopper, String code) {
        backoffice.gives(shopper.store(), code);
    }

    /** The collider: some reminders meet a purchase, an unsubscribe or an erasure at the very moment of their claim. */
    @Override
    public void onStream(Message message, Shopper shopper) {
        Instant shown = lambda.stream(message);
        SplittableRandom random = dice.stream("collide", message.id().value(), 0);
        boolean isHit = random.nextDouble() < options.collisions();
        if (!isHit || !message.terms().isOnLadder() || time.instant().isAfter(end) || !met.add(message.id())) {
            return;
        }
        // A message is claimed some ninety milliseconds after it was shown, and what somebody does is stored thirty to
        // sixty after they began: so these lie on both sides of the claim, and across it.
        Instant at = shown.plusNanos(1_000L * (random.nextInt(100_000) - 15_000));
        // Some do two things, in two windows at once.
        Instant soon = at.plusNanos(1_000L * random.nextInt(25_000));
        List<Act.What> meeting = meeting(random, message, shopper);
        for (int i = 0; i < meeting.size(); i++) {
            collide(shopper, "x" + i + "-" + message.id(), meeting.get(i), i == 0 ? at : soon);
        }
    }

    private static List<Act.What> meeting(SplittableRandom random, Message message, Shopper shopper) {
        Act.What presses = new Act.What.PressesTheLink();
        Act.What unsubscribes = new Act.What.Unsubscribes();
        Act.What isForgotten = new Act.What.WantsToBeForgotten();
        Act.What buys = new Act.What.Buys("ox-" + message.id(), List.of("p" + shopper.number() + "-0"), "");
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> List.of(presses);
            case 3, 4, 5, 6, 7, 8 -> List.of(unsubscribes);
            case 9, 10, 11 -> List.of(unsubscribes, buys);
            case 12 -> List.of(isForgotten);
            case 13 -> List.of(buys, isForgotten);
            default -> List.of(buys);
        };
    }

    private void collide(Shopper shopper, String id, Act.What what, Instant at) {
        Act act = new Act(id, what, at, at);
        time.at(at, () -> storefront.tell(shopper, act));
    }

    @Override
    public void dueAt(DueItem item, Instant at) {
        sweeps.dueAt(at);
    }
}
