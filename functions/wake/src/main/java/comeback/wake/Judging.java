package comeback.wake;

import comeback.commit.CustomerDecisions;
import comeback.commit.Engagements;
import comeback.commit.Stores;
import comeback.engagement.Judge;
import comeback.engagement.Judged;
import comeback.engagement.Touch;
import comeback.engagement.Touches;
import comeback.engagement.Verdict;
import comeback.flow.Input;
import comeback.message.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes something of a letter's clicks when nothing more comes, and tells its customer of those that a person made. */
public final class Judging {
    private final Stores stores;
    private final CustomerDecisions decisions;
    private final Engagements engagements;
    private final InstantSource clock;

    public Judging(Stores stores, CustomerDecisions decisions, Engagements engagements, InstantSource clock) {
        this.stores = stores;
        this.decisions = decisions;
        this.engagements = engagements;
        this.clock = clock;
    }

    /** The customer first: who falls in between is told again, which is once for them. */
    void judge(Message message) {
        Touches touches = message.touches();
        Optional<Instant> last = touches.clickedAt();
        if (last.isEmpty() || clock.instant().isBefore(last.get().plus(Judge.SETTLES))) {
            return;
        }
        List<Touch> news = touches.unjudged();
        Instant arrivedAt = touches.judged().map(Judged::arrivedAt).orElse(message.arrivedAt());
        Judged judged = Judge.judge(touches, arrivedAt, crowds(message, news));
        news.stream()
                .filter(click -> judged.of(click)
                        .filter(ruled -> ruled.verdict() == Verdict.HUMAN)
                        .isPresent())
                // Who follows three links of a letter has read it once.
                .reduce((earlier, later) -> later)
                .ifPresent(click -> tell(message, click));
        engagements.judged(message, judged);
    }

    /** Those of clicks that were judged before stand as they were found then. */
    private Map<String, Integer> crowds(Message message, List<Touch> news) {
        Map<String, Integer> crowds = new HashMap<>(message.touches().crowds());
        List<Integer> found = engagements.crowds(message.store(), news);
        for (int i = 0; i < news.size(); i++) {
            crowds.put(news.get(i).mark(), found.get(i));
        }
        return crowds;
    }

    private void tell(Message message, Touch click) {
        Input.Clicked clicked = new Input.Clicked(click.at(), message.id() + "-CLICK-" + click.mark());
        stores.find(message.store())
                .ifPresent(store ->
                        decisions.reported(store, message.customer(), message.id(), clicked, Input.Clicked.NAME));
    }
}
