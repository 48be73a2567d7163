package comeback.customer;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What became of an order after it was placed: news to its shopper, once. */
public sealed interface Change {
    /** Names it among all that becomes of one order: the same news twice is once. */
    String key();

    /** As conditions call it: "refunded", "return approved", "out for delivery". */
    String words();

    /** Whether it is still so: what was overtaken must not be told any more. */
    boolean stands(OrderState order);

    /** It will not be fulfilled. */
    record Cancelled() implements Change {
        @Override
        public String key() {
            return "cancelled";
        }

        @Override
        public String words() {
            return "cancelled";
        }

        @Override
        public boolean stands(OrderState order) {
            return true;
        }
    }

    /**
     * Money went back.
     *
     * @param refundId the shop's id of the refund
     * @param amount how much, when the shop said it
     * @param isWhole whether nothing is left to pay for
     * @param lines what was given back or struck off; may be empty
     */
    record Refunded(String refundId, Optional<Money> amount, boolean isWhole, List<Line> lines) implements Change {
        public Refunded {
            lines = lines.stream().limit(OrderReturn.LINES_MAX).toList();
        }

        @Override
        public String key() {
            return "refund/" + refundId;
        }

        @Override
        public String words() {
            return "refunded";
        }

        @Override
        public boolean stands(OrderState order) {
            return true;
        }
    }

    /** Its money is there: what a receipt states. */
    record Paid() implements Change {
        @Override
        public String key() {
            return "paid";
        }

        @Override
        public String words() {
            return "paid";
        }

        @Override
        public boolean stands(OrderState order) {
            return true;
        }
    }

    /**
     * Money went back: what a credit note states.
     *
     * @param refundId the shop's id of the refund
     * @param amount how much
     */
    record PaidBack(String refundId, Money amount) implements Change {
        @Override
        public String key() {
            return "paid back/" + refundId;
        }

        @Override
        public String words() {
            return "paid back";
        }

        @Override
        public boolean stands(OrderState order) {
            return true;
        }
    }

    /**
     * The shop or the shopper changed it.
     *
     * @param parts what is different
     * @param print stands for what it is now
     */
    record Edited(Set<Part> parts, String print) implements Change {
        /** Of an order. */
        public enum Part {
            GOODS,
            DESTINATION,
            TOTAL
        }

        public Edited {
            parts = Set.copyOf(parts);
        }

        @Override
        public String key() {
            return "edited/" + print;
        }

        @Override
        public String words() {
            return "edited";
        }

        @Override
        public boolean stands(OrderState order) {
            return !order.isUndone();
        }
    }

    /**
     * The money could not be had.
     *
     * @param payUrl where the shopper can try again
     */
    record PaymentFailed(Optional<String> payUrl) implements Change {
        @Override
        public String key() {
            return "payment";
        }

        @Override
        public String words() {
            return "payment failed";
        }

        @Override
        public boolean stands(OrderState order) {
            return !order.isPaid() && !order.isUndone();
        }
    }

    /**
     * A return came further.
     *
     * @param goods what comes back
     * @param stage how far it is
     */
    record ReturnMoved(OrderReturn goods, ReturnStage stage) implements Change {
        @Override
        public String key() {
            return "return/" + goods.id().orElse("") + "/" + stage.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String words() {
            return words(stage);
        }

        /** "return approved". */
        public static String words(ReturnStage stage) {
            return "return " + stage.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean stands(OrderState order) {
            return order.returning(goods).equals(Optional.of(stage));
        }
    }

    /**
     * A parcel came further, or did not.
     *
     * @param shipment which
     * @param stage how far it is
     * @param expectedAt when it is to arrive, if the carrier says
     */
    record ParcelMoved(Shipment shipment, ShipmentStage stage, Optional<Instant> expectedAt) implements Change {
        @Override
        public String key() {
            return shipment.id() + "/" + stage.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String words() {
            return words(stage);
        }

        /** "out for delivery". */
        public static String words(ShipmentStage stage) {
            return stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        @Override
        public boolean stands(OrderState order) {
            return !order.isUndone()
                    && order.stage() != OrderState.Stage.DELIVERED
                    && order.parcel(shipment.id()).equals(Optional.of(stage));
        }
    }

    /** All of it is there. */
    record Arrived() implements Change {
        @Override
        public String key() {
            return "delivered";
        }

        @Override
        public String words() {
            return Change.ParcelMoved.words(ShipmentStage.DELIVERED);
        }

        @Override
        public boolean stands(OrderState order) {
            return !order.isUndone();
        }
    }
}
