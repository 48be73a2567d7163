package comeback.message;

import comeback.customer.Customer;
import comeback.customer.OrderState;
import comeback.customer.Wishes;
import comeback.store.Caps;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When marketing may come: the customer's own pause, a conversation with a person of the shop, frequency caps, the
 * silence after a purchase, quiet hours.
 */
final class Timing {
    /** What the night held up comes within these minutes after it, so that the morning's first minute is no herd. */
    static final int SPREAD_MINUTES = 30;

    private static final String CAP = "cap";
    private static final String PAUSE = "pause";
    private static final String REPLY = "reply";
    private static final String PURCHASE_SILENCE = "purchase-silence";
    private static final String QUIET_HOURS = "quiet-hours";

    /** Names of the rules. */
    static final Set<String> RULES = Set.of(CAP, PAUSE, REPLY, PURCHASE_SILENCE, QUIET_HOURS);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Timing() {}

    /**
     * Until when the message must wait, with every rule that says so. A cap and the silence only ever ease with time,
     * so the quiet hours are asked last, about the moment at which the others let it go: one answer, not one after the
     * other.
     */
    static Optional<MayItGo.Answer.Wait> reasonToWait(
            Customer customer, Store store, MayItGo.Planned planned, Instant now) {
        List<MayItGo.Answer.Wait> waits = new ArrayList<>();
        Wishes wishes = customer.consent().wishes();
        pause(wishes, now).ifPresent(waits::add);
        reply(customer, now).ifPresent(waits::add);
        cap(customer, store.policy().caps().within(wishes.frequency()), planned, now)
                .ifPresent(waits::add);
        if (planned.terms().isOnLadder()) {
            silence(customer, store.policy().silenceAfterPurchase(), now).ifPresent(waits::add);
        }
        Instant earliest = waits.stream()
                .map(MayItGo.Answer.Wait::until)
                .max(Instant::compareTo)
                .orElse(now);
        quiet(zone(customer, store), store, planned.id(), earliest).ifPresent(waits::add);
        return waits.stream()
                .max((one, other) -> one.until().compareTo(other.until()))
                .map(last -> all(waits, last));
    }

    static ZoneId zone(Customer customer, Store store) {
        return customer.profile().zoneOr(store.zone());
    }

    private static Optional<MayItGo.Answer.Wait> pause(Wishes wishes, Instant now) {
        return wishes.pausedUntil()
                .filter(now::isBefore)
                .map(until -> new MayItGo.Answer.Wait(
                        wholeMinute(until),
                        new Ruling(
                                PAUSE,
                                until.toString(),
                                "the customer wants a pause until " + until,
                                "It would have gone at once, had the customer not asked for a pause.")));
    }

    private static Optional<MayItGo.Answer.Wait> reply(Customer customer, Instant now) {
        return customer.recentEvents()
                .signs()
                .repliedAt()
                .map(at -> at.plus(MayItGo.SILENT_AFTER_REPLY))
                .filter(now::isBefore)
                .map(until -> new MayItGo.Answer.Wait(
                        wholeMinute(until),
                        new Ruling(
                                REPLY,
                                until.toString(),
                                "the customer answered a letter, and for " + MayItGo.SILENT_AFTER_REPLY.toDays()
                                        + " days only people write back",
                                "It would have gone at once, had the customer not answered a letter of the shop.")));
    }

    private static Optional<MayItGo.Answer.Wait> cap(
            Customer customer, Caps caps, MayItGo.Planned planned, Instant now) {
        List<Instant> promotedAt =
                customer.recentMails().promotedAt(planned.id().mark());
        return caps.reached(promotedAt, now)
                .map(reached -> new MayItGo.Answer.Wait(
                        wholeMinute(reached.until()),
                        new Ruling(
                                CAP,
                                "the last went at " + promotedAt.getLast(),
                                "the store sends " + reached.words() + ", and the last went at " + promotedAt.getLast(),
                                "It would have gone at once, had the customer got less marketing mail before it.")));
    }

    private static Optional<MayItGo.Answer.Wait> silence(Customer customer, Duration silence, Instant now) {
        return customer.shopping().orders().stream()
                .filter(order -> order.isPlaced() && order.stage() != OrderState.Stage.CANCELLED)
                .reduce((earlier, later) -> later)
                .map(order -> new MayItGo.Answer.Wait(
                        wholeMinute(order.placedAt().plus(silence)),
                        new Ruling(
                                PURCHASE_SILENCE,
                                "order " + order.id() + " at " + order.placedAt(),
                                "for " + silence.toHours() + " hours after a purchase (order " + order.id()
                                        + ") nobody is reminded of a cart",
                                "It would have gone at once, had the customer not just bought something.")))
                .filter(wait -> wait.until().isAfter(now));
    }

    private static Optional<MayItGo.Answer.Wait> quiet(ZoneId zone, Store store, MessageId id, Instant at) {
        return store.policy()
                .quietHours()
                .flatMap(hours -> hours.endOf(at, zone)
                        .map(end -> end.plus(spread(id)))
                        .map(until -> new MayItGo.Answer.Wait(
                                until,
                                new Ruling(
                                        QUIET_HOURS,
                                        zone.getId(),
                                        "quiet hours from " + hours + " in " + zone + " (it will be "
                                                + CLOCK.format(until.atZone(zone)) + " there)",
                                        "It would have gone at once at another hour of the customer's day."))));
    }

    /** 1 to 30 whole minutes, always the same for the same message. */
    private static Duration spread(MessageId id) {
        return Duration.ofMinutes(Math.floorMod(id.value().hashCode(), SPREAD_MINUTES) + 1L);
    }

    /** The last to let it go names the rule; all of them are told. */
    private static MayItGo.Answer.Wait all(List<MayItGo.Answer.Wait> waits, MayItGo.Answer.Wait last) {
        String texts = waits.stream().map(wait -> wait.ruling().text()).collect(Collectors.joining("; then "));
        Ruling ruling = last.ruling();
        return new MayItGo.Answer.Wait(
                last.until(),
                new Ruling(
                        ruling.rule(),
                        ruling.value(),
                        "waits until " + last.until() + ": " + texts,
                        ruling.otherwise()));
    }

    /** Alarms know minutes. */
    private static Instant wholeMinute(Instant time) {
        long seconds = time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
        return Instant.ofEpochSecond(Math.ceilDiv(seconds, 60L) * 60);
    }
}
