package comeback.ingest.reading;

import comeback.customer.Consent;
import comeback.customer.EmailAddress;
import comeback.customer.Fingerprint;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.json.Json;
import comeback.store.KeyClass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one delivery of a shop system tells: one document, often several events. Shop systems send whole documents again
 * and again, so an event's id is made of the thing and of what became of it: however many deliveries tell that order 1001
 * was paid, it was paid once.
 */
public final class Story {
    /** A timeline's line is kept with its customer's others; a larger document is kept without what lies deeper in it. */
    static final int RAW_BYTES_MAX = 32 * 1024;

    private final String source;
    private final Instant receivedAt;
    private final boolean isHistory;
    private final Map<String, Object> raw;
    private final List<Read> reads = new ArrayList<>();

    /**
     * Who an event is about.
     *
     * @param refs by what names the store knows them; an event about nobody is not told
     * @param email an address that comes with it
     * @param emailIsTheirs whether it is the person's own
     * @param profile how to greet them
     * @param consent what they said about marketing
     */
    public record Person(
            List<Ref> refs, Optional<EmailAddress> email, boolean emailIsTheirs, Profile profile, Consent consent) {
        public Person {
            refs = List.copyOf(refs);
        }

        /** Somebody of whom nothing is told but these names. */
        public static Person named(List<Ref> refs) {
            return new Person(refs, Optional.empty(), false, Profile.EMPTY, Consent.unknown());
        }

        /** The same person, with a thing of theirs. */
        public Person with(Optional<String> token) {
            List<Ref> all = new ArrayList<>(refs);
            token.map(Ref::token).ifPresent(all::add);
            return new Person(all, email, emailIsTheirs, profile, consent);
        }
    }

    /**
     * Begins one.
     *
     * @param source which system, for the timeline
     * @param isHistory whether it is told for the record only
     * @param document as it was sent
     */
    public Story(String source, Instant receivedAt, boolean isHistory, Map<String, Object> document) {
        this.source = source;
        this.receivedAt = receivedAt;
        this.isHistory = isHistory;
        this.raw = kept(document);
    }

    /**
     * Tells an event.
     *
     * @param id of the thing and what became of it
     */
    public void tell(String id, Optional<Instant> occurredAt, Person person, Event event) {
        if (person.refs().isEmpty() && person.email().isEmpty()) {
            return;
        }
        String bounded = id.length() <= StoreEvent.ID_MAX ? id : Fingerprint.of("webhook", id);
        StoreEvent told = new StoreEvent(
                bounded,
                source,
                occurredAt.orElse(receivedAt),
                receivedAt,
                person.refs(),
                person.email(),
                person.emailIsTheirs(),
                person.profile(),
                person.consent(),
                KeyClass.SECRET,
                isHistory,
                event);
        // The document is kept once, with the first that it tells.
        reads.add(new Read(told, reads.isEmpty() ? raw : Map.of()));
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Everything that was told, in order. */
    public List<Read> reads() {
        return List.copyOf(reads);
    }

    private static Map<String, Object> kept(Map<String, Object> document) {
        if (Json.print(document).getBytes(StandardCharsets.UTF_8).length <= RAW_BYTES_MAX) {
            return document;
        }
        Map<String, Object> flat = new LinkedHashMap<>();
        int length = 0;
        for (Map.Entry<String, Object> field : document.entrySet()) {
            boolean isFlat = !(field.getValue() instanceof Map) && !(field.getValue() instanceof List);
            length += field.getKey().length()
                    + String.valueOf(isFlat ? field.getValue() : "").length();
            // A character is at most three bytes, and half of the room is enough for what is flat.
            if (isFlat && length < RAW_BYTES_MAX / 6) {
                flat.put(field.getKey(), field.getValue());
            }
        }
        flat.put("comeback_cut", true);
        return flat;
    }
}
