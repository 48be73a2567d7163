package comeback.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Loyalty;
import comeback.event.LoyaltyEvent;
import comeback.ingest.reading.Links;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.store.KeyClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shop's loyalty programme tells. */
class ProgrammeTest {
    private static Fields fields(String json) {
        return Fields.of(Json.parseOwn(json.replace('\'', '"')));
    }

    private static Optional<Loyalty.Expiring> expiring(String json) {
        return Programme.of(fields(json), Optional.empty()).expiring();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'points_expiring':120,'points_expire_at':'2026-05-01'}",
                "{'pointsExpiring':'120','pointsExpireAt':'2026-05-01T23:59:00+09:00'}",
                "{'expiring_points':120.7,'expires_at':' 2026-05-01 '}"
            })
    void points_end_on_the_day_that_the_shop_names(String told) {
        assertThat(expiring(told)).contains(new Loyalty.Expiring(120, LocalDate.of(2026, 5, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'points_expiring':120}",
                "{'points_expire_at':'2026-05-01'}",
                "{'points_expiring':120,'points_expire_at':'1 May'}",
                "{'points_expiring':120,'points_expire_at':'2026-02-30'}",
                "{'points_expiring':0,'points_expire_at':'2026-05-01'}"
            })
    void points_of_which_half_is_known_do_not_end(String told) {
        assertThat(expiring(told)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Points Changed", "points_changed", "Tier Changed"})
    void a_programme_tells_of_points_by_several_names(String name) {
        assertThat(TrackName.of(name)).contains(TrackName.POINTS_CHANGED);
    }

    @Test
    void a_reward_is_what_the_event_names_and_no_trait() {
        var event = Messages.one(MessageType.TRACK, """
                {"userId":"u1","event":"Reward Unlocked","properties":{"reward":"A free spoon","points":40}}""");

        assertThat(event.event()).isEqualTo(new LoyaltyEvent.RewardUnlocked());
        assertThat(event.profile().loyalty().reward()).contains("A free spoon");
        assertThat(event.profile().loyalty().points()).contains(40L);
        assertThat(Programme.of(fields("{'reward':'A free spoon'}"), Optional.empty())
                        .reward())
                .isEmpty();
    }

    @Test
    void a_reward_without_a_name_is_none() {
        Fields told = fields("{'points':40}");

        assertThat(People.rewardUnlocked(told, Instant.EPOCH, Links.of(TestStores.demo(), KeyClass.SECRET)))
                .isEmpty();
        assertThat(told.problems()).anySatisfy(problem -> assertThat(problem).contains("reward"));
    }
}
