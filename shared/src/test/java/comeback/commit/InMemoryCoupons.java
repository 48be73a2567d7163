package comeback.commit;

import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponState;
import comeback.coupon.PooledCode;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Coupons in memory, for tests. It passes the same contract as the real one. */
public final class InMemoryCoupons implements Coupons {
    private record Place(StoreId store, CouponCode code) {}

    private record Month(StoreId store, YearMonth month) {}

    private final Map<Place, Coupon> coupons = new ConcurrentHashMap<>();
    private final Map<Place, PooledCode> pooled = new ConcurrentHashMap<>();
    private final Map<Month, Integer> issued = new ConcurrentHashMap<>();

    @Override
    public Optional<Coupon> find(StoreId store, CouponCode code) {
        return Optional.ofNullable(coupons.get(new Place(store, code)));
    }

    @Override
    public boolean change(Coupon seen, CouponState next) {
        return coupons.replace(new Place(seen.store(), seen.code()), seen, seen.with(next));
    }

    @Override
    public boolean add(StoreId store, PooledCode code) {
        Place place = new Place(store, code.code());
        return !coupons.containsKey(place) && pooled.putIfAbsent(place, code) == null;
    }

    @Override
    public Optional<PooledCode> free(StoreId store, String pool, MessageId message, Instant goodUntil) {
        return pooled.entrySet().stream()
                .filter(entry -> entry.getKey().store().equals(store))
                .map(Map.Entry::getValue)
                .filter(code -> code.pool().equals(pool) && code.isGoodAt(goodUntil))
                .findFirst();
    }

    @Override
    public int issuedIn(StoreId store, YearMonth month) {
        return issued.getOrDefault(new Month(store, month), 0);
    }

    /** Issues it with a claim; false, and nothing is changed, when it is not as seen. */
    boolean isIssued(Issue issue) {
        Coupon coupon = issue.coupon();
        Place place = new Place(coupon.store(), coupon.code());
        Optional<Coupon> known = find(coupon.store(), coupon.code());
        boolean isOurs = known.isEmpty()
                || (known.get().message().equals(coupon.message())
                        && known.get().state() instanceof CouponState.Issued);
        boolean isThere = issue.pooled().isEmpty() || pooled.containsKey(place);
        boolean fits = issue.budget()
                .filter(budget -> issuedIn(coupon.store(), budget.month()) >= budget.most())
                .isEmpty();
        if (!isOurs || !isThere || !fits) {
            return false;
        }
        pooled.remove(place);
        coupons.put(place, coupon);
        issue.budget().ifPresent(budget -> issued.merge(new Month(coupon.store(), budget.month()), 1, Integer::sum));
        return true;
    }
}
