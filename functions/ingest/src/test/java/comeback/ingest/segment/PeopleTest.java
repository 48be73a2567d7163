package comeback.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Consent;
import comeback.customer.EmailAddress;
import comeback.customer.Loyalty;
import comeback.customer.Ref;
import comeback.event.Event;
import comeback.event.StoreEvent;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a message is about, and what it tells about them. */
class PeopleTest {
    private static final EmailAddress KIM = new EmailAddress("kim@shopper.example");

    @Test
    void someone_who_identifies_is_known_by_all_names() {
        var event = identify("""
                {"userId":"u1","anonymousId":"a1","traits":{"email":"Kim@shopper.example","firstName":"Minsu","lastName":"Kim",\
                "locale":"ko_KR","timezone":"Asia/Seoul"}}""");

        assertThat(event.event()).isEqualTo(new Event.CustomerUpdated());
        assertThat(event.refs()).containsExactly(Ref.user("u1"), Ref.email(KIM), Ref.anonymous("a1"));
        assertThat(event.emailIsTheirs()).isTrue();
        assertThat(event.email().orElseThrow().value()).isEqualTo("Kim@shopper.example");
        assertThat(event.profile().firstName()).contains("Minsu");
        assertThat(event.profile().lastName()).contains("Kim");
        assertThat(event.profile().locale()).contains(Locale.KOREA);
        assertThat(event.profile().zone()).contains(ZoneId.of("Asia/Seoul"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'tier':'gold','points':1250}|gold|1250",
                "{'loyalty_tier':'VIP','points_balance':0}|VIP|0",
                "{'vipTier':'gold','loyaltyPoints':'12.9'}|gold|12",
                "{'points':-5}||0",
                "{'plan':'gold'}||"
            })
    void a_place_in_the_shops_loyalty_programme_is_what_its_traits_say(String traits, String tier, Long points) {
        var loyalty = identify("{\"userId\":\"u1\",\"traits\":%s}".formatted(traits.replace('\'', '"')))
                .profile()
                .loyalty();

        assertThat(loyalty).isEqualTo(new Loyalty(Optional.ofNullable(tier), Optional.ofNullable(points)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'country':'Turkey'}|{}|TR",
                "{'address':{'city':'Seoul','country':'KR'}}|{}|KR",
                "{'address':'1 Long Lane, London'}|{'country':'United Kingdom'}|GB",
                "{'country':'DE'}|{'country':'United Kingdom'}|DE"
            })
    void where_somebody_lives_is_told_by_their_traits_or_their_device(String traits, String location, String country) {
        var event = identify("""
                {"userId":"u1","traits":%s,"context":{"location":%s}}""".formatted(traits, location).replace('\'', '"'));

        assertThat(event.profile().country()).contains(country);
    }

    @Test
    void a_sign_up_tells_the_name_where_it_tells_the_rest() {
        var event = track("""
                {"userId":"u1","event":"Signed Up","properties":{"email":"kim@shopper.example","firstName":"Minsu"}}""");

        assertThat(event.profile().firstName()).contains("Minsu");
    }

    @Test
    void traits_count_before_what_the_client_remembers_and_that_before_the_browser() {
        var event = identify("""
                {"userId":"u1","traits":{"firstName":"New"},"context":{"locale":"en-GB","timezone":"Europe/London",\
                "traits":{"firstName":"Old","lastName":"Lee","locale":"tr"}}}""");

        assertThat(event.profile().firstName()).contains("New");
        assertThat(event.profile().lastName()).contains("Lee");
        assertThat(event.profile().locale()).contains(Locale.of("tr"));
        assertThat(event.profile().zone()).contains(ZoneId.of("Europe/London"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Ayşe Nur Yılmaz|Ayşe|Nur Yılmaz", "김민수|김민수|", "Kim\\r\\nMinsu|Kim|Minsu"})
    void a_whole_name_is_greeted_by_its_first_part(String name, String first, String last) {
        var profile = identify("{\"userId\":\"u1\",\"traits\":{\"name\":\"%s\"}}".formatted(name))
                .profile();

        assertThat(profile.firstName()).contains(first);
        assertThat(profile.lastName().orElse("")).isEqualTo(last == null ? "" : last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1992-02-29", "1992-02-29T00:00:00Z", "--02-29", "02-29", " 02-29 "})
    void a_birthday_is_kept_without_its_year(String sent) {
        var profile = identify("{\"userId\":\"u1\",\"traits\":{\"birthday\":\"%s\"}}".formatted(sent))
                .profile();

        assertThat(profile.dates()).isEqualTo(Map.of("birthday", MonthDay.of(2, 29)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1992", "02-30", "29.02.1992", "yesterday", ""})
    void a_birthday_that_nobody_can_read_is_not_known(String sent) {
        assertThat(identify("{\"userId\":\"u1\",\"traits\":{\"birthday\":\"%s\"}}".formatted(sent))
                        .profile()
                        .dates())
                .isEmpty();
    }

    @Test
    void a_store_names_other_dates_as_it_likes() {
        var profile = identify("""
                {"userId":"u1","traits":{"dates":{"Wedding day":"2019-06-01","<b>":"2019-06-01","minsu":7}}}""").profile();

        assertThat(profile.dates()).isEqualTo(Map.of("wedding day", MonthDay.of(6, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Win at https://evil.example", "www.evil", "evil.example", "\u202e\u2066", "  "})
    void a_name_that_is_a_link_or_nothing_greets_nobody(String name) {
        assertThat(identify("{\"userId\":\"u1\",\"traits\":{\"firstName\":\"%s\"}}".formatted(name))
                        .profile()
                        .firstName())
                .isEmpty();
    }

    @Test
    void a_name_is_at_most_sixty_characters() {
        var name = identify("{\"userId\":\"u1\",\"traits\":{\"firstName\":\"" + "😀".repeat(500) + "\"}}")
                .profile()
                .firstName()
                .orElseThrow();

        assertThat(name.codePointCount(0, name.length())).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GMT+0000", "+03:00", "Mars/Olympus", "EST", "Z", ""})
    void what_is_no_iana_zone_is_no_zone(String zone) {
        assertThat(identify("{\"userId\":\"u1\",\"context\":{\"timezone\":\"%s\"}}".formatted(zone))
                        .profile()
                        .zone())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en-US,en-US", "tr_TR.UTF-8,tr-TR", "ko,ko", "zh-Hant-TW,zh-Hant-TW", "C,", "%%%,", "12,"})
    void a_language_may_be_written_in_many_ways(String sent, String tag) {
        assertThat(identify("{\"userId\":\"u1\",\"traits\":{\"locale\":\"%s\"}}".formatted(sent))
                        .profile()
                        .locale()
                        .map(Locale::toLanguageTag)
                        .orElse(null))
                .isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"properties\":{\"email\":\"kim@shopper.example\"}",
                "\"traits\":{\"email\":\"kim@shopper.example\"}",
                "\"context\":{\"traits\":{\"email\":\"kim@shopper.example\"}}",
            })
    void the_address_of_a_sign_up_is_the_persons_own(String where) {
        var event = track("{\"userId\":\"u1\",\"event\":\"Signed Up\"," + where + "}");

        assertThat(event.refs()).containsExactly(Ref.user("u1"), Ref.email(KIM));
        assertThat(event.emailIsTheirs()).isTrue();
    }

    @Test
    void the_address_of_an_order_is_only_where_this_order_writes_to() {
        var event = track("""
                {"userId":"u1","event":"Order Completed","properties":{"order_id":"1","email":"kim@shopper.example"}}""");

        assertThat(event.refs()).containsExactly(Ref.user("u1"));
        assertThat(event.email()).contains(KIM);
        assertThat(event.emailIsTheirs()).isFalse();
    }

    @Test
    void an_order_for_someone_else_does_not_change_who_the_shopper_is() {
        var event = track("""
                {"userId":"u1","event":"Order Completed","context":{"traits":{"email":"kim@shopper.example"}},\
                "properties":{"order_id":"1","email":"friend@shopper.example"}}""");

        assertThat(event.email()).contains(KIM);
        assertThat(event.emailIsTheirs()).isTrue();
        assertThat(((Event.OrderCompleted) event.event()).order().email())
                .contains(new EmailAddress("friend@shopper.example"));
    }

    @Test
    void a_guest_known_by_nothing_but_an_address_is_the_one_it_names() {
        var event = track("""
                {"event":"Checkout Started","properties":{"email":"kim@shopper.example"}}""");

        assertThat(event.refs()).containsExactly(Ref.email(KIM));
        assertThat(event.emailIsTheirs()).isTrue();
    }

    @Test
    void an_address_in_an_event_that_we_do_not_know_is_nobodys() {
        var event = track("""
                {"userId":"u1","event":"Gift Sent","properties":{"email":"friend@shopper.example"}}""");

        assertThat(event.email()).isEmpty();
        assertThat(event.refs()).containsExactly(Ref.user("u1"));
    }

    @Test
    void the_traits_of_a_group_are_a_companys() {
        var event = Messages.one(MessageType.GROUP, """
                {"userId":"u1","groupId":"g1","traits":{"name":"Acme","email":"office@acme.example"}}""");

        assertThat(event.email()).isEmpty();
        assertThat(event.profile().firstName()).isEmpty();
    }

    @Test
    void an_alias_tells_the_name_someone_had_before() {
        var event = Messages.one(MessageType.ALIAS, "{\"userId\":\"u1\",\"previousId\":\"a1\"}");

        assertThat(event.refs()).containsExactly(Ref.user("u1"), Ref.anonymous("a1"));
        assertThat(event.event()).isEqualTo(new Event.Unrecognised("alias"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"acceptsMarketing\":true",
                "\"accepts_marketing\":\"true\"",
                "\"EMAIL_OPT_IN\":1,\"x\":null",
                "\"marketing-consent\":\"Yes\"",
                "\"subscribed\":\"subscribed\"",
            })
    void someone_who_agreed_is_heard_whatever_the_trait_is_called(String trait) {
        var consent = identify("{\"userId\":\"u1\",\"traits\":{" + trait + "}}").consent();

        assertThat(consent).isInstanceOf(Consent.Given.class);
        assertThat(((Consent.Given) consent).at()).isEqualTo(Messages.NOW);
        assertThat(((Consent.Given) consent).source()).startsWith("Segment identify: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"subscribed\":\"weekly\"",
                "\"acceptsMarketing\":null",
                "\"acceptsMarketing\":{}",
                "\"plan\":true"
            })
    void what_is_neither_yes_nor_no_says_nothing(String trait) {
        assertThat(identify("{\"userId\":\"u1\",\"traits\":{" + trait + "}}").consent())
                .isInstanceOf(Consent.Unknown.class);
    }

    @Test
    void of_a_yes_and_a_no_in_one_message_the_no_counts() {
        assertThat(identify("{\"userId\":\"u1\",\"traits\":{\"subscribed\":true,\"email_opt_in\":false}}")
                        .consent())
                .isEqualTo(new Consent.Withdrawn(Messages.NOW, "Segment identify: email_opt_in"));
    }

    @Test
    void segments_own_consent_object_is_understood() {
        var context = "\"context\":{\"consent\":{\"categoryPreferences\":{\"Advertising\":true,\"Functional\":false}}}";

        assertThat(identify("{\"userId\":\"u1\"," + context + "}").consent()).isInstanceOf(Consent.Given.class);
        assertThat(track("{\"userId\":\"u1\",\"event\":\"Segment Consent Preference Updated\"," + context + "}")
                        .consent())
                .isInstanceOf(Consent.Given.class);
    }

    @Test
    void a_sign_up_and_an_order_may_bring_consent() {
        assertThat(track("{\"userId\":\"u1\",\"event\":\"Signed Up\",\"traits\":{\"acceptsMarketing\":true}}")
                        .consent())
                .isInstanceOf(Consent.Given.class);
        assertThat(track("{\"userId\":\"u1\",\"event\":\"Order Completed\","
                                + "\"properties\":{\"order_id\":\"1\",\"buyer_accepts_marketing\":false}}")
                        .consent())
                .isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void an_old_yes_that_a_client_repeats_with_every_call_does_not_undo_an_unsubscribe() {
        String remembered = "\"context\":{\"traits\":{\"acceptsMarketing\":true},"
                + "\"consent\":{\"categoryPreferences\":{\"Advertising\":true}}}";

        assertThat(track("{\"userId\":\"u1\",\"event\":\"Cart Viewed\"," + remembered + "}")
                        .consent())
                .isInstanceOf(Consent.Unknown.class);
        assertThat(Messages.one(MessageType.PAGE, "{\"userId\":\"u1\"," + remembered + "}")
                        .consent())
                .isInstanceOf(Consent.Unknown.class);
    }

    @Test
    void someone_who_unsubscribes_at_the_shop_has_withdrawn() {
        var event = track(
                "{\"event\":\"Unsubscribed\",\"properties\":{\"email\":\"kim@shopper.example\",\"subscribed\":true}}");

        assertThat(event.consent()).isEqualTo(new Consent.Withdrawn(Messages.NOW, "Segment track: Unsubscribed"));
        assertThat(event.refs()).containsExactly(Ref.email(KIM));
    }

    private static StoreEvent identify(String json) {
        return Messages.one(MessageType.IDENTIFY, json);
    }

    private static StoreEvent track(String json) {
        return Messages.one(MessageType.TRACK, json);
    }
}
