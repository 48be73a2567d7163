package comeback.commit;

import comeback.message.MessageId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sending account in memory, for tests. */
public final class InMemorySendingAccount implements SendingAccount {
    private Optional<Quota> quota = Optional.empty();
    private final Map<Scope, Circuit> circuits = new HashMap<>();
    private final Map<Long, Integer> taken = new HashMap<>();
    private final Map<Long, Integer> takenUnreserved = new HashMap<>();
    private final Map<Inbox, Set<MessageId>> inboxes = new HashMap<>();

    @Override
    public Known look() {
        return new Known(quota, circuits);
    }

    @Override
    public void keep(Quota told) {
        boolean isNewer =
                quota.filter(known -> known.readAt().isAfter(told.readAt())).isEmpty();
        quota = isNewer ? Optional.of(told) : quota;
    }

    @Override
    public boolean take(Instant second, Places wanted) {
        int all = taken.getOrDefault(second.getEpochSecond(), 0) + wanted.count();
        int unreserved = takenUnreserved.getOrDefault(second.getEpochSecond(), 0) + wanted.count();
        if (all > wanted.limit()
                || wanted.unreserved().filter(most -> unreserved > most).isPresent()) {
            return false;
        }
        taken.put(second.getEpochSecond(), all);
        if (wanted.unreserved().isPresent()) {
            takenUnreserved.put(second.getEpochSecond(), unreserved);
        }
        return true;
    }

    @Override
    public boolean take(Inbox inbox, MessageId mail, int most) {
        Set<MessageId> taken = inboxes.computeIfAbsent(inbox, fresh -> new HashSet<>());
        return taken.contains(mail) || (taken.size() < most && taken.add(mail));
    }

    @Override
    public boolean change(Scope scope, Optional<Circuit> seen, Optional<Circuit> next) {
        if (!Optional.ofNullable(circuits.get(scope)).equals(seen)) {
            return false;
        }
        next.ifPresentOrElse(circuit -> circuits.put(scope, circuit), () -> circuits.remove(scope));
        return true;
    }
}
