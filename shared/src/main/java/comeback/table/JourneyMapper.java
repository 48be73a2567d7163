package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.customer.Held;
import comeback.customer.Journey;
import comeback.customer.Journey.Beginning;
import comeback.customer.Journey.Heard;
import comeback.customer.Lot;
import comeback.customer.OrderId;
import comeback.customer.Started;
import comeback.json.Fields;
import comeback.json.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A journey, and that one was started, to the JSON in their customer's item and back.
 *
 * <p>A journey has a format of its own, because it runs for weeks while versions of this program come and go. In the first,
 * which says nothing of its format, a journey counted from when it began and ran for the first time; as that is how most are,
 * the second writes only what differs from it.
 */
final class JourneyMapper {
    private static final int FIRST_FORMAT = 1;
    private static final int FORMAT = 2;

    private JourneyMapper() {}

    static Map<String, Object> write(Journey journey) {
        Beginning beginning = journey.beginning();
        return new Tree()
                .with("format", FORMAT)
                .with("flow", journey.flow())
                .with("version", journey.version())
                .with("key", journey.key())
                .with("about", PieceMapper.write(journey.about()))
                .with("trusted", journey.isTrusted())
                .with("startedAt", journey.startedAt().toString())
                .with("happenedAt", Optional.of(beginning.happenedAt()).filter(at -> !at.equals(journey.startedAt())))
                .with("run", Optional.of(beginning.run()).filter(run -> run > 1))
                .with("heldOut", Optional.of(beginning.isHeldOut()).filter(isHeldOut -> isHeldOut))
                .with("startOrder", beginning.order().map(OrderId::value))
                .with("nextStep", journey.nextStep())
                .with("since", journey.since().toString())
                .with("sent", journey.sent())
                .with("heldUntil", journey.held().map(held -> held.until().toString()))
                .with("timesHeld", journey.held().map(Held::times))
                .with(
                        "heard",
                        journey.heard().stream().map(JourneyMapper::write).toList())
                .toMap();
    }

    private static Map<String, Object> write(Heard heard) {
        return Map.of("event", heard.event(), "at", heard.at().toString());
    }

    static Journey journey(Fields from) {
        int format = from.integer("format").orElse(FIRST_FORMAT);
        String flow = need(from.text("flow"), "a journey's flow");
        if (format < FIRST_FORMAT || format > FORMAT) {
            throw new IllegalStateException(
                    "a journey of " + flow + " is stored in format " + format + ", which this version cannot read");
        }
        Instant startedAt = need(from.instant("startedAt"), "a journey's start");
        return new Journey(
                flow,
                need(from.text("version"), "a journey's version"),
                need(from.text("key"), "a journey's key"),
                PieceMapper.about(from.objectOrEmpty("about")),
                need(from.truth("trusted"), "a journey's trust"),
                startedAt,
                new Beginning(
                        from.instant("happenedAt").orElse(startedAt),
                        from.integer("run").orElse(1),
                        from.truth("heldOut").orElse(false),
                        from.text("startOrder").map(OrderId::new)),
                need(from.integer("nextStep"), "a journey's step"),
                need(from.instant("since"), "a journey's last step"),
                need(from.integer("sent"), "a journey's count"),
                from.instant("heldUntil")
                        .map(until -> new Held(until, from.integer("timesHeld").orElse(1))),
                from.objects("heard").orElse(List.of()).stream()
                        .map(one -> new Heard(
                                need(one.text("event"), "the name of an event that was heard"),
                                need(one.instant("at"), "the time of an event that was heard")))
                        .toList());
    }

    /** The run, the holdout and what was drawn stand there only when they are not as usual: every customer has many of these. */
    static Map<String, Object> write(Started started) {
        Tree tree = new Tree()
                .with("flow", started.flow())
                .with("key", started.key())
                .with("at", started.at().toString());
        Tree counted = started.run() > 1 ? tree.with("run", started.run()) : tree;
        Tree held = started.isHeldOut() ? counted.with("heldOut", true) : counted;
        Tree lots = new Tree();
        for (Lot lot : started.lots()) {
            lots = lots.with(lot.trial(), lot.arm());
        }
        return started.lots().isEmpty()
                ? held.toMap()
                : held.with("lots", lots.toMap()).toMap();
    }

    static Started started(Fields from) {
        return new Started(
                need(from.text("flow"), "a started flow"),
                need(from.text("key"), "a started flow's key"),
                need(from.instant("at"), "a started flow's time"),
                from.integer("run").orElse(1),
                from.truth("heldOut").orElse(false),
                from.objectOrEmpty("lots").asMap().entrySet().stream()
                        .map(lot -> new Lot(lot.getKey(), String.valueOf(lot.getValue())))
                        .toList());
    }
}
