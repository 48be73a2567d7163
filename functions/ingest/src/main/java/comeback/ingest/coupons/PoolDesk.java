package comeback.ingest.coupons;

import comeback.catalogue.Money;
import comeback.commit.Coupons;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.CouponCode;
import comeback.coupon.PooledCode;
import comeback.ingest.http.Answer;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import comeback.json.Tree;
import comeback.store.Store;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes codes that a shop made itself. All of a request is looked at before any of it is kept; what was kept already when
 * the request comes again is counted as known.
 */
final class PoolDesk {
    /** Each is a write of its own, and all of them must be done before API Gateway gives up. */
    static final int CODES_MAX = 500;

    private static final List<String> BENEFITS = List.of("percent", "amount", "free_shipping", "gift");

    private final Coupons coupons;

    PoolDesk(Coupons coupons) {
        this.coupons = coupons;
    }

    Answer take(Store store, Fields body) {
        String pool = body.text("pool").orElse("");
        if (!PooledCode.isPool(pool)) {
            body.refuse("pool", "expected " + PooledCode.POOL_EXPECTED);
        }
        Set<CouponCode> codes = codes(body);
        Optional<Currency> currency = Prices.currency(body, "currency");
        Optional<Benefit> benefit = benefit(body, currency);
        Optional<Conditions> conditions = conditions(body, currency);
        Optional<Instant> endsAt = body.instant("ends_at");
        if (!body.problems().isEmpty()) {
            return Answer.refused("nothing of this was kept", body.problems());
        }
        int added = 0;
        for (CouponCode code : codes) {
            PooledCode pooled = new PooledCode(code, pool, benefit.orElseThrow(), conditions.orElseThrow(), endsAt);
            added += coupons.add(store.id(), pooled) ? 1 : 0;
        }
        return Answer.document(new Tree()
                .with("pool", pool)
                .with("added", added)
                .with("known", codes.size() - added)
                .toMap());
    }

    private static Set<CouponCode> codes(Fields body) {
        List<String> texts = body.texts("codes");
        if (texts.isEmpty() || texts.size() > CODES_MAX) {
            body.refuse("codes", "expected a list of 1 to " + CODES_MAX + " codes");
        }
        Set<CouponCode> codes = new LinkedHashSet<>();
        for (int i = 0; i < texts.size() && i < CODES_MAX; i++) {
            Optional<CouponCode> code = CouponCode.read(texts.get(i));
            if (code.isEmpty()) {
                body.refuse("codes[" + i + "]", "expected " + CouponCode.EXPECTED);
            }
            code.ifPresent(codes::add);
        }
        return codes;
    }

    private static Optional<Benefit> benefit(Fields body, Optional<Currency> currency) {
        if (BENEFITS.stream().filter(body::has).count() != 1) {
            body.refuse("percent", "expected one of " + String.join(", ", BENEFITS));
            return Optional.empty();
        }
        Optional<Benefit> percent = body.integer("percent")
                .flatMap(number -> made(body, "percent", "expected 1 to 100", () -> new Benefit.Percent(number)));
        Optional<Money> amount = money(body, currency, "amount");
        Optional<Benefit> off = amount.flatMap(
                money -> made(body, "amount", "expected more than 0", () -> new Benefit.AmountOff(money)));
        Optional<Benefit> gift =
                Texts.shown(body, Benefit.Gift.WHAT_MAX, "gift").map(Benefit.Gift::new);
        Optional<Benefit> shipping =
                body.truth("free_shipping").filter(yes -> yes).map(yes -> new Benefit.FreeShipping());
        return Stream.of(percent, off, gift, shipping)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> {
                    if (body.problems().isEmpty()) {
                        body.refuse("percent", "expected one of " + String.join(", ", BENEFITS));
                    }
                    return Optional.empty();
                });
    }

    private static Optional<Conditions> conditions(Fields body, Optional<Currency> currency) {
        Optional<Money> minimum = money(body, currency, "minimum");
        return made(
                body,
                "products",
                "at most " + Conditions.NAMES_MAX + " products and as many categories",
                () -> new Conditions(
                        minimum,
                        Set.copyOf(body.texts("products")),
                        Set.copyOf(body.texts("categories")),
                        !body.truth("stackable").orElse(false)));
    }

    private static Optional<Money> money(Fields body, Optional<Currency> currency, String name) {
        if (body.has(name) && currency.isEmpty()) {
            body.refuse(name, "needs \"currency\"");
        }
        return Prices.amount(body, currency, Prices.TOTAL_MAX, name);
    }

    private static <T> Optional<T> made(
            Fields body, String name, String expected, java.util.function.Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            body.refuse(name, expected);
            return Optional.empty();
        }
    }
}
