package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import comeback.QuietContext;
import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.aws.SesEvent;
import comeback.local.aws.SesEventJson;
import comeback.local.lambda.Functions;
import comeback.local.mail.Mail;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Story 14 of the product's page, its second half: erasure while a reminder waits leaves no mail and nothing else. */
class ErasureTest {
    private static final String[] PERSONAL = {
        "ada@example.com", "Ada", "Lovelace", "Stoneware", "Main Street", "555-0100"
    };

    private final List<QuietContext> logs = new ArrayList<>();
    private final TestWorld world =
            TestWorld.watched(InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")), aws -> aws, this::overheard);

    @AfterEach
    void close() {
        world.close();
    }

    private Functions overheard(Functions real) {
        return new Functions(
                overheard(real.ingest()),
                overheard(real.shopper()),
                overheard(real.console()),
                overheard(real.wake()),
                overheard(real.send()),
                overheard(real.feedback()),
                overheard(real.nightly()),
                overheard(real.bus()),
                overheard(real.count()),
                overheard(real.reply()));
    }

    private <I, O> RequestHandler<I, O> overheard(RequestHandler<I, O> function) {
        return (input, context) -> {
            var own = new QuietContext();
            logs.add(own);
            return function.handleRequest(input, own);
        };
    }

    private HttpResponse<String> forget(String who, String key) {
        return world.send(world.request("/v1/customers/" + who)
                .header("Authorization", "Bearer " + key)
                .DELETE());
    }

    /** Everything that can be known of a shopper: account, browser, addresses, cart, purchase, parcel, a request. */
    private Shopper adaHasALife() {
        Shopper ada = new Shopper(world, "ada").signsUp();
        ada.track(
                "Order Completed",
                Map.of(
                        "order_id",
                        "1001",
                        "total",
                        18,
                        "currency",
                        "USD",
                        "shipping_address",
                        Map.of("name", "Ada Lovelace", "address1", "1 Main Street", "phone", "555-0100"),
                        "products",
                        List.of(Shopper.mug())));
        world.advance(Duration.ofDays(2));
        ada.track("Back In Stock Subscribed", Map.of("product_id", "mug", "variant_id", "s", "name", "Stoneware mug"));
        ada.addsAMug();
        return ada;
    }

    @Test
    void story_14_erasure_while_a_reminder_waits_means_no_mail_and_nothing_left() {
        adaHasALife();
        assertThat(Remains.with(world, PERSONAL)).isNotEmpty();
        int before = world.mailbox().size();

        assertThat(forget("email:ada%40example.com", "sk_demo").statusCode()).isEqualTo(200);

        assertThat(Remains.with(world, PERSONAL)).isEmpty();
        assertThat(world.advance(Duration.ofDays(4))).extracting(Mail::to).isEmpty();
        assertThat(world.mailbox()).hasSize(before);
        assertThat(Remains.with(world, PERSONAL)).isEmpty();
        assertThat(logs.stream().flatMap(log -> log.lines().stream()).toList())
                .isNotEmpty()
                .noneMatch(line -> List.of(PERSONAL).stream().anyMatch(line::contains));
    }

    @Test
    void what_a_slow_storefront_tells_of_the_time_before_is_answered_and_not_kept() {
        Shopper ada = adaHasALife();
        String before = world.now().toString();
        forget("user:ada", "sk_demo");
        world.advance(Duration.ofHours(1));

        ada.trackAt(before, "Product Added", Shopper.mug());
        ada.trackAt(before, "Order Completed", Shopper.order("1002", "c-1"));
        world.advance(Duration.ofDays(3));

        assertThat(Remains.with(world, PERSONAL)).isEmpty();
    }

    @Test
    void who_signs_up_again_later_begins_anew() {
        adaHasALife();
        forget("user:ada", "sk_demo");
        world.advance(Duration.ofDays(1));
        int before = world.mailbox().size();

        Shopper again = new Shopper(world, "ada");
        again.track("Product Viewed", Shopper.mug());
        again.signsUp();

        assertThat(world.mailbox().stream().skip(before))
                .extracting(mail -> mail.tag("flow") + "/" + mail.tag("message"))
                .containsExactly("welcome/thanks-for-joining");
    }

    @ParameterizedTest(name = "{0}, {1} later")
    @CsvSource({"bounce,PT1M", "bounce,PT3H", "complaint,PT1M", "complaint,PT3H"})
    void what_ses_says_of_an_address_after_its_person_was_forgotten_still_holds_when_they_come_again(
            String what, Duration later) {
        adaHasALife();
        Mail last = world.mailbox().getLast();
        forget("user:ada", "sk_demo");
        world.advance(later);
        // By the bus alone, so that the account's own suppression list does not hide what we forgot.
        String said = Json.print(SesEventJson.of(SesEvent.named(what, Map.of()).orElseThrow(), last, world.now()));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(world.post("/local/events", said).statusCode()).isEqualTo(202);
        }
        world.advance(Duration.ofDays(1));
        assertThat(Remains.with(world, PERSONAL)).isEmpty();
        int before = world.mailbox().size();

        Shopper again = new Shopper(world, "ada");
        again.track("Product Viewed", Shopper.mug());
        again.signsUp();
        world.advance(Duration.ofHours(1));

        assertThat(world.mailbox()).hasSize(before);
    }

    @Test
    void only_the_shop_itself_may_have_somebody_forgotten() {
        adaHasALife();

        assertThat(forget("user:ada", "sk_forged").statusCode()).isEqualTo(401);
        assertThat(forget("user:ada", "pk_demo").statusCode()).isEqualTo(403);
        assertThat(forget("user:grace", "sk_demo").statusCode()).isEqualTo(404);
        assertThat(forget("ada", "sk_demo").statusCode()).isEqualTo(400);

        assertThat(Remains.with(world, "ada@example.com")).isNotEmpty();
    }

    @Test
    void asking_twice_is_asking_once() {
        adaHasALife();

        assertThat(forget("user:ada", "sk_demo").body()).contains("\"forgottenAt\":\"2026-03-04T09:00:00Z\"");
        world.advance(Duration.ofHours(1));
        HttpResponse<String> again = forget("user:ada", "sk_demo");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body())
                .contains("\"forgottenAt\":\"2026-03-04T09:00:00Z\"", "\"nothingIsLeftAt\":\"2026-03-04T09:1");
    }
}
