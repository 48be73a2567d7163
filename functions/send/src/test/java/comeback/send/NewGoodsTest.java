package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.catalogue.Report;
import comeback.catalogue.Stock;
import comeback.commit.Samples;
import comeback.customer.Order;
import comeback.message.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which new goods a letter shows to whom. */
class NewGoodsTest {
    private final TruthWorld world = new TruthWorld();
    private final Recommending recommending = new Recommending(world.together, world.catalogue, world.table.orders());

    /** Came so many days ago. */
    private void came(String id, int daysAgo, String kind, Stock stock) {
        sells(id, kind, stock);
        world.catalogue.came(Samples.STORE, new Newcomer(id, world.now().minus(Duration.ofDays(daysAgo))));
    }

    private void sells(String id, String kind, Stock stock) {
        Report.VariantTold only = new Report.VariantTold(
                id,
                Set.of("sku-" + id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(stock));
        Product product = Product.first(new Report.ProductUpdated(
                id,
                "The " + id,
                Optional.of("https://shop.example/" + id),
                Optional.empty(),
                List.of(kind),
                List.of(only),
                Optional.empty(),
                world.now()));
        assertThat(world.catalogue.save(Samples.STORE, product, product.names()))
                .isTrue();
    }

    private List<String> chosen() {
        return chosen(Facts.plain(Optional.empty()));
    }

    private List<String> chosen(Facts facts) {
        return chosen(1, facts, Newcomer.NEW_FOR);
    }

    private List<String> chosen(int atLeast, Facts facts, Duration backTo) {
        return recommending
                .choose(
                        new Shown(Shown.What.NEW, atLeast, false),
                        TruthWorld.store(TestStores.DAY_AND_NIGHT),
                        world.ada(),
                        facts,
                        world.now().minus(backTo),
                        world.now())
                .stream()
                .map(Line::productId)
                .toList();
    }

    static Order orderOf(String... products) {
        Order any = Samples.order("1001");
        return new Order(
                any.id(),
                any.number(),
                any.placedAt(),
                any.payment(),
                Stream.of(products)
                        .map(product -> TruthWorld.line(product, product, 900))
                        .toList(),
                0,
                any.amounts(),
                any.couponCodes(),
                any.email(),
                any.phone(),
                any.shippingAddress(),
                any.billingAddress(),
                any.url());
    }

    @Test
    void a_shop_without_anything_new_shows_nothing() {
        sells("mug", "Kitchen", new Stock.Unlimited());

        assertThat(chosen()).isEmpty();
    }

    @Test
    void the_newest_come_first_and_no_more_than_a_letter_holds() {
        for (int day = 1; day <= 6; day++) {
            came("thing-" + day, day, "Kitchen", new Stock.Units(3));
        }

        assertThat(chosen()).containsExactly("thing-1", "thing-2", "thing-3", "thing-4");
    }

    @Test
    void what_is_sold_out_taken_away_not_sold_yet_or_two_months_old_is_not_shown() {
        came("gone", 1, "Kitchen", Stock.none());
        came("tomorrows", -1, "Kitchen", new Stock.Units(3));
        came("old", 61, "Kitchen", new Stock.Units(3));
        came("new", 2, "Kitchen", new Stock.Units(3));
        world.catalogue.came(Samples.STORE, new Newcomer("never-kept", world.now()));

        assertThat(chosen()).containsExactly("new");
    }

    @Test
    void what_came_before_the_letter_that_they_had_is_not_new_to_them() {
        came("lamp", 1, "Light", new Stock.Units(3));
        came("mug", 8, "Kitchen", new Stock.Units(3));

        assertThat(chosen(1, Facts.plain(Optional.empty()), Duration.ofDays(7))).containsExactly("lamp");
    }

    @Test
    void where_several_are_wanted_only_those_of_their_kind_count_and_of_who_is_not_known_all_do() {
        sells("cup", "Kitchen", new Stock.Unlimited());
        came("lamp", 1, "Light", new Stock.Units(3));
        came("mug", 2, "Kitchen", new Stock.Units(3));
        came("bowl", 3, "Kitchen", new Stock.Units(3));
        Facts boughtACup = Facts.plain(Optional.empty()).with(orderOf("cup"));

        assertThat(chosen(3, boughtACup, Newcomer.NEW_FOR)).containsExactly("mug", "bowl");
        assertThat(chosen(2, boughtACup, Newcomer.NEW_FOR)).containsExactly("mug", "bowl", "lamp");
        assertThat(chosen(3, Facts.plain(Optional.empty()), Newcomer.NEW_FOR)).containsExactly("lamp", "mug", "bowl");
    }

    @Test
    void what_they_have_by_whatever_name_is_not_shown_and_of_its_kind_comes_first() {
        sells("cup", "Kitchen", new Stock.Unlimited());
        came("lamp", 1, "Light", new Stock.Units(3));
        came("mug", 2, "Kitchen", new Stock.Units(3));
        came("bowl", 3, "Kitchen", new Stock.Units(3));

        assertThat(chosen(Facts.plain(Optional.empty()).with(orderOf("cup", "sku-mug"))))
                .containsExactly("bowl", "lamp");
    }
}
