package comeback.commit;

import comeback.store.KeyHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Links and sessions in memory, for tests. */
public final class InMemorySignIns implements SignIns {
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<AskedLink> links = new ArrayList<>();
    private final Set<String> claimed = new HashSet<>();
    private final Map<KeyHash, Session> sessions = new HashMap<>();
    private final InMemoryAuditTrail audit;

    InMemorySignIns(InMemoryAuditTrail audit) {
        this.audit = audit;
    }

    /** Every link that can still be used, oldest first. */
    public List<AskedLink> links() {
        return List.copyOf(links);
    }

    @Override
    public boolean take(String who, Instant since, Instant until, int most) {
        String place = since + " " + who;
        int before = taken.getOrDefault(place, 0);
        if (before < most) {
            taken.put(place, before + 1);
        }
        return before < most;
    }

    @Override
    public void ask(AskedLink link) {
        links.add(link);
    }

    @Override
    public Optional<AskedLink> asked(String id) {
        return links.stream().filter(link -> link.id().equals(id)).findFirst();
    }

    @Override
    public boolean claim(String id) {
        return asked(id).filter(link -> link.to().isPresent()).isPresent() && claimed.add(id);
    }

    @Override
    public boolean open(AskedLink link, Session session, AuditEntry entry) {
        if (!links.removeIf(kept -> kept.id().equals(link.id()))) {
            return false;
        }
        sessions.put(session.key(), session);
        audit.add(entry);
        return true;
    }

    @Override
    public Optional<Session> session(KeyHash key) {
        return Optional.ofNullable(sessions.get(key));
    }

    @Override
    public void close(Session session, AuditEntry entry) {
        if (sessions.remove(session.key(), session)) {
            audit.add(entry);
        }
    }
}
