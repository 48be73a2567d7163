package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Money;
import comeback.commit.Messages.Claim;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponState;
import comeback.coupon.Given;
import comeback.coupon.PooledCode;
import comeback.customer.Customer;
import comeback.customer.OrderId;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link Coupons} does, together with the {@link Messages} of the same table. */
public abstract class CouponsContract {
    private static final Instant END = Samples.NOW.plus(Duration.ofDays(2));
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final MessageState.Claimed MINE = new MessageState.Claimed("me", Samples.NOW.plusSeconds(90), 1);
    private static final Conditions SOME = new Conditions(
            Optional.of(new Money(5000, Currency.getInstance("USD"))), Set.of("p-1", "p-2"), Set.of("mugs"), true);

    protected abstract TablePorts table();

    protected abstract Coupons coupons();

    private static Coupon coupon(String key, String code) {
        return new Coupon(
                new CouponCode(code),
                Samples.STORE,
                Samples.ADA,
                Samples.message(key).id(),
                Optional.of(new OrderId("1001")),
                new Benefit.Percent(10),
                SOME,
                Optional.of(END),
                Samples.NOW,
                END,
                new CouponState.Issued());
    }

    private static Issue minted(String key) {
        return new Issue(coupon(key, "AAAA-BBBB-" + key), Optional.empty(), Optional.empty());
    }

    private static PooledCode pooled(String code) {
        return new PooledCode(
                new CouponCode(code), "spring", new Benefit.FreeShipping(), Conditions.USUAL, Optional.of(END));
    }

    private Customer born(String... keys) {
        long version = 0;
        for (String key : keys) {
            Customer ada = Samples.ada().withVersion(version++);
            table().customers().commit(Samples.STORE, Samples.bearing(ada, Samples.message(key)));
        }
        return Samples.ada().withVersion(version);
    }

    private Claim claim(String key, Customer seen, Issue issue) {
        return table().messages().claim(Samples.message(key), seen, MINE, Optional.of(issue));
    }

    @Test
    void a_code_that_nobody_was_given_is_no_coupon() {
        assertThat(coupons().find(Samples.STORE, new CouponCode("NOBODY"))).isEmpty();
    }

    @Test
    void a_coupon_is_issued_with_the_claim_of_its_message() {
        Customer ada = born("c1");

        assertThat(claim("c1", ada, minted("c1"))).isEqualTo(Claim.TAKEN);

        Coupon issued = minted("c1").coupon();
        assertThat(coupons().find(Samples.STORE, issued.code())).contains(issued);
        assertThat(coupons().find(new StoreId("other"), issued.code())).isEmpty();
    }

    @Test
    void a_claim_that_fails_issues_nothing() {
        Customer ada = born("c1");

        assertThat(claim("c1", ada.withVersion(7), minted("c1"))).isEqualTo(Claim.CUSTOMER_CHANGED);

        assertThat(coupons().find(Samples.STORE, minted("c1").coupon().code())).isEmpty();
    }

    @Test
    void a_second_attempt_at_a_message_issues_the_same_code_anew() {
        Customer ada = born("c1");
        claim("c1", ada, minted("c1"));
        Message again = Samples.message("c1").with(new MessageState.Due(Samples.NOW.plusSeconds(60), 0));
        table().messages().change(Samples.message("c1").with(MINE), again.state());
        Coupon first = minted("c1").coupon();
        Coupon later = first.issuedAgain(first.issuedAt().plusSeconds(60), END.plusSeconds(60));

        assertThat(table().messages()
                        .claim(
                                again,
                                ada.withVersion(ada.version() + 1),
                                MINE,
                                Optional.of(new Issue(later, Optional.empty(), Optional.empty()))))
                .isEqualTo(Claim.TAKEN);

        assertThat(coupons().find(Samples.STORE, later.code())).contains(later);
        assertThat(coupons().change(first, new CouponState.Revoked("late", END)))
                .isFalse();
    }

    @Test
    void a_code_of_another_message_is_never_issued_again_and_no_used_one_either() {
        Customer ada = born("c1", "c2");
        claim("c1", ada, minted("c1"));
        Customer next = ada.withVersion(ada.version() + 1);

        assertThat(claim("c2", next, new Issue(coupon("c2", "AAAA-BBBB-c1"), Optional.empty(), Optional.empty())))
                .isEqualTo(Claim.CUSTOMER_CHANGED);
        assertThat(table().messages().find(Samples.STORE, Samples.message("c2").id()))
                .contains(Samples.message("c2"));
    }

    @Test
    void a_coupon_is_changed_by_who_saw_it_as_it_is() {
        Customer ada = born("c1");
        claim("c1", ada, minted("c1"));
        Coupon issued = minted("c1").coupon();
        CouponState used = new CouponState.Redeemed(new OrderId("1002"), Samples.NOW.plusSeconds(9));

        assertThat(coupons().change(issued, used)).isTrue();
        assertThat(coupons().change(issued, new CouponState.Revoked("too late", Samples.NOW)))
                .isFalse();

        assertThat(coupons().find(Samples.STORE, issued.code())).contains(issued.with(used));
    }

    @Test
    void of_a_hundred_who_use_a_coupon_at_once_one_has_it() throws Exception {
        Customer ada = born("c1");
        claim("c1", ada, minted("c1"));
        Coupon issued = minted("c1").coupon();
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            CouponState used = new CouponState.Redeemed(new OrderId("o-" + i), Samples.NOW);
            tries.add(() -> coupons().change(issued, used));
        }

        try (var threads = Executors.newFixedThreadPool(16)) {
            assertThat(threads.invokeAll(tries).stream().filter(CouponsContract::isWon))
                    .hasSize(1);
        }
    }

    private static boolean isWon(Future<Boolean> attempt) {
        try {
            return attempt.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_pools_code_is_kept_once_and_is_no_coupon_until_it_is_given() {
        assertThat(coupons().add(Samples.STORE, pooled("SPRING-7"))).isTrue();
        assertThat(coupons().add(Samples.STORE, pooled("SPRING-7"))).isFalse();

        assertThat(coupons().find(Samples.STORE, new CouponCode("SPRING-7"))).isEmpty();
        assertThat(coupons().free(Samples.STORE, "spring", id("any"), END)).contains(pooled("SPRING-7"));
        assertThat(coupons().free(Samples.STORE, "autumn", id("any"), END)).isEmpty();
        assertThat(coupons().free(new StoreId("other"), "spring", id("any"), END))
                .isEmpty();
    }

    @Test
    void a_pools_code_that_ends_too_soon_is_not_given() {
        coupons().add(Samples.STORE, pooled("SPRING-7"));

        assertThat(coupons().free(Samples.STORE, "spring", id("any"), END.plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void every_code_of_a_pool_is_handed_out_once_wherever_the_search_begins() {
        List<String> codes = List.of("SPRING-1", "SPRING-2", "SPRING-3");
        codes.forEach(code -> coupons().add(Samples.STORE, pooled(code)));
        Customer ada = born("c1", "c2", "c3");
        List<String> given = new ArrayList<>();
        for (String key : List.of("c1", "c2", "c3")) {
            PooledCode free = coupons()
                    .free(Samples.STORE, "spring", Samples.message(key).id(), END)
                    .orElseThrow();
            given.add(free.code().value());
            Issue issue = new Issue(coupon(key, free.code().value()), Optional.of(free), Optional.empty());
            assertThat(claim(key, ada, issue)).isEqualTo(Claim.TAKEN);
            ada = ada.withVersion(ada.version() + 1);
        }

        assertThat(given).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(coupons().free(Samples.STORE, "spring", id("any"), END)).isEmpty();
        assertThat(coupons().add(Samples.STORE, pooled("SPRING-1"))).isFalse();
    }

    @Test
    void two_who_saw_the_same_code_of_a_pool_do_not_both_get_it() {
        coupons().add(Samples.STORE, pooled("SPRING-1"));
        Customer ada = born("c1", "c2");
        Optional<PooledCode> seen = Optional.of(pooled("SPRING-1"));

        assertThat(claim("c1", ada, new Issue(coupon("c1", "SPRING-1"), seen, Optional.empty())))
                .isEqualTo(Claim.TAKEN);
        assertThat(claim(
                        "c2",
                        ada.withVersion(ada.version() + 1),
                        new Issue(coupon("c2", "SPRING-1"), seen, Optional.empty())))
                .isEqualTo(Claim.CUSTOMER_CHANGED);
    }

    @Test
    void a_months_budget_is_counted_with_each_coupon_and_never_exceeded() {
        Customer ada = born("c1", "c2");
        Optional<Issue.Budget> one = Optional.of(new Issue.Budget(MARCH, 1));
        assertThat(coupons().issuedIn(Samples.STORE, MARCH)).isZero();

        assertThat(claim("c1", ada, new Issue(minted("c1").coupon(), Optional.empty(), one)))
                .isEqualTo(Claim.TAKEN);
        assertThat(coupons().issuedIn(Samples.STORE, MARCH)).isEqualTo(1);
        assertThat(claim(
                        "c2",
                        ada.withVersion(ada.version() + 1),
                        new Issue(minted("c2").coupon(), Optional.empty(), one)))
                .isEqualTo(Claim.CUSTOMER_CHANGED);

        assertThat(coupons().issuedIn(Samples.STORE, MARCH)).isEqualTo(1);
        assertThat(coupons().issuedIn(Samples.STORE, MARCH.plusMonths(1))).isZero();
    }

    @Test
    void what_a_customer_was_given_is_remembered_with_them() {
        born("c1");

        Slot slot = table().customers().find(Samples.STORE, Samples.ADA);

        assertThat(((Slot.Here) slot).customer().shopping().given())
                .isEqualTo(new Given(List.of(new Given.One("dddddddd", new CouponCode("SPRING-1"), Samples.NOW))));
    }

    private static MessageId id(String key) {
        return Samples.message(key).id();
    }
}
