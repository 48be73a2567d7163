package comeback.ingest.segment;

import comeback.customer.Consent;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a message says about marketing mail. There is no standard word for it, so these are the ones that storefronts use,
 * whatever their case and underscores. What is neither a clear yes nor a clear no says nothing.
 */
final class Consents {
    private static final Set<String> NAMES = Set.of(
            "acceptsmarketing",
            "buyeracceptsmarketing",
            "emailoptin",
            "marketingoptin",
            "marketingconsent",
            "subscribed");

    /** In Segment's own consent object a shop names its categories itself. */
    private static final Set<String> CATEGORIES = Set.of("advertising", "marketing", "emailmarketing", "email");

    private static final Set<String> YES = Set.of("true", "yes", "1", "subscribed");
    private static final Set<String> NO = Set.of("false", "no", "0", "unsubscribed");

    private static final int SOURCE_MAX = 100;

    /** One answer, and the word it stood under. */
    private record Said(String name, boolean isYes) {}

    private Consents() {}

    static Consent in(Message message, Optional<TrackName> name, Instant at) {
        String call = message.origin().protocol() + " " + message.type().word() + ": ";
        if (name.equals(Optional.of(TrackName.UNSUBSCRIBED))) {
            return new Consent.Withdrawn(at, call + "Unsubscribed");
        }
        var said = new ArrayList<Said>();
        for (Fields place : places(message, name)) {
            said.addAll(answers(place, NAMES));
        }
        if (isAboutThePerson(message, name)) {
            said.addAll(answers(preferences(message), CATEGORIES));
        }
        // Of a yes and a no in one message the no counts.
        return said.stream()
                .min(Comparator.comparing(Said::isYes))
                .map(answer -> consent(answer, at, call))
                .orElseGet(Consent::unknown);
    }

    /**
     * Where someone's word may stand. Clients repeat what they remember of a person in the context of every call: taken
     * from there, an old yes would come back with each page after an unsubscribe. So the context speaks only where
     * the person does.
     */
    private static List<Fields> places(Message message, Optional<TrackName> name) {
        if (isAboutThePerson(message, name)) {
            return List.of(message.traits(), message.contextTraits(), message.properties());
        }
        return name.isPresent() ? List.of(message.properties()) : List.of();
    }

    private static boolean isAboutThePerson(Message message, Optional<TrackName> name) {
        return message.type() == MessageType.IDENTIFY
                || name.filter(its -> its == TrackName.SIGNED_UP || its == TrackName.CONSENT_UPDATED)
                        .isPresent();
    }

    private static Fields preferences(Message message) {
        return message.context().objectOrEmpty("consent").objectOrEmpty("categoryPreferences");
    }

    private static List<Said> answers(Fields place, Set<String> names) {
        var said = new ArrayList<Said>();
        for (Map.Entry<String, Object> field : place.asMap().entrySet()) {
            if (names.contains(TrackName.plain(field.getKey()))) {
                String answer = String.valueOf(field.getValue()).strip().toLowerCase(Locale.ROOT);
                boolean isYes = YES.contains(answer);
                if (isYes || NO.contains(answer)) {
                    said.add(new Said(field.getKey(), isYes));
                }
            }
        }
        return said;
    }

    private static Consent consent(Said said, Instant at, String call) {
        String source = Texts.clean(call + said.name(), SOURCE_MAX);
        return said.isYes() ? new Consent.Given(at, source) : new Consent.Withdrawn(at, source);
    }
}
