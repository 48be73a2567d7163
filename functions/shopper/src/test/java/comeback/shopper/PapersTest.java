package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Address;
import comeback.customer.Change;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.TaxLine;
import comeback.link.OrderToken;
import comeback.receipt.Receipt;
import comeback.receipt.Receipt.Statement;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Somebody keeps the receipt of their order. */
class PapersTest {
    private static final OrderId ID = new OrderId("1001");
    private static final Currency USD = Currency.getInstance("USD");

    private final World world = new World();
    private final Customer sibel = People.sibel();

    private static Order order(int lines, Currency currency, String... titles) {
        Money each = new Money(1_800, currency);
        List<Line> goods = Stream.concat(
                        Stream.of(titles),
                        IntStream.range(titles.length, lines).mapToObj(number -> "Thing " + number + "."))
                .map(title -> new Line(
                        title,
                        Optional.empty(),
                        title,
                        Optional.of("Sand"),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Optional.of(each)))
                .toList();
        Money total = each.times(lines);
        return new Order(
                ID,
                "#1001",
                World.NOW,
                Order.Payment.PAID,
                goods,
                0,
                new Order.Amounts(
                                Optional.of(total),
                                Optional.empty(),
                                Optional.of(Money.zero(currency)),
                                Optional.of(new Money(500, currency)),
                                Optional.of(total))
                        .with(List.of(
                                new TaxLine("VAT", Optional.of(new BigDecimal("20")), new Money(300, currency)),
                                new TaxLine("VAT", Optional.of(new BigDecimal("8.5")), new Money(200, currency)))),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Address(List.of("Sibel Demir", "Işık Çıkmazı 42/5, Şişli"))),
                Optional.empty(),
                Optional.empty());
    }

    private Receipt drawn(Order order) {
        world.keep(order);
        return world.receipts()
                .draw(World.SHOP.id(), Statement.payment(order).orElseThrow(), Year.of(2026), World.NOW)
                .orElseThrow();
    }

    private String link() {
        return "/u/" + new OrderToken(World.SHOP.id(), sibel.id(), ID).signedBy(World.SHOP);
    }

    private APIGatewayV2HTTPResponse file(String name, String value) {
        return world.send(Asked.by("GET", link()).query(name, value));
    }

    private static List<String> pages(APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getIsBase64Encoded()).isTrue();
        try (PdfReader reader = new PdfReader(Base64.getDecoder().decode(answer.getBody()))) {
            PdfTextExtractor texts = new PdfTextExtractor(reader);
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(texts.getTextFromPage(page).replaceAll("[ \u00a0]+", " "));
            }
            return pages;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_receipt_says_who_was_paid_what_for_what_and_the_tax_of_each_rate() {
        world.keep(sibel, List.of());
        drawn(order(2, USD, "Mug <b>& saucer</b>", "Kâse – ığüşöç İIĞÜŞÖÇ"));

        var answer = file("receipt", "pdf");

        assertThat(answer.getHeaders())
                .containsEntry("Content-Type", "application/pdf")
                .containsEntry("Content-Disposition", "attachment; filename=\"R2026-000001.pdf\"")
                .containsEntry("Cache-Control", "no-store");
        assertThat(pages(answer))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "Receipt",
                                "R2026-000001",
                                "March 2, 2026",
                                "#1001",
                                World.SHOP.brand().legalName())
                        .contains("Sibel Demir", "Işık Çıkmazı 42/5, Şişli")
                        .contains("Mug <b>& saucer</b>", "Kâse – ığüşöç İIĞÜŞÖÇ", "Sand", "$18.00")
                        .contains("Total paid", "$36.00", "Includes tax VAT 20%", "$3.00", "VAT 8.5%", "$2.00")
                        .contains("Page 1 of 1"));
    }

    @Test
    void a_credit_note_names_its_receipt_and_says_what_was_given_back() {
        world.keep(sibel, List.of());
        Receipt receipt = drawn(order(2, USD));
        world.receipts()
                .credit(
                        World.SHOP.id(),
                        receipt,
                        new Change.PaidBack("r/1 &", new Money(1_800, USD)),
                        Year.of(2026),
                        World.NOW);

        assertThat(pages(file("credit", "r/1 &")))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "Credit note", "C2026-000001", "R2026-000001", "Given back", "$18.00", "$1.50", "$1.00")
                        .doesNotContain("Thing", "$36.00"));
    }

    @Test
    void many_things_go_on_over_the_page_and_none_is_lost() {
        world.keep(sibel, List.of());
        String endless = "Unbelievably".repeat(10);
        drawn(order(60, USD, "A mug with a rather long name that goes on and on ".repeat(4), endless));

        List<String> pages = pages(file("receipt", "pdf"));

        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(pages).last().asString().contains("Total paid", "Page " + pages.size() + " of " + pages.size());
        String all = String.join("\n", pages);
        for (int number = 2; number < 60; number++) {
            assertThat(all).contains("Thing " + number + ".");
        }
        assertThat(all.replaceAll("[^A-Za-z]", "")).contains(endless);
    }

    @Test
    void what_no_font_has_is_a_question_mark_and_a_rare_currency_is_named_by_its_code() {
        world.keep(sibel, List.of());
        drawn(order(1, Currency.getInstance("TRY"), "Mug \ud83d\ude00 \u0643\u0648\u0628"));

        assertThat(pages(file("receipt", "pdf"))).singleElement().asString().contains("Mug ? ???", "TRY 18.00");
    }

    @ParameterizedTest
    @CsvSource({"ko, KRW, ₩1，800", "tr, TRY, 'TRY 18,00'", "en, JPY, '¥1,800'"})
    void it_is_written_in_the_shoppers_language_and_money(String language, String currency, String amount) {
        world.keep(People.speaking(language), List.of());
        drawn(order(1, Currency.getInstance(currency)));

        assertThat(pages(file("receipt", "pdf")).getFirst()).contains(amount.replace('，', ','));
    }

    @Test
    void when_the_order_was_changed_since_it_states_the_money_and_not_what_was_bought_then() {
        world.keep(sibel, List.of());
        drawn(order(2, USD));
        world.keep(order(3, USD));

        assertThat(pages(file("receipt", "pdf")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("$36.00").doesNotContain("Thing", "$54.00", "Subtotal"));
    }

    @Test
    void nobody_gets_what_was_never_drawn_or_is_anothers() {
        world.keep(sibel, List.of());
        world.keep(order(2, USD));
        assertThat(file("receipt", "pdf").getStatusCode()).isEqualTo(404);
        drawn(order(2, USD));

        assertThat(file("credit", "r-1").getStatusCode()).isEqualTo(404);
        assertThat(file("credit", "x".repeat(300)).getStatusCode()).isEqualTo(404);
        assertThat(world.send(Asked.by("GET", link() + "x").query("receipt", "pdf"))
                        .getStatusCode())
                .isEqualTo(404);
        assertThat(world.send(Asked.by("POST", link()).query("receipt", "pdf")).getStatusCode())
                .isEqualTo(405);
    }

    @Test
    void the_orders_page_leads_to_the_receipt_once_it_is_drawn() {
        world.keep(sibel, List.of());
        world.keep(order(2, USD));
        assertThat(world.get(link()).getBody()).doesNotContain("?receipt=pdf");
        drawn(order(2, USD));

        assertThat(world.get(link()).getBody()).contains("<a href=\"?receipt=pdf\">Receipt R2026-000001 as a PDF</a>");
    }
}
