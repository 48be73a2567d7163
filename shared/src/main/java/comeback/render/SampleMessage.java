package comeback.render;

import comeback.flow.Flow;
import comeback.flow.Flow.RunsFor;
import comeback.flow.Step;
import comeback.message.MessageClass;
import comeback.message.Shown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A letter that some flow sends, with what its flow file says of it: so no letter can ship unseen.
 *
 * @param flow the folder
 * @param file the letter, without ".vm"
 * @param messageClass why the customer gets it
 * @param runsFor what it is about
 * @param gives whether a coupon may go with it
 * @param goesWithout whether it goes when no coupon may be given
 * @param shown products that are chosen for it
 */
public record SampleMessage(
        String flow,
        String file,
        MessageClass messageClass,
        RunsFor runsFor,
        boolean gives,
        boolean goesWithout,
        Optional<Shown> shown) {
    /** All letters of a flow, in the order in which it sends them. */
    public static List<SampleMessage> of(Flow flow) {
        return flow.steps().stream()
                .flatMap(step -> step instanceof Step.Send send
                        ? Stream.concat(Stream.of(send), send.withoutConsent().stream())
                        : Stream.empty())
                .flatMap(send -> letters(send)
                        .map(letter -> new SampleMessage(
                                flow.name(),
                                letter,
                                send.messageClass(),
                                flow.runsFor(),
                                send.terms().offer().isPresent(),
                                send.terms()
                                        .offer()
                                        .filter(offer -> offer.goesWithout())
                                        .isPresent(),
                                send.terms().shown())))
                .distinct()
                .toList();
    }

    private static Stream<String> letters(Step.Send send) {
        return send.variants().isEmpty()
                ? Stream.of(send.message())
                : send.variants().stream().map(Step.Variant::letter).distinct();
    }

    /** As it stands in the list of tests, and in the names of files. */
    @Override
    public String toString() {
        return flow + "/" + file;
    }
}
