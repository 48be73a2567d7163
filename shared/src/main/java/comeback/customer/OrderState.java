package comeback.customer;

import comeback.catalogue.Money;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How far an order has come. It only ever learns: each report adds what it tells, of two that speak of the same thing one holds
 * whichever came first, and the stage is worked out from all of it. So every order of arrival, and every repeat, ends in the
 * same state.
 *
 * @param id which order
 * @param placedAt when it was bought; while the order itself was never seen, the earliest report that supposes it;
 *     {@link Instant#EPOCH} when nothing did
 * @param asOf when the order was as we keep it for letters: what is older must not replace it; {@link Instant#EPOCH} while the
 *     order itself was never seen
 * @param reached what was reported of it as a whole
 * @param contents what it is of, as of then
 * @param parcels of it; at most {@value #PARCELS_MAX}
 * @param refunds for it; at most {@value #REFUNDS_MAX}
 * @param returns of it; at most {@value #RETURNS_MAX}
 */
public record OrderState(
        OrderId id,
        Instant placedAt,
        Instant asOf,
        Set<Milestone> reached,
        Contents contents,
        List<ParcelState> parcels,
        List<Refund> refunds,
        List<ReturnState> returns) {
    public static final int PARCELS_MAX = 8;
    public static final int REFUNDS_MAX = 10;
    public static final int RETURNS_MAX = 5;

    /** How far it is, in a word; cancelled ends everything. */
    public enum Stage {
        PLACED,
        SHIPPED,
        DELIVERED,
        /** All of its money went back. */
        REFUNDED,
        CANCELLED
    }

    /** What a report can tell of the whole order. What was reached once stays so. */
    public enum Milestone {
        PAID,
        SHIPPED,
        DELIVERED,
        REFUNDED,
        CANCELLED
    }

    public OrderState {
        reached = reached.isEmpty() ? Set.of() : Set.copyOf(reached);
        parcels = joined(parcels, PARCELS_MAX);
        refunds = joined(refunds, REFUNDS_MAX);
        returns = joined(returns, RETURNS_MAX);
    }

    /** An order as it was placed, so far on. */
    public OrderState(OrderId id, Instant placedAt, Stage stage) {
        this(id, placedAt, stage, placedAt);
    }

    /** An order that was seen then, so far on. */
    public OrderState(OrderId id, Instant placedAt, Stage stage, Instant asOf) {
        this(id, placedAt, asOf, milestones(stage), Contents.UNKNOWN, List.of(), List.of(), List.of());
    }

    /** One of which nothing is known yet but its name. */
    public static OrderState unheardOf(OrderId id) {
        return new OrderState(id, Instant.EPOCH, Stage.PLACED, Instant.EPOCH);
    }

    private static Set<Milestone> milestones(Stage stage) {
        return switch (stage) {
            case PLACED -> Set.of();
            case SHIPPED -> Set.of(Milestone.SHIPPED);
            case DELIVERED -> Set.of(Milestone.DELIVERED);
            case REFUNDED -> Set.of(Milestone.REFUNDED);
            case CANCELLED -> Set.of(Milestone.CANCELLED);
        };
    }

    public Stage stage() {
        if (reached.contains(Milestone.CANCELLED)) {
            return Stage.CANCELLED;
        }
        if (reached.contains(Milestone.REFUNDED) || isPaidBack()) {
            return Stage.REFUNDED;
        }
        boolean isAllThere =
                !parcels.isEmpty() && parcels.stream().allMatch(parcel -> parcel.stage() == ShipmentStage.DELIVERED);
        if (reached.contains(Milestone.DELIVERED) || isAllThere) {
            return Stage.DELIVERED;
        }
        boolean hasLeft = parcels.stream().anyMatch(parcel -> parcel.stage().hasLeft());
        return hasLeft || reached.contains(Milestone.SHIPPED) ? Stage.SHIPPED : Stage.PLACED;
    }

    /** Whether its own report came; all before is hearsay. */
    public boolean isSeen() {
        return asOf.isAfter(Instant.EPOCH);
    }

    /** Whether anything supposes that it was placed: a refund alone may be of an order from before our time. */
    public boolean isPlaced() {
        return placedAt.isAfter(Instant.EPOCH);
    }

    public boolean isPaid() {
        return reached.contains(Milestone.PAID);
    }

    /** Whether the shopper has nothing of it any more. */
    public boolean isUndone() {
        return stage() == Stage.REFUNDED || stage() == Stage.CANCELLED;
    }

    /** Whether something of it comes back, or is back. */
    public boolean isReturned() {
        return returns.stream().anyMatch(goods -> goods.stage().isOn());
    }

    /** Whether money for it went back. */
    public boolean isRefunded() {
        return stage() == Stage.REFUNDED || !refunds.isEmpty();
    }

    /** What went back, as far as it was said, in the currency of the total. */
    public Optional<Money> refunded() {
        return contents.total()
                .map(total -> refunds.stream()
                        .flatMap(refund -> refund.amount().stream())
                        .filter(money -> money.currency().equals(total.currency()))
                        .reduce(Money.zero(total.currency()), Money::plus));
    }

    /** What the shop has of it for good; nothing when the total is not known. */
    public Optional<Money> kept() {
        return contents.total()
                .map(total -> isUndone()
                        ? Money.zero(total.currency())
                        : new Money(
                                Math.max(
                                        0,
                                        total.minor() - refunded().orElseThrow().minor()),
                                total.currency()));
    }

    private boolean isPaidBack() {
        return refunds.stream().anyMatch(Refund::isWhole)
                || contents.total()
                        .filter(total -> total.minor() > 0)
                        .filter(total -> refunded().orElseThrow().minor() >= total.minor())
                        .isPresent();
    }

    /** Where one of its parcels is. */
    public Optional<ShipmentStage> parcel(String shipmentId) {
        String mark = ParcelState.mark(shipmentId);
        return parcels.stream()
                .filter(parcel -> parcel.mark().equals(mark))
                .map(ParcelState::stage)
                .findFirst();
    }

    /** How far one of its returns is. */
    public Optional<ReturnStage> returning(OrderReturn goods) {
        String mark = ReturnState.mark(goods);
        return returns.stream()
                .filter(known -> known.mark().equals(mark))
                .map(ReturnState::stage)
                .findFirst();
    }

    public boolean hasRefund(String refundId) {
        String mark = Refund.mark(refundId);
        return refunds.stream().anyMatch(refund -> refund.mark().equals(mark));
    }

    public OrderState with(Milestone more) {
        Set<Milestone> all = EnumSet.of(more);
        all.addAll(reached);
        return new OrderState(id, placedAt, asOf, all, contents, parcels, refunds, returns);
    }

    /** A parcel came further, or did not. */
    public OrderState parcelAt(String shipmentId, ShipmentStage stage, Instant at) {
        List<ParcelState> all = append(parcels, ParcelState.of(shipmentId, stage, at));
        return new OrderState(id, placedAt, asOf, reached, contents, all, refunds, returns);
    }

    public OrderState refunded(String refundId, Optional<Money> amount, boolean isWhole) {
        List<Refund> all = append(refunds, Refund.of(refundId, amount, isWhole));
        return new OrderState(id, placedAt, asOf, reached, contents, parcels, all, returns);
    }

    public OrderState returned(OrderReturn goods, ReturnStage stage, Instant at) {
        List<ReturnState> all = append(returns, ReturnState.of(goods, stage, at));
        return new OrderState(id, placedAt, asOf, reached, contents, parcels, refunds, all);
    }

    /** Something that supposes that it was placed happened then. */
    public OrderState supposedBy(Instant at) {
        return join(new OrderState(id, at, Stage.PLACED, Instant.EPOCH));
    }

    /** The order was seen whole, as it was then. */
    public OrderState seenAt(Instant at, Order order) {
        return join(new OrderState(
                id, order.placedAt(), at, Set.of(), Contents.of(order), List.of(), List.of(), List.of()));
    }

    /** What two know of one order. */
    public OrderState join(OrderState other) {
        Set<Milestone> all = EnumSet.noneOf(Milestone.class);
        all.addAll(reached);
        all.addAll(other.reached);
        return new OrderState(
                id,
                placedAt(other),
                asOf.isAfter(other.asOf) ? asOf : other.asOf,
                all,
                contents(other),
                append(parcels, other.parcels),
                append(refunds, other.refunds),
                append(returns, other.returns));
    }

    /** The order's own word holds; among words of one kind the earliest. */
    private Instant placedAt(OrderState other) {
        if (isSeen() != other.isSeen()) {
            return isSeen() ? placedAt : other.placedAt;
        }
        if (isPlaced() != other.isPlaced()) {
            return isPlaced() ? placedAt : other.placedAt;
        }
        return placedAt.isBefore(other.placedAt) ? placedAt : other.placedAt;
    }

    private Contents contents(OrderState other) {
        if (asOf.equals(other.asOf)) {
            return Contents.ANY_ORDER.compare(contents, other.contents) >= 0 ? contents : other.contents;
        }
        return asOf.isAfter(other.asOf) ? contents : other.contents;
    }

    /** Of more than are kept, always the same stay, whichever came first. */
    private static <T extends Part<T>> List<T> joined(List<T> all, int max) {
        if (all.isEmpty()) {
            return List.of();
        }
        TreeMap<String, T> byMark = new TreeMap<>();
        for (T one : all) {
            byMark.merge(one.mark(), one, Part::join);
        }
        return byMark.values().stream().limit(max).toList();
    }

    /** One of several things that are reported of an order, perhaps twice. */
    interface Part<T> {
        /** Names it, in few characters. */
        String mark();

        /** What holds of two reports of one, whichever came first. */
        T join(T other);
    }

    private static <T> List<T> append(List<T> list, T one) {
        return append(list, List.of(one));
    }

    private static <T> List<T> append(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
