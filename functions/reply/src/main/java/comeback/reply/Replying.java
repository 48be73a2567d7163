package comeback.reply;

import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.Messages;
import comeback.commit.Orders;
import comeback.commit.Stores;
import comeback.customer.Cart;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.flow.Input;
import comeback.link.ReplyAddress;
import comeback.message.MayItGo;
import comeback.message.Message;
import comeback.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes a mail that came to the address of a letter. The customer's state first, then the person of the store, and last
 * the mail is taken out of the bucket: whoever falls between does again what was done, and nothing is lost.
 */
final class Replying {
    /** Ours, and no letter's: who writes there, writes to nobody. */
    private static final String HANDING_ON = "answers";

    private final Stores stores;
    private final Customers customers;
    private final Messages messages;
    private final Orders orders;
    private final CustomerDecisions decisions;
    private final ReceivedMails mails;
    private final Support support;
    private final String domain;
    private final Telling telling = new Telling();

    Replying(
            Stores stores,
            Customers customers,
            Messages messages,
            Orders orders,
            CustomerDecisions decisions,
            ReceivedMails mails,
            Support support,
            String domain) {
        this.stores = stores;
        this.customers = customers;
        this.messages = messages;
        this.orders = orders;
        this.decisions = decisions;
        this.mails = mails;
        this.support = support;
        this.domain = domain;
    }

    /** What became of a mail, and of which letter it was an answer. */
    record Taken(What what, Optional<ReplyAddress> letter) {
        Taken(What what) {
            this(what, Optional.empty());
        }
    }

    /** What became of a mail. */
    enum What {
        /** Handed on; its customer is left in peace. */
        ANSWER,
        /** Handed on; it is not known to be the customer's. */
        FROM_SOMEBODY_ELSE,
        /** A machine wrote it. */
        AUTOMATIC,
        /** Spam, or a virus. */
        HARMFUL,
        /** The address is no letter's, or nobody signed it. */
        UNKNOWN_ADDRESS,
        /** It was handed on before. */
        ALREADY_DONE
    }

    Taken take(ReceivedMail received) {
        Optional<Answered> answered = received.isHarmful() ? Optional.empty() : answered(received);
        if (answered.isEmpty()) {
            mails.remove(received.id());
            return new Taken(received.isHarmful() ? What.HARMFUL : What.UNKNOWN_ADDRESS);
        }
        Taken taken = new Taken(
                mails.find(received.id())
                        .map(bytes -> take(received, answered.get(), RawMail.read(bytes)))
                        .orElse(What.ALREADY_DONE),
                Optional.of(answered.get().address()));
        mails.remove(received.id());
        return taken;
    }

    /** The letter whose address it came to, and whose it is. */
    private record Answered(ReplyAddress address, Store store) {}

    private Optional<Answered> answered(ReceivedMail received) {
        return received.recipients().stream()
                .filter(to -> to.toLowerCase(Locale.ROOT).endsWith("@" + domain))
                .map(to -> to.substring(0, to.lastIndexOf('@')))
                .flatMap(local -> ReplyAddress.read(local).stream()
                        .flatMap(address -> stores.find(address.store()).stream()
                                .filter(store -> address.isSignedBy(store, local, received.at()))
                                .map(store -> new Answered(address, store))))
                .findFirst();
    }

    private What take(ReceivedMail received, Answered answered, RawMail mail) {
        if (Automatic.is(mail) || mail.from().filter(this::isOurs).isPresent()) {
            return What.AUTOMATIC;
        }
        Store store = answered.store();
        EmailAddress to = new EmailAddress(store.brand().supportEmail());
        if (isOurs(to)) {
            throw new IllegalStateException("brand.supportEmail of store " + store.id() + " leads back to us: the mail "
                    + received.id() + " waits");
        }
        Optional<Message> letter = messages.find(store.id(), answered.address().message());
        Optional<Customer> customer =
                letter.map(its -> customers.at(store.id(), its.customer())).filter(known -> known.version() > 0);
        Optional<Order> order = customer.flatMap(known -> order(store, known, letter.orElseThrow()));
        boolean isTheirs = customer.filter(known -> isFrom(mail, known, order)).isPresent();
        if (isTheirs) {
            decisions.reported(
                    store,
                    customer.get().id(),
                    answered.address().message(),
                    new Input.Replied(received.at(), "reply-" + received.id()),
                    Input.Replied.NAME);
        }
        Optional<Instant> silentUntil =
                isTheirs ? Optional.of(received.at().plus(MayItGo.SILENT_AFTER_REPLY)) : Optional.empty();
        String about = customer.map(known -> telling.about(store, known, letter, order, silentUntil))
                .orElseGet(() -> telling.aboutNobody(store));
        EmailAddress from = new EmailAddress(HANDING_ON + "@" + domain);
        support.hand(from, to, new Forward(from, to, about, received.id()).of(mail));
        return isTheirs ? What.ANSWER : What.FROM_SOMEBODY_ELSE;
    }

    private boolean isOurs(EmailAddress address) {
        return address.inbox().endsWith("@" + domain);
    }

    /** The order that the letter was about, else their last one. */
    private Optional<Order> order(Store store, Customer customer, Message letter) {
        List<OrderState> bought = customer.shopping().orders();
        Optional<OrderId> last = bought.isEmpty()
                ? Optional.empty()
                : Optional.of(bought.getLast().id());
        return letter.about().order().or(() -> last).flatMap(id -> orders.find(store.id(), id));
    }

    /**
     * Whether an address of the customer's stands in it. Letters are passed on, and who got one that way may answer it,
     * but says nothing in the customer's name.
     */
    private static boolean isFrom(RawMail mail, Customer customer, Optional<Order> order) {
        return mail.from()
                .filter(from -> Stream.of(
                                customer.identity().email(),
                                order.flatMap(Order::email),
                                customer.shopping().cart().flatMap(Cart::email))
                        .flatMap(Optional::stream)
                        .anyMatch(known -> known.mailbox().equals(from.mailbox())))
                .isPresent();
    }
}
