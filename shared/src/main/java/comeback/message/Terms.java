package comeback.message;

import comeback.coupon.CouponOffer;
import comeback.customer.Topic;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * On what terms a message goes, as its flow file says: how it may be put off, what it gives, and how long it is true.
 *
 * @param isAtOnce answers what the shopper did this minute, such as a sign-up: neither a cap nor quiet hours hold it up, and
 *     it counts as asked for. It needs consent like any other of its class
 * @param isOnLadder reminds of what was left behind, so it keeps silent for a while after a purchase
 * @param timeToLive how long it is worth sending; what would have to wait longer is skipped
 * @param offer what it gives, if anything
 * @param trueUntil from when on what it says is false, by the store's clock; absent when it stays true
 * @param topic what it is about, for who wants one thing and not the other
 * @param shown products that are chosen for it when it is sent, if any are
 */
public record Terms(
        boolean isAtOnce,
        boolean isOnLadder,
        Duration timeToLive,
        Optional<CouponOffer> offer,
        Optional<LocalDateTime> trueUntil,
        Topic topic,
        Optional<Shown> shown) {
    /** About what letters of its kind are mostly about; no products are chosen for it. */
    public Terms(
            boolean isAtOnce,
            boolean isOnLadder,
            Duration timeToLive,
            Optional<CouponOffer> offer,
            Optional<LocalDateTime> trueUntil) {
        this(isAtOnce, isOnLadder, timeToLive, offer, trueUntil, usualTopic(isOnLadder), Optional.empty());
    }

    /** What reminds of something left behind is a reminder; other marketing mostly offers something. */
    public static Topic usualTopic(boolean isOnLadder) {
        return isOnLadder ? Topic.REMINDERS : Topic.OFFERS;
    }

    /** Of a letter that gives nothing and stays true. */
    public Terms(boolean isAtOnce, boolean isOnLadder, Duration timeToLive) {
        this(isAtOnce, isOnLadder, timeToLive, Optional.empty(), Optional.empty());
    }

    /** A reminder of yesterday's is clutter; a receipt of the day before yesterday's is still a receipt. */
    public static Duration lifeOf(MessageClass messageClass) {
        return switch (messageClass) {
            case TRANSACTIONAL -> Duration.ofDays(3);
            case REQUESTED, MARKETING -> Duration.ofHours(24);
        };
    }

    /** The same with another offer, or with none. */
    public Terms giving(Optional<CouponOffer> changed) {
        return new Terms(isAtOnce, isOnLadder, timeToLive, changed, trueUntil, topic, shown);
    }

    /** What a flow file means that says nothing about it. */
    public static Terms usual(MessageClass messageClass) {
        return new Terms(false, false, lifeOf(messageClass));
    }
}
