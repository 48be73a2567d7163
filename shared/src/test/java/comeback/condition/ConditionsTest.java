package comeback.condition;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.condition.Conditions.Mistake;
import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Journey;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.OrderState.Stage;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.customer.Shopping;
import comeback.event.CartRef;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flow.Condition;
import comeback.flow.Condition.Asked;
import comeback.store.KeyClass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T11:00:00Z");
    private static final Place ADDED = Place.start(Set.of("Product Added"));

    /** From Korea, agreed to marketing, has a mug for 18 dollars in the cart and ordered 3 and 40 days ago. */
    private static Customer mina() {
        return Customer.unknown(CustomerId.of(Ref.user("mina")))
                .with(new Profile(
                        Optional.of("Mina"),
                        Optional.empty(),
                        Optional.of(Locale.KOREA),
                        Optional.of(ZoneId.of("Asia/Seoul"))))
                .with(new Consent.Given(NOW.minus(Duration.ofDays(50)), "form"))
                .with(new Shopping(
                        Optional.of(cart(line("mug", "18.00", "USD", 2))),
                        Optional.empty(),
                        List.of(),
                        List.of(ordered("1", 40, Stage.DELIVERED), ordered("2", 3, Stage.PLACED), gone())));
    }

    private static OrderState ordered(String id, int daysAgo, Stage stage) {
        return new OrderState(new OrderId(id), NOW.minus(Duration.ofDays(daysAgo)), stage);
    }

    private static OrderState gone() {
        return ordered("3", 1, Stage.CANCELLED);
    }

    private static Customer nobody() {
        return Customer.unknown(CustomerId.of(Ref.user("nobody")));
    }

    private static Customer withCart(Line... lines) {
        return nobody().with(Shopping.NOTHING.withCart(cart(lines)));
    }

    private static Cart cart(Line... lines) {
        Instant at = NOW.minus(Duration.ofHours(5));
        return new Cart("c", Set.of(), List.of(lines), 0, Optional.empty(), Optional.empty(), at, at);
    }

    private static Line line(String product, String price, String currency, int pieces) {
        return new Line(
                product,
                Optional.of(product + "-blue"),
                product,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                pieces,
                Optional.of(Money.of(new BigDecimal(price), Currency.getInstance(currency))));
    }

    private static Asked now(Customer customer) {
        return new Asked(customer, Optional.empty(), TestStores.demo(), Optional.empty(), NOW);
    }

    private static Asked onTheWay(Customer customer) {
        Instant start = NOW.minus(Duration.ofDays(7));
        Journey journey = new Journey(
                "welcome",
                "v1",
                "order",
                new About.TheOrder(new OrderId("1")),
                true,
                start,
                new Journey.Beginning(start, 1, false),
                1,
                NOW,
                1,
                Optional.empty(),
                List.of());
        return new Asked(customer, Optional.empty(), TestStores.demo(), Optional.of(journey), NOW);
    }

    private static Asked just(Customer customer, Event event) {
        StoreEvent reported = new StoreEvent(
                "e",
                "test",
                NOW,
                NOW,
                List.of(Ref.user("mina")),
                Optional.empty(),
                false,
                Profile.EMPTY,
                Consent.unknown(),
                KeyClass.SECRET,
                false,
                event);
        return new Asked(customer, Optional.of(reported), TestStores.demo(), Optional.empty(), NOW);
    }

    private static Condition read(String text, Place place) {
        Conditions.Read read = Conditions.read(text, place);
        assertThat(read.mistakes()).isEmpty();
        return read.condition().orElseThrow();
    }

    private static boolean holds(String text, Asked asked) {
        return read(text, Place.step()).about(asked).holds();
    }

    private static String mistakes(String text, Place place) {
        Conditions.Read read = Conditions.read(text, place);
        assertThat(read.condition()).isEmpty();
        return String.join("\n", read.mistakes().stream().map(Mistake::what).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$customer.orders.count == 2",
                "$customer.orders.count > 1 && $customer.orders.count < 3",
                "$customer.orders.daysSince == 3",
                "$customer.orders.lastAt > $journey.startedAt",
                "$journey.orders == 1 and $journey.hours == 168 and $journey.letters == 1",
                "$customer.consent == \"given\"",
                "$customer.consent != 'withdrawn'",
                "$customer.language == 'ko' && $customer.country eq 'KR'",
                "$customer.firstName.known",
                "!$customer.email.known",
                "not $customer.email.known",
                "$cart.known && $cart.items == 2 && $cart.hours == 5",
                "$cart.value == '36 USD'",
                "$cart.value >= \"35.99 USD\"",
                "$cart.value > 0",
                "$cart.value.known",
                "$cart.contains('mug') && $cart.contains('mug-blue') && !$cart.contains('tea')",
                "$order.stage == 'delivered' && $order.daysSince == 40",
                "$store.id == 'demo' || $store.id == 'other'",
                "$now.hour == 20 && $now.weekday == 'Monday' && $now.day == 2 && $now.month == 3",
                "($customer.orders.count == 9 || $cart.known) && $customer.consent == 'given'",
                "${customer.orders.count} == 2",
                "2 == $customer.orders.count",
                "true",
            })
    void what_is_so_holds(String text) {
        assertThat(holds(text, onTheWay(mina()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$customer.orders.count == 3",
                "$customer.consent == 'unknown'",
                "$cart.value < '36 USD'",
                "$cart.contains('tea')",
                "$customer.orders.count == 2 && $cart.items == 9",
                "false",
            })
    void what_is_not_so_does_not_hold_and_its_opposite_does(String text) {
        assertThat(holds(text, onTheWay(mina()))).isFalse();
        assertThat(holds("!(" + text + ")", onTheWay(mina()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$cart.value > '1 USD'",
                "$cart.value == '1 USD'",
                "$cart.value != '1 USD'",
                "$cart.items < 3",
                "$cart.contains('mug')",
                "$customer.orders.daysSince > 30",
                "$customer.language != 'ko'",
                "$customer.email.reachable",
                "$order.stage == 'placed'",
                "$cart.items < 3 && $customer.orders.count == 0",
            })
    void of_somebody_unknown_nothing_is_said_neither_that_it_is_so_nor_that_it_is_not(String text) {
        assertThat(holds(text, onTheWay(nobody()))).isFalse();
        assertThat(holds("!(" + text + ")", onTheWay(nobody()))).isFalse();
    }

    @Test
    void what_is_missing_can_be_asked_for() {
        assertThat(holds("!$cart.value.known", now(nobody()))).isTrue();
        assertThat(holds("!$cart.value.known || $cart.value < '50 USD'", now(nobody())))
                .isTrue();
        assertThat(holds("$cart.contains('mug').known", now(nobody()))).isFalse();
    }

    @Test
    void amounts_of_two_currencies_are_neither_equal_nor_different() {
        Asked won = now(withCart(line("mug", "60000", "KRW", 1)));

        assertThat(holds("$cart.value > '50 USD'", won)).isFalse();
        assertThat(holds("$cart.value <= '50 USD'", won)).isFalse();
        assertThat(holds("$cart.value != '50 USD'", won)).isFalse();
        assertThat(holds("$cart.value > '50 USD' || $cart.value > '50000 KRW'", won))
                .isTrue();
        assertThat(holds("$cart.value > 0", won)).isTrue();
    }

    @Test
    void an_amount_is_compared_to_the_cent() {
        Asked cents = now(withCart(line("mug", "0.10", "USD", 3)));

        assertThat(holds("$cart.value == '0.30 USD'", cents)).isTrue();
        assertThat(holds("$cart.value < '0.31 USD' && $cart.value > '0.29 USD'", cents))
                .isTrue();
    }

    @Test
    void the_hour_is_that_of_the_customers_day_or_the_shops() {
        assertThat(holds("$now.hour == 20", now(mina()))).isTrue();
        assertThat(holds("$now.hour == 6", now(nobody()))).isTrue();
    }

    @Test
    void at_the_start_the_event_can_be_asked() {
        Event added = new Event.ProductAdded(line("mug", "18.00", "USD", 2), CartRef.UNNAMED);
        Condition.Asked asked = just(mina(), added);

        assertThat(read("$event.value == '36 USD' && $event.items == 2", ADDED)
                        .about(asked)
                        .holds())
                .isTrue();
        assertThat(read("$event.contains('mug') && $event.currency == 'USD'", ADDED)
                        .about(asked)
                        .holds())
                .isTrue();
        assertThat(read("$event.name == 'Product Added' && $event.hours == 0", ADDED)
                        .about(asked)
                        .holds())
                .isTrue();
        assertThat(read("$event.value == '36 USD'", ADDED).isAboutEvent()).isTrue();
        assertThat(read("$cart.value == '36 USD'", ADDED).isAboutEvent()).isFalse();
    }

    @Test
    void an_answer_tells_every_value_that_was_looked_at() {
        Condition.Answer answer = read("$customer.orders.count == 0 && $cart.value > '50 USD'", Place.step())
                .about(now(nobody()));

        assertThat(answer.inWords()).isEqualTo("$customer.orders.count is 0 and $cart.value is not known");
        assertThat(answer.decisive()).containsExactly("$cart.value > '50 USD'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '#',
            value = {
                // Each missing part must change.
                "$customer.orders.count == 9 && $cart.items == 9 && $cart.known => "
                        + "$customer.orders.count == 9, $cart.items == 9",
                // Any of them would have been enough.
                "$customer.orders.count == 9 || $cart.items == 9 => $customer.orders.count == 9 || $cart.items == 9",
                "!($customer.orders.count == 2) && $cart.known => !($customer.orders.count == 2)",
                "($cart.items == 9 || $cart.items == 8) && $cart.known => $cart.items == 9 || $cart.items == 8",
                // What holds, holds because of these.
                "$customer.orders.count == 2 || $cart.items == 9 => $customer.orders.count == 2",
                "$customer.orders.count == 2 && $cart.items == 2 => $customer.orders.count == 2, $cart.items == 2",
            })
    void an_answer_names_the_parts_that_decided(String text, String decisive) {
        assertThat(String.join(", ", read(text, Place.step()).about(now(mina())).decisive()))
                .isEqualTo(decisive);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '#',
            value = {
                "$custmer.orders.count == 1 => there is no $custmer.orders.count; what can be asked begins with"
                        + " $customer, $cart, $order, $change, $day, $journey, $store, $now",
                "$customer.orders.cuont == 1 => there is no $customer.orders.cuont; there is $customer.orders.count,"
                        + " $customer.orders.spent",
                "$customer.orders == 1 => there is no $customer.orders; there is $customer.orders.count",
                "$customer.orders.count == '1' => $customer.orders.count is a number, and '1' is a text",
                "$customer.orders.count == $customer.language => is a number, and $customer.language is a text",
                "$customer.orders.lastAt > 3 => $customer.orders.lastAt is a time, and 3 is a number",
                "$customer.language > 'ko' => $customer.language is a text: it can be == or !=, not >",
                "$customer.firstName.known < true => is true or false: it can be == or !=, not <",
                "$customer.orders.count => $customer.orders.count is a number: compare it with something",
                "$customer.orders.count && true => $customer.orders.count is a number: compare it with something",
                "$cart.value > 50 => $cart.value is an amount of money: compare it with an amount and its currency, as"
                        + " \"50 USD\"",
                "$cart.value > '50 Euro' => compare it with an amount and its currency",
                "$cart.value > '50.5 KRW' => compare it with an amount and its currency",
                "$cart.value > '50 XYZ' => compare it with an amount and its currency",
                "$cart.value == $cart.items => $cart.value is an amount of money",
                "1 == 1 => this compares nothing that could change",
                "$customer.consent == 'gvien' => $customer.consent is never 'gvien'; it is one of given, asked, withdrawn,"
                        + " unknown",
                "$customer.country == 'Korea' => $customer.country is never 'Korea'; it is a country as \"KR\"",
                "$customer.language == 'KR' => $customer.language is never 'KR'; it is a language as \"ko\"",
                "$now.weekday == 'monday' => it is one of Monday, Tuesday",
                "$customer.firstName == 'Ada' => there is no $customer.firstName; there is $customer.firstName.known",
                "$customer.getClass() == 'x' => method getClass() is not known here; there is $customer.consent",
                "$cart.value.toString() == 'x' => method toString() is not known here; there is $cart.known,"
                        + " $cart.value",
                "$cart.contains($customer.language) => $cart.contains('…') asks for one text, written out in quotes",
                "$cart.contains() => $cart.contains('…') asks for one text, written out in quotes",
                "$cart.contains('a').size => after $cart.contains('a') only .known can come",
                "$cart.contains => there is no $cart.contains; there is $cart.known, $cart.value, $cart.items,"
                        + " $cart.contains('…')",
                "$cart[0] => cannot read $cart[0]",
                "$customer.orders.count + 1 == 2 => nothing else is known here",
                "[1, 2] == [1, 2] => nothing else is known here",
                "$event.value > 0 => $event.value is not known at a step: the event may be long past",
                "sometimes => this is no condition",
                "$customer.orders.count == => this is no condition: something is missing",
                "$customer.orders.count = 3 => this is no condition",
                "true)#end#if(false => this is no condition",
                "true)yes#else#end#if(true => this is no condition",
                "true)#set($x = 1)#end#if(true => this is no condition",
                "'' => '' is a text: compare it with something",
            })
    void a_mistake_is_found_when_the_file_is_read(String text, String mistake) {
        assertThat(mistakes(text, Place.step())).contains(mistake);
    }

    @Test
    void before_a_flow_has_started_there_is_no_journey_to_ask() {
        assertThat(mistakes("$journey.letters == 1", ADDED)).contains("is not known before the flow has started");
    }

    @Test
    void what_an_event_never_brings_is_a_mistake() {
        assertThat(mistakes("$event.value > 0", Place.start(Set.of("Signed Up"))))
                .isEqualTo("$event.value is never known here; it comes with events about products, as Order Completed");
    }

    @Test
    void whatever_is_documented_is_found_out_or_not_known() {
        Event added = new Event.ProductAdded(line("mug", "18.00", "USD", 2), CartRef.UNNAMED);
        var asked = just(mina(), added);

        assertThat(Facts.all())
                .allSatisfy(fact ->
                        assertThat(fact.value(asked, "mug")).as(fact.name()).isNotNull());
    }

    @Test
    void every_mistake_is_found_with_its_line() {
        Conditions.Read read =
                Conditions.read("$customer.a == 1\n&& $cart.b == 2\n|| $customer.orders.count == 'x'", ADDED);

        assertThat(read.mistakes()).extracting(Mistake::line).containsExactly(0, 1, 2);
    }

    @Test
    void a_condition_of_no_end_is_refused() {
        String endless = String.join(
                " || ", Stream.generate(() -> "$cart.known").limit(200).toList());

        assertThat(mistakes(endless, Place.step())).isEqualTo("a condition has at most 1000 characters");
    }
}
