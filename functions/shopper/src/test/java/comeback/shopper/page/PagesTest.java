package comeback.shopper.page;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.store.Brand;
import comeback.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shop calls itself must never become markup, and every language says all there is to say. */
class PagesTest {
    private final Pages pages = new Pages();

    @ParameterizedTest
    @ValueSource(strings = {"ko", "tr"})
    void every_language_has_words_for_the_same_things_with_the_same_gaps(String language) {
        var english = Words.in(Locale.ENGLISH).patterns();
        var translated = Words.in(Locale.of(language)).patterns();

        assertThat(translated.keySet()).isEqualTo(english.keySet());
        english.forEach((key, words) -> {
            for (String gap : List.of("{0}", "{1}")) {
                assertThat(translated.getOrDefault(key, "").contains(gap))
                        .as(key)
                        .isEqualTo(words.contains(gap));
            }
        });
    }

    @Test
    void a_shop_named_like_a_tag_stays_a_name() {
        Store shop = branded("<script>alert(\"1\")</script>'&", Optional.empty(), "https://alderandpine.example");

        String html = pages.ask(shop, customer(), "").html();

        assertThat(html)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;");
    }

    @Test
    void a_logo_has_the_shops_name_for_those_who_cannot_see_it() {
        Store shop =
                branded("Alder & Pine", Optional.of("https://cdn.example/logo.png"), "https://alderandpine.example");

        assertThat(pages.ask(shop, customer(), "").html())
                .contains("<img src=\"https://cdn.example/logo.png\" width=\"128\" alt=\"Alder &amp; Pine\">");
    }

    @Test
    void a_shop_whose_address_is_no_link_gets_none() {
        Store shop = branded("Alder & Pine", Optional.empty(), "javascript:alert(1)");

        assertThat(pages.done(shop, customer(), Instant.EPOCH, "").html()).doesNotContain("javascript:");
    }

    @Test
    void the_policy_names_the_very_style_that_is_in_the_page() throws NoSuchAlgorithmException {
        Page page = pages.broken("");
        String css = page.html()
                .substring(page.html().indexOf("<style>") + 7, page.html().indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));

        assertThat(page.contentSecurityPolicy())
                .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0b5c4a", "#ffe14d", "#ffffff", "#000000", "#777777", "#e91e63", "#1f2428", "green"})
    void words_can_be_read_and_buttons_seen_whatever_the_shops_colour_is(String colour) {
        Colour brand = Colour.of(colour, Style.NO_BRAND);

        for (Colour ground : List.of(Style.LIGHT, Style.DARK)) {
            Colour away = ground.equals(Style.LIGHT) ? Colour.BLACK : Colour.WHITE;
            Colour button = brand.standingOutFrom(ground, away, 3);
            assertThat(button.contrast(ground)).isGreaterThanOrEqualTo(3);
            assertThat(button.ofText().contrast(button)).isGreaterThanOrEqualTo(4.5);
            assertThat(brand.standingOutFrom(ground, away, 4.5).contrast(ground))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void a_colour_that_can_be_seen_already_is_left_as_it_is() {
        assertThat(new Colour(0x0b5c4a).standingOutFrom(Style.LIGHT, Colour.BLACK, 4.5))
                .hasToString("#0b5c4a");
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/a?b=c,true",
        "http://127.0.0.1:8080/shop/,true",
        "http://shop.example,false",
        "javascript:alert(1),false",
        "//shop.example,false",
        "https:///x,false",
        "'https://shop.example/\"onload=',false"
    })
    void only_a_web_address_becomes_a_link(String url, boolean isLink) {
        assertThat(SafeLink.web(url).isPresent()).isEqualTo(isLink);
    }

    @ParameterizedTest
    @CsvSource({"ada@mail.example,a•••@mail.example", "x@mail.example,•••@mail.example"})
    void an_address_is_shown_so_far_as_its_owner_knows_it_again(String address, String shown) {
        assertThat(MaskedAddress.of(new EmailAddress(address))).isEqualTo(shown);
    }

    private static Customer customer() {
        return Customer.unknown(CustomerId.of(Ref.user("someone")));
    }

    private static Store branded(String name, Optional<String> logo, String home) {
        Store demo = TestStores.demo();
        Brand brand = demo.brand();
        return new Store(
                demo.id(),
                new Brand(
                        name,
                        home,
                        logo,
                        brand.colour(),
                        brand.legalName(),
                        brand.postalAddress(),
                        brand.supportEmail(),
                        brand.supportPhone(),
                        brand.registration()),
                demo.sender(),
                demo.locale(),
                demo.locales(),
                demo.zone(),
                demo.keys(),
                demo.linkSecret(),
                demo.flowsOff(),
                demo.policy());
    }
}
