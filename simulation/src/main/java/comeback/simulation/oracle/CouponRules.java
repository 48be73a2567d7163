package comeback.simulation.oracle;

import comeback.message.MessageId;
import comeback.simulation.oracle.Ledger.Letter;
import comeback.store.OfferRules;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What must be true of coupons, as their readers and the shops' checkouts see them. */
public final class CouponRules {
    private static final Pattern CODE = Pattern.compile(
            "\\b(?:[BCDFGHJKLMNPQRTVWXZ2346789]{4}(?:-[BCDFGHJKLMNPQRTVWXZ2346789]{4}){2}|SPRING-[0-9-]+)\\b");

    /** Between a function's look at its clock and its claim lie a few calls, some of them slow. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final Oracle oracle;
    private final Map<String, Sent> sent = new HashMap<>();
    private final Map<String, Set<String>> tried = new HashMap<>();
    private final Map<String, String> used = new HashMap<>();
    private final Set<String> takingBack = new HashSet<>();
    private final Set<String> takenBack = new HashSet<>();

    /** A code in a letter. */
    private record Sent(
            Ledger ledger, MessageId message, Instant firstClaimedAt, Instant claimedAt, Instant validUntil) {}

    CouponRules(Oracle oracle) {
        this.oracle = oracle;
    }

    static List<String> codesIn(String text) {
        return CODE.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    /** A letter went. */
    void judge(Ledger ledger, Letter letter, Instant firstClaimedAt) {
        for (String code : codesIn(letter.mail().letter().text())) {
            String name = ledger.shopper.store().id() + "/" + code;
            Optional<Sent> before = Optional.ofNullable(sent.get(name));
            before.filter(other -> !other.message().equals(letter.message().id()))
                    .ifPresent(other -> broken(Rule.COUPON_FOR_ONE, ledger, code + " went with two letters"));
            Duration validFor = letter.message()
                    .terms()
                    .offer()
                    .map(offer -> offer.validFor())
                    .orElse(Duration.ZERO);
            Sent now = new Sent(
                    ledger,
                    letter.message().id(),
                    firstClaimedAt,
                    letter.claimedAt(),
                    letter.claimedAt().plus(validFor));
            ledger.shopper
                    .store()
                    .policy()
                    .offers()
                    .ifPresentOrElse(
                            rules -> rules(now, rules),
                            () -> broken(Rule.COUPON_BY_RULES, ledger, "the store gives no coupons"));
            sent.put(name, now);
        }
    }

    private void rules(Sent now, OfferRules rules) {
        List<Sent> others = sent.values().stream()
                .filter(other -> !other.message().equals(now.message()))
                .toList();
        Instant rested = now.claimedAt().minus(rules.rest()).plus(TOLERANCE);
        List<Sent> own =
                others.stream().filter(other -> other.ledger() == now.ledger()).toList();
        if (own.stream().anyMatch(other -> other.claimedAt().isAfter(rested))) {
            broken(Rule.COUPON_BY_RULES, now.ledger(), "a second within " + rules.rest());
        }
        if (own.size() >= rules.most()) {
            broken(Rule.COUPON_BY_RULES, now.ledger(), own.size() + " before, of " + rules.most());
        }
        Store store = now.ledger().shopper.store();
        YearMonth month = month(now.firstClaimedAt(), store);
        // Which month it is must not depend on a clock's last minute.
        boolean isClear = month.equals(month(now.firstClaimedAt().minus(TOLERANCE), store));
        long inMonth = others.stream()
                .filter(other -> other.ledger().shopper.store().id().equals(store.id()))
                .filter(other -> month(other.firstClaimedAt(), store).equals(month)
                        && month(other.firstClaimedAt().minus(TOLERANCE), store).equals(month))
                .count();
        if (isClear && rules.monthly().filter(most -> inMonth >= most).isPresent()) {
            broken(Rule.COUPON_BY_RULES, now.ledger(), inMonth + " before in " + month);
        }
    }

    private static YearMonth month(Instant at, Store store) {
        return YearMonth.from(at.atZone(store.zone()));
    }

    /** A checkout is about to ask. */
    public void uses(StoreId store, String code, String order) {
        tried.computeIfAbsent(store + "/" + code, name -> new HashSet<>()).add(order);
    }

    /** The checkout has an answer. */
    public void answered(StoreId store, String code, String order, Instant orderedAt, int status) {
        String name = store + "/" + code;
        Sent known = Optional.ofNullable(sent.get(name)).orElseThrow();
        if (status == 200) {
            String first = used.computeIfAbsent(name, each -> order);
            if (!first.equals(order) || takenBack.contains(name)) {
                broken(Rule.COUPON_USED_ONCE, known.ledger(), code + " was used by " + first + " and " + order);
            }
            return;
        }
        boolean isAnothers = tried.getOrDefault(name, Set.of()).size() > 1;
        boolean isGood = !isAnothers && !takingBack.contains(name) && !orderedAt.isAfter(known.validUntil());
        if (isGood) {
            broken(Rule.COUPON_WORKS, known.ledger(), code + " was answered with " + status);
        }
    }

    /** A shop is about to take a coupon back. */
    public void takesBack(StoreId store, String code) {
        takingBack.add(store + "/" + code);
    }

    /** The shop was told that it is taken back; what is used before that stays used. */
    public void takenBack(StoreId store, String code, int status) {
        String name = store + "/" + code;
        if (status == 200
                && !used.containsKey(name)
                && tried.getOrDefault(name, Set.of()).isEmpty()) {
            takenBack.add(name);
        }
    }

    private void broken(Rule rule, Ledger ledger, String what) {
        oracle.broken(rule, ledger.shopper, ledger.shopper.name() + ": " + what);
    }
}
