package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Engagements.Kept;
import comeback.engagement.Judge;
import comeback.engagement.Judged;
import comeback.engagement.Touch;
import comeback.engagement.Touches;
import comeback.engagement.Verdict;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Engagements} does. */
public abstract class EngagementsContract {
    private static final Instant LATER = Samples.NOW.plusSeconds(3600);
    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64) | Firefox/150.0";

    protected abstract TablePorts table();

    protected abstract Engagements engagements();

    private MessageId accepted(String key) {
        Message message = Samples.message(key);
        table().customers()
                .commit(Samples.STORE, Samples.bearing(table().customers().at(Samples.STORE, Samples.ADA), message));
        table().messages().change(message, new MessageState.Accepted("ses-" + key, Samples.NOW));
        return message.id();
    }

    private Message find(MessageId id) {
        return table().messages().find(Samples.STORE, id).orElseThrow();
    }

    private static Touch click(String link, String address, Instant at) {
        return Touch.click(Samples.STORE, at, "https://shop.example/" + link, address, AGENT);
    }

    private List<DueItems.DueItem> due(Instant before) {
        return IntStream.range(0, DueItems.PARTITIONS)
                .boxed()
                .flatMap(part -> table().dueItems().before(DueItems.Queue.TO_LOOK_AFTER, part, before, 10).stream())
                .filter(DueItems.DueItem.OfMessage.class::isInstance)
                .toList();
    }

    @Test
    void a_letter_keeps_who_looked_at_it_and_which_links_were_followed_and_the_same_twice_is_once() {
        MessageId id = accepted("cart-1");
        Touch open = Touch.open(Samples.STORE, LATER, "198.51.100.7", "");
        Touch click = click("a", "198.51.100.7", LATER);

        assertThat(engagements().touched(Samples.STORE, id, open)).isEqualTo(Kept.KEPT);
        assertThat(engagements().touched(Samples.STORE, id, click)).isEqualTo(Kept.KEPT);
        assertThat(engagements().touched(Samples.STORE, id, click)).isEqualTo(Kept.KNOWN);

        assertThat(find(id).touches().opens()).containsExactly(open);
        assertThat(find(id).touches().clicks()).containsExactly(click);
        assertThat(find(id).state()).isInstanceOf(MessageState.Accepted.class);
    }

    @Test
    void the_first_answer_to_a_letters_question_is_kept_and_that_somebody_stopped_beside_it() {
        MessageId id = accepted("survey-1");
        Touch answer = Touch.answer(LATER, "price");
        Touch stop = Touch.stop(LATER);

        assertThat(engagements().touched(Samples.STORE, id, answer)).isEqualTo(Kept.KEPT);
        assertThat(engagements().touched(Samples.STORE, id, Touch.answer(LATER.plusSeconds(60), "delivery")))
                .isEqualTo(Kept.FULL);
        assertThat(engagements().touched(Samples.STORE, id, stop)).isEqualTo(Kept.KEPT);

        assertThat(find(id).touches().answer()).contains("price");
        assertThat(find(id).touches().isStopped()).isTrue();
        assertThat(due(LATER.plusSeconds(3600))).isEmpty();
    }

    @Test
    void a_click_makes_the_sweeper_look_once_it_has_settled_and_a_look_makes_nobody_do_anything() {
        MessageId id = accepted("cart-1");

        engagements().touched(Samples.STORE, id, Touch.open(Samples.STORE, LATER, "198.51.100.7", AGENT));
        assertThat(due(LATER.plusSeconds(3600))).isEmpty();

        engagements().touched(Samples.STORE, id, click("a", "198.51.100.7", LATER));
        engagements().touched(Samples.STORE, id, click("b", "198.51.100.7", LATER.plusSeconds(30)));
        assertThat(due(LATER.plus(Judge.SETTLES))).isEmpty();
        assertThat(due(LATER.plus(Judge.SETTLES).plusSeconds(1)))
                .containsExactly(new DueItems.DueItem.OfMessage(Samples.STORE, id));
    }

    @Test
    void what_was_made_of_clicks_is_kept_unless_somebody_clicked_since() {
        MessageId id = accepted("cart-1");
        Touch first = click("a", "198.51.100.7", LATER);
        engagements().touched(Samples.STORE, id, first);
        Message seen = find(id);
        Touch second = click("b", "198.51.100.7", LATER.plusSeconds(1));
        Judged.Ruled human = new Judged.Ruled(2, Verdict.HUMAN);
        Judged judged = new Judged(1, Samples.NOW, Map.of(first.mark(), human, second.mark(), human));

        engagements().touched(Samples.STORE, id, second);
        assertThat(engagements().judged(seen, judged)).isFalse();
        assertThat(find(id).touches().judged()).isEmpty();

        assertThat(engagements().judged(find(id), judged)).isTrue();
        assertThat(find(id).touches().judged()).contains(judged);
        assertThat(due(LATER.plusSeconds(3600))).isEmpty();

        engagements().touched(Samples.STORE, id, click("c", "198.51.100.7", LATER.plusSeconds(90)));
        assertThat(due(LATER.plusSeconds(3600))).hasSize(1);
    }

    @Test
    void a_machine_that_never_stops_fills_nothing_and_leaves_room_for_who_comes_after_it() {
        MessageId id = accepted("cart-1");
        for (int i = 0; i < Touches.UNJUDGED_MAX; i++) {
            assertThat(engagements().touched(Samples.STORE, id, click("l" + i, "203.0.113.1", LATER)))
                    .isEqualTo(Kept.KEPT);
        }
        Touch person = click("a", "198.51.100.7", LATER.plusSeconds(600));
        assertThat(engagements().touched(Samples.STORE, id, person)).isEqualTo(Kept.FULL);

        engagements().judged(find(id), new Judged(1, Samples.NOW, Map.of()));

        assertThat(engagements().touched(Samples.STORE, id, person)).isEqualTo(Kept.KEPT);
        for (int i = 0; i < Touches.OPENS_MAX; i++) {
            engagements()
                    .touched(Samples.STORE, id, Touch.open(Samples.STORE, LATER.plusSeconds(i), "203.0.113.1", AGENT));
        }
        assertThat(engagements().touched(Samples.STORE, id, Touch.open(Samples.STORE, LATER, "203.0.113.2", AGENT)))
                .isEqualTo(Kept.FULL);
    }

    @Test
    void an_address_is_counted_by_the_letters_whose_links_it_follows_at_one_time() {
        MessageId one = accepted("cart-1");
        MessageId two = accepted("cart-2");
        Touch late = click("a", "203.0.113.1", LATER.plusSeconds(3600));
        Touch other = click("a", "198.51.100.7", LATER);
        engagements().touched(Samples.STORE, one, click("a", "203.0.113.1", LATER));
        engagements().touched(Samples.STORE, one, click("b", "203.0.113.1", LATER));
        engagements().touched(Samples.STORE, two, click("a", "203.0.113.1", LATER.plusSeconds(60)));
        engagements().touched(Samples.STORE, two, other);
        engagements().touched(Samples.STORE, two, late);

        assertThat(engagements().crowds(Samples.STORE, List.of(click("a", "203.0.113.1", LATER), other, late)))
                .containsExactly(2, 1, 1);
        assertThat(engagements().crowds(Samples.STORE, List.of(click("a", "", LATER))))
                .containsExactly(1);
    }

    @Test
    void more_letters_than_make_a_crowd_are_not_counted() {
        Touch click = click("a", "203.0.113.1", LATER);
        IntStream.range(0, Judge.CROWD_MIN + 2)
                .forEach(i -> engagements().touched(Samples.STORE, accepted("cart-" + i), click));

        assertThat(engagements().crowds(Samples.STORE, List.of(click))).containsExactly(Judge.CROWD_MIN);
    }

    @Test
    void what_nobody_sent_or_was_taken_away_keeps_nothing() {
        Message due = Samples.message("cart-1");
        table().customers().commit(Samples.STORE, Samples.bearing(Samples.ada(), due));
        Touch click = click("a", "198.51.100.7", LATER);

        assertThat(engagements().touched(Samples.STORE, due.id(), click)).isEqualTo(Kept.UNSETTLED);
        assertThat(engagements()
                        .touched(Samples.STORE, Samples.message("cart-9").id(), click))
                .isEqualTo(Kept.NO_LETTER);
        assertThat(find(due.id()).touches()).isEqualTo(Touches.NONE);
    }
}
