package comeback.event;

/** What a shop's loyalty programme reports of somebody; the figures are in the envelope. */
public sealed interface LoyaltyEvent extends Event {
    /** Their points, or their tier, are others now. */
    record PointsChanged() implements LoyaltyEvent {
        @Override
        public String name() {
            return "Points Changed";
        }
    }

    /** They have earned something. */
    record RewardUnlocked() implements LoyaltyEvent {
        @Override
        public String name() {
            return "Reward Unlocked";
        }
    }
}
