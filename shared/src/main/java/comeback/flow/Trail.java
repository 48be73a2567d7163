package comeback.flow;

import comeback.customer.Order;
import comeback.flow.Reason.Verdict;
import comeback.message.Message;
import comeback.message.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what one decision brings forth, while it is being made. */
final class Trail {
    private final Optional<String> cause;
    private final List<Reason> why = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    /**
     * Begins one.
     *
     * @param cause name of the event that is decided about; absent when only time has passed
     */
    Trail(Optional<String> cause) {
        this.cause = cause;
    }

    /** About a flow as a whole. */
    void say(Flow flow, Verdict verdict, String text) {
        why.add(new Reason(flow.name(), verdict, text, Optional.empty(), Optional.empty(), cause(verdict)));
    }

    /** A rule spoke against a flow as a whole. */
    void say(String flow, Verdict verdict, Ruling ruling) {
        why.add(new Reason(flow, verdict, ruling.text(), Optional.empty(), Optional.of(ruling), cause(verdict)));
    }

    /** About one step. */
    void say(Flow flow, Verdict verdict, String step, String text) {
        why.add(new Reason(flow.name(), verdict, text, Optional.of(step), Optional.empty(), cause(verdict)));
    }

    /** A rule spoke about a letter, or at a wait or a fork. */
    void say(Flow flow, Verdict verdict, String letter, Ruling ruling) {
        boolean isAboutLetter = verdict != Verdict.CHOSE && verdict != Verdict.WAITING;
        String text = isAboutLetter ? letter + ": " + ruling.text() : ruling.text();
        why.add(new Reason(flow.name(), verdict, text, Optional.of(letter), Optional.of(ruling), cause(verdict)));
    }

    /** An event makes a journey begin, not begin or stop; steps follow from the journey and the time. */
    private Optional<String> cause(Verdict verdict) {
        return switch (verdict) {
            case STARTED, NOT_STARTED, STOPPED -> cause;
            case SENDING, WOULD_SEND, SKIPPED, DEFERRED, WAITING, CHOSE, FINISHED -> Optional.empty();
        };
    }

    void bear(Message message) {
        messages.add(message);
    }

    void keep(Order order) {
        orders.add(order);
    }

    List<Reason> why() {
        return why;
    }

    List<Message> messages() {
        return messages;
    }

    List<Order> orders() {
        return orders;
    }
}
