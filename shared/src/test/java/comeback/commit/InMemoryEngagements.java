package comeback.commit;

import comeback.engagement.Judge;
import comeback.engagement.Judged;
import comeback.engagement.Touch;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Touches in memory, beside the letters of a table in memory. */
final class InMemoryEngagements implements Engagements {
    private final Messages messages;
    private final Consumer<Message> keep;
    private final InMemoryDueIndex due;
    private final Map<String, Set<MessageId>> crowds = new HashMap<>();

    InMemoryEngagements(Messages messages, Consumer<Message> keep, InMemoryDueIndex due) {
        this.messages = messages;
        this.keep = keep;
        this.due = due;
    }

    @Override
    public Kept touched(StoreId store, MessageId id, Touch touch) {
        Optional<Message> found = messages.find(store, id);
        if (found.isEmpty()) {
            return Kept.NO_LETTER;
        }
        Message message = found.get();
        if (!(message.state() instanceof MessageState.Accepted)) {
            return Kept.UNSETTLED;
        }
        boolean isKnown = message.touches().knows(touch);
        int kept = message.touches().of(touch.kind()).size();
        if (!isKnown && kept >= message.touches().most(touch.kind())) {
            return Kept.FULL;
        }
        if (touch.kind() == Touch.Kind.CLICK) {
            crowds.computeIfAbsent(place(store, touch, touch.at()), place -> new HashSet<>())
                    .add(id);
        }
        if (isKnown) {
            return Kept.KNOWN;
        }
        if (touch.kind() == Touch.Kind.CLICK && message.touches().unjudged().isEmpty()) {
            due.put(item(message), DueItems.Queue.TO_LOOK_AFTER, touch.at().plus(Judge.SETTLES));
        }
        keep.accept(message.with(message.touches().with(touch)));
        return Kept.KEPT;
    }

    private static DueItems.DueItem item(Message message) {
        return new DueItems.DueItem.OfMessage(message.store(), message.id());
    }

    private static String place(StoreId store, Touch click, Instant at) {
        return store + " " + click.network() + " " + at.truncatedTo(ChronoUnit.MINUTES);
    }

    @Override
    public List<Integer> crowds(StoreId store, List<Touch> clicks) {
        return clicks.stream().map(click -> crowd(store, click)).toList();
    }

    private int crowd(StoreId store, Touch click) {
        if (click.network().isEmpty()) {
            return 1;
        }
        long letters = Stream.of(-1, 0, 1)
                .map(minutes -> place(store, click, click.at().plus(minutes, ChronoUnit.MINUTES)))
                .flatMap(place -> crowds.getOrDefault(place, Set.of()).stream())
                .distinct()
                .count();
        return Math.toIntExact(Math.clamp(letters, 1, Judge.CROWD_MIN));
    }

    @Override
    public boolean judged(Message seen, Judged judged) {
        Optional<Message> now = messages.find(seen.store(), seen.id())
                .filter(message -> message.state() instanceof MessageState.Accepted)
                .filter(message -> message.touches().clicks().size()
                        == seen.touches().clicks().size());
        now.ifPresent(message -> {
            keep.accept(message.with(message.touches().with(judged)));
            due.remove(item(message));
        });
        return now.isPresent();
    }
}
