package comeback.simulation.edge;

import comeback.commit.Coupons;
import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponState;
import comeback.coupon.PooledCode;
import comeback.message.MessageId;
import comeback.simulation.edge.Edge.Call;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;

/** Coupons over the fake that passes their contract, each call made through the edge. */
public final class TypedCoupons implements Coupons {
    private final Coupons right;
    private final Edge edge;

    public TypedCoupons(Coupons right, Edge edge) {
        this.right = right;
        this.edge = edge;
    }

    @Override
    public Optional<Coupon> find(StoreId store, CouponCode code) {
        return read("GetItem coupon", store + "/" + code, () -> right.find(store, code));
    }

    @Override
    public boolean change(Coupon seen, CouponState next) {
        return write("UpdateItem coupon", seen.store() + "/" + seen.code(), () -> right.change(seen, next));
    }

    @Override
    public boolean add(StoreId store, PooledCode code) {
        return write("PutItem code", store + "/" + code.code(), () -> right.add(store, code));
    }

    @Override
    public Optional<PooledCode> free(StoreId store, String pool, MessageId message, Instant goodUntil) {
        return read("Query pool", message.value(), () -> right.free(store, pool, message, goodUntil));
    }

    @Override
    public int issuedIn(StoreId store, YearMonth month) {
        return read("GetItem budget", store + "/" + month, () -> right.issuedIn(store, month));
    }

    private <T> T read(String operation, String about, Supplier<T> effect) {
        return edge.make(new Call(operation, about, Outage.Service.TABLE, Harm.OF_READS, true), effect);
    }

    private <T> T write(String operation, String about, Supplier<T> effect) {
        return edge.make(new Call(operation, about, Outage.Service.TABLE, Harm.OF_WRITES, false), effect);
    }
}
