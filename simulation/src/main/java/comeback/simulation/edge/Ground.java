package comeback.simulation.edge;

import comeback.coupon.CouponOffer;
import comeback.flow.Flow;
import comeback.flow.Flows;
import comeback.flow.Step;
import comeback.flowfile.FlowFiles;
import comeback.message.Terms;
import comeback.render.LetterWriter;
import comeback.render.Letters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What all worlds stand on: the flows and letters that ship.
 *
 * @param flows read once
 * @param letters parsed once
 */
public record Ground(Flows flows, LetterWriter letters) {
    /** The lot of the shop's own codes, where a world's coupons come from one. */
    public static final String POOL = "spring";

    /** Reads {@code templates/}. */
    public static Ground of(Path templates) {
        return new Ground(FlowFiles.read(templates), new SketchedLetters(Letters.read(templates)));
    }

    /** The same flows, except that every coupon comes from the shop's own lot and a letter does not go without. */
    public Ground withPool() {
        return new Ground(new Flows(flows.all().stream().map(Ground::pooled).toList()), letters);
    }

    private static Flow pooled(Flow flow) {
        List<Step> steps = flow.steps().stream()
                .map(step -> step instanceof Step.Send send ? pooled(send) : step)
                .toList();
        return new Flow(
                flow.name(),
                flow.version(),
                flow.messageClass(),
                flow.triggers(),
                flow.runsFor(),
                flow.again(),
                steps,
                flow.exits(),
                flow.maxEventAge(),
                flow.withoutConsent(),
                flow.maxReminders(),
                flow.ladder(),
                flow.leavesOut(),
                flow.mode(),
                flow.holdout(),
                flow.source());
    }

    private static Step pooled(Step.Send send) {
        Terms terms = send.terms();
        Optional<CouponOffer> offer = terms.offer()
                .map(minted -> new CouponOffer(new CouponOffer.Source.FromPool(POOL), minted.validFor(), false));
        return new Step.Send(
                send.message(),
                send.messageClass(),
                new Terms(
                        terms.isAtOnce(),
                        terms.isOnLadder(),
                        terms.timeToLive(),
                        offer,
                        terms.trueUntil(),
                        terms.topic(),
                        terms.shown()),
                send.priority(),
                send.variants(),
                send.withoutConsent());
    }
}
