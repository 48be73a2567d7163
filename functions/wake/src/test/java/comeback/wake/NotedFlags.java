package comeback.wake;

import comeback.commit.Flags;
import comeback.message.Message;
import comeback.message.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Notes what people are told. */
final class NotedFlags implements Flags {
    private final List<MessageId> flagged = new ArrayList<>();
    private final List<MessageId> unknown = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();

    List<MessageId> flagged() {
        return List.copyOf(flagged);
    }

    List<MessageId> unknown() {
        return List.copyOf(unknown);
    }

    List<Look> looks() {
        return List.copyOf(looks);
    }

    @Override
    public void flagged(Message message, Instant now) {
        flagged.add(message.id());
    }

    @Override
    public void unknown(Message message, Instant now) {
        unknown.add(message.id());
    }

    @Override
    public void looked(Look seen, Instant now) {
        looks.add(seen);
    }
}
