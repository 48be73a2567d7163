package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AffinityTest {
    private final List<Together> lately = new ArrayList<>();

    private void bought(int times, String... products) {
        for (int i = 0; i < times; i++) {
            lately.add(new Together("o-" + lately.size(), Instant.EPOCH, List.of(products)));
        }
    }

    private List<String> with(String product) {
        List<Together> with = lately.stream()
                .filter(order -> order.products().contains(product))
                .toList();
        return Affinity.with(product, with, lately).stream()
                .map(Affinity.Scored::product)
                .toList();
    }

    @Test
    void what_is_bought_with_a_thing_more_often_than_without_it_goes_with_it_best_first() {
        bought(8, "pot", "tea");
        bought(6, "pot", "cup");
        bought(20, "cup");
        bought(60, "lamp");

        assertThat(with("pot")).containsExactly("tea", "cup");
    }

    @Test
    void what_everybody_buys_anyway_goes_with_nothing() {
        bought(10, "pot", "bag");
        bought(90, "bag");

        assertThat(with("pot")).isEmpty();
    }

    @Test
    void four_orders_are_chance_and_five_are_not() {
        bought(4, "pot", "tea");
        bought(50, "lamp");
        assertThat(with("pot")).isEmpty();

        bought(1, "pot", "tea");
        assertThat(with("pot")).containsExactly("tea");
    }
}
