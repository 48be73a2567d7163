package comeback.customer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names one person goes by.
 *
 * @param refs all that are known to point here; at most {@value #REFS_MAX}, the newest kept
 * @param formerIds places where this customer lay before: what is filed there is theirs too; at most {@value #FORMER_MAX}
 * @param email where they want to be written to
 */
public record Identity(Set<Ref> refs, List<CustomerId> formerIds, Optional<EmailAddress> email) {
    public static final int REFS_MAX = 20;
    public static final int FORMER_MAX = 10;
    public static final Identity NOBODY = new Identity(Set.of(), List.of(), Optional.empty());

    public Identity {
        refs = new LinkedHashSet<>(refs);
        refs.removeIf(ref -> ref.kind() == Ref.Kind.TOKEN);
        while (refs.size() > REFS_MAX) {
            refs.remove(refs.iterator().next());
        }
        refs = java.util.Collections.unmodifiableSet(refs);
        formerIds = List.copyOf(formerIds.subList(Math.max(0, formerIds.size() - FORMER_MAX), formerIds.size()));
    }

    public boolean isKnownAs(Ref ref) {
        return refs.contains(ref);
    }

    public boolean has(Ref.Kind kind) {
        return refs.stream().anyMatch(ref -> ref.kind() == kind);
    }

    /** Adds names, newest last. */
    public Identity with(Iterable<Ref> more) {
        Set<Ref> all = new LinkedHashSet<>(refs);
        more.forEach(all::add);
        return new Identity(all, formerIds, email);
    }

    public Identity with(EmailAddress address) {
        return new Identity(refs, formerIds, Optional.of(address));
    }

    /** Both people's names; this one's address wins. */
    public Identity merge(Identity other, CustomerId otherId) {
        List<CustomerId> former = Stream.concat(
                        Stream.concat(other.formerIds.stream(), formerIds.stream()), Stream.of(otherId))
                .distinct()
                .toList();
        Set<Ref> all = new LinkedHashSet<>(other.refs);
        all.addAll(refs);
        return new Identity(all, former, email.or(() -> other.email));
    }
}
