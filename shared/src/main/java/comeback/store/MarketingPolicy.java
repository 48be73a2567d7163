package comeback.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A store's choices about marketing mail.
 *
 * @param cartRemindersWithoutConsent how many cart reminders someone gets who neither agreed nor refused; 0 or 1.
 *     Where the law asks for consent first, set 0.
 * @param caps how much one customer gets at most
 * @param quietHours when nobody is advertised to; absent when the store wants none
 * @param silenceAfterPurchase how long after a purchase nobody is reminded of what else they left; zero for not at all
 * @param maxReminders how many reminders of one flow anybody gets, if the store wants fewer than the flow has
 * @param modes of flows that are not as their files say, by name
 * @param offers by what rules coupons are given; absent when the store gives none
 * @param firstInLine who hears first of what is back in stock
 * @param fewLeft so many pieces of a thing, or fewer, are the last of them; 1 to {@value #FEW_MAX}
 * @param consent what it wants before it advertises, beyond a customer's word
 */
public record MarketingPolicy(
        int cartRemindersWithoutConsent,
        Caps caps,
        Optional<QuietHours> quietHours,
        Duration silenceAfterPurchase,
        Optional<Integer> maxReminders,
        Map<String, Mode> modes,
        Optional<OfferRules> offers,
        FirstInLine firstInLine,
        int fewLeft,
        ConsentRules consent) {
    /** More are not few, and a letter that says so is not believed twice. */
    public static final int FEW_MAX = 50;

    private static final int FEW_USUAL = 3;

    /** Longer, and it is no rest after a purchase but a flow that is switched off. */
    public static final Duration SILENCE_MAX = Duration.ofDays(30);

    /** What a store has that says nothing. */
    public static final MarketingPolicy DEFAULT =
            new MarketingPolicy(1, Caps.DEFAULT, Optional.of(QuietHours.DEFAULT), Duration.ofHours(24));

    /** One that leaves the flows as their files say. */
    public MarketingPolicy(
            int cartRemindersWithoutConsent,
            Caps caps,
            Optional<QuietHours> quietHours,
            Duration silenceAfterPurchase) {
        this(
                cartRemindersWithoutConsent,
                caps,
                quietHours,
                silenceAfterPurchase,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                FirstInLine.NOBODY,
                FEW_USUAL,
                ConsentRules.USUAL);
    }

    /** One in which whoever asked first hears first. */
    public MarketingPolicy(
            int cartRemindersWithoutConsent,
            Caps caps,
            Optional<QuietHours> quietHours,
            Duration silenceAfterPurchase,
            Optional<Integer> maxReminders,
            Map<String, Mode> modes,
            Optional<OfferRules> offers) {
        this(
                cartRemindersWithoutConsent,
                caps,
                quietHours,
                silenceAfterPurchase,
                maxReminders,
                modes,
                offers,
                FirstInLine.NOBODY,
                FEW_USUAL,
                ConsentRules.USUAL);
    }

    public MarketingPolicy {
        modes = Map.copyOf(modes);
        if (maxReminders.filter(max -> max < 1).isPresent()) {
            throw new IllegalArgumentException("maxReminders is at least 1: a flow that is not wanted is switched off");
        }
        if (cartRemindersWithoutConsent < 0 || cartRemindersWithoutConsent > 1) {
            throw new IllegalArgumentException("cartRemindersWithoutConsent is 0 or 1");
        }
        if (fewLeft < 1 || fewLeft > FEW_MAX) {
            throw new IllegalArgumentException("fewLeft is 1 to " + FEW_MAX);
        }
        if (silenceAfterPurchase.isNegative() || silenceAfterPurchase.compareTo(SILENCE_MAX) > 0) {
            throw new IllegalArgumentException("silenceAfterPurchase is at most " + SILENCE_MAX.toDays() + " days");
        }
    }

    public MarketingPolicy withCartRemindersWithoutConsent(int changed) {
        return new MarketingPolicy(
                changed,
                caps,
                quietHours,
                silenceAfterPurchase,
                maxReminders,
                modes,
                offers,
                firstInLine,
                fewLeft,
                consent);
    }

    public MarketingPolicy with(Caps changed) {
        return new MarketingPolicy(
                cartRemindersWithoutConsent,
                changed,
                quietHours,
                silenceAfterPurchase,
                maxReminders,
                modes,
                offers,
                firstInLine,
                fewLeft,
                consent);
    }

    public MarketingPolicy with(Optional<QuietHours> changed) {
        return new MarketingPolicy(
                cartRemindersWithoutConsent,
                caps,
                changed,
                silenceAfterPurchase,
                maxReminders,
                modes,
                offers,
                firstInLine,
                fewLeft,
                consent);
    }

    public MarketingPolicy withSilenceAfterPurchase(Duration changed) {
        return new MarketingPolicy(
                cartRemindersWithoutConsent,
                caps,
                quietHours,
                changed,
                maxReminders,
                modes,
                offers,
                firstInLine,
                fewLeft,
                consent);
    }

    public MarketingPolicy withMaxReminders(int changed) {
        return new MarketingPolicy(
                cartRemindersWithoutConsent,
                caps,
                quietHours,
                silenceAfterPurchase,
                Optional.of(changed),
                modes,
                offers,
                firstInLine,
                fewLeft,
                consent);
    }

    public MarketingPolicy with(Map<String, Mode> changed) {
        return new MarketingPolicy(
                cartRemindersWithoutConsent,
                caps,
                quietHours,
                silenceAfterPurchase,
                maxReminders,
                changed,
                offers,
                firstInLine,
                fewLeft,
                consent);
    }

    public MarketingPolicy with(OfferRules changed) {
        return new MarketingPolicy(
                cartRemindersWithoutConsent,
                caps,
                quietHours,
                silenceAfterPurchase,
                maxReminders,
                modes,
                Optional.of(changed),
                firstInLine,
                fewLeft,
                consent);
    }

    public MarketingPolicy with(FirstInLine changed) {
        return new MarketingPolicy(
                cartRemindersWithoutConsent,
                caps,
                quietHours,
                silenceAfterPurchase,
                maxReminders,
                modes,
                offers,
                changed,
                fewLeft,
                consent);
    }

    public MarketingPolicy withFewLeft(int changed) {
        return new MarketingPolicy(
                cartRemindersWithoutConsent,
                caps,
                quietHours,
                silenceAfterPurchase,
                maxReminders,
                modes,
                offers,
                firstInLine,
                changed,
                consent);
    }

    public MarketingPolicy with(ConsentRules changed) {
        return new MarketingPolicy(
                cartRemindersWithoutConsent,
                caps,
                quietHours,
                silenceAfterPurchase,
                maxReminders,
                modes,
                offers,
                firstInLine,
                fewLeft,
                changed);
    }

    /** Whether somebody of that tier hears first of what is back in stock. */
    public boolean isFirst(Optional<String> tier) {
        return tier.filter(firstInLine.tiers()::contains).isPresent();
    }
}
