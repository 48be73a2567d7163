package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.CustomerId;
import comeback.customer.Lot;
import comeback.customer.Ref;
import comeback.customer.Started;
import comeback.flow.Reason.Verdict;
import comeback.message.Message;
import comeback.store.Mode;
import comeback.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flows that are tried out: in shadow, for some customers, with a holdout, with variants, with fewer reminders. */
class RolloutTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static String flow(String settings) {
        return """
                class: marketing
                %s
                starts: {on: [Signed Up], again: after 1d}
                steps:
                  - send: first
                    variants: {first: 1, first-with-picture: 3}
                    without consent: {send: plain, class: transactional}
                  - wait: 2d
                  - send: second
                """.formatted(settings);
    }

    private static Life life(String settings) {
        return Life.ofSomeoneWhoAgreed().with("test", flow(settings));
    }

    /** What becomes of so many customers, each known by a name of their own. */
    private static List<Life> lives(int count, String settings) {
        Flows flows = life(settings).flows();
        return IntStream.range(0, count)
                .mapToObj(i -> Life.ofSomeoneWhoAgreed()
                        .with(flows)
                        .called("customer-" + i)
                        .signsUp())
                .toList();
    }

    @Test
    void a_flow_in_shadow_decides_everything_and_sends_nothing() {
        Life ada = life("mode: shadow").signsUp().after(DAY.multipliedBy(3));

        assertThat(ada.mails()).isEmpty();
        assertThat(ada.reasons(Verdict.WOULD_SEND))
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason).contains("runs in shadow"));
        assertThat(ada.reasons(Verdict.FINISHED)).hasSize(1);
        assertThat(ada.explained("test", "second").verdict().text())
                .isEqualTo("second was not sent: the flow runs in shadow, which sends nothing; it would have gone.");
        assertThat(ada.explained("test", "second").verdict().otherwise())
                .contains("It would have gone, had the flow been live.");
    }

    @Test
    void what_a_shadow_would_send_takes_no_room_from_a_cap() {
        Life ada = life("mode: shadow").signsUp();

        assertThat(ada.customer().recentMails().sent()).isEmpty();
    }

    @Test
    void a_store_may_make_a_flow_a_shadow_or_live() {
        Store shadowing =
                TestStores.named("demo", TestStores.DAY_AND_NIGHT.with(Map.of("test", new Mode.Shadow())), Set.of());
        Store living =
                TestStores.named("demo", TestStores.DAY_AND_NIGHT.with(Map.of("test", new Mode.Live())), Set.of());

        assertThat(life("mode: live").in(shadowing).signsUp().mails()).isEmpty();
        assertThat(life("mode: shadow").in(living).signsUp().mails()).containsExactly("first");
    }

    @Test
    void a_canary_is_live_for_its_share_of_the_customers_and_always_for_the_same() {
        List<Life> lives = lives(1_000, "mode: canary 20%");

        List<Life> live = lives.stream().filter(life -> !life.mails().isEmpty()).toList();
        assertThat(live).hasSizeBetween(160, 240);
        assertThat(lives.stream()
                        .filter(life -> life.reasons(Verdict.WOULD_SEND).isEmpty()))
                .isEqualTo(live);
        assertThat(live)
                .allSatisfy(life ->
                        assertThat(life.after(DAY.multipliedBy(3)).mails()).containsExactly("first", "second"));
    }

    @Test
    void who_is_held_out_gets_no_marketing_and_is_remembered_as_held_out() {
        List<Life> lives = lives(1_000, "holdout: 10%");

        List<Life> heldOut = lives.stream()
                .filter(life -> life.customer().started().getFirst().isHeldOut())
                .toList();
        assertThat(heldOut).hasSizeBetween(70, 130);
        assertThat(lives)
                .filteredOn(life -> !heldOut.contains(life))
                .allSatisfy(life -> assertThat(life.mails()).containsExactly("first"));
        assertThat(heldOut).allSatisfy(life -> {
            life.after(DAY.multipliedBy(3));
            assertThat(life.mails()).containsExactly("plain");
            assertThat(life.reasons(Verdict.STARTED)).containsExactly("test: because of Signed Up, in the holdout");
            assertThat(life.explained("test", "second").verdict().text())
                    .startsWith("second was not sent: the customer is one of the 10% who get none of this marketing");
        });
    }

    @Test
    void who_is_held_out_once_is_held_out_again() {
        Life one = lives(100, "holdout: 10%").stream()
                .filter(life -> life.customer().started().getFirst().isHeldOut())
                .findFirst()
                .orElseThrow();

        one.after(DAY.multipliedBy(30)).signsUp();

        assertThat(one.customer().started()).extracting(Started::run).containsExactly(1, 2);
        assertThat(one.customer().started()).allMatch(Started::isHeldOut);
    }

    @Test
    void what_they_drew_is_remembered_of_who_would_get_it_and_of_nobody_in_shadow() {
        Life live = lives(1, "holdout: 10%").getFirst();
        Life shadow = lives(1, "holdout: 10%\nmode: shadow").getFirst();
        Life without = lives(1, "mode: live").getFirst();

        assertThat(live.customer().started().getFirst().lots())
                .extracting(Lot::trial)
                .containsExactly("holdout 10%");
        assertThat(shadow.customer().started().getFirst().lots()).isEmpty();
        assertThat(without.customer().started().getFirst().lots()).isEmpty();
    }

    @Test
    void a_holdout_and_a_canary_are_drawn_apart() {
        List<String> both = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            CustomerId customer = CustomerId.of(Ref.user("customer-" + i));
            int one = Lots.draw(TestStores.demo().id(), customer, 2, "test", "holdout");
            int other = Lots.draw(TestStores.demo().id(), customer, 2, "test", "canary");
            both.add(one + "" + other);
        }

        for (String pair : List.of("00", "01", "10", "11")) {
            assertThat(both.stream().filter(pair::equals).count()).isBetween(200L, 300L);
        }
    }

    @Test
    void a_variant_is_given_by_its_weight_and_a_message_remembers_which() {
        List<Life> lives = lives(1_000, "mode: live");

        long pictures = lives.stream()
                .map(life -> life.born().getFirst())
                .filter(message -> message.letter().equals("first-with-picture"))
                .count();
        assertThat(pictures).isBetween(700L, 800L);
        assertThat(lives).allSatisfy(life -> assertThat(life.mails()).containsExactly("first"));
    }

    @Test
    void a_customer_gets_the_same_variant_in_the_next_run() {
        Life ada = life("mode: live").signsUp().after(DAY.multipliedBy(30)).signsUp();

        assertThat(ada.born())
                .filteredOn(message -> message.name().equals("first"))
                .hasSize(2)
                .extracting(Message::letter)
                .containsOnly(ada.born().getFirst().letter());
    }

    @Test
    void which_variant_went_is_told() {
        Life ada = life("mode: live").signsUp();

        assertThat(ada.explained("test", "first").verdict().text())
                .isEqualTo("first was sent at 2026-03-02T09:00:00Z, as "
                        + ada.born().getFirst().letter() + ".");
        assertThat(ada.reasons(Verdict.SENDING)).singleElement().asString().contains("of 4 customers get");
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 2", "1, 0, 1", "3, 1, 1", "1, 5, 1"})
    void nobody_gets_more_reminders_than_the_flow_and_the_store_allow(int ofFlow, int ofStore, int sent) {
        Store store = ofStore == 0
                ? TestStores.demo()
                : TestStores.named("demo", TestStores.DAY_AND_NIGHT.withMaxReminders(ofStore), Set.of());

        Life ada = life("max reminders: " + ofFlow).in(store).signsUp().after(DAY.multipliedBy(3));

        assertThat(ada.mails()).hasSize(sent);
        if (sent == 1) {
            assertThat(ada.explained("test", "second").verdict().text()).endsWith("sends at most 1 reminder.");
            assertThat(ada.explained("test", "second").verdict().otherwise().orElseThrow())
                    .endsWith("allowed more reminders.");
        }
    }
}
