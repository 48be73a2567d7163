package comeback.event;

import comeback.customer.OrderId;
import comeback.customer.OrderReturn;

/** What becomes of goods that a shopper sends back. */
public sealed interface ReturnEvent extends OrderEvent {
    /** What is sent back. */
    OrderReturn goods();

    @Override
    default OrderId orderId() {
        return goods().orderId();
    }

    /**
     * A shopper asked to send something back.
     *
     * @param goods what and why
     */
    record ReturnRequested(OrderReturn goods) implements ReturnEvent {
        @Override
        public String name() {
            return "Return Requested";
        }
    }

    /**
     * The shop agreed to a return.
     *
     * @param goods what and why
     */
    record ReturnApproved(OrderReturn goods) implements ReturnEvent {
        @Override
        public String name() {
            return "Return Approved";
        }
    }

    /**
     * The shop did not agree to a return; the reason says why.
     *
     * @param goods what and why
     */
    record ReturnDeclined(OrderReturn goods) implements ReturnEvent {
        @Override
        public String name() {
            return "Return Declined";
        }
    }

    /**
     * What was sent back has arrived at the shop.
     *
     * @param goods what and why
     */
    record ReturnReceived(OrderReturn goods) implements ReturnEvent {
        @Override
        public String name() {
            return "Return Received";
        }
    }

    /**
     * A return is done.
     *
     * @param goods what and why
     */
    record ReturnClosed(OrderReturn goods) implements ReturnEvent {
        @Override
        public String name() {
            return "Return Closed";
        }
    }

    /**
     * A return was called off.
     *
     * @param goods what and why
     */
    record ReturnCancelled(OrderReturn goods) implements ReturnEvent {
        @Override
        public String name() {
            return "Return Cancelled";
        }
    }
}
