package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponOffer;
import comeback.coupon.CouponState;
import comeback.coupon.Given;
import comeback.coupon.PooledCode;
import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Coupons and pooled codes to the JSON text in their items, and back; and what they give, for other items. */
final class CouponMapper {
    private static final int FORMAT = 1;

    private CouponMapper() {}

    static String write(Coupon coupon) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("customer", coupon.customer().value())
                .with("message", coupon.message().value())
                .with("thanksFor", coupon.thanksFor().map(OrderId::value))
                .with("benefit", write(coupon.benefit()))
                .with("conditions", write(coupon.conditions()))
                .with("endsAt", coupon.endsAt())
                .with("issuedAt", coupon.issuedAt().toString())
                .with("validUntil", coupon.validUntil().toString())
                .with("state", write(coupon.state()))
                .toMap());
    }

    static Coupon coupon(StoreId store, CouponCode code, String body) {
        Fields from = ours(body);
        return new Coupon(
                code,
                store,
                new CustomerId(need(from.text("customer"), "a coupon's customer")),
                new MessageId(need(from.text("message"), "a coupon's message")),
                from.text("thanksFor").map(OrderId::new),
                benefit(from.objectOrEmpty("benefit")),
                conditions(from.objectOrEmpty("conditions")),
                from.instant("endsAt"),
                need(from.instant("issuedAt"), "a coupon's birth"),
                need(from.instant("validUntil"), "a coupon's end"),
                state(from.objectOrEmpty("state")));
    }

    static String write(PooledCode code) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("code", code.code().value())
                .with("pool", code.pool())
                .with("benefit", write(code.benefit()))
                .with("conditions", write(code.conditions()))
                .with("endsAt", code.endsAt())
                .toMap());
    }

    static PooledCode pooled(String body) {
        Fields from = ours(body);
        return new PooledCode(
                new CouponCode(need(from.text("code"), "a pooled code")),
                need(from.text("pool"), "a code's pool"),
                benefit(from.objectOrEmpty("benefit")),
                conditions(from.objectOrEmpty("conditions")),
                from.instant("endsAt"));
    }

    private static Fields ours(String body) {
        Fields from = Fields.of(Json.parseOwn(body));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("a coupon is stored in a format that this version cannot read");
        }
        return from;
    }

    static Map<String, Object> write(CouponOffer offer) {
        Tree tree = new Tree().with("validFor", offer.validFor().toString()).with("goesWithout", offer.goesWithout());
        return switch (offer.source()) {
            case CouponOffer.Source.FromPool from ->
                tree.with("pool", from.pool()).toMap();
            case CouponOffer.Source.Minted minted ->
                tree.with("benefit", write(minted.benefit()))
                        .with("conditions", write(minted.conditions()))
                        .toMap();
        };
    }

    static CouponOffer offer(Fields from) {
        Optional<CouponOffer.Source> pool = from.text("pool").map(CouponOffer.Source.FromPool::new);
        return new CouponOffer(
                pool.orElseGet(() -> new CouponOffer.Source.Minted(
                        benefit(from.objectOrEmpty("benefit")), conditions(from.objectOrEmpty("conditions")))),
                Duration.parse(need(from.text("validFor"), "how long an offer is valid")),
                from.truth("goesWithout").orElse(false));
    }

    static Map<String, Object> write(Benefit benefit) {
        return switch (benefit) {
            case Benefit.Percent off -> Map.of("percent", off.percent());
            case Benefit.AmountOff off -> Map.of("amount", PieceMapper.write(off.amount()));
            case Benefit.FreeShipping way -> Map.of("freeShipping", true);
            case Benefit.Gift gift -> Map.of("gift", gift.what());
        };
    }

    static Benefit benefit(Fields from) {
        Optional<Benefit> percent = from.integer("percent").map(Benefit.Percent::new);
        Optional<Benefit> amount = PieceMapper.money(from, "amount").map(Benefit.AmountOff::new);
        Optional<Benefit> gift = from.text("gift").map(Benefit.Gift::new);
        Optional<Benefit> shipping = from.truth("freeShipping").map(yes -> new Benefit.FreeShipping());
        return need(percent.or(() -> amount).or(() -> gift).or(() -> shipping), "what a coupon gives");
    }

    static Map<String, Object> write(Conditions conditions) {
        return new Tree()
                .with("minimum", conditions.minimum().map(PieceMapper::write))
                .with("products", conditions.products().stream().sorted().toList())
                .with("categories", conditions.categories().stream().sorted().toList())
                .with("alone", conditions.isAlone())
                .toMap();
    }

    static Conditions conditions(Fields from) {
        return new Conditions(
                PieceMapper.money(from, "minimum"),
                Set.copyOf(from.texts("products")),
                Set.copyOf(from.texts("categories")),
                from.truth("alone").orElse(true));
    }

    private static Map<String, Object> write(CouponState state) {
        Tree tree = new Tree().with("is", state.label());
        return switch (state) {
            case CouponState.Issued issued -> tree.toMap();
            case CouponState.Redeemed used ->
                tree.with("order", used.order().value())
                        .with("at", used.at().toString())
                        .toMap();
            case CouponState.Revoked gone ->
                tree.with("reason", gone.reason())
                        .with("at", gone.at().toString())
                        .toMap();
        };
    }

    private static CouponState state(Fields from) {
        String is = need(from.text("is"), "a coupon's state");
        return switch (is) {
            case "ISSUED" -> new CouponState.Issued();
            case "REDEEMED" ->
                new CouponState.Redeemed(
                        new OrderId(need(from.text("order"), "a coupon's order")),
                        need(from.instant("at"), "the time of a coupon's use"));
            case "REVOKED" ->
                new CouponState.Revoked(
                        need(from.text("reason"), "why a coupon was taken back"),
                        need(from.instant("at"), "when a coupon was taken back"));
            default -> throw new IllegalStateException("a coupon is stored in an unknown state: " + is);
        };
    }

    /** "aaaaaaaa 1772442000 K7QM-…": mark, second, code. Short, because it lies in the customer. */
    static List<String> write(Given given) {
        return given.coupons().stream()
                .map(one -> one.mark() + " " + one.at().getEpochSecond() + " " + one.code())
                .toList();
    }

    static Given given(List<String> texts) {
        return new Given(texts.stream()
                .map(text -> List.of(text.split(" ", 3)))
                .map(parts -> new Given.One(
                        parts.get(0),
                        new CouponCode(parts.get(2)),
                        Instant.ofEpochSecond(Long.parseLong(parts.get(1)))))
                .toList());
    }
}
