package comeback.simulation.shop;

import comeback.simulation.shop.Act.What;
import comeback.simulation.shop.Story.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The stories, each of another corner of the system. */
public final class Stories {
    private static final String NO_NAME = "";

    /** Of a world in which the coupon is used for two purchases at once. */
    private static final long USED_TWICE_SEED = 13;

    /** Of a world in which nothing arrives at the first shopper's address. */
    private static final long DEAD_INBOX_SEED = 12;

    private Stories() {}

    public static List<Story> all() {
        return List.of(
                leftAlone(),
                boughtInTime(),
                onShopify(),
                aStrangerBecomesKnown(),
                goodsComeBack(),
                couponIsUsed(),
                saysNo(),
                inboxIsDead(),
                isForgotten());
    }

    /** The story of that name. */
    public static Story named(String name) {
        return all().stream()
                .filter(story -> story.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no story " + name + "; there are "
                        + all().stream().map(Story::name).toList()));
    }

    /** A cart is left; three reminders go, the last with a coupon that nobody uses. */
    private static Story leftAlone() {
        return alone("left-alone", 3, 5, 0, List.of(signsUp(0), adds(10), adds(15)));
    }

    /** The first reminder brings somebody back, just as the second is due. */
    private static Story boughtInTime() {
        return alone(
                "bought-in-time",
                2,
                5,
                0,
                List.of(
                        signsUp(0),
                        adds(10),
                        at(10 + 24 * 60, new What.Buys("o1", List.of("p0"), NO_NAME)),
                        at(30 * 60, new What.Ships("o1", "o1-a"))));
    }

    /** A shop system tells of an order, its parcel, and of an order that is called off. */
    private static Story onShopify() {
        return alone(
                "on-shopify",
                5,
                4,
                2,
                List.of(
                        signsUp(0),
                        adds(10),
                        at(80, new What.Buys("o1", List.of("p0"), NO_NAME)),
                        at(300, new What.Ships("o1", "o1-a")),
                        adds(3_000),
                        at(3_010, new What.Buys("o2", List.of("p0"), NO_NAME)),
                        at(3_011, new What.Cancels("o2"))));
    }

    /** Somebody fills a cart before they say who they are, and switches marketing off after the first reminder. */
    private static Story aStrangerBecomesKnown() {
        return alone(
                "a-stranger-becomes-known",
                7,
                4,
                1,
                List.of(
                        adds(0),
                        adds(3),
                        signsUp(8),
                        at(9, new What.ChecksOut(List.of("p0"), "cart-1")),
                        at(9 + 24 * 60, new What.Unsubscribes())));
    }

    /** Two wait for one thing, which flickers, comes back for one of them, and comes back for good. */
    private static Story goodsComeBack() {
        return new Story(
                "goods-come-back",
                4,
                6,
                Map.of(
                        0, List.of(signsUp(1), at(30, new What.AsksFor(Shelf.product(0)))),
                        3,
                                List.of(
                                        signsUp(2),
                                        at(40, new What.AsksFor(Shelf.product(0))),
                                        at(2_000, new What.AsksFor(Shelf.product(0))))),
                Map.of(
                        Duration.ZERO,
                        0,
                        Duration.ofMinutes(60),
                        1,
                        Duration.ofMinutes(62),
                        0,
                        Duration.ofMinutes(600),
                        1,
                        Duration.ofMinutes(700),
                        0,
                        Duration.ofDays(2),
                        1_000));
    }

    /** The last reminder's coupon is used for two purchases in the same moment. */
    private static Story couponIsUsed() {
        return alone("coupon-is-used", USED_TWICE_SEED, 7, 0, List.of(signsUp(0), adds(10)));
    }

    /** The link under the first reminder is pressed. */
    private static Story saysNo() {
        return alone("says-no", 8, 4, 1, List.of(signsUp(0), adds(10), at(10 + 24 * 60, new What.PressesTheLink())));
    }

    /** Every mail comes back. */
    private static Story inboxIsDead() {
        return alone(
                "inbox-is-dead",
                DEAD_INBOX_SEED,
                4,
                0,
                List.of(signsUp(0), adds(60), at(600, new What.Buys("o1", List.of("p0"), NO_NAME))));
    }

    /** Somebody who bought and left a cart again wants to be forgotten, just as a reminder is due. */
    private static Story isForgotten() {
        return alone(
                "is-forgotten",
                9,
                4,
                0,
                List.of(
                        signsUp(0),
                        at(20, new What.Buys("o1", List.of("p0"), NO_NAME)),
                        adds(1_500),
                        at(1_500 + 24 * 60, new What.WantsToBeForgotten())));
    }

    private static Story alone(String name, long seed, int days, int shopper, List<Scene> life) {
        return new Story(name, seed, days, Map.of(shopper, life), Map.of());
    }

    private static Scene signsUp(int minute) {
        return at(minute, new What.SignsUp("yes"));
    }

    private static Scene adds(int minute) {
        return at(minute, new What.Adds("p0", NO_NAME));
    }

    private static Scene at(int minute, What what) {
        return new Scene(Duration.ofMinutes(minute), what);
    }
}
