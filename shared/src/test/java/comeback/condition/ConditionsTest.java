package comeback.condition;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.flow.Condition;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    @Test
    void a_condition_that_is_always_true_holds_for_everybody() {
        Condition condition = Conditions.read("true", Place.step()).condition().orElseThrow();

        assertThat(condition.about(anybody()).holds()).isTrue();
    }

    @Test
    void what_is_no_condition_is_a_mistake() {
        assertThat(Conditions.read("sometimes", Place.step()).mistakes()).hasSize(1);
    }

    private static Condition.Asked anybody() {
        return new Condition.Asked(
                Customer.unknown(CustomerId.of(Ref.user("ada"))),
                Optional.empty(),
                TestStores.demo(),
                Optional.empty(),
                Instant.parse("2026-03-02T11:00:00Z"));
    }
}
