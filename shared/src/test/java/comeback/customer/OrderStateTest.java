package comeback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.OrderState.Milestone;
import comeback.customer.OrderState.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OrderStateTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant PLACED = Instant.parse("2026-03-02T09:00:00Z");
    private static final OrderId ID = new OrderId("1001");
    private static final OrderState NOTHING = OrderState.unheardOf(ID);
    private static final int STORIES = 400;
    private static final int SHUFFLES = 40;

    private static Order order(long total, int mugs) {
        return new Order(
                ID,
                "#1001",
                PLACED,
                Order.Payment.PAID,
                List.of(new Line(
                        "mug",
                        Optional.empty(),
                        "Mug",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        mugs,
                        Optional.empty())),
                0,
                new Order.Amounts(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(usd(total))),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Money usd(long cents) {
        return new Money(cents, USD);
    }

    private static Instant hour(int hours) {
        return PLACED.plus(Duration.ofHours(hours));
    }

    private static OrderReturn sentBack(String id) {
        return new OrderReturn(ID, Optional.of(id), Optional.empty(), Optional.empty(), List.of());
    }

    private static <T> T one(Random dice, T[] values) {
        return List.of(values).get(dice.nextInt(values.length));
    }

    /** Something that a shop may report of an order. */
    private static UnaryOperator<OrderState> report(Random dice) {
        Instant at = hour(dice.nextInt(72));
        String one = "id-" + dice.nextInt(3);
        long cents = dice.nextInt(5) * 500L;
        ShipmentStage stage = one(dice, ShipmentStage.values());
        ReturnStage back = one(dice, ReturnStage.values());
        Milestone milestone = one(dice, Milestone.values());
        int mugs = 1 + dice.nextInt(3);
        boolean isWhole = dice.nextInt(6) == 0;
        return switch (dice.nextInt(6)) {
            case 0 -> order -> order.seenAt(at, order(cents, mugs));
            case 1 -> order -> order.supposedBy(at).with(milestone);
            case 2 -> order -> order.parcelAt(one, stage, at);
            case 3 -> order -> order.refunded(one, Optional.of(usd(cents)), isWhole);
            case 4 -> order -> order.returned(sentBack(one), back, at);
            default -> order -> order.supposedBy(at);
        };
    }

    private static OrderState told(List<UnaryOperator<OrderState>> reports) {
        OrderState order = NOTHING;
        for (UnaryOperator<OrderState> report : reports) {
            order = report.apply(order);
        }
        return order;
    }

    @Test
    void every_permutation_of_a_storys_reports_ends_in_the_same_state() {
        for (int seed = 0; seed < STORIES; seed++) {
            Random dice = new Random(seed);
            List<UnaryOperator<OrderState>> story = new ArrayList<>();
            for (int i = 0; i < 1 + dice.nextInt(10); i++) {
                story.add(report(dice));
            }
            OrderState end = told(story);
            for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
                List<UnaryOperator<OrderState>> other = new ArrayList<>(story);
                // Some of it twice, and all of it in another order.
                other.add(story.get(dice.nextInt(story.size())));
                Collections.shuffle(other, dice);
                assertThat(told(other)).as("story of seed " + seed).isEqualTo(end);
            }
        }
    }

    @Test
    void two_halves_of_a_story_make_the_whole_whoever_heard_which() {
        for (int seed = 0; seed < STORIES; seed++) {
            Random dice = new Random(seed);
            List<UnaryOperator<OrderState>> story =
                    List.of(report(dice), report(dice), report(dice), report(dice), report(dice), report(dice));
            OrderState one = told(story.subList(0, 3));
            OrderState other = told(story.subList(3, 6));

            assertThat(one.join(other)).isEqualTo(other.join(one)).isEqualTo(told(story));
        }
    }

    @Test
    void an_order_first_known_by_its_parcel_was_placed_when_it_says_so_itself() {
        OrderState byParcel = NOTHING.supposedBy(hour(30)).parcelAt("p-1", ShipmentStage.PICKED_UP, hour(30));

        assertThat(byParcel.placedAt()).isEqualTo(hour(30));
        assertThat(byParcel.seenAt(PLACED, order(1250, 1)).placedAt()).isEqualTo(PLACED);
        assertThat(byParcel.seenAt(PLACED, order(1250, 1)).stage()).isEqualTo(Stage.SHIPPED);
    }

    @Test
    void an_order_in_two_parcels_is_delivered_when_both_are_there() {
        OrderState shipped = NOTHING.seenAt(PLACED, order(1250, 2))
                .parcelAt("p-1", ShipmentStage.PICKED_UP, hour(1))
                .parcelAt("p-2", ShipmentStage.PICKED_UP, hour(2))
                .parcelAt("p-1", ShipmentStage.DELIVERED, hour(20));

        assertThat(shipped.stage()).isEqualTo(Stage.SHIPPED);
        assertThat(shipped.parcelAt("p-2", ShipmentStage.DELIVERED, hour(21)).stage())
                .isEqualTo(Stage.DELIVERED);
    }

    @Test
    void a_parcel_that_is_there_is_not_on_its_way_again_though_its_carriers_clock_is_ahead() {
        OrderState there = NOTHING.parcelAt("p-1", ShipmentStage.DELIVERED, hour(20))
                .parcelAt("p-1", ShipmentStage.IN_TRANSIT, hour(21));

        assertThat(there.parcel("p-1")).contains(ShipmentStage.DELIVERED);
    }

    @Test
    void refunds_of_all_of_it_in_parts_undo_an_order_and_one_refund_told_twice_counts_once() {
        OrderState half = NOTHING.seenAt(PLACED, order(3000, 2))
                .refunded("r-1", Optional.of(usd(1000)), false)
                .refunded("r-1", Optional.of(usd(1000)), false);

        assertThat(half.kept()).contains(usd(2000));
        assertThat(half.isUndone()).isFalse();
        OrderState all = half.refunded("r-2", Optional.of(usd(2000)), false);
        assertThat(all.stage()).isEqualTo(Stage.REFUNDED);
        assertThat(all.kept()).contains(usd(0));
    }

    @Test
    void a_return_that_was_declined_or_called_off_gives_nothing_back() {
        OrderState asked =
                NOTHING.seenAt(PLACED, order(1250, 1)).returned(sentBack("x"), ReturnStage.REQUESTED, hour(50));

        assertThat(asked.isReturned()).isTrue();
        assertThat(asked.returned(sentBack("x"), ReturnStage.DECLINED, hour(51)).isReturned())
                .isFalse();
        assertThat(asked.returned(sentBack("x"), ReturnStage.CANCELLED, hour(51))
                        .isReturned())
                .isFalse();
    }

    @Test
    void a_refund_from_before_our_time_is_no_order() {
        assertThat(NOTHING.refunded("r-1", Optional.empty(), true).isPlaced()).isFalse();
    }

    @Test
    void no_number_of_parcels_refunds_and_returns_makes_an_order_larger_than_its_bounds() {
        OrderState order = NOTHING;
        for (int i = 0; i < 100; i++) {
            order = order.parcelAt("p-" + i, ShipmentStage.PICKED_UP, hour(i))
                    .refunded("r-" + i, Optional.of(usd(1)), false)
                    .returned(sentBack("x-" + i), ReturnStage.REQUESTED, hour(i));
        }

        assertThat(order.parcels()).hasSize(OrderState.PARCELS_MAX);
        assertThat(order.refunds()).hasSize(OrderState.REFUNDS_MAX);
        assertThat(order.returns()).hasSize(OrderState.RETURNS_MAX);
    }
}
