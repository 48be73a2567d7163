package comeback.render;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.store.Brand;
import comeback.store.Caps;
import comeback.store.Greetings;
import comeback.store.MarketingPolicy;
import comeback.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The letters that ship. */
class EveryLetterTest {
    static final Path TEMPLATES = Path.of("..", "templates");
    private static final Letters LETTERS = Letters.read(TEMPLATES);
    private static final LetterSamples SAMPLES = new LetterSamples(LetterSamples.SHOP);

    @ParameterizedTest(name = "{0} in {1} for someone {2}")
    @MethodSource("all")
    void is_complete_readable_and_lawful(SampleMessage message, Locale locale, LetterSamples.Customer customer) {
        LetterRequest request = SAMPLES.request(message, locale, customer);

        assertThat(LetterAudit.faults(request, LETTERS.render(request))).isEmpty();
    }

    static Stream<Arguments> all() {
        return ShippedLetters.all().stream()
                .flatMap(message -> LetterSamples.LOCALES.stream()
                        .flatMap(locale -> Arrays.stream(LetterSamples.Customer.values())
                                .map(customer -> Arguments.of(message, locale, customer))));
    }

    @Test
    void is_sent_by_some_flow() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<String> written = files.map(
                            file -> TEMPLATES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".vm") && !file.startsWith("_parts"))
                    .map(file -> file.substring(0, file.length() - ".vm".length()))
                    .toList();

            assertThat(ShippedLetters.all().stream().map(SampleMessage::toString))
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void promises_in_the_welcome_what_the_stores_caps_are() {
        LetterRequest usual = SAMPLES.request(
                ShippedLetters.named("welcome", "thanks-for-joining"), Locale.US, LetterSamples.Customer.USUAL);
        assertThat(LETTERS.render(usual).text())
                .contains("one reminder or idea a day at most, never more than 3 in a week and 8 in a month");
        assertThat(LETTERS.render(with(usual, new Caps(2, 5, 9))).text())
                .contains("2 reminders or ideas a day at most, never more than 5 in a week and 9 in a month");
    }

    @Test
    void greets_by_name_and_kindly_without_one() {
        assertThat(text("en", LetterSamples.Customer.USUAL)).contains("Hi Ana,");
        assertThat(text("en", LetterSamples.Customer.WITHOUT_NAME)).contains("Hi there,");
        assertThat(text("ko", LetterSamples.Customer.USUAL)).contains("민지 님, 안녕하세요.");
        assertThat(text("ko", LetterSamples.Customer.WITHOUT_NAME)).contains("고객님, 안녕하세요.");
        assertThat(text("tr", LetterSamples.Customer.USUAL)).contains("Merhaba Işıl İnci,");
        assertThat(text("tr", LetterSamples.Customer.WITHOUT_NAME)).contains("Merhaba,");
    }

    @Test
    void greets_with_the_shops_own_word_where_it_has_one_for_the_readers_country() {
        Greetings ours = new Greetings(Map.of(
                "US", new Greetings.Greeting("Howdy {name},", "Howdy,"),
                "tr-TR", new Greetings.Greeting("Selam {name},", "Selam,"),
                "ko-US", new Greetings.Greeting("{name} 님,", "고객님,")));

        assertThat(text("en", LetterSamples.Customer.USUAL, ours))
                .contains("Howdy Ana,")
                .doesNotContain("Hi Ana");
        assertThat(text("en", LetterSamples.Customer.WITHOUT_NAME, ours)).contains("Howdy,");
        assertThat(text("tr", LetterSamples.Customer.USUAL, ours)).contains("Selam Işıl İnci,");
        assertThat(text("ko", LetterSamples.Customer.USUAL, ours)).contains("민지 님, 안녕하세요.");
    }

    @Test
    void shows_twenty_of_forty_things_and_counts_the_rest() {
        LetterRequest request = SAMPLES.request(
                ShippedLetters.named("cart", "your-things"), Locale.US, LetterSamples.Customer.WITH_FORTY_ITEMS);

        Letter letter = LETTERS.render(request);

        assertThat(letter.html().split("<img", -1)).hasSize(21);
        assertThat(letter.text()).contains("+ 20 more items").doesNotContain("Total");
    }

    @Test
    void congratulates_nobody_on_a_tier_that_may_have_been_lost() {
        for (Locale locale : LetterSamples.LOCALES) {
            Letter letter = LETTERS.render(SAMPLES.request(
                    ShippedLetters.named("points-tier", "your-level"), locale, LetterSamples.Customer.USUAL));

            assertThat(letter.text())
                    .doesNotContainIgnoringCase("congrat", "reached", "tebrik", "yüksel", "kazandınız", "축하", "승급");
        }
    }

    /** Something may have kept the letter before it from going: a cap, an answer, a full mailbox. */
    @Test
    void speaks_of_no_earlier_letter() {
        for (SampleMessage message : ShippedLetters.all()) {
            for (Locale locale : LetterSamples.LOCALES) {
                Letter letter = LETTERS.render(SAMPLES.request(message, locale, LetterSamples.Customer.USUAL));

                assertThat(letter.subject() + letter.text())
                        .as(message + " in " + locale)
                        .doesNotContainIgnoringCase(
                                "once more",
                                "one last time",
                                "as we wrote",
                                "한 번만 더",
                                "다시 한번 여쭤",
                                "son kez soruyoruz",
                                "bir kez daha soruyoruz");
            }
        }
    }

    @Test
    void says_that_an_unpaid_order_is_not_paid() {
        Letter letter = LETTERS.render(SAMPLES.request(
                ShippedLetters.named("order-confirmation", "thanks-for-your-order"),
                Locale.US,
                LetterSamples.Customer.YET_TO_PAY));

        assertThat(letter.subject()).isEqualTo("We have your order #1042, payment pending");
        assertThat(letter.text()).contains("Payment: Pending").doesNotContain("confirmed");
    }

    @Test
    void shows_sums_addresses_and_the_number_to_call_in_an_order_confirmation() {
        Letter letter = LETTERS.render(SAMPLES.request(
                ShippedLetters.named("order-confirmation", "thanks-for-your-order"),
                Locale.US,
                LetterSamples.Customer.USUAL));

        assertThat(letter.text())
                .contains("Order: #1042", "Date: March 4, 2026", "Quantity: 2 · $24.00 each\n$48.00")
                .contains("Subtotal $245.50\nDiscount (HELLO10) −$24.55\nShipping Free\nTax $20.45\nTotal $220.95")
                .contains("Delivery and billing address\nAna Moreno\n418 Larch Street, Apt 5")
                .contains("Email: ana.moreno@customer.example\nPhone: +1 503 555 0134")
                .contains("View your order <https://shop.alderandpine.example/orders/o-1042?token=x&y=z>");
    }

    @Test
    void tells_the_day_of_the_order_as_the_customers_calendar_has_it() {
        // Half past eight in the evening of the 4th in London is the 5th in Seoul.
        Letter letter = LETTERS.render(SAMPLES.request(
                ShippedLetters.named("order-confirmation", "thanks-for-your-order"),
                Locale.KOREA,
                LetterSamples.Customer.USUAL));

        assertThat(letter.text()).contains("2026년 3월 5일").contains("₩56,000");
    }

    @Test
    void says_that_the_same_was_ordered_a_moment_before_and_leads_to_a_page_without_a_login() {
        Letter letter = LETTERS.render(SAMPLES.request(
                        ShippedLetters.named("order-confirmation", "thanks-for-your-order"),
                        Locale.US,
                        LetterSamples.Customer.USUAL)
                .with(new OrderPapers(Optional.empty(), "https://mail.alderandpine.example/u/v.1", true)));

        assertThat(letter.text())
                .contains("You ordered the same a few minutes ago", "View your order <https://mail.alderandpine");
    }

    @Test
    void has_no_decimals_in_yen() {
        Letter letter = LETTERS.render(SAMPLES.request(
                ShippedLetters.named("cart", "need-help"), Locale.US, LetterSamples.Customer.WITHOUT_DECIMALS));

        assertThat(letter.text()).contains("¥6,400").doesNotContain("¥6,400.");
    }

    @Test
    void names_what_is_not_in_the_parcel_only_when_order_and_parcel_are_known() {
        Letter known = LETTERS.render(SAMPLES.request(
                ShippedLetters.named("shipping", "on-its-way"), Locale.US, LetterSamples.Customer.USUAL));
        Letter unknown = LETTERS.render(SAMPLES.request(
                ShippedLetters.named("shipping", "on-its-way"), Locale.US, LetterSamples.Customer.KNOWN_BY_LITTLE));

        assertThat(known.text())
                .contains("In this parcel", "Not in this parcel", "Tracking number: 1Z999AA10123456784 <https://track");
        assertThat(unknown.text()).doesNotContain("parcel\n-----");
        assertThat(unknown.subject()).isEqualTo("Your order o-1042 is on its way");
    }

    @Test
    void leads_to_the_shop_when_nobody_knows_the_way_to_the_cart() {
        Letter letter = LETTERS.render(SAMPLES.request(
                ShippedLetters.named("cart", "last-note"), Locale.US, LetterSamples.Customer.KNOWN_BY_LITTLE));

        assertThat(letter.text()).contains("Back to your cart <https://shop.alderandpine.example/>");
    }

    @Test
    void is_written_in_english_for_someone_whose_language_nobody_wrote() {
        LetterRequest request = SAMPLES.request(
                ShippedLetters.named("welcome", "your-account"), Locale.FRANCE, LetterSamples.Customer.USUAL);

        assertThat(LETTERS.render(request).subject()).isEqualTo("Your Alder & Pine account is ready");
    }

    private static String text(String language, LetterSamples.Customer customer, Greetings greetings) {
        LetterRequest usual = SAMPLES.request(ShippedLetters.named("cart", "need-help"), locale(language), customer);
        return LETTERS.render(with(
                        usual,
                        usual.store().brand().with(greetings),
                        usual.store().policy()))
                .text();
    }

    private static LetterRequest with(LetterRequest usual, Caps caps) {
        return with(usual, usual.store().brand(), usual.store().policy().with(caps));
    }

    private static LetterRequest with(LetterRequest usual, Brand brand, MarketingPolicy policy) {
        Store store = usual.store();
        Store often = new Store(
                store.id(),
                brand,
                store.sender(),
                store.locale(),
                store.locales(),
                store.zone(),
                store.keys(),
                store.linkSecret(),
                store.flowsOff(),
                policy);
        return new LetterRequest(
                usual.flow(),
                usual.message(),
                usual.messageClass(),
                usual.locale(),
                usual.zone(),
                often,
                usual.profile(),
                usual.to(),
                usual.cart(),
                usual.order(),
                usual.shipment(),
                usual.goods(),
                usual.coupon(),
                usual.links());
    }

    private static String text(String language, LetterSamples.Customer customer) {
        return LETTERS.render(SAMPLES.request(ShippedLetters.named("cart", "need-help"), locale(language), customer))
                .text();
    }

    private static Locale locale(String language) {
        return SampleCountry.of(Locale.of(language)).locale;
    }
}
