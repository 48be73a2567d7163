package comeback.flowfile.packed;

import comeback.condition.PackedConditions;
import comeback.flow.Step;
import comeback.flow.Until;
import comeback.message.MessageClass;
import comeback.packing.Packer;
import comeback.packing.Unpacker;
import java.time.LocalTime;

/** Steps, to bytes and back. */
final class PackedSteps {
    private PackedSteps() {}

    static void step(Packer into, Step step) {
        switch (step) {
            case Step.Wait wait -> until(into.number(0), wait.until());
            case Step.Await await ->
                into.number(1)
                        .texts(await.events())
                        .duration(await.atMost())
                        .choice(await.after())
                        .number(await.timedOut());
            case Step.Branch branch ->
                PackedConditions.pack(into.number(2).number(branch.otherwise()), branch.condition());
            case Step.Send send -> send(into.number(3), send);
            case Step.Leap leap -> into.number(4).number(leap.to());
            case Step.Stop stop -> into.number(5).text(stop.why());
        }
    }

    static Step step(Unpacker from) {
        return switch (from.small()) {
            case 0 -> new Step.Wait(until(from));
            case 1 -> new Step.Await(from.texts(), from.duration(), from.choice(Step.Moment.values()), from.small());
            case 2 -> branch(from.small(), from);
            case 3 -> send(from);
            case 4 -> new Step.Leap(from.small());
            case 5 -> new Step.Stop(from.text());
            default -> throw new IllegalArgumentException("no such step");
        };
    }

    private static Step.Branch branch(int otherwise, Unpacker from) {
        return new Step.Branch(PackedConditions.unpack(from), otherwise);
    }

    private static void send(Packer into, Step.Send send) {
        into.text(send.message()).choice(send.messageClass());
        PackedTerms.terms(into, send.terms());
        into.choice(send.priority())
                .all(
                        send.variants(),
                        (its, variant) -> its.text(variant.name())
                                .text(variant.letter())
                                .number(variant.weight())
                                .maybe(variant.terms(), PackedTerms::terms))
                .maybe(send.withoutConsent(), PackedSteps::send);
    }

    private static Step.Send send(Unpacker from) {
        return new Step.Send(
                from.text(),
                from.choice(MessageClass.values()),
                PackedTerms.terms(from),
                from.choice(Step.Priority.values()),
                from.all(its -> new Step.Variant(its.text(), its.text(), its.small(), its.maybe(PackedTerms::terms))),
                from.maybe(PackedSteps::send));
    }

    private static void until(Packer into, Until until) {
        switch (until) {
            case Until.Passed passed ->
                into.number(0)
                        .duration(passed.duration())
                        .choice(passed.after())
                        .all(
                                passed.variants(),
                                (its, delay) -> its.text(delay.words())
                                        .duration(delay.duration())
                                        .number(delay.weight()));
            case Until.Clock clock -> into.number(1).number(clock.time().toSecondOfDay());
            case Until.Anniversary day ->
                into.number(2)
                        .text(day.name())
                        .number(day.days())
                        .number(day.time().toSecondOfDay());
        }
    }

    private static Until until(Unpacker from) {
        return switch (from.small()) {
            case 0 ->
                new Until.Passed(
                        from.duration(),
                        from.choice(Step.Moment.values()),
                        from.all(its -> new Until.Delay(its.text(), its.duration(), its.small())));
            case 1 -> new Until.Clock(LocalTime.ofSecondOfDay(from.number()));
            case 2 -> new Until.Anniversary(from.text(), from.small(), LocalTime.ofSecondOfDay(from.number()));
            default -> throw new IllegalArgumentException("no such time to wait for");
        };
    }
}
