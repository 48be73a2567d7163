package comeback.render;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Line;
import comeback.customer.Address;
import comeback.customer.Order;
import comeback.customer.Profile;
import comeback.customer.Shipment;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shops and shoppers with very much of everything. Gmail hides what comes after 100 KB, and that is the way out. */
class LongLettersTest {
    private static final Letters LETTERS = Letters.read(EveryLetterTest.TEMPLATES);

    /** With the rest of their addresses, links to pages and pictures there have 2,000 characters. */
    private static final String FAR_AWAY = LetterSamples.SHOP + "/" + "x".repeat(1_915);

    /** Shorter, but in a letter each ampersand is five characters. */
    private static final String FULL_OF_SIGNS = LetterSamples.SHOP + "/" + "x".repeat(900) + "&a=b".repeat(200);

    private static final String LONG_WORD = "짧지않은".repeat(500);
    private static final Pattern MORE = Pattern.compile("\\+ (\\d+) more items?");

    @ParameterizedTest(name = "{0} in {1}, leading to {2}")
    @MethodSource("everything")
    void no_number_of_things_and_no_length_of_words_makes_a_letter_that_a_mailbox_cuts(
            SampleMessage message, Locale locale, String name, String shop) {
        Letter letter = LETTERS.render(crowded(message, locale, shop));

        assertThat(letter.html().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(80_000);
        assertThat(letter.text().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(80_000);
        assertThat(letter.html()).endsWith("</html>\n");
    }

    static Stream<Arguments> everything() {
        return ShippedLetters.all().stream()
                .flatMap(message -> LetterSamples.LOCALES.stream()
                        .flatMap(locale -> Stream.of(
                                Arguments.of(message, locale, "far away", FAR_AWAY),
                                Arguments.of(message, locale, "signs", FULL_OF_SIGNS))));
    }

    @Test
    void whatever_is_not_shown_is_counted() {
        for (String[] named : new String[][] {
            {"cart", "your-things"},
            {"order-confirmation", "thanks-for-your-order"},
            {"receipt", "your-receipt"},
            {"payment-problem", "payment-failed"},
            {"review-request", "how-was-it"}
        }) {
            Letter letter = LETTERS.render(crowded(ShippedLetters.named(named[0], named[1]), Locale.US, FAR_AWAY));
            Matcher more = MORE.matcher(letter.text());

            assertThat(more.find()).as(named[1]).isTrue();
            assertThat(letter.html().split("<img", -1).length - 1 + Integer.parseInt(more.group(1)))
                    .as(named[1])
                    .isEqualTo(40);
        }
    }

    @Test
    void a_parcel_of_twenty_things_with_such_links_counts_those_that_are_not_shown() {
        Letter letter =
                LETTERS.render(crowded(ShippedLetters.named("shipping", "arriving-today"), Locale.US, FAR_AWAY));

        assertThat(letter.text()).containsPattern(MORE);
    }

    private static LetterRequest crowded(SampleMessage message, Locale locale, String shop) {
        LetterRequest usual = new LetterSamples(shop).request(message, locale, LetterSamples.Customer.WITH_FORTY_ITEMS);
        Profile profile = new Profile(
                        Optional.of(LONG_WORD), Optional.of(LONG_WORD), Optional.of(locale), Optional.empty())
                .with(usual.profile().loyalty());
        LetterRequest wordy = new LetterRequest(
                usual.flow(),
                usual.message(),
                usual.messageClass(),
                usual.locale(),
                usual.zone(),
                usual.store(),
                profile,
                usual.to(),
                usual.cart(),
                usual.order().map(LongLettersTest::wordy),
                usual.shipment().map(parcel -> wordy(parcel, usual.order())),
                usual.papers(),
                usual.goods().stream().map(LongLettersTest::wordy).toList(),
                usual.coupon(),
                usual.links());
        LetterRequest told = wordy.with(usual.deal()).with(usual.consent());
        return usual.day().map(told::with).orElse(told);
    }

    private static Order wordy(Order order) {
        Optional<Address> somewhere = Optional.of(new Address(Collections.nCopies(9, LONG_WORD)));
        return new Order(
                order.id(),
                LONG_WORD.substring(0, 60),
                order.placedAt(),
                order.payment(),
                order.lines().stream().map(LongLettersTest::wordy).toList(),
                order.moreLines(),
                order.amounts(),
                Collections.nCopies(10, LONG_WORD.substring(0, 60)),
                order.email(),
                Optional.of(LONG_WORD.substring(0, 40)),
                somewhere,
                Optional.of(new Address(List.of(LONG_WORD, "2", "3", LONG_WORD))),
                order.url());
    }

    private static Shipment wordy(Shipment parcel, Optional<Order> order) {
        return new Shipment(
                parcel.id(),
                parcel.orderId(),
                Optional.of(LONG_WORD.substring(0, 60)),
                parcel.trackingNumber(),
                parcel.trackingUrl(),
                order.map(Order::lines).orElse(parcel.lines()));
    }

    private static Line wordy(Line line) {
        return new Line(
                line.productId(),
                line.variantId(),
                LONG_WORD,
                Optional.of(LONG_WORD.substring(0, 80)),
                line.url(),
                line.imageUrl(),
                line.quantity(),
                line.price());
    }
}
