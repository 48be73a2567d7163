package comeback.table;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.About;
import comeback.customer.Change;
import comeback.customer.Change.Edited.Part;
import comeback.customer.Contents;
import comeback.customer.OrderId;
import comeback.customer.OrderReturn;
import comeback.customer.OrderState;
import comeback.customer.OrderState.Milestone;
import comeback.customer.OrderState.Stage;
import comeback.customer.ReturnStage;
import comeback.customer.Shipment;
import comeback.customer.ShipmentStage;
import comeback.json.Fields;
import comeback.json.Json;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders and what became of them, as they lie in the table. */
class OrderMappersTest {
    private static final OrderId ID = new OrderId("1001");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.5Z");
    private static final Money AMOUNT = new Money(1_250, Currency.getInstance("USD"));
    private static final Line LINE = new Line(
            "mug",
            Optional.of("mug-s"),
            "Mug",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            2,
            Optional.of(AMOUNT));
    private static final OrderReturn GOODS = new OrderReturn(
            ID,
            Optional.of("r-1"),
            Optional.of("#1001-R1"),
            Optional.of("too small"),
            List.of(LINE),
            Optional.of("https://shop.example/label"),
            Optional.of(NOW));
    private static final Shipment PARCEL =
            new Shipment("p-1", ID, Optional.of("UPS"), Optional.of("1Z"), Optional.empty(), List.of(LINE));

    @Test
    void an_order_that_an_older_version_stored_is_as_far_as_it_was() {
        OrderState read = OrderStateMapper.read(Fields.of(
                Json.parseOwn("{\"id\":\"1001\",\"placedAt\":\"2026-03-02T09:00:00Z\",\"stage\":\"DELIVERED\"}")));

        assertThat(read.stage()).isEqualTo(Stage.DELIVERED);
        assertThat(read.asOf()).isEqualTo(read.placedAt());
    }

    @Test
    void an_order_of_which_all_is_known_is_the_same_when_it_is_read_again() {
        OrderState order = new OrderState(
                        ID,
                        NOW,
                        NOW.plusSeconds(60),
                        Set.of(Milestone.PAID, Milestone.DELIVERED),
                        new Contents("abcdefgh", "ijklmnop", Optional.of(AMOUNT)),
                        List.of(),
                        List.of(),
                        List.of())
                .parcelAt("p-1", ShipmentStage.OUT_FOR_DELIVERY, NOW)
                .refunded("r-1", Optional.of(AMOUNT), false)
                .refunded("r-2", Optional.empty(), true)
                .returned(GOODS, ReturnStage.APPROVED, NOW);

        assertThat(read(order)).isEqualTo(order);
        assertThat(read(OrderState.unheardOf(ID))).isEqualTo(OrderState.unheardOf(ID));
    }

    private static OrderState read(OrderState order) {
        return OrderStateMapper.read(Fields.of(Json.parseOwn(Json.print(OrderStateMapper.write(order)))));
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change.Cancelled(),
                new Change.Arrived(),
                new Change.Refunded("r-1", Optional.of(AMOUNT), true, List.of(LINE)),
                new Change.Refunded("r-2", Optional.empty(), false, List.of()),
                new Change.Edited(Set.of(Part.GOODS, Part.TOTAL), "print"),
                new Change.Paid(),
                new Change.PaidBack("r-1", AMOUNT),
                new Change.PaymentFailed(Optional.of("https://shop.example/pay")),
                new Change.ReturnMoved(GOODS, ReturnStage.DECLINED),
                new Change.ParcelMoved(PARCEL, ShipmentStage.DELAYED, Optional.of(NOW)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_became_of_an_order_is_the_same_when_it_is_read_again(Change change) {
        About.TheChange about = new About.TheChange(ID, change);

        assertThat(PieceMapper.about(Fields.of(Json.parseOwn(Json.print(PieceMapper.write(about))))))
                .isEqualTo(about);
    }
}
