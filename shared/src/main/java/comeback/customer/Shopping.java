package comeback.customer;

import comeback.catalogue.Line;
import comeback.coupon.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What someone has in their cart, has bought and was given to come back.
 *
 * @param cart what is open now
 * @param cartClosedAt when the last cart was bought or emptied: what happened to a cart before then starts nothing,
 *     in whatever order reports arrive
 * @param closedTokens names of carts and checkouts that were bought (their tombstones); at most {@value #TOKENS_MAX}
 * @param orders the latest, oldest first; at most {@value #ORDERS_MAX}
 * @param given coupons
 * @param viewed products that they looked at and did not buy since, the latest last; at most {@value #VIEWED_MAX}
 */
public record Shopping(
        Optional<Cart> cart,
        Optional<Instant> cartClosedAt,
        List<String> closedTokens,
        List<OrderState> orders,
        Given given,
        List<Viewed> viewed) {
    /** They lie in the customer, whose size every event pays for. */
    public static final int VIEWED_MAX = 5;

    public static final int ORDERS_MAX = 20;
    public static final int TOKENS_MAX = 20;

    /** Who orders the same again after so long means it. */
    public static final Duration TWICE_WITHIN = Duration.ofMinutes(15);

    public static final Shopping NOTHING =
            new Shopping(Optional.empty(), Optional.empty(), List.of(), List.of(), Given.NOTHING);

    /** Of someone who looked at nothing lately. */
    public Shopping(
            Optional<Cart> cart,
            Optional<Instant> cartClosedAt,
            List<String> closedTokens,
            List<OrderState> orders,
            Given given) {
        this(cart, cartClosedAt, closedTokens, orders, given, List.of());
    }

    /** Of someone who was given nothing. */
    public Shopping(
            Optional<Cart> cart, Optional<Instant> cartClosedAt, List<String> closedTokens, List<OrderState> orders) {
        this(cart, cartClosedAt, closedTokens, orders, Given.NOTHING);
    }

    public Shopping {
        closedTokens = last(closedTokens, TOKENS_MAX);
        orders = last(
                orders.stream()
                        .sorted(Comparator.comparing(OrderState::placedAt))
                        .toList(),
                ORDERS_MAX);
        viewed = last(
                viewed.stream().sorted(Comparator.comparing(Viewed::lastAt)).toList(), VIEWED_MAX);
    }

    public Optional<OrderState> order(OrderId id) {
        return orders.stream().filter(order -> order.id().equals(id)).findFirst();
    }

    /**
     * An earlier order of the same goods, placed so shortly before this one that the shopper may have ordered twice without
     * meaning to.
     */
    public Optional<OrderState> twin(OrderId id) {
        return order(id)
                .filter(OrderState::isSeen)
                .flatMap(order -> orders.stream()
                        .filter(other -> !other.id().equals(id) && other.isSeen() && !other.isUndone())
                        .filter(other -> other.contents().isOfSameGoods(order.contents()))
                        .filter(other -> isBefore(other, order))
                        .findFirst());
    }

    private static boolean isBefore(OrderState other, OrderState order) {
        Duration apart = Duration.between(other.placedAt(), order.placedAt());
        return apart.compareTo(TWICE_WITHIN) <= 0
                && (apart.isPositive()
                        || (apart.isZero()
                                && other.id().value().compareTo(order.id().value()) < 0));
    }

    public Shopping withCart(Cart changed) {
        return new Shopping(Optional.of(changed), cartClosedAt, closedTokens, orders, given, viewed);
    }

    /** The cart is gone; what happened to it until then is over. */
    public Shopping closedAt(Instant time, Iterable<String> tokens) {
        List<String> tombstones = new ArrayList<>(closedTokens);
        tokens.forEach(token -> {
            tombstones.remove(token);
            tombstones.add(token);
        });
        Instant closed = cartClosedAt.filter(time::isBefore).orElse(time);
        return new Shopping(Optional.empty(), Optional.of(closed), tombstones, orders, given, viewed);
    }

    /** Adds a coupon, or the newer attempt at one. */
    public Shopping with(Given.One coupon) {
        return new Shopping(cart, cartClosedAt, closedTokens, orders, given.with(coupon), viewed);
    }

    /** Adds the order, or moves it on. */
    public Shopping with(OrderState changed) {
        List<OrderState> others = orders.stream()
                .filter(order -> !order.id().equals(changed.id()))
                .toList();
        return new Shopping(
                cart,
                cartClosedAt,
                closedTokens,
                Stream.concat(others.stream(), Stream.of(changed)).toList(),
                given,
                viewed);
    }

    /** They looked at a product. */
    public Shopping viewing(Line line, Instant at) {
        Viewed next = view(line).map(known -> known.again(line, at)).orElseGet(() -> new Viewed(line, 1, at));
        return withViewed(Stream.concat(viewed.stream().filter(other -> !other.isOf(line)), Stream.of(next))
                .toList());
    }

    /** They bought these; what they looked at before is theirs now. */
    public Shopping having(List<Line> bought) {
        return withViewed(viewed.stream()
                .filter(view -> bought.stream().noneMatch(view::isOf))
                .toList());
    }

    /** How they looked at a product, if they did. */
    public Optional<Viewed> view(Line line) {
        return viewed.stream().filter(view -> view.isOf(line)).findFirst();
    }

    private Shopping withViewed(List<Viewed> changed) {
        return new Shopping(cart, cartClosedAt, closedTokens, orders, given, changed);
    }

    /** Two people's shopping; the cart that was touched last stays, unless the other's purchase closed it. */
    public Shopping merge(Shopping other) {
        Optional<Instant> closed = Stream.of(cartClosedAt, other.cartClosedAt)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        List<String> tombstones = Stream.concat(other.closedTokens.stream(), closedTokens.stream())
                .distinct()
                .toList();
        Optional<Cart> latest = Stream.of(cart, other.cart)
                .flatMap(Optional::stream)
                .filter(open -> open.tokens().stream().noneMatch(tombstones::contains))
                .filter(open -> closed.isEmpty() || open.startedAt().isAfter(closed.get()))
                .max(Comparator.comparing(Cart::lastActivityAt));
        Shopping merged = new Shopping(latest, closed, tombstones, orders, given.merge(other.given), viewed);
        for (Viewed view : other.viewed) {
            merged = merged.view(view.line()).isPresent()
                    ? merged.viewing(view.line(), view.lastAt())
                    : merged.withViewed(Stream.concat(merged.viewed.stream(), Stream.of(view))
                            .toList());
        }
        for (OrderState order : other.orders) {
            Optional<OrderState> mine = merged.order(order.id());
            merged = merged.with(mine.map(order::join).orElse(order));
        }
        return merged;
    }

    private static <T> List<T> last(List<T> list, int max) {
        return List.copyOf(list.subList(Math.max(0, list.size() - max), list.size()));
    }
}
