package comeback.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every bus does. */
abstract class AnnouncementsContract {
    abstract Announcements announcements();

    /** What came out at its other end: the type and the body of each. */
    abstract List<Map.Entry<String, Map<String, Object>>> heard();

    static List<Announcement> sent(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Announcement(
                        "message.sent", "demo", "letter-" + i, Map.of("message", "letter-" + i, "flow", "cart")))
                .toList();
    }

    static Map.Entry<String, Map<String, Object>> asHeard(Announcement told) {
        return Map.entry(told.type(), told.body());
    }

    @Test
    void all_of_it_is_heard_in_its_order_however_much_it_is() {
        List<Announcement> told = sent(25);
        announcements().tell(told);

        assertThat(heard())
                .isEqualTo(told.stream().map(AnnouncementsContract::asHeard).toList());
    }

    @Test
    void what_is_told_twice_has_the_same_id() {
        announcements().tell(sent(1));
        announcements().tell(sent(1));

        assertThat(heard()).hasSize(2);
        assertThat(heard()).extracting(told -> told.getValue().get("id")).containsOnly("message.sent:demo:letter-0");
    }

    @Test
    void nothing_to_tell_is_nothing_heard() {
        announcements().tell(List.of());

        assertThat(heard()).isEmpty();
    }
}
