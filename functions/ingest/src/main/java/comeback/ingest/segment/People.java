package comeback.ingest.segment;

import comeback.customer.Profile;
import comeback.event.Event;
import comeback.event.LoyaltyEvent;
import comeback.event.PersonEvent;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.time.Instant;
import java.util.Optional;

/** What track calls report of people and their word. Names, addresses and consent are read by others, for every call alike. */
final class People {
    private People() {}

    static Optional<Event> signedUp(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new Event.SignedUp());
    }

    static Optional<Event> unsubscribed(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new Event.Unsubscribed());
    }

    static Optional<Event> consentUpdated(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new PersonEvent.EmailConsentUpdated());
    }

    static Optional<Event> contactMade(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new PersonEvent.ContactMade());
    }

    /** Whoever could say this of themselves in a browser would have a code each time. */
    static Optional<Event> couponAnnounced(Fields properties, Instant occurredAt, Links links) {
        if (links.isOwnHostOnly()) {
            properties.refuse("event", "Coupon Announced needs the secret key");
            return Optional.empty();
        }
        return Optional.of(new PersonEvent.CouponAnnounced());
    }

    static Optional<Event> surveyAnswered(Fields properties, Instant occurredAt, Links links) {
        Optional<String> survey = Texts.shown(properties, Profile.ANSWER_MAX, "survey");
        Optional<String> answer = Texts.shown(properties, Profile.ANSWER_MAX, "answer");
        if (survey.isEmpty() || answer.isEmpty()) {
            properties.refuse("answer", "required: survey, and answer to it");
            return Optional.empty();
        }
        return Optional.of(new PersonEvent.SurveyAnswered(survey.get(), answer.get()));
    }

    static Optional<Event> pointsChanged(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new LoyaltyEvent.PointsChanged());
    }

    static Optional<Event> rewardUnlocked(Fields properties, Instant occurredAt, Links links) {
        if (Programme.reward(properties).isEmpty()) {
            properties.refuse("reward", "required: what was unlocked");
            return Optional.empty();
        }
        return Optional.of(new LoyaltyEvent.RewardUnlocked());
    }

    static Optional<Event> deleted(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new PersonEvent.CustomerDeleted());
    }

    static Optional<Event> redacted(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new PersonEvent.CustomerRedacted());
    }

    static Optional<Event> dataRequested(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new PersonEvent.CustomerDataRequested());
    }
}
