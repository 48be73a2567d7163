package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.commit.Commit;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemoryBoughtTogether;
import comeback.commit.InMemoryCatalogue;
import comeback.commit.InMemoryReceipts;
import comeback.commit.InMemorySendingAccount;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryWaves;
import comeback.commit.Samples;
import comeback.commit.SendingAccount.Quota;
import comeback.commit.TablePorts;
import comeback.coupon.CouponOffer;
import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Ruling;
import comeback.message.Terms;
import comeback.render.Letters;
import comeback.store.MarketingPolicy;
import comeback.store.OfferRules;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ada, who agreed to marketing and left a cart, in a shop that gives coupons; and the sender, all in memory. */
final class TruthWorld {
    static final Currency USD = Currency.getInstance("USD");
    static final CustomerId ADA = CustomerId.of(Ref.user("ada"));
    private static final Letters LETTERS = Letters.read(Path.of("..", "..", "templates"));

    final InMemoryTable memory = new InMemoryTable();
    final TablePorts table = memory.ports();
    final InMemoryCatalogue catalogue = new InMemoryCatalogue();
    final InMemoryBoughtTogether together = new InMemoryBoughtTogether();
    final InMemoryMailer mailer = new InMemoryMailer();
    private Instant now = Samples.NOW;
    private final Sending sending = new Sending(
            table.stores(),
            table.customers(),
            table.messages(),
            new Truth(
                    table.orders(),
                    memory.coupons(),
                    catalogue,
                    new Shelves(catalogue, new InMemoryWaves()),
                    together,
                    new InMemoryReceipts()),
            new Composer(() -> LETTERS, "https://api.example"),
            mailer,
            new Outlet(new InMemorySendingAccount(), at -> Optional.of(new Quota(14, 50_000, 0, at)), () -> now),
            new Comebacks(new InMemoryAlarms(), () -> now),
            (message, at) -> {},
            () -> now,
            () -> "owner");

    TruthWorld(Line... left) {
        has(TestStores.DAY_AND_NIGHT.with(OfferRules.DEFAULT));
        Cart cart = new Cart("cart-1", Set.of(), List.of(left), 0, Optional.empty(), Optional.empty(), now, now);
        Customer ada = Customer.unknown(ADA);
        save(ada.with(ada.identity().with(new EmailAddress("ada@example.com")))
                .with(new Consent.Given(now, "form"))
                .with(ada.shopping().withCart(cart)));
    }

    static Line line(String product, String title, long cents) {
        return new Line(
                product,
                Optional.empty(),
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.of(new Money(cents, USD)));
    }

    static Store store(MarketingPolicy policy) {
        return TestStores.named("demo", policy, Set.of());
    }

    /** The shop chooses this. */
    void has(MarketingPolicy policy) {
        table.stores().save(store(policy));
    }

    Instant now() {
        return now;
    }

    void setNow(Instant at) {
        now = at;
    }

    void after(Duration time) {
        now = now.plus(time);
    }

    private void save(Customer next, Message... born) {
        table.customers()
                .commit(
                        Samples.STORE,
                        new Commit(next, List.of(), Set.of(), List.of(born), List.of(), Optional.empty()));
    }

    Customer ada() {
        return table.customers().at(Samples.STORE, ADA);
    }

    /** The cart's last note, giving this. */
    MessageId born(String key, CouponOffer offer) {
        return born(key, new Terms(false, false, Duration.ofHours(24), Optional.of(offer), Optional.empty()));
    }

    MessageId born(String key, Terms terms) {
        MessageId id = MessageId.of(Samples.STORE, "cart", key, "last-note");
        save(
                ada(),
                new Message(
                        id,
                        Samples.STORE,
                        ADA,
                        "cart",
                        "v1",
                        key,
                        "last-note",
                        Optional.empty(),
                        MessageClass.MARKETING,
                        terms,
                        new About.TheCart("cart-1"),
                        now,
                        new MessageState.Due(now, 0),
                        Optional.empty()));
        return id;
    }

    String send(MessageId id) {
        return sending.send(Samples.STORE, id);
    }

    Message message(MessageId id) {
        return table.messages().find(Samples.STORE, id).orElseThrow();
    }

    /** The words of the letter that goes now. */
    String letter(MessageId id) {
        assertThat(send(id)).isEqualTo("ACCEPTED");
        return mailer.taken().getLast().letter().text();
    }

    /** Why the letter does not go. */
    Ruling skipped(MessageId id) {
        assertThat(send(id)).isEqualTo("SKIPPED");
        assertThat(mailer.taken()).isEmpty();
        return ((MessageState.Skipped) message(id).state()).ruling().orElseThrow();
    }
}
