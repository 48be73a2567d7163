package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.AskedLink;
import comeback.commit.InMemorySignIns;
import comeback.commit.InMemoryTable;
import comeback.customer.EmailAddress;
import comeback.customer.Fingerprint;
import comeback.link.SignInToken;
import comeback.store.Sender;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The letter with the link by which somebody signs in. */
class SignInMailTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String ID = Fingerprint.of("a link");

    private final InMemorySignIns signIns = new InMemoryTable().signIns();
    private final InMemoryMailer mailer = new InMemoryMailer();
    private Instant now = NOON;
    private final SignInMail mail = new SignInMail(
            signIns,
            mailer,
            () -> new Sender("Comeback", "console@shop.example", Optional.empty()),
            "https://here.example",
            () -> now);

    private AskedLink asked(Optional<String> to, String language) {
        var link = new AskedLink(
                ID,
                "its secret",
                to.map(EmailAddress::new),
                Optional.of(new StoreId("demo")),
                language,
                NOON.plus(Duration.ofMinutes(15)));
        signIns.ask(link);
        return link;
    }

    @Test
    void somebody_who_may_sign_in_gets_the_link_once_however_often_the_stream_tells_it() {
        AskedLink link = asked(Optional.of("ann@shop.example"), "tr");

        assertThat(mail.send(ID)).isEqualTo("sent");
        assertThat(mail.send(ID)).isEqualTo("went before");

        Mail sent = mailer.taken().getFirst();
        assertThat(mailer.taken()).hasSize(1);
        String url = "https://here.example/console/sign-in/" + new SignInToken(ID, link.until()).signedBy("its secret");
        assertThat(sent.to()).isEqualTo(new EmailAddress("ann@shop.example"));
        assertThat(sent.letter().subject()).isEqualTo("Giriş bağlantınız");
        assertThat(sent.letter().html()).contains("href=\"" + url + "\" ses:no-track", "lang=\"tr\"");
        assertThat(sent.letter().text()).contains(url);
        assertThat(sent.tags()).containsOnlyKeys("console");
    }

    @Test
    void every_language_of_the_console_has_its_letter_and_others_get_english() {
        assertThat(SignInLetter.of("ko", "https://x").subject()).isEqualTo("로그인 링크");
        assertThat(SignInLetter.of("de", "https://x").subject()).isEqualTo("Your link to sign in");
    }

    @Test
    void nobody_gets_a_link_that_is_nobodys_over_or_used() {
        asked(Optional.empty(), "en");
        assertThat(mail.send(ID)).isEqualTo("nobody waits for it");
        assertThat(mail.send(Fingerprint.of("another"))).isEqualTo("nobody waits for it");

        InMemorySignIns others = new InMemoryTable().signIns();
        others.ask(new AskedLink(
                ID, "s", Optional.of(new EmailAddress("ann@shop.example")), Optional.empty(), "en", NOON));
        var late = new SignInMail(
                others, mailer, () -> new Sender("C", "c@shop.example", Optional.empty()), "https://x", () -> now);
        assertThat(late.send(ID)).isEqualTo("nobody waits for it");
        assertThat(mailer.taken()).isEmpty();
    }

    @Test
    void when_ses_takes_nothing_the_link_is_not_tried_again_and_that_is_said() {
        asked(Optional.of("ann@shop.example"), "en");
        mailer.answerWith(asked -> new Mailer.Answer.NotNow("Throttled"));

        assertThat(mail.send(ID)).isEqualTo("not sent: Throttled");
        assertThat(mail.send(ID)).isEqualTo("went before");
    }
}
