package comeback.flowfile.packed;

import comeback.condition.PackedConditions;
import comeback.flow.Content;
import comeback.flow.Exit;
import comeback.flow.Flow;
import comeback.flow.Flow.Again;
import comeback.flow.Flow.RunsFor;
import comeback.flow.Flows;
import comeback.flow.Ladder;
import comeback.flow.Trigger;
import comeback.message.MessageClass;
import comeback.packing.Packer;
import comeback.packing.Unpacker;
import comeback.store.Mode;
import java.util.Set;

/** All flows, to bytes and back. */
public final class PackedFlows {
    private PackedFlows() {}

    public static byte[] pack(Flows flows) {
        return new Packer().all(flows.all(), PackedFlows::flow).toBytes();
    }

    public static Flows unpack(byte[] bytes) {
        return new Flows(new Unpacker(bytes).all(PackedFlows::flow));
    }

    private static void flow(Packer into, Flow flow) {
        into.text(flow.name())
                .text(flow.version())
                .choice(flow.messageClass())
                .all(flow.triggers(), PackedFlows::trigger)
                .choice(flow.runsFor());
        again(into, flow.again());
        into.all(flow.steps(), PackedSteps::step)
                .all(flow.exits(), PackedFlows::exit)
                .duration(flow.maxEventAge())
                .number(flow.withoutConsent())
                .maybe(flow.maxReminders(), (its, most) -> its.number(most))
                .maybe(flow.ladder(), (its, ladder) -> its.choice(ladder.rung()).flag(ladder.lowerWait()))
                .all(flow.leavesOut().stream().sorted().toList(), Packer::choice)
                .text(flow.mode().words())
                .number(flow.holdout())
                .text(flow.source());
    }

    private static Flow flow(Unpacker from) {
        return new Flow(
                from.text(),
                from.text(),
                from.choice(MessageClass.values()),
                from.all(PackedFlows::trigger),
                from.choice(RunsFor.values()),
                again(from),
                from.all(PackedSteps::step),
                from.all(PackedFlows::exit),
                from.duration(),
                from.small(),
                from.maybe(Unpacker::small),
                from.maybe(its -> new Ladder(its.choice(Ladder.Rung.values()), its.flag())),
                Set.copyOf(from.all(its -> its.choice(Content.values()))),
                Mode.of(from.text()),
                from.small(),
                from.text());
    }

    private static void trigger(Packer into, Trigger trigger) {
        into.texts(trigger.on()).maybe(trigger.when(), PackedConditions::pack);
    }

    private static Trigger trigger(Unpacker from) {
        return new Trigger(from.texts(), from.maybe(PackedConditions::unpack));
    }

    private static void again(Packer into, Again again) {
        switch (again) {
            case Again.Never never -> into.number(0);
            case Again.ForAnother another -> into.number(1);
            case Again.After after -> into.number(2).duration(after.rest());
        }
    }

    private static Again again(Unpacker from) {
        return switch (from.small()) {
            case 0 -> new Again.Never();
            case 1 -> new Again.ForAnother();
            case 2 -> new Again.After(from.duration());
            default -> throw new IllegalArgumentException("no such way to run again");
        };
    }

    private static void exit(Packer into, Exit exit) {
        switch (exit) {
            case Exit.Purchase purchase -> into.number(0);
            case Exit.CartEmptied emptied -> into.number(1);
            case Exit.ConsentGiven given -> into.number(2);
            case Exit.ConsentWithdrawn withdrawn -> into.number(3);
            case Exit.On on -> into.number(4).text(on.event());
            case Exit.If holds -> PackedConditions.pack(into.number(5), holds.condition());
        }
    }

    private static Exit exit(Unpacker from) {
        return switch (from.small()) {
            case 0 -> new Exit.Purchase();
            case 1 -> new Exit.CartEmptied();
            case 2 -> new Exit.ConsentGiven();
            case 3 -> new Exit.ConsentWithdrawn();
            case 4 -> new Exit.On(from.text());
            case 5 -> new Exit.If(PackedConditions.unpack(from));
            default -> throw new IllegalArgumentException("no such exit");
        };
    }
}
