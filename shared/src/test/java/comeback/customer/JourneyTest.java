package comeback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Journey journey(String flow, String key, About about) {
        return Journey.begun(flow, "abcd", key, about, true, NOW, new Journey.Beginning(NOW, 1, false));
    }

    private static Customer with(Ref name, Journey... journeys) {
        return Customer.unknown(CustomerId.of(name)).withJourneys(List.of(journeys));
    }

    @Test
    void two_people_who_turn_out_to_be_one_go_on_with_one_welcome_and_with_both_orders() {
        Customer guest = with(
                Ref.anonymous("a-1"),
                journey("welcome", "guest", new About.TheCustomer()),
                journey("order-confirmation", "1001", new About.TheOrder(new OrderId("1001"))));
        Customer member = with(
                Ref.user("ada"),
                journey("welcome", "ada", new About.TheCustomer()),
                journey("order-confirmation", "1002", new About.TheOrder(new OrderId("1002"))));

        assertThat(member.merge(guest).journeys()).extracting(Journey::key).containsExactly("ada", "1002", "1001");
    }

    @Test
    void the_first_report_of_an_event_counts_in_whatever_order_they_come() {
        Journey journey = journey("review", "ada", new About.TheCustomer())
                .hearing("Order Delivered", NOW.plusSeconds(60))
                .hearing("Order Delivered", NOW.plusSeconds(30))
                .hearing("Order Delivered", NOW.plusSeconds(90));

        assertThat(journey.heard()).containsExactly(new Journey.Heard("Order Delivered", NOW.plusSeconds(30)));
    }
}
