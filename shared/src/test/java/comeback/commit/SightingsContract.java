package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Money;
import comeback.catalogue.Sight;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.customer.Seen;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Sightings} does. */
public abstract class SightingsContract {
    private static final Instant NOW = Samples.NOW;

    protected abstract Sightings sightings();

    private static Seen mug(long cents, int second, Seen.How how) {
        return new Seen(
                "mug",
                Optional.of("small"),
                Optional.of(new Money(cents, Currency.getInstance("USD"))),
                NOW.plusSeconds(second),
                how);
    }

    private Waiter only() {
        List<Waiter> all = sightings().page(Samples.STORE, "mug", Optional.empty(), 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Sight sight(long cents, boolean isInCart, boolean isWished) {
        return new Sight(
                Optional.of("small"), Optional.of(new Money(cents, Currency.getInstance("USD"))), isInCart, isWished);
    }

    @Test
    void what_was_seen_last_counts_in_whatever_order_it_is_told() {
        sightings().note(Samples.STORE, Samples.ADA, mug(1800, 5, Seen.How.LOOKED));
        sightings().note(Samples.STORE, Samples.ADA, mug(2000, 1, Seen.How.LOOKED));

        assertThat(only())
                .isEqualTo(new Waiter(
                        Samples.ADA,
                        NOW.plusSeconds(5),
                        NOW.plusSeconds(5).plus(Sightings.KEPT_FOR),
                        Optional.of(sight(1800, false, false))));
    }

    @Test
    void a_look_takes_nothing_out_of_the_cart_and_nothing_off_the_wish_list() {
        sightings().note(Samples.STORE, Samples.ADA, mug(1800, 1, Seen.How.IN_CART));
        sightings().note(Samples.STORE, Samples.ADA, mug(1800, 2, Seen.How.WISHED));
        sightings().note(Samples.STORE, Samples.ADA, mug(1700, 3, Seen.How.LOOKED));

        assertThat(only().saw()).contains(sight(1700, true, true));
    }

    @Test
    void what_was_taken_off_the_wish_list_is_off_it_and_an_older_wish_does_not_bring_it_back() {
        sightings().note(Samples.STORE, Samples.ADA, mug(1800, 2, Seen.How.WISHED));
        sightings().note(Samples.STORE, Samples.ADA, mug(1800, 5, Seen.How.WISHED_NO_MORE));
        sightings().note(Samples.STORE, Samples.ADA, mug(1800, 3, Seen.How.WISHED));

        assertThat(only().saw()).contains(sight(1800, false, false));
    }

    @Test
    void who_takes_off_what_we_never_saw_them_wish_is_nobody_who_saw_it() {
        sightings().note(Samples.STORE, Samples.ADA, mug(1800, 5, Seen.How.WISHED_NO_MORE));

        assertThat(sightings().page(Samples.STORE, "mug", Optional.empty(), 10)).isEmpty();
    }

    @Test
    void a_price_that_the_last_look_did_not_tell_is_not_the_one_before() {
        sightings().note(Samples.STORE, Samples.ADA, mug(1800, 1, Seen.How.LOOKED));
        sightings()
                .note(
                        Samples.STORE,
                        Samples.ADA,
                        new Seen("mug", Optional.empty(), Optional.empty(), NOW.plusSeconds(2), Seen.How.LOOKED));

        assertThat(only().saw()).contains(new Sight(Optional.empty(), Optional.empty(), false, false));
    }

    @Test
    void pages_show_everybody_once_and_nobody_of_another_store_or_product() {
        IntStream.range(0, 7)
                .forEach(number -> sightings()
                        .note(Samples.STORE, CustomerId.of(Ref.user("p" + number)), mug(1800, 1, Seen.How.LOOKED)));
        List<CustomerId> met = new ArrayList<>();
        Optional<CustomerId> after = Optional.empty();
        for (int page = 0; page < 3; page++) {
            List<Waiter> read = sightings().page(Samples.STORE, "mug", after, 3);
            read.forEach(waiter -> met.add(waiter.customer()));
            after = Optional.of(met.getLast());
        }

        assertThat(met).hasSize(7).doesNotHaveDuplicates();
        assertThat(sightings().page(Samples.STORE, "lamp", Optional.empty(), 3)).isEmpty();
        assertThat(sightings().page(new StoreId("other"), "mug", Optional.empty(), 3))
                .isEmpty();
    }
}
