package comeback.count;

import comeback.TestStores;
import comeback.commit.Commit;
import comeback.commit.Committed;
import comeback.commit.Customers;
import comeback.commit.Issue;
import comeback.commit.LogEntry;
import comeback.commit.Messages;
import comeback.commit.Samples;
import comeback.commit.Slot;
import comeback.commit.Timelines;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.engagement.Judge;
import comeback.engagement.Touch;
import comeback.flow.Input;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Ruling;
import comeback.message.Terms;
import comeback.report.Attribution;
import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * As many letters as wanted, one to each customer, each made anew from its number whenever it is asked for. So they need no
 * room, and whatever room is needed is the counting's.
 */
final class ManyLetters implements Messages, Customers, Timelines {
    static final Store STORE = TestStores.demo();
    static final Instant FIRST = Samples.NOW;

    /** Of so many one is followed and brings an order. */
    private static final int BOUGHT_OF = 50;

    private static final int ID_LENGTH = 26;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int A_DAY = 50_000;
    private static final String[] FLOWS = {"cart", "welcome", "browse", "winback"};
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0";

    static MessageId id(int number) {
        return new MessageId(text(number));
    }

    private static CustomerId customer(int number) {
        return new CustomerId(text(number));
    }

    /** An id that carries its number. */
    private static String text(int number) {
        char[] text = "a".repeat(ID_LENGTH).toCharArray();
        int left = number;
        for (int place = ID_LENGTH - 1; left > 0; place--) {
            text[place] = LETTERS.charAt(left % LETTERS.length());
            left /= LETTERS.length();
        }
        return new String(text);
    }

    static int number(String id) {
        int number = 0;
        for (int place = 0; place < ID_LENGTH; place++) {
            number = number * LETTERS.length() + LETTERS.indexOf(id.charAt(place));
        }
        return number;
    }

    private static Instant at(int number) {
        return FIRST.plus(Duration.ofDays(number / A_DAY)).plusSeconds(number % A_DAY);
    }

    private static boolean buys(int number) {
        return number % BOUGHT_OF == 0;
    }

    static Message letter(int number) {
        Instant at = at(number);
        boolean isSent = buys(number) || number % 7 != 3;
        Message message = new Message(
                id(number),
                STORE.id(),
                customer(number),
                FLOWS[number % FLOWS.length],
                "abcd",
                "journey-" + number,
                "step-" + number % 3,
                number % 2 == 0 ? Optional.of("b") : Optional.empty(),
                MessageClass.MARKETING,
                Terms.usual(MessageClass.MARKETING),
                new About.TheCart("cart-1"),
                at,
                isSent
                        ? new MessageState.Accepted("ses-" + number, at)
                        : new MessageState.Skipped(
                                new Ruling(number % 5 == 0 ? "cap" : "consent", "", "because", "otherwise"), at),
                isSent
                        ? Optional.of(new Feedback(
                                number % 101 == 9 ? Feedback.Kind.HARD_BOUNCE : Feedback.Kind.DELIVERED, at))
                        : Optional.empty());
        if (!buys(number)) {
            return message;
        }
        Touch click = Touch.click(STORE.id(), at.plusSeconds(600), "https://shop.example/mug", "198.51.100.7", BROWSER);
        Message followed = message.with(message.touches().with(click));
        return followed.with(followed.touches().with(Judge.judge(followed.touches(), followed.arrivedAt(), Map.of())));
    }

    static OrderState order(int number) {
        Instant at = at(number).plusSeconds(3600);
        Order sample = Samples.order("order-" + number);
        return OrderState.unheardOf(new OrderId("order-" + number))
                .seenAt(
                        at,
                        new Order(
                                sample.id(),
                                sample.number(),
                                at,
                                sample.payment(),
                                sample.lines(),
                                0,
                                sample.amounts(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /** What they add up to, reckoned from each of them and from nothing that counting kept. */
    static SortedMap<Row, Counts> recount(int many) {
        SortedMap<Row, Counts> sums = new TreeMap<>();
        for (int number = 0; number < many; number++) {
            Message letter = letter(number);
            add(sums, Tally.of(letter, STORE.zone()));
            if (buys(number)) {
                OrderState order = order(number);
                Optional<Row> broughtBy =
                        Attribution.of(order, List.of(letter)).flatMap(message -> Tally.row(message, STORE.zone()));
                add(sums, Tally.of(order, STORE.zone(), broughtBy));
            }
        }
        return sums;
    }

    private static void add(SortedMap<Row, Counts> sums, Tally tally) {
        tally.rows().forEach((row, counts) -> sums.merge(row, counts, Counts::plus));
    }

    @Override
    public Optional<Message> find(StoreId store, MessageId id) {
        return Optional.of(letter(number(id.value())));
    }

    @Override
    public Slot find(StoreId store, CustomerId id) {
        throw new UnsupportedOperationException("customers are found by their letters' numbers");
    }

    /** Theirs, with the order that their letter brought. */
    @Override
    public Customer at(StoreId store, CustomerId place) {
        int number = number(place.value());
        Customer customer = Customer.unknown(place);
        return buys(number) ? customer.with(customer.shopping().with(order(number))) : customer;
    }

    @Override
    public Page page(StoreId store, Customer customer, Optional<Place> before, int limit) {
        int number = number(customer.id().value());
        return new Page(
                List.of(new LogEntry(
                        at(number).plusSeconds(600),
                        "line-" + number,
                        Input.Clicked.NAME,
                        "SES",
                        Map.of(),
                        List.of(),
                        List.of(id(number)))),
                Optional.empty());
    }

    @Override
    public Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue) {
        throw new UnsupportedOperationException("whoever counts claims nothing");
    }

    @Override
    public boolean change(Message seen, MessageState next) {
        throw new UnsupportedOperationException("whoever counts changes nothing");
    }

    @Override
    public boolean learn(StoreId store, MessageId id, Feedback feedback) {
        throw new UnsupportedOperationException("whoever counts learns nothing");
    }

    @Override
    public void touch(Message seen, Instant sweepAgainAt) {
        throw new UnsupportedOperationException("whoever counts brings nothing back");
    }

    @Override
    public void log(StoreId store, CustomerId id, LogEntry entry) {
        throw new UnsupportedOperationException("whoever counts writes no lines");
    }

    @Override
    public Committed commit(StoreId store, Commit commit) {
        throw new UnsupportedOperationException("whoever counts changes nobody");
    }
}
