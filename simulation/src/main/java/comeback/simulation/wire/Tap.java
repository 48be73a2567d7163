package comeback.simulation.wire;

import comeback.commit.DueItems.DueItem;
import comeback.commit.Messages;
import comeback.message.Message;
import comeback.simulation.dynamo.Image;
import comeback.simulation.dynamo.Table;
import comeback.simulation.edge.Seen;
import comeback.table.Keys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Listens to the table: what its stream shows, and what an outsider makes of it. */
final class Tap implements Table.Watcher {
    private static final String NOBODYS = "FLAGGED";

    private final Seen seen;
    private final InstantSource clock;
    private Optional<Messages> truth = Optional.empty();

    Tap(Seen seen, InstantSource clock) {
        this.seen = seen;
        this.clock = clock;
    }

    /** Reads the messages of which the table tells. */
    void reads(Messages messages) {
        truth = Optional.of(messages);
    }

    @Override
    public void changed(Image before, Image after) {
        if (after.isAbsent()) {
            return;
        }
        Optional<DueItem> item = Keys.dueItem(after.text("pk"), after.text("sk"));
        if (item.isPresent() && item.get() instanceof DueItem.OfMessage message) {
            truth.flatMap(messages -> messages.find(message.store(), message.id()))
                    .ifPresent(now -> told(before, after, now));
        }
        boolean isWaiting = !after.text("dueAt").isEmpty()
                && !after.text("duePartition").equals(NOBODYS)
                && !after.text("dueAt").equals(before.text("dueAt"));
        if (isWaiting) {
            item.ifPresent(due -> seen.dueAt(due, Instant.ofEpochSecond(Long.parseLong(after.text("dueAt")))));
        }
    }

    private void told(Image before, Image after, Message message) {
        if (before.isAbsent()) {
            seen.born(message);
        }
        String state = after.text("state");
        if (state.equals("CLAIMED") && !after.text("stateBody").equals(before.text("stateBody"))) {
            seen.claimed(message, clock.instant());
        }
        // template.yaml's filter: whatever was written of a message that is due.
        if (state.equals("DUE")) {
            seen.showsOnStream(message);
        }
    }
}
