package comeback.flow;

import comeback.customer.Order;
import comeback.flow.Reason.Verdict;
import comeback.message.Message;
import java.util.ArrayList;
import java.util.List;

/** Collects what one decision brings forth, while it is being made. */
final class Trail {
    private final List<Reason> why = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    void say(Flow flow, Verdict verdict, String text) {
        say(flow.name(), verdict, text);
    }

    void say(String flow, Verdict verdict, String text) {
        why.add(new Reason(flow, verdict, text));
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
