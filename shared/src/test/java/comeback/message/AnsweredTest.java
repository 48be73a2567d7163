package comeback.message;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ada has answered a letter: people write back now. */
class AnsweredTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Store STORE = TestStores.demo();
    private static final Duration DAY = Duration.ofDays(1);

    private static Customer saying(Consent consent) {
        Customer ada = Customer.unknown(CustomerId.of(Ref.user("ada"))).with(consent);
        return ada.with(ada.recentEvents().replied(NOON));
    }

    private static MayItGo.Answer ask(Customer customer, MessageClass kind, Instant now) {
        return MayItGo.ask(
                customer,
                STORE,
                new MayItGo.Planned(
                        MessageId.of(STORE.id(), "cart", "c1", "need-help"),
                        kind,
                        Terms.usual(kind),
                        Optional.of(new EmailAddress("ada@example.com")),
                        1),
                now);
    }

    @Test
    void for_fourteen_days_nothing_is_advertised_to_her_and_not_a_minute_longer() {
        Customer ada = saying(new Consent.Given(NOON.minus(DAY), "form"));

        assertThat(ask(ada, MessageClass.MARKETING, NOON)).isInstanceOfSatisfying(MayItGo.Answer.Wait.class, wait -> {
            assertThat(wait.until()).isEqualTo(NOON.plus(DAY.multipliedBy(14)));
            assertThat(wait.ruling().rule()).isEqualTo("reply");
        });
        assertThat(ask(
                        ada,
                        MessageClass.MARKETING,
                        NOON.plus(DAY.multipliedBy(14)).minusSeconds(1)))
                .isInstanceOf(MayItGo.Answer.Wait.class);
        assertThat(ask(ada, MessageClass.MARKETING, NOON.plus(DAY.multipliedBy(14))))
                .isInstanceOf(MayItGo.Answer.Send.class);
    }

    @Test
    void also_when_she_never_said_whether_she_wants_marketing() {
        assertThat(ask(saying(Consent.unknown()), MessageClass.MARKETING, NOON))
                .isInstanceOf(MayItGo.Answer.Wait.class);
    }

    @Test
    void what_she_ordered_and_asked_for_still_comes() {
        Customer ada = saying(new Consent.Given(NOON.minus(DAY), "form"));

        assertThat(ask(ada, MessageClass.TRANSACTIONAL, NOON)).isInstanceOf(MayItGo.Answer.Send.class);
        assertThat(ask(ada, MessageClass.REQUESTED, NOON)).isInstanceOf(MayItGo.Answer.Send.class);
    }
}
