package comeback.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Cart;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.Profile;
import comeback.store.Brand;
import comeback.store.Store;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What storefronts and shoppers can put into a letter. */
class HostileValuesTest {
    private static final Letters LETTERS = Letters.read(EveryLetterTest.TEMPLATES);
    private static final LetterSamples SAMPLES = new LetterSamples(LetterSamples.SHOP);

    @Test
    void html_in_a_products_name_is_shown_and_does_nothing() {
        String title = "<b onclick=\"x()\">Mug</b> & <script>alert('1')</script>";

        Letter letter = LETTERS.render(cartWith(title, "https://shop.example/mug", "https://shop.example/mug.png"));

        assertThat(letter.html())
                .contains("&lt;b onclick=&quot;x()&quot;&gt;Mug&lt;/b&gt; &amp; &lt;script&gt;alert(&#39;1&#39;)")
                .doesNotContain("<script");
        assertThat(letter.text()).contains(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$brand.class.forName('java.lang.Runtime')",
                "#include('../../../etc/hostname')",
                "#set($x = 7)$x",
                "#foreach($i in [1..9999])x#end",
                "${t.get('greeting.plain')}",
                "{0} and '{1}'"
            })
    void a_products_name_is_never_a_template(String title) {
        Letter letter = LETTERS.render(cartWith(title, "https://shop.example/mug", "https://shop.example/mug.png"));

        assertThat(letter.text()).contains(title);
        assertThat(Jsoup.parse(letter.html()).text()).contains(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://shop.example/mug",
                "data:text/html,x",
                "//shop.example/mug",
                "https://user:secret@shop.example/",
                "https://shop.example\\@evil.example/",
                "https://shop.example/\r\nX: y",
                "not a link",
                "https://",
                ""
            })
    void a_bad_link_leaves_the_products_name_as_plain_text(String url) {
        Letter letter = LETTERS.render(cartWith("Stoneware mug", url, url));

        assertThat(letter.html()).contains(">Stoneware mug</strong>").doesNotContain("<img");
        assertThat(letter.text()).contains("Stoneware mug\n");
    }

    @Test
    void a_picture_that_mail_clients_cannot_show_is_left_out() {
        assertThat(LETTERS.render(cartWith("Mug", "https://shop.example/m", "https://shop.example/m.SVG?v=1"))
                        .html())
                .doesNotContain("<img");
        assertThat(LETTERS.render(cartWith("Mug", "https://shop.example/m", "https://shop.example/m.webp"))
                        .html())
                .doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Claim your prize at evil.example",
                "https://evil.example",
                "Ana\r\nBcc: someone@evil.example",
                "{{first_name}}",
                "You won $1,000,000 <a href='https://evil.example'>now</a>",
                "a name that is much longer than any name that anybody ever had"
            })
    void a_first_name_that_is_none_is_not_greeted(String name) {
        LetterRequest usual = SAMPLES.request(
                ShippedLetters.named("welcome", "your-account"), Locale.US, LetterSamples.Customer.USUAL);
        Letter letter = LETTERS.render(named(usual, name));

        assertThat(letter.text()).contains("Hi there,").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"J.R.", "Anne-Marie", "O'Brien", "D’Angelo", "Nguyễn Thị", "김민지", "İpek", "أمل"})
    void a_real_first_name_is_greeted(String name) {
        LetterRequest usual = SAMPLES.request(
                ShippedLetters.named("welcome", "your-account"), Locale.US, LetterSamples.Customer.USUAL);

        assertThat(LETTERS.render(named(usual, name)).text()).contains("Hi " + name + ",");
    }

    @Test
    void an_order_number_cannot_end_the_subjects_line() {
        Order order = new Order(
                new OrderId("o-1"),
                "#1\r\nBcc: someone@evil.example\u2028X: \u202egnp",
                Instant.EPOCH,
                Order.Payment.PAID,
                List.of(),
                0,
                new Order.Amounts(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        String subject = LETTERS.render(withOrder(order)).subject();

        assertThat(subject.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x202e))
                .isTrue();
        assertThat(subject).isEqualTo("Thank you: your order #1 Bcc: someone@evil.example X: gnp is confirmed");
    }

    @Test
    void a_letter_without_what_it_shows_fails_and_names_only_its_template() {
        LetterRequest usual =
                SAMPLES.request(ShippedLetters.named("cart", "need-help"), Locale.US, LetterSamples.Customer.USUAL);

        assertThatThrownBy(() -> LETTERS.render(changed(usual, usual.profile(), Optional.empty(), usual.order())))
                .isInstanceOf(RenderFailed.class)
                .hasMessageStartingWith("cart/need-help.vm:8: Variable $cart has not been set")
                .hasMessageNotContaining("Ana")
                .hasNoCause();
    }

    @Test
    void a_brand_with_a_logo_shows_it_and_one_without_shows_its_name() {
        LetterRequest usual =
                SAMPLES.request(ShippedLetters.named("cart", "need-help"), Locale.US, LetterSamples.Customer.USUAL);

        Letter with = LETTERS.render(branded(usual, "https://shop.example/logo.png", "#ffcc00"));
        Letter without = LETTERS.render(branded(usual, "https://shop.example/logo.svg", "red"));

        assertThat(Jsoup.parse(with.html()).select("a > img[width=128]").attr("alt"))
                .isEqualTo("B & <b>Co</b>");
        assertThat(with.html()).contains("background:" + Palette.of("#ffcc00").button());
        assertThat(without.html()).doesNotContain("logo.svg").contains(">B &amp; &lt;b&gt;Co&lt;/b&gt;</a>");
        assertThat(without.text()).startsWith("B & <b>Co</b> <https://shop.alderandpine.example/>");
    }

    @Test
    void marketing_without_a_way_out_is_never_written() {
        LetterRequest usual =
                SAMPLES.request(ShippedLetters.named("cart", "need-help"), Locale.US, LetterSamples.Customer.USUAL);

        assertThatThrownBy(() -> LETTERS.render(linked(usual, new Links("", "https://shop.example/p", ""))))
                .isInstanceOf(RenderFailed.class)
                .hasMessageContaining("unsubscribe");
        assertThat(LETTERS.render(linked(usual, new Links("https://shop.example/u", "", "")))
                        .text())
                .contains("Unsubscribe <https://shop.example/u>")
                .doesNotContain("Choose what you get");
    }

    @Test
    void an_unknown_letter_fails() {
        assertThat(LETTERS.has("cart", "need-help")).isTrue();
        assertThat(LETTERS.has("cart", "nothing")).isFalse();
        assertThat(LETTERS.has("_parts", "layout")).isFalse();
    }

    private static LetterRequest cartWith(String title, String url, String picture) {
        Line line = new Line(
                "p",
                Optional.empty(),
                title,
                Optional.empty(),
                Optional.of(url),
                Optional.of(picture),
                1,
                Optional.of(new Money(2400, Currency.getInstance("USD"))));
        Cart cart = new Cart(
                "c", Set.of(), List.of(line), 0, Optional.empty(), Optional.empty(), Instant.EPOCH, Instant.EPOCH);
        LetterRequest usual =
                SAMPLES.request(ShippedLetters.named("cart", "your-things"), Locale.US, LetterSamples.Customer.USUAL);
        return changed(usual, usual.profile(), Optional.of(cart), usual.order());
    }

    private static LetterRequest withOrder(Order order) {
        LetterRequest usual = SAMPLES.request(
                ShippedLetters.named("order-confirmation", "thanks-for-your-order"),
                Locale.US,
                LetterSamples.Customer.USUAL);
        return changed(usual, usual.profile(), usual.cart(), Optional.of(order));
    }

    private static LetterRequest named(LetterRequest usual, String name) {
        Profile profile = new Profile(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
        return changed(usual, profile, usual.cart(), usual.order());
    }

    private static LetterRequest branded(LetterRequest usual, String logo, String colour) {
        Store store = usual.store();
        Brand brand = new Brand(
                "B & <b>Co</b>",
                store.brand().homeUrl(),
                Optional.of(logo),
                colour,
                "B",
                "1 Street",
                "b@shop.example",
                Optional.empty(),
                Optional.empty());
        Store changed = new Store(
                store.id(),
                brand,
                store.sender(),
                store.locale(),
                store.locales(),
                store.zone(),
                store.keys(),
                store.linkSecret(),
                store.flowsOff(),
                store.policy());
        return changed(usual, changed, usual.profile(), usual.cart(), usual.order(), usual.links());
    }

    private static LetterRequest linked(LetterRequest usual, Links links) {
        return changed(usual, usual.store(), usual.profile(), usual.cart(), usual.order(), links);
    }

    private static LetterRequest changed(
            LetterRequest usual, Profile profile, Optional<Cart> cart, Optional<Order> order) {
        return changed(usual, usual.store(), profile, cart, order, usual.links());
    }

    private static LetterRequest changed(
            LetterRequest usual,
            Store store,
            Profile profile,
            Optional<Cart> cart,
            Optional<Order> order,
            Links links) {
        return new LetterRequest(
                usual.flow(),
                usual.message(),
                usual.messageClass(),
                usual.locale(),
                usual.zone(),
                store,
                profile,
                usual.to(),
                cart,
                order,
                usual.shipment(),
                usual.goods(),
                usual.coupon(),
                links);
    }
}
