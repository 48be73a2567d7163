package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page speaks the language of the letter it was opened from. */
class LanguagesTest {
    private final World world = new World();

    @ParameterizedTest
    @CsvSource({"en,Unsubscribe from offers?", "ko,광고 메일을 그만 받으시겠어요?", "tr,Listeden çıkmak ister misiniz?"})
    void a_customer_is_asked_in_the_language_that_the_shop_told(String language, String title) {
        String link = world.linkOf(People.speaking(language));

        String page = world.send(Asked.by("GET", link).header("accept-language", "de"))
                .getBody();

        assertThat(page).contains("<html lang=\"" + language + "\">", "<h1>" + title + "</h1>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tr-TR,tr;q=0.9,en;q=0.8 | tr",
                "de,ko;q=0.5 | ko",
                "ko;q=0,tr;q=0.1 | tr",
                "en-GB | en",
                "fr | en",
                "* | en",
                "'' | en",
                "!!;q=x | en"
            })
    void else_the_browser_says_it_and_else_the_shop_does(String header, String language) {
        String link = world.linkOf(People.sibel());

        assertThat(world.send(Asked.by("GET", link).header("Accept-Language", header))
                        .getBody())
                .contains("<html lang=\"" + language + "\">");
    }

    @Test
    void a_language_that_the_shop_does_not_offer_is_none() {
        String link = world.linkOf(People.speaking("de"));

        assertThat(world.get(link).getBody()).contains("<html lang=\"en\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ko | 2026년 3월 2일", "tr | 2 Mart 2026", "en-GB | 2 March 2026"})
    void the_date_is_written_as_in_the_customers_country(String language, String date) {
        String link = world.linkOf(People.speaking(language));

        assertThat(world.send(Asked.button(link)).getBody()).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "tr"})
    void one_click_is_answered_in_the_customers_language(String language) {
        String link = world.linkOf(People.speaking(language));

        assertThat(world.send(Asked.oneClick(link)).getBody())
                .contains("Alder & Pine")
                .endsWith("\n");
    }

    @Test
    void a_wrong_link_speaks_the_browsers_language() {
        assertThat(world.send(Asked.by("GET", "/u/x").header("accept-language", "ko-KR,ko;q=0.9"))
                        .getBody())
                .contains("<html lang=\"ko\">", "사용할 수 없는 링크예요");
    }
}
