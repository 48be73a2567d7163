package comeback.send;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.commit.Commit;
import comeback.commit.CustomerDecisions;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemoryBoughtTogether;
import comeback.commit.InMemoryCatalogue;
import comeback.commit.InMemoryCoupons;
import comeback.commit.InMemoryReceipts;
import comeback.commit.InMemorySendingAccount;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryWaves;
import comeback.commit.Samples;
import comeback.commit.SendingAccount.Quota;
import comeback.commit.TablePorts;
import comeback.customer.About;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.customer.Sent;
import comeback.event.CartRef;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Terms;
import comeback.render.Letters;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** Ada has left a cart, her first reminder is due, and everything around the sender is in memory. */
abstract class SendingWorld {
    static final Path TEMPLATES = Path.of("..", "..", "templates");
    static final Letters LETTERS = Letters.read(TEMPLATES);
    static final Flows FLOWS = FlowFiles.read(TEMPLATES);
    static final Store STORE = TestStores.demo();
    static final Duration NEWS_FOR = Terms.lifeOf(MessageClass.MARKETING);
    static final CustomerId ADA = CustomerId.of(Ref.user("ada"));

    final TablePorts table = new InMemoryTable().ports();
    final InMemoryMailer mailer = new InMemoryMailer();
    final InMemoryAlarms alarms = new InMemoryAlarms();
    final List<MessageId> flagged = new ArrayList<>();
    Instant now = Samples.NOW;
    int owners;
    final CustomerDecisions decisions = new CustomerDecisions(
            table.customers(), alarms, () -> FLOWS, () -> now, (store, customer, input, decision) -> {});
    final Sending sending = sendingWith(new Composer(() -> LETTERS, "https://api.example"));

    private Truth truth() {
        InMemoryCatalogue catalogue = new InMemoryCatalogue();
        return new Truth(
                table.orders(),
                new InMemoryCoupons(),
                catalogue,
                new Shelves(catalogue, new InMemoryWaves()),
                new InMemoryBoughtTogether(),
                new InMemoryReceipts());
    }

    Sending sendingWith(Composer composer) {
        return new Sending(
                table.stores(),
                table.customers(),
                table.messages(),
                truth(),
                composer,
                mailer,
                new Outlet(new InMemorySendingAccount(), at -> Optional.of(new Quota(14, 50_000, 0, at)), () -> now),
                new Comebacks(alarms, () -> now),
                (message, at) -> flagged.add(message.id()),
                () -> now,
                () -> "owner-" + ++owners);
    }

    @BeforeEach
    void a_customer_has_left_a_cart_and_the_first_reminder_is_due() {
        table.stores().save(STORE);
        decisions.happened(STORE, event("e-1", new Event.ProductAdded(mug(), CartRef.UNNAMED)), Map.of());
        now = now.plusSeconds(3600);
        decisions.woke(STORE, ADA);
    }

    StoreEvent event(String id, Event event) {
        return new StoreEvent(
                id,
                "test",
                now,
                now,
                List.of(Ref.user("ada")),
                Optional.of(new EmailAddress("ada@example.com")),
                true,
                new Profile(Optional.of("Ada"), Optional.empty(), Optional.empty(), Optional.empty()),
                new Consent.Given(now, "form"),
                KeyClass.SECRET,
                false,
                event);
    }

    static Line mug() {
        return new Line(
                "mug",
                Optional.empty(),
                "Mug",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty());
    }

    Customer ada() {
        return table.customers().at(STORE.id(), ADA);
    }

    MessageId reminder() {
        About.TheCart about =
                new About.TheCart(ada().shopping().cart().orElseThrow().id());
        return MessageId.of(STORE.id(), "cart", about.cartId(), "need-help");
    }

    MessageState state(MessageId id) {
        return table.messages().find(STORE.id(), id).map(Message::state).orElseThrow();
    }

    MessageId receipt(String order) {
        decisions.happened(
                STORE, event("order-" + order, new Event.OrderCompleted(Samples.order(order), Set.of())), Map.of());
        return MessageId.of(STORE.id(), "order-confirmation", order, "thanks-for-your-order");
    }

    void remembers(Sent mail) {
        Customer ada = ada().with(ada().recentMails().with(mail));
        table.customers()
                .commit(STORE.id(), new Commit(ada, List.of(), Set.of(), List.of(), List.of(), Optional.empty()));
    }
}
