package comeback.ingest.coupons;

import comeback.commit.Coupons;
import comeback.commit.Customers;
import comeback.coupon.Coupon;
import comeback.coupon.Coupon.Redemption;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponState;
import comeback.customer.OrderState;
import comeback.http.Request;
import comeback.ingest.http.Answer;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import comeback.json.Tree;
import comeback.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers a shop's server about coupons. Asking changes nothing; what changes a coupon may be said any number of times and
 * has one result.
 */
public final class CouponDesk {
    public static final List<String> PATHS = List.of(
            "/v1/coupons/{code}", "/v1/coupons/{code}/redeem", "/v1/coupons/{code}/revoke", "/v1/coupons/pools");

    private static final Pattern PATH = Pattern.compile("/v1/coupons/([^/]+)(?:/(redeem|revoke))?");
    private static final String POOLS = "pools";
    private static final int REASON_MAX = 200;
    private static final String REASON_USUAL = "the shop took it back";

    /** Who loses a race looks again, and mostly finds that it is decided. */
    private static final int TRIES_MAX = 3;

    private final Coupons coupons;
    private final Customers customers;
    private final InstantSource clock;
    private final PoolDesk pools;

    public CouponDesk(Coupons coupons, Customers customers, InstantSource clock) {
        this.coupons = coupons;
        this.customers = customers;
        this.clock = clock;
        this.pools = new PoolDesk(coupons);
    }

    /** Whether somebody asks about coupons. */
    public static boolean isFor(String path) {
        return path.startsWith("/v1/coupons/");
    }

    /** The answer to who has this store's secret key. */
    public Answer answer(Store store, Request request, Fields body) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Answer.notFound(PATHS);
        }
        Optional<String> verb = Optional.ofNullable(path.group(2));
        boolean isPools = path.group(1).equals(POOLS) && verb.isEmpty();
        String method = verb.isPresent() || isPools ? "POST" : "GET";
        if (!request.method().equals(method)) {
            return Answer.methodNotAllowed(method);
        }
        if (isPools) {
            return pools.take(store, body);
        }
        // Codes have no letter that a path would wrap, so what is wrapped is none.
        Optional<CouponCode> code = CouponCode.read(path.group(1));
        if (code.isEmpty()) {
            return Answer.refused("this is no coupon code", List.of("code: expected " + CouponCode.EXPECTED));
        }
        return switch (verb.orElse("")) {
            case "redeem" -> redeem(store, code.get(), body);
            case "revoke" -> revoke(store, code.get(), body);
            default -> look(store, code.get());
        };
    }

    private Answer look(Store store, CouponCode code) {
        return coupons.find(store.id(), code)
                .map(coupon -> Answer.document(CouponJson.of(asItStands(coupon), clock.instant())))
                .orElseGet(CouponDesk::unknown);
    }

    private Answer redeem(Store store, CouponCode code, Fields body) {
        Instant now = clock.instant();
        Optional<UseRequest> use = UseRequest.read(body, now);
        if (use.isEmpty()) {
            return Answer.refused("the coupon was not used", body.problems());
        }
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Coupon> found = coupons.find(store.id(), code).map(this::asItStands);
            if (found.isEmpty()) {
                return unknown();
            }
            Redemption outcome = found.get()
                    .redeem(
                            use.get().order(),
                            use.get().basket(),
                            use.get().others(),
                            use.get().at());
            switch (outcome) {
                case Redemption.Again again -> {
                    return Answer.document(CouponJson.of(found.get(), now));
                }
                case Redemption.Refused no -> {
                    return Answer.error(409, CouponJson.refused(found.get(), no.ruling(), now));
                }
                case Redemption.Taken taken -> {
                    if (coupons.change(found.get(), taken.next().state())) {
                        return Answer.document(CouponJson.of(taken.next(), now));
                    }
                }
            }
        }
        return Answer.notKept();
    }

    private Answer revoke(Store store, CouponCode code, Fields body) {
        Instant now = clock.instant();
        String reason = Texts.shown(body, REASON_MAX, "reason").orElse(REASON_USUAL);
        if (!body.problems().isEmpty()) {
            return Answer.refused("the coupon was not taken back", body.problems());
        }
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Coupon> found = coupons.find(store.id(), code);
            if (found.isEmpty()) {
                return unknown();
            }
            Coupon coupon = found.get();
            switch (coupon.state()) {
                case CouponState.Revoked done -> {
                    return Answer.document(CouponJson.of(coupon, now));
                }
                case CouponState.Redeemed used -> {
                    return Answer.error(409, CouponJson.refused(coupon, "the coupon was used already", now));
                }
                case CouponState.Issued open -> {
                    CouponState gone = new CouponState.Revoked(reason, now);
                    if (coupons.change(coupon, gone)) {
                        return Answer.document(CouponJson.of(coupon.with(gone), now));
                    }
                }
            }
        }
        return Answer.notKept();
    }

    /**
     * A coupon that thanks for a purchase ends with it. That is read off the customer whenever somebody asks, so it holds in
     * whatever order the shop's reports came, and nothing has to be found and changed when one does.
     */
    private Coupon asItStands(Coupon coupon) {
        if (coupon.thanksFor().isEmpty() || !(coupon.state() instanceof CouponState.Issued)) {
            return coupon;
        }
        return customers
                .at(coupon.store(), coupon.customer())
                .shopping()
                .order(coupon.thanksFor().get())
                .filter(OrderState::isUndone)
                .map(order -> coupon.with(new CouponState.Revoked(Coupon.PURCHASE_UNDONE, clock.instant())))
                .orElse(coupon);
    }

    private static Answer unknown() {
        return Answer.error(
                404,
                new Tree().with("error", "this store gave nobody such a coupon").toMap());
    }
}
