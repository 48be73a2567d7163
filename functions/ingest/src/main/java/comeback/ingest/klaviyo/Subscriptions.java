package comeback.ingest.klaviyo;

import comeback.ingest.segment.Message;
import comeback.ingest.segment.MessageType;
import comeback.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Consent to marketing, given and withdrawn. We write e-mail, so what is said about other channels says nothing here. */
final class Subscriptions {
    private Subscriptions() {}

    /** A form in a browser: the person subscribes here and now. */
    static Message one(Fields attributes) {
        return given(Klaviyo.attributes(attributes.objectOrEmpty("profile").objectOrEmpty("data")), attributes);
    }

    /**
     * One person of a job.
     *
     * @param job says whether it is an import of what was agreed elsewhere, earlier
     */
    static Message given(Fields profile, Fields job) {
        var item = new LinkedHashMap<>(Profiles.ids(profile));
        if (Boolean.TRUE.equals(job.asMap().get("historical_import"))) {
            item.put("historical_import", true);
        }
        marketing(profile).instant("consented_at").ifPresent(at -> item.put("timestamp", at.toString()));
        Fields traits = Profiles.traits(profile);
        return Shape.message(
                MessageType.IDENTIFY,
                profile.with(item),
                Profiles.nothing(),
                isAboutEmail(profile) ? traits.with(Map.of("subscribed", "yes")) : traits);
    }

    static Message withdrawn(Fields profile) {
        var item = new LinkedHashMap<>(Profiles.ids(profile));
        if (isAboutEmail(profile)) {
            item.put("event", "Unsubscribed");
            return Shape.message(MessageType.TRACK, profile.with(item), Profiles.nothing(), Profiles.traits(profile));
        }
        return Shape.message(MessageType.IDENTIFY, profile.with(item), Profiles.nothing(), Profiles.traits(profile));
    }

    private static Fields marketing(Fields profile) {
        Fields subscriptions = profile.objectOrEmpty("subscriptions");
        return subscriptions.asMap().get("email") instanceof Map<?, ?>
                ? subscriptions.objectOrEmpty("email").objectOrEmpty("marketing")
                : Profiles.nothing();
    }

    /** Older revisions list the purposes, and who names no channel means all of them. */
    private static boolean isAboutEmail(Fields profile) {
        if (!(profile.asMap().get("subscriptions") instanceof Map<?, ?> channels)) {
            return true;
        }
        return channels.get("email") instanceof List<?> purposes
                ? purposes.stream().anyMatch("MARKETING"::equals)
                : !marketing(profile).asMap().isEmpty();
    }
}
