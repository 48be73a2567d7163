package comeback.flow;

import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows from an input.
 *
 * @param next the customer afterwards
 * @param messages now due
 * @param orders to be kept for letters
 * @param alarm a new time at which to look at this customer; absent when the one that stands is early enough
 * @param why every decision in it
 */
public record Decision(
        Customer next, List<Message> messages, List<Order> orders, Optional<Instant> alarm, List<Reason> why) {
    public Decision {
        messages = List.copyOf(messages);
        orders = List.copyOf(orders);
        why = List.copyOf(why);
    }
}
