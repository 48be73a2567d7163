package comeback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody said about marketing, when it is said again, late, or by somebody who turns out to be the same. */
class ConsentTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Consent NO = new Consent.Withdrawn(NOW.minus(Duration.ofDays(900)), "page");
    private static final Consent YES = new Consent.Given(NOW, "form");
    private static final Consent ASKED = new Consent.Asked(NOW, "form");
    private static final Consent NOTHING = Consent.unknown();

    @Test
    void of_two_records_of_one_person_the_stricter_word_holds_whichever_is_newer_and_whichever_is_asked() {
        for (Consent other : List.of(YES, ASKED, NOTHING, NO)) {
            assertThat(NO.merge(other)).isEqualTo(NO);
            assertThat(other.merge(NO)).isEqualTo(NO);
        }
        for (Consent other : List.of(ASKED, NOTHING)) {
            assertThat(YES.merge(other))
                    .as("an unproven yes takes nothing away")
                    .isEqualTo(YES);
            assertThat(other.merge(YES)).isEqualTo(YES);
        }
        assertThat(ASKED.merge(NOTHING)).isEqualTo(ASKED);
        assertThat(NOTHING.merge(ASKED)).isEqualTo(ASKED);
    }

    @Test
    void who_is_refused_in_the_registry_stays_so_when_two_records_are_one() {
        Customer ada = Customer.unknown(CustomerId.of(Ref.user("ada")));
        Customer refused = ada.with(Profile.EMPTY.with(Registry.REFUSED));
        Customer approved = ada.with(Profile.EMPTY.with(Registry.APPROVED));

        assertThat(refused.merge(approved).profile().registry()).isEqualTo(Optional.of(Registry.REFUSED));
        assertThat(approved.merge(refused).profile().registry()).isEqualTo(Optional.of(Registry.REFUSED));
        assertThat(ada.merge(approved).profile().registry()).isEqualTo(Optional.of(Registry.APPROVED));
    }

    @Test
    void a_yes_that_is_to_be_confirmed_takes_no_proven_word_away_and_counts_from_its_first_day() {
        Consent later = new Consent.Asked(NOW.plus(Duration.ofDays(6)), "form");
        Consent muchLater = new Consent.Asked(NOW.plus(Duration.ofDays(8)), "form");

        assertThat(YES.then(later)).isEqualTo(YES);
        assertThat(ASKED.then(later)).isEqualTo(ASKED);
        assertThat(ASKED.then(muchLater)).isEqualTo(muchLater);
        assertThat(NO.then(ASKED)).isEqualTo(ASKED);
        assertThat(new Consent.Withdrawn(NOW.plusSeconds(1), "page").then(ASKED))
                .isInstanceOf(Consent.Withdrawn.class);
        assertThat(ASKED.then(new Consent.Given(NOW.plusSeconds(60), "confirmation")))
                .isInstanceOf(Consent.Given.class);
        assertThat(ASKED.then(new Consent.Withdrawn(NOW.plusSeconds(60), "page")))
                .isInstanceOf(Consent.Withdrawn.class);
    }
}
