package comeback.simulation.shop;

import comeback.simulation.time.Dice;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws one shopper's life. Purchases and unsubscribes like to fall into the seconds in which a reminder is due, reports
 * like to be late, and nobody waits for anybody: that is where the mistakes are.
 */
public final class Life {
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kolkata",
            "America/Santiago",
            "Africa/Casablanca",
            "Asia/Seoul",
            "Europe/Istanbul",
            "Pacific/Chatham",
            "UTC");
    private static final List<String> LANGUAGES = List.of("en-US", "ko-KR", "tr-TR", "de-DE");
    private static final Duration REMINDED_AFTER = Duration.ofHours(1);

    private final SplittableRandom random;
    private final int number;
    private final Instant start;
    private final Instant end;
    private final List<Act> acts = new ArrayList<>();
    private int told;
    private int orders;

    private Life(SplittableRandom random, int number, Instant start, Instant end) {
        this.random = random;
        this.number = number;
        this.start = start;
        this.end = end;
    }

    /** A shopper who may do things from the start to the end. */
    public static Shopper draw(Dice dice, int number, Store store, String email, Instant start, Instant end) {
        Life life = new Life(dice.stream("shopper", Integer.toString(number), 0), number, start, end);
        ZoneId zone = ZoneId.of(life.one(ZONES));
        String language = life.one(LANGUAGES);
        boolean hasAccount = life.isLucky(0.85);
        life.live(hasAccount);
        return new Shopper(number, store, email, zone, language, hasAccount, life.acts);
    }

    private void live(boolean hasAccount) {
        Instant at = start.plus(upTo(Duration.ofDays(8)));
        if (hasAccount && isLucky(0.8)) {
            happens(new Act.What.SignsUp(word()), at);
        } else if (hasAccount) {
            happens(new Act.What.SignsUp(word()), at.plus(upTo(Duration.ofHours(3))));
        }
        while (at.isBefore(end)) {
            at = leavesACart(at.plus(upTo(Duration.ofMinutes(30))));
            at = at.plus(Duration.ofHours(6)).plus(upTo(Duration.ofDays(isLucky(0.3) ? 2 : 20)));
        }
        if (hasAccount && isLucky(0.35)) {
            waits();
        }
        if (isLucky(0.15)) {
            happens(new Act.What.Unsubscribes(), start.plus(upTo(Duration.between(start, end))));
        }
        if (isLucky(0.15)) {
            happens(new Act.What.PressesTheLink(), start.plus(upTo(Duration.between(start, end))));
        }
        // Drawn last, so that it changes nothing of what came before.
        if (isLucky(0.03)) {
            happens(new Act.What.WantsToBeForgotten(), start.plus(upTo(Duration.between(start, end))));
        }
    }

    private String word() {
        return isLucky(0.7) ? "yes" : isLucky(0.5) ? "" : "no";
    }

    /** An episode; says when it was over. */
    private Instant leavesACart(Instant begins) {
        String cart = isLucky(0.5) ? "cart-" + number + "-" + told : "";
        List<String> products = new ArrayList<>();
        Instant at = begins;
        for (int pieces = 1 + random.nextInt(4); pieces > 0; pieces--) {
            String product = "p" + number + "-" + random.nextInt(6);
            products.add(product);
            happens(new Act.What.Adds(product, cart), at);
            at = at.plus(upTo(Duration.ofMinutes(12)));
        }
        if (isLucky(0.15)) {
            happens(new Act.What.Removes(products.removeLast(), cart), at);
        }
        if (!products.isEmpty() && isLucky(0.4)) {
            at = at.plus(upTo(Duration.ofMinutes(5)));
            happens(new Act.What.ChecksOut(products, cart), at);
        }
        if (isLucky(0.04)) {
            happens(new Act.What.Unsubscribes(), about(at.plus(reminder())));
        }
        if (!products.isEmpty() && isLucky(0.45)) {
            at = isLucky(0.5) ? at.plus(upTo(Duration.ofMinutes(40))) : about(at.plus(reminder()));
            buys(products, cart, at);
        }
        return at;
    }

    private void buys(List<String> products, String cart, Instant at) {
        String order = "o" + number + "-" + ++orders;
        happens(new Act.What.Buys(order, products, cart), at);
        if (isLucky(0.06)) {
            happens(new Act.What.Cancels(order), at.plus(upTo(Duration.ofMinutes(20))));
        } else if (isLucky(0.8)) {
            happens(new Act.What.Ships(order, order + "-a"), at.plus(upTo(Duration.ofDays(3))));
        }
    }

    /** Wants things that are sold out; asks once, or again after a while, or wants them no more. */
    private void waits() {
        for (int wishes = 1 + random.nextInt(3); wishes > 0; wishes--) {
            String product = Shelf.product(random.nextInt(Shelf.PRODUCTS));
            Instant at = start.plus(Duration.ofDays(1)).plus(upTo(Duration.between(start, end)));
            happens(new Act.What.AsksFor(product), at);
            if (isLucky(0.15)) {
                happens(new Act.What.ForgetsAbout(product), at.plus(upTo(Duration.ofDays(10))));
            }
        }
    }

    /** Told at once or late, once or twice. */
    private void happens(Act.What what, Instant at) {
        if (at.isAfter(end)) {
            return;
        }
        String id = "e" + number + "-" + ++told;
        Instant toldAt = at.plusMillis(20 + random.nextInt(900));
        if (isLucky(0.07)) {
            toldAt = toldAt.plus(upTo(Duration.ofHours(isLucky(0.1) ? 30 : 2)));
        }
        Act act = new Act(id, what, at, toldAt);
        acts.add(act);
        if (isLucky(0.03)) {
            acts.add(act.toldAt(toldAt.plus(upTo(isLucky(0.5) ? Duration.ofSeconds(2) : Duration.ofHours(4)))));
        }
    }

    /** One of the times after the last activity at which the cart's reminders come. */
    private Duration reminder() {
        return REMINDED_AFTER.multipliedBy(one(List.of(1, 24, 48)));
    }

    /** Within seconds of it. */
    private Instant about(Instant time) {
        return time.plusMillis(random.nextInt(90_000) - 20_000);
    }

    private Duration upTo(Duration length) {
        return Duration.ofMillis(random.nextLong(length.toMillis() + 1));
    }

    private boolean isLucky(double chance) {
        return random.nextDouble() < chance;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
