package comeback.message;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.customer.Registry;
import comeback.store.ConsentRules;
import comeback.store.MarketingPolicy;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store wants before it advertises to somebody: a registry's word, a confirmation, a purchase. */
class PermissionTest {
    private static final Instant NOON = Instant.parse("2026-03-02T09:00:00Z");
    private static final Customer ADA = Customer.unknown(CustomerId.of(Ref.user("ada")));
    private static final Consent YES = new Consent.Given(NOON.minus(Duration.ofDays(9)), "form");

    private static Store store(ConsentRules rules) {
        return TestStores.named(
                "demo", MarketingPolicy.DEFAULT.with(Optional.empty()).with(rules), Set.of());
    }

    private static Customer of(String country, Consent consent) {
        return ADA.with(Profile.EMPTY.withCountry(Optional.of(country))).with(consent);
    }

    private static String ask(Customer customer, Store store, MessageClass messageClass) {
        MayItGo.Planned planned = new MayItGo.Planned(
                MessageId.of(store.id(), "cart", "c-1", "need-help"),
                messageClass,
                Terms.usual(messageClass),
                Optional.of(new EmailAddress("ada@example.com")),
                0);
        return switch (MayItGo.ask(customer, store, planned, NOON)) {
            case MayItGo.Answer.Send yes -> "send";
            case MayItGo.Answer.Wait wait -> wait.reason();
            case MayItGo.Answer.Skip no ->
                no.ruling().rule() + " " + no.ruling().value();
        };
    }

    private static String advertised(Customer customer, ConsentRules rules) {
        return ask(customer, store(rules), MessageClass.MARKETING);
    }

    @Test
    void who_is_refused_in_a_registry_is_advertised_to_nowhere_and_gets_their_order_mail() {
        Customer ada = of("TR", YES);
        Customer refused = ada.with(ada.profile().with(Registry.REFUSED));

        assertThat(advertised(refused, ConsentRules.USUAL)).isEqualTo("registry refused");
        assertThat(ask(refused, store(ConsentRules.USUAL), MessageClass.TRANSACTIONAL))
                .isEqualTo("send");
        assertThat(ask(refused, store(ConsentRules.USUAL), MessageClass.REQUESTED))
                .isEqualTo("send");
    }

    @Test
    void where_the_store_wants_the_registrys_word_nobody_is_advertised_to_without_it() {
        ConsentRules turkey = new ConsentRules(false, Set.of("TR"), Set.of());
        Customer ada = of("TR", YES);

        assertThat(advertised(ada, turkey)).isEqualTo("registry unknown");
        assertThat(advertised(ada.with(ada.profile().with(Registry.APPROVED)), turkey))
                .isEqualTo("send");
        assertThat(advertised(of("DE", YES), turkey)).isEqualTo("send");
        assertThat(advertised(of("TR", Consent.unknown()).with(ada.profile().with(Registry.APPROVED)), turkey))
                .as("the registry's yes is not theirs to this store")
                .isEqualTo("consent unknown");
    }

    @Test
    void who_has_not_confirmed_is_not_advertised_to_even_where_a_first_reminder_is_allowed() {
        Customer asked = of("DE", new Consent.Asked(NOON, "form"));

        assertThat(advertised(asked, new ConsentRules(true, Set.of(), Set.of("DE"))))
                .isEqualTo("consent asked");
        assertThat(ask(asked, store(ConsentRules.USUAL), MessageClass.REQUESTED))
                .isEqualTo("send");
    }

    @Test
    void who_bought_in_a_country_of_existing_customers_is_advertised_to_until_they_refuse() {
        ConsentRules germany = new ConsentRules(false, Set.of(), Set.of("DE"));
        Customer ada = of("DE", Consent.unknown());
        Customer bought = ada.with(ada.shopping().with(order(OrderState.Stage.DELIVERED)));

        assertThat(advertised(ada, germany)).isEqualTo("consent unknown");
        assertThat(advertised(bought, germany)).isEqualTo("send");
        assertThat(advertised(bought, ConsentRules.USUAL)).isEqualTo("consent unknown");
        assertThat(advertised(of("FR", Consent.unknown()).with(bought.shopping()), germany))
                .isEqualTo("consent unknown");
        assertThat(advertised(ada.with(ada.shopping().with(order(OrderState.Stage.REFUNDED))), germany))
                .isEqualTo("consent unknown");
        assertThat(advertised(bought.with((Consent) new Consent.Withdrawn(NOON, "page")), germany))
                .isEqualTo("consent withdrawn");
    }

    private static OrderState order(OrderState.Stage stage) {
        return new OrderState(new OrderId("1001"), NOON.minus(Duration.ofDays(9)), stage);
    }
}
