package comeback.send;

import comeback.commit.SendingAccount;
import comeback.commit.SendingAccount.Circuit;
import comeback.commit.SendingAccount.Circuit.Cause;
import comeback.commit.SendingAccount.Known;
import comeback.commit.SendingAccount.Scope;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Leaves SES alone while it takes nothing, and finds out when it does again. Receipts find out, one a minute at first, so that
 * they are the first to go when it is over; only where none comes for a while an advertisement does.
 */
final class Breaker {
    /** How long after a refusal the next mail may try, at first. */
    static final Duration PROBE_AFTER = Duration.ofMinutes(1);

    /** What was not over within minutes is over in hours, and each try costs. */
    private static final Duration PROBE_SELDOM_AFTER = Duration.ofMinutes(10);

    /** Advertisements leave the probing to receipts for so long. */
    static final Duration OTHERS_PROBE_AFTER = Duration.ofMinutes(10);

    private static final Scope ACCOUNT = new Scope.Account();

    private final SendingAccount account;

    Breaker(SendingAccount account) {
        this.account = account;
    }

    /** Until when a message must wait; nothing when it may go, perhaps as the one that tries. */
    Optional<Instant> holds(Message message, Known known, Instant now) {
        return scopes(message.store()).stream()
                .flatMap(scope -> known.circuit(scope).stream()
                        .flatMap(circuit -> holds(scope, circuit, message.messageClass(), now).stream()))
                .findFirst();
    }

    private Optional<Instant> holds(Scope scope, Circuit circuit, MessageClass messageClass, Instant now) {
        boolean isReceipt = messageClass == MessageClass.TRANSACTIONAL;
        if (circuit.cause() == Cause.RESTORED) {
            return Optional.of(Comebacks.nextRound(now));
        }
        if (circuit.cause() == Cause.THROTTLED) {
            boolean waits = !isReceipt && now.isBefore(circuit.probeAt());
            return waits ? Optional.of(circuit.probeAt()) : Optional.empty();
        }
        Instant mayProbeAt = isReceipt ? circuit.probeAt() : circuit.probeAt().plus(OTHERS_PROBE_AFTER);
        Circuit probed =
                new Circuit(circuit.cause(), circuit.since(), nextProbe(circuit.cause(), circuit.since(), now));
        boolean isTheProbe =
                !now.isBefore(mayProbeAt) && account.change(scope, Optional.of(circuit), Optional.of(probed));
        if (isTheProbe) {
            return Optional.empty();
        }
        if (!isReceipt) {
            return Optional.of(Comebacks.nextRound(now));
        }
        // When its time has passed, somebody else is probing at this moment.
        return Optional.of(circuit.probeAt().isAfter(now) ? circuit.probeAt() : now.plus(PROBE_AFTER));
    }

    /** SES refused; says whether it takes nothing since now. */
    boolean refused(StoreId store, Mailer.Answer.Why why, Known known, Instant now) {
        return switch (why) {
            case THROTTLED -> opens(ACCOUNT, Cause.THROTTLED, known, now);
            case PAUSED -> opens(ACCOUNT, Cause.PAUSED, known, now);
            case DAILY_QUOTA -> opens(ACCOUNT, Cause.DAILY_QUOTA, known, now);
            case IDENTITY -> opens(new Scope.OfStore(store), Cause.IDENTITY, known, now);
            case OTHER -> false;
        };
    }

    private boolean opens(Scope scope, Cause cause, Known known, Instant now) {
        Optional<Circuit> seen = known.circuit(scope);
        if (cause == Cause.THROTTLED && stands(scope, known).isPresent()) {
            // The graver one stays.
            return false;
        }
        // Being throttled passes by itself, so what is past its time is no longer open.
        Optional<Circuit> standing =
                seen.filter(circuit -> circuit.cause() != Cause.THROTTLED || now.isBefore(circuit.probeAt()));
        Instant since = standing.map(Circuit::since).orElse(now);
        // When another copy was faster, what it knows stands.
        account.change(scope, seen, Optional.of(new Circuit(cause, since, nextProbe(cause, since, now))));
        return standing.isEmpty();
    }

    private static Instant nextProbe(Cause cause, Instant since, Instant now) {
        // A used-up day is not over within minutes.
        boolean isSeldom = cause == Cause.DAILY_QUOTA || !now.isBefore(since.plus(PROBE_SELDOM_AFTER));
        return isSeldom ? Comebacks.nextRound(now) : now.plus(PROBE_AFTER);
    }

    /** Whether something stands against a store's mail that does not pass by itself. */
    boolean isClosedTo(StoreId store, Known known) {
        return scopes(store).stream().anyMatch(scope -> stands(scope, known).isPresent());
    }

    /** SES took a mail: what stood against it is over. */
    void accepted(StoreId store, Known known) {
        for (Scope scope : scopes(store)) {
            Optional<Circuit> open = stands(scope, known);
            if (open.isPresent()) {
                account.change(scope, open, Optional.empty());
            }
        }
    }

    private static Optional<Circuit> stands(Scope scope, Known known) {
        return known.circuit(scope).filter(circuit -> circuit.cause() != Cause.THROTTLED);
    }

    private static List<Scope> scopes(StoreId store) {
        return List.of(ACCOUNT, new Scope.OfStore(store));
    }
}
